import type { Evidence } from '../core/finding.ts';
import { isArray, isObject, isString, type Json } from '../core/json.ts';
import { fill, type Lang } from '../core/text.ts';
import { EVIDENCE_WORDS } from './labels.ts';

/** What a verdict rests on, in one line; a witness stands beside it as JSON, ready to paste. */
export function evidenceOf(evidence: Evidence, lang: Lang): string {
  if (evidence.is === 'witness' && evidence.beside?.length) {
    const beside = evidence.beside.map(({ part, property = [] }) => [part, ...property].join('.'));
    return fill(EVIDENCE_WORDS.together[lang], { beside });
  }
  const because = evidence.is === 'assumed' ? evidence.because : undefined;
  return fill(EVIDENCE_WORDS[evidence.is][lang], { because });
}

/** The witness as JSON, in one line without an indent, what is very long in it cut short; `undefined` for any other evidence. */
export const witnessOf = (evidence: Evidence | undefined, indent = 0): string | undefined =>
  evidence?.is === 'witness' ? JSON.stringify(shorten(evidence.value), undefined, indent) : undefined;

/** Evidence with what is very long in its witness cut short. */
export const shortened = (evidence: Evidence): Evidence =>
  evidence.is === 'witness' ? { ...evidence, value: shorten(evidence.value) } : evidence;

/** More characters, or items, than this nobody reads. The report in JSON keeps them all. */
const LONGEST = 200;

function shorten(value: Json): Json {
  if (isString(value))
    return value.length > LONGEST ? `${value.slice(0, 40)}… (${[...value].length})` : value;
  if (isArray(value)) {
    const items = value.length > LONGEST ? [...value.slice(0, 3), `… (${value.length})`] : value;
    return items.map(shorten);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, shorten(inner)]])),
  );
}
