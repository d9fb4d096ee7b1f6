import { isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { itemsIn, sameInForms } from '../topics/forms.ts';

/** As it is written in YAML: `"1"` is another value than `1`. */
const written = (value: Json): string =>
  isString(value) && /^[^\s"',]/.test(value) && !value.includes(',') && !isNumeral(value)
    ? value
    : JSON.stringify(value);

const isNumeral = (text: string): boolean => /^(-?[\d.]+|true|false|null)$/.test(text);

/** The values that an attribute can have; empty where none are listed. */
const valuesIn = (api: Api, nodes: readonly Node[]): string =>
  facetsOf(api, ...nodes)
    .enumeration.map(written)
    .sort()
    .join(', ');

export const rule = {
  id: 'zgw-forms-same-values',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{path} kent bij '{name}' voor {left} de waarden {was} en voor {right} {is}; gebruik één opsomming. {uitleg}",
    en: "{path} knows for '{name}' in {leftEn} the values {was} and in {rightEn} {is}; use one enumeration. {detail}",
  },
  why: {
    nl: 'Een waarde die een register teruggeeft maar niet aanneemt, houdt elke wijziging tegen.',
    en: 'A value that a register returns but does not take blocks every change.',
  },
  evidence: 'resource',
  checkApi: sameInForms(
    (api, nodes) => valuesIn(api, nodes) || valuesIn(api, itemsIn(api, nodes)) || undefined,
  ),
  cases: {
    good: [
      resource('{Read: {properties: {soort: {enum: [a, b]}}}, Patch: {properties: {soort: {enum: [b, a]}}}}'),
    ],
    bad: [
      {
        document: resource(
          '{Read: {properties: {soort: {enum: [a, b]}}}, Patch: {properties: {soort: {enum: [a]}}}}',
        ),
        at: ['/Patch/properties/soort'],
      },
    ],
  },
} satisfies LintRule;
