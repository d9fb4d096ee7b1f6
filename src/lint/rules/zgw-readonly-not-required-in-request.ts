import { isObject } from '../../core/json.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { propertiesOf, usageOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-readonly-not-required-in-request',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' is alleen-lezen en staat in required van een schema dat alleen in aanvragen voorkomt; haal het daar weg.",
    en: "'{name}' is read-only and is required by a schema that occurs in requests only; remove it there.",
  },
  why: {
    nl: 'OpenAPI laat alleen-lezen en verplicht samen in een aanvraag open; de ene server weigert wat de andere eist.',
    en: 'OpenAPI leaves read-only and required together in a request open; one server refuses what another demands.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const required = itemsOf(childOf(node, 'required'));
      if (required.length === 0 || !isObject(node.value)) return;
      const properties = propertiesOf(api, node);
      const found = required.filter(item => facetsOf(api, properties.get(String(item.value))).readOnly);
      if (found.length === 0) return;
      const { request, response } = usageOf(api)(node.value);
      if (!request || response) return;
      for (const item of found) report(item, { name: String(item.value) });
    }),
  cases: {
    good: [resource('{Read: {required: [url], properties: {url: {readOnly: true}}}}')],
    bad: [
      {
        document: resource('{Read: {}, Create: {required: [url], properties: {url: {readOnly: true}}}}'),
        at: ['/Create/required/0'],
      },
    ],
  },
} satisfies LintRule;
