import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { discriminates } from '../topics/discriminators.ts';
import { bodyOf, pathsOperations } from '../topics/resources.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-discriminator-property',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "Het onderscheidende attribuut '{name}' is in dit schema geen verplichte string; voeg het toe en zet het in required.",
    en: "The discriminating property '{name}' is no required string in this schema; add it and put it in required.",
  },
  why: {
    nl: 'Zonder het attribuut weet gegenereerde code niet welke variant zij leest, en faalt zij tijdens het lezen.',
    en: 'Without the property generated code does not know which variant it reads, and fails while reading.',
  },
  check: ({ api, report }) => {
    // A PATCH leaves out what stays the same.
    const patches = pathsOperations(api).filter(({ method }) => method === 'patch');
    const partial = new Set(patches.map(({ requestContent }) => bodyOf(requestContent)?.value));
    return visitSchemas(api, node => {
      const name = childOf(node, 'discriminator', 'propertyName');
      if (!name || partial.has(node.value)) return;
      if (!discriminates(api, node, String(name.value))) report(name, { name: String(name.value) });
    });
  },
  cases: {
    good: [
      schema(
        'Rol',
        '{discriminator: {propertyName: soort}, required: [soort], properties: {soort: {type: string}}}',
      ),
    ],
    bad: [
      {
        document: schema(
          'Rol',
          '{discriminator: {propertyName: soort}, properties: {soort: {type: string}}}',
        ),
        at: ['/discriminator/propertyName'],
      },
    ],
  },
} satisfies LintRule;
