import { member } from '../../core/json.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { partsOf, propertiesOf, typesOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

/** Keywords that rule out the empty string, or decide what an empty one means. */
const BOUNDS = ['minLength', 'enum', 'const', 'format', 'pattern'];

export const rule = {
  id: 'zgw-required-string-min-length',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-minlength',
  message: {
    nl: "De verplichte tekst '{name}' mag leeg zijn; zet er 'minLength' bij.",
    en: "The required string '{name}' may be empty; add 'minLength'.",
  },
  why: {
    nl: 'Een verplicht veld dat leeg mag zijn is niet verplicht.',
    en: 'A required field that may be empty is not required.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const required = new Set(itemsOf(childOf(node, 'required')).map(({ value }) => value));
      if (required.size === 0) return;
      for (const [name, property] of propertiesOf(api, node)) {
        const parts = partsOf(api, property);
        const isText = parts.some(part => typesOf(part.value).includes('string'));
        const isBound = parts.some(part => BOUNDS.some(keyword => member(part.value, keyword) !== undefined));
        if (required.has(name) && isText && !isBound) report(property, { name });
      }
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{required: [naam], properties: {naam: {type: string, minLength: 1}, toelichting: {type: string}}}',
      ),
      schema(
        'Zaak',
        '{required: [url, soort], properties: {url: {type: string, format: uri}, soort: {type: string, enum: [a]}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{required: [naam], properties: {naam: {type: string}}}'),
        at: ['/properties/naam'],
      },
    ],
  },
} satisfies LintRule;
