import type { Illustration } from '../core/change.ts';
import type { Evidence, Finding, Locus, WitnessAddress } from '../core/finding.ts';
import { isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import type { RuleOfVerdict } from '../core/rule.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { visible } from '../core/visible.ts';
import {
  BESIDE_WORDS,
  DIRECTION_WORDS,
  ELSEWHERE_WORDS,
  EVIDENCE_WORDS,
  EXAMPLE_WORDS,
  MESSAGE_WORDS,
  NO_SET,
  PART_WORDS,
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
  if (evidence.is === 'unproved' && evidence.elsewhere) {
    const at = addressOf({ ...evidence.elsewhere, message: evidence.elsewhere.direction }, lang);
    return fill(ELSEWHERE_WORDS[lang], { at });
  }
  if (evidence.is === 'stated' && rule)
    return fill(RULE_WORDS[lang], { rule: rule.id, source: rule.source, why: (rule.why ?? NO_SET)[lang] });
  const because = evidence.is === 'assumed' ? evidence.because : undefined;
  const words = fill(EVIDENCE_WORDS[evidence.is][lang], { because });
  return evidence.is === 'assumed' && rule?.why ? `${words}: ${rule.why[lang]}` : words;
}

/** The rule of a finding. A report does not tell whether the reason of the rule holds for this very finding. */
export function groundOf({ rules }: Pick<Report, 'rules'>, { rule }: Finding): RuleOfVerdict | undefined {
  const row = rules[rule];
  return row && { id: row.id, source: row.source };
}

/** `POST /zaken, request: could be sent and is now refused`. */
function witnessWords({ at, beside = [] }: Witness, lang: Lang): string {
  const said = at
    ? `${addressOf({ ...at, message: at.direction }, lang)}: ${outcomeOf(at, lang)}`
    : EVIDENCE_WORDS.witness[lang];
  return beside.length > 0 ? `${said}; ${besideWords(beside, lang)}` : said;
}

/** The address of a message: `POST /zaken, request`, `GET /zaken, response 200`. */
export function addressOf({ operation, message, status }: Locus, lang: Lang): string {
  const word = message && DIRECTION_WORDS[message][lang];
  const parts = [operation, word && `${word}${status ? ` ${status}` : ''}`];
  return visible(parts.filter(part => part !== undefined).join(', '));
}

/** A place in a message, in words: `POST /zaken, request, verlenging.reden`, `GET /zaken, request, query parameter page`. */
function placeIn(locus: Locus, lang: Lang): string {
  const { mediaType, part, property = [] } = locus;
  const word = part === undefined || (part === 'body' && property.length > 0) ? '' : PART_WORDS[part][lang];
  const named = [word, visible(property.join('.').replaceAll('.[]', '[]'))].filter(one => one !== '');
  const parts = [
    addressOf(locus, lang),
    mediaType === undefined || mediaType === 'application/json' ? '' : visible(mediaType),
    named.join(' '),
  ];
  return parts.filter(one => one !== '').join(', ');
}

/** The places of a finding, each once, in words. */
export const placesIn = ({ affects }: Pick<Finding, 'affects'>, lang: Lang): string[] => [
  ...new Set(affects.map(locus => placeIn(locus, lang))),
];

/**
 * What becomes of a message, for every format and for every kind of message that is shown.
 *
 * @param edit what sets it apart, in words: `without “toelichting”`
 * @param basis whether that is an edit of an example of the document
 */
export function outcomeOf(
  { direction, from }: Pick<WitnessAddress, 'direction' | 'from'>,
  lang: Lang,
  edit?: Text,
  basis: Illustration['basis'] = 'example',
): string {
  const words = WITNESS_WORDS[direction][from][lang];
  const around = basis === 'example' ? EXAMPLE_WORDS : MESSAGE_WORDS;
  return edit ? fill(around[lang], { edit: visible(edit[lang]), words }) : words;
}

/** The places that a message is refused for as well. */
export const besideWords = (beside: readonly Locus[], lang: Lang): string =>
  fill(BESIDE_WORDS[lang], {
    beside: beside.map(({ part, property = [] }) => visible([part, ...property].join('.'))),
  });

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
