import { isArray, member } from '../../core/json.ts';
import { lastToken } from '../../core/pointer.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { componentNameAt } from '../topics/names.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-enum-twins',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{name} heeft dezelfde waarden als {other}; gebruik één opsomming.',
    en: '{name} has the same values as {other}; use one enumeration.',
  },
  why: {
    nl: "Van twee gelijke opsommingen wordt er een bijgewerkt en de andere vergeten; daarna passen de API's niet meer op elkaar.",
    en: 'Of two equal enumerations one gets updated and the other forgotten; after that the APIs no longer fit.',
  },
  check: ({ api, report }) => {
    const parameters = api.operations.flatMap(operation => operation.parameters);
    const names = new Map(parameters.map(({ schema, name }) => [schema?.value, name] as const));
    const seen = new Map<string, string>();
    return visitSchemas(api, node => {
      const list = member(node.value, 'enum');
      const values = isArray(list)
        ? list
            .filter(item => item !== '' && item !== null)
            .map(String)
            .sort()
        : [];
      if (values.length < 2) return;
      const key = values.join(' | ');
      const name = componentNameAt(node) ?? names.get(node.value) ?? lastToken(node.pointer);
      const other = seen.get(key);
      if (other === undefined) seen.set(key, name);
      // The same component in another file is a copy of a whole document, which has its own owner.
      else if (componentNameAt(node) !== other) report(placeOfField(node, 'enum'), { name, other });
    });
  },
  cases: {
    good: [
      components('schemas: {A: {enum: [a, b]}, B: {enum: [a, b, c]}, C: {enum: [""]}, D: {enum: [""]}}'),
    ],
    bad: [
      {
        document: components('schemas: {A: {enum: [a, b]}, B: {properties: {soort: {enum: [b, a, ""]}}}}'),
        at: ['/schemas/B/properties/soort/enum'],
      },
    ],
  },
} satisfies LintRule;
