import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import { operation, parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** A sentence that says of the part that it stands at that it is deprecated; other words are about other things. */
const SAYS_SO = [
  /(^|[.!:]\s+|\*\*)(verouderd|uitgefaseerd|deprecated)\b/i,
  /\bDEPRECATED\b/,
  /\b(dit|deze|de|het) (operatie|resource|attribuut|eigenschap|veld|parameter|waarde|header|schema) (is|wordt) (verouderd|vervallen|uitgefaseerd)\b/i,
  /\b(dit|deze|de|het) (operatie|attribuut|eigenschap|veld|parameter|waarde|header) (vervalt|verdwijnt)\b/i,
  /\b(this|the) (operation|attribute|property|field|parameter|value|header) (is|has been|will be) (deprecated|removed|withdrawn)\b/i,
];

const TEXTS = ['description', 'summary', 'title'];

const saysSo = (text: Json | undefined): boolean =>
  isString(text) && SAYS_SO.some(pattern => pattern.test(text));

/** Whether a part says in prose that it is deprecated, and not in data. */
const isProseOnly = (value: Json): boolean =>
  member(value, 'deprecated') !== true &&
  member(value, 'x-zds-status') !== 'ingetrokken' &&
  TEXTS.some(name => saysSo(member(value, name)));

/** Values of an enumeration that are called deprecated where they are explained, and not in data. */
function valuesInProse(value: Json): string[] {
  const [described, gone] = [member(value, 'x-enumDescriptions'), member(value, 'x-deprecated-values')];
  if (!isObject(described) || member(value, 'deprecated') === true) return [];
  const known = new Set(
    isArray(gone) ? gone.map(one => String(isObject(one) ? member(one, 'value') : one)) : [],
  );
  return Object.entries(described)
    .filter(([name, text]) => saysSo(text) && !known.has(name))
    .map(([name]) => name);
}

export const rule = {
  id: 'zds-deprecation-data',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
  message: {
    nl: "De tekst noemt '{name}' verouderd, en de gegevens niet; voeg 'deprecated: true' toe (bij een waarde: 'x-deprecated-values').",
    en: "The text calls '{name}' deprecated, and the data does not; add 'deprecated: true' (for a value: 'x-deprecated-values').",
  },
  why: {
    nl: 'Gereedschap leest geen zinnen: gegenereerde code en de vergelijking van versies weten dan niet dat het verdwijnt.',
    en: 'Tools read no sentences: generated code and the comparison of versions then do not know that it goes.',
  },
  check: ({ api, report }) => ({
    Operation(value, { location }) {
      const found = api.operationOf(value);
      if (found && isProseOnly(found.value as unknown as Json)) report(location, { name: found.label });
    },
    Parameter(value, { location }) {
      if (isProseOnly(value as unknown as Json)) report(location, { name: String(value.name) });
    },
    Schema(value, { location, key }) {
      const json = value as unknown as Json;
      if (isProseOnly(json)) report(location, { name: String(key) });
      for (const name of valuesInProse(json)) report(location.child('x-enumDescriptions'), { name });
    },
  }),
  cases: {
    good: [
      operation('GET /zaken', '{deprecated: true, description: De operatie is verouderd.}'),
      schema('Zaak', '{properties: {eind: {description: Datum waarop de versie is vervallen.}}}'),
      schema('Soort', '{enum: [a, b], x-deprecated-values: [b], x-enumDescriptions: {b: Verouderd.}}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{description: De operatie is verouderd.}'), at: [''] },
      { document: parameter('{name: a, in: query, description: Deze parameter vervalt.}'), at: [''] },
      {
        document: schema('Zaak', '{properties: {oud: {description: Verouderd sinds 1.4.0.}}}'),
        at: ['/properties/oud'],
      },
      {
        document: schema('Soort', "{enum: [a, b], x-enumDescriptions: {b: 'Uitgefaseerd, gebruik a.'}}"),
        at: ['/x-enumDescriptions'],
      },
    ],
  },
} satisfies LintRule;
