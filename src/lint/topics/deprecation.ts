import { isObject, isString, type Json, member } from '../../core/json.ts';
import { deprecatedValues } from '../../openapi/deprecated-values.ts';

/** A date, or a word about what comes in its place. */
const SCHEDULE =
  /\b\d{4}(-\d{2}){0,2}\b|vervang|vervallen per|vervalt (per|in|na)|in plaats (van|daarvan)|opvolger|gebruik\b|replaced|instead|successor|superseded|\buse\b|removed (in|after|on)/i;

/** `do not use` and `niet meer in gebruik` name no successor. */
const NOT_USED = /\b(not|n't|no longer|niet)( meer)?( in| to be| be)? (use|gebruik)\b/gi;

/** True where something that is deprecated says until when, or what comes in its place. */
export const saysWhen = (value: Json | undefined): boolean =>
  Object.keys(Object(value)).some(key => /^x-.*(sunset|deprecat|replaced|successor)/i.test(key)) ||
  ['description', 'summary'].some(key =>
    SCHEDULE.test(String(member(value, key) ?? '').replace(NOT_USED, '')),
  );

/** A sentence that says of the part that it stands at that it is deprecated; other words are about other things. */
const SAYS_SO = [
  /(^[\s*_[(!-]*|[.!:]\s+|\*\*)(verouderd|uitgefaseerd|deprecated)\b/i,
  /[[(](verouderd|uitgefaseerd|deprecated)[\])]\s*$/i,
  /\bDEPRECATED\b/,
  /\b(dit|deze|de|het) (operatie|resource|attribuut|eigenschap|veld|parameter|waarde|header|schema) (is|wordt) (verouderd|vervallen|uitgefaseerd)\b/i,
  /\b(dit|deze|de|het) (operatie|attribuut|eigenschap|veld|parameter|waarde|header) (vervalt|verdwijnt)\b/i,
  /\b(this|the) (operation|attribute|property|field|parameter|value|header) (is|has been|will be) (deprecated|removed|withdrawn)\b/i,
];

/** A word of each of those: hardly a text has one. */
const WORDS = /verouderd|uitgefaseerd|deprecated|vervallen|vervalt|verdwijnt|removed|withdrawn/i;

const TEXTS = ['description', 'summary', 'title'];

const saysSo = (text: Json | undefined): boolean =>
  isString(text) && WORDS.test(text) && SAYS_SO.some(pattern => pattern.test(text));

/** Whether a part says in prose that it is deprecated, and not in data. */
export const isProseOnly = (value: Json): boolean =>
  member(value, 'deprecated') !== true &&
  member(value, 'x-zds-status') !== 'ingetrokken' &&
  TEXTS.some(name => saysSo(member(value, name)));

/** Values of an enumeration that are called deprecated where they are explained, and not in data. */
export function valuesInProse(value: Json): string[] {
  const described = member(value, 'x-enumDescriptions');
  if (!isObject(described) || member(value, 'deprecated') === true) return [];
  const known = new Set(deprecatedValues(value).map(one => String(one.value)));
  return Object.entries(described)
    .filter(([name, text]) => saysSo(text) && !known.has(name))
    .map(([name]) => name);
}
