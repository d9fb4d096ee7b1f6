import type { Evidence, Finding } from '../core/finding.ts';
import { isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import type { RuleOfVerdict } from '../core/rule.ts';
import { fill, type Lang } from '../core/text.ts';
import {
  BESIDE_WORDS,
  DIRECTION_WORDS,
  EVIDENCE_WORDS,
  NO_SET,
  RULE_WORDS,
  WITNESS_WORDS,
} from './labels.ts';

/**
 * What a verdict rests on, in one line; a witness stands beside it as JSON, ready to paste.
 *
 * @param rule the row that decides where no set does: it is named with where it is written and why
 */
export function evidenceOf(evidence: Evidence, lang: Lang, rule?: RuleOfVerdict): string {
  if (evidence.is === 'witness') return witnessWords(evidence, lang);
  if (evidence.is === 'stated' && rule)
    return fill(RULE_WORDS[lang], { rule: rule.id, source: rule.source, why: (rule.why ?? NO_SET)[lang] });
  const because = evidence.is === 'assumed' ? evidence.because : undefined;
  return fill(EVIDENCE_WORDS[evidence.is][lang], { because });
}

/** The rule of a finding. A report does not tell whether the reason of the rule holds for this very finding. */
export function groundOf({ rules }: Pick<Report, 'rules'>, { rule }: Finding): RuleOfVerdict | undefined {
  const row = rules[rule];
  return row && { id: row.id, source: row.source };
}

/** `POST /zaken, request: could be sent and is now refused`. */
function witnessWords({ at, beside = [] }: Witness, lang: Lang): string {
  const words = (at ? WITNESS_WORDS[at.direction][at.from] : EVIDENCE_WORDS.witness)[lang];
  const address = at && [
    at.operation,
    `${DIRECTION_WORDS[at.direction][lang]}${at.status ? ` ${at.status}` : ''}`,
  ];
  const where = address ? `${address.filter(one => one !== undefined).join(', ')}: ` : '';
  const places = beside.map(({ part, property = [] }) => [part, ...property].join('.'));
  return `${where}${words}${places.length > 0 ? fill(BESIDE_WORDS[lang], { beside: places }) : ''}`;
}

type Witness = Extract<Evidence, { readonly is: 'witness' }>;

/** The witness as JSON, in one line without an indent, what is very long in it cut short; `undefined` for any other evidence. */
export const witnessOf = (evidence: Evidence | undefined, indent = 0): string | undefined =>
  evidence?.is === 'witness'
    ? JSON.stringify(shorten(withoutEmptyParts(evidence.value)), undefined, indent)
    : undefined;

/** A message without the parts that have nothing in them: a body that is empty says something. */
const withoutEmptyParts = (value: Json): Json =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          ([part, inner]) => part === 'body' || !isObject(inner) || Object.keys(inner).length > 0,
        ),
      )
    : value;

/** Evidence with what is very long in its witness cut short. */
export const shortened = (evidence: Evidence): Evidence =>
  evidence.is === 'witness' ? { ...evidence, value: shorten(evidence.value) } : evidence;

/** More characters, or items, than this nobody reads. The report in JSON keeps them all. */
const LONGEST = 200;

/** A value with what is very long in it cut short. */
export function shorten(value: Json): Json {
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
