import { lastToken } from '../../core/pointer.ts';
import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf, isFreeString } from '../topics/facets.ts';
import { componentNameAt } from '../topics/names.ts';
import { searchFilters } from '../topics/resources.ts';
import { propertiesIn } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-string-max-length',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De tekst '{name}' kan elke lengte hebben; geef maxLength, een enum, een pattern of een format dat de lengte begrenst.",
    en: "The text '{name}' can have any length; give maxLength, an enum, a pattern or a format that bounds it.",
  },
  why: {
    nl: 'Leveranciers kiezen elk hun eigen kolombreedte; een tekst die bij de een past, wordt bij de ander geweigerd of afgekapt.',
    en: 'Vendors each choose their own column width; a text that fits one is refused or cut off by another.',
  },
  check: ({ api, report }) => {
    // What only filters is stored nowhere; sec-string-bounded looks after it.
    const parameters = api.operations.flatMap(operation => operation.parameters);
    const filters = new Set([...parameters.map(({ schema }) => schema?.value), ...searchFilters(api)]);
    return visitSchemas(api, node => {
      if (filters.has(node.value)) return;
      const items = childOf(node, 'items');
      const listed = items ? [[lastToken(node.pointer), items] as const] : [];
      for (const [name, entry] of [...propertiesIn(node), ...listed]) {
        const target = api.resolve(entry);
        if (!target || !isFreeString(facetsOf(api, target))) continue;
        report(target, { name: componentNameAt(target) ?? name });
      }
    });
  },
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {naam: {type: string, maxLength: 80}, datum: {type: string, format: date}}}',
      ),
    ],
    bad: [
      {
        document: schema(
          'Zaak',
          '{properties: {naam: {type: string}, namen: {type: array, items: {type: string}}}}',
        ),
        at: ['/properties/naam', '/properties/namen/items'],
      },
    ],
  },
} satisfies LintRule;
