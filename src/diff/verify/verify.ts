import type { Locus } from '../../core/finding.ts';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../core/json.ts';
import { valueAt } from '../../core/pointer.ts';
import type { Lang, Text } from '../../core/text.ts';
import { fill } from '../../core/text.ts';
import { UserError } from '../../core/user-error.ts';
import { AUDIENCES } from '../../openapi/exchange.ts';
import type { Document } from '../../source/index.ts';
import { type Recheck, type RecheckOutcome, recheckBetween } from './recheck.ts';

/**
 * `holds`: sent by one version and refused by the other, for the named place alone or for places that it names.
 * `mixed`: so too, but refused for other places that it does not name. `fails`: no witness. `unknown`: nobody can tell.
 */
export type Verified = 'holds' | 'mixed' | 'fails' | 'unknown';

export interface VerifiedWitness {
  /** Of the finding; the id of a change for a message that a change shows. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly name: string;
  readonly outcome: Verified;
}

/**
 * Holds each witness of a report, and each message that one of its changes shows, against both documents, by ajv and the conventions alone: nothing is remembered of how
 * the witness was found.
 *
 * @param report what `zds diff --format json` wrote
 * @throws UserError `usage` where it is no report of a comparison
 */
export function verifyReport(old: Document, next: Document, report: Json): VerifiedWitness[] {
  const findings = member(report, 'findings');
  if (member(report, 'command') !== 'diff' || !isArray(findings)) {
    throw new UserError(
      'usage',
      { nl: 'dat is geen rapport van een vergelijking', en: 'that is no report of a comparison' },
      {
        nl: 'Schrijf er een met: zds diff OUD NIEUW --format json -o report.json',
        en: 'Write one with: zds diff OLD NEW --format json -o report.json',
      },
    );
  }
  const recheck = recheckBetween(old, next);
  const changes = member(report, 'changes');
  return [
    ...findings.filter(isObject).flatMap(finding => ofFinding(recheck, finding)),
    ...(isArray(changes) ? changes : [])
      .filter(isObject)
      .flatMap(change => ofChange(recheck, { ...change, places: placesOf(report, change) })),
  ];
}

function ofFinding(recheck: Recheck, finding: JsonObject): VerifiedWitness[] {
  const { evidence } = finding;
  if (member(evidence, 'is') !== 'witness') return [];
  const name = member(finding.args, 'name');
  return [
    {
      fingerprint: String(finding.fingerprint),
      rule: String(finding.rule),
      name: (isArray(name) ? name : [name]).filter(isString).join(', '),
      outcome: verify(
        recheck,
        lociOf(finding.affects),
        member(evidence, 'value'),
        member(evidence, 'beside'),
      ),
    },
  ];
}

/** The places of a change: a report that was written points to those of its findings, and one in memory has them. */
const placesOf = (report: Json, { places }: JsonObject): Json =>
  (isArray(places) ? places : [])
    .flatMap(group => member(group, 'places') ?? [])
    .map(place => (isString(place) ? (valueAt(report, place) ?? null) : place));

/** The messages that a change shows: one, or one for each audience that it breaks. */
const ofChange = (recheck: Recheck, change: JsonObject): VerifiedWitness[] => [
  ...shownBy(recheck, change),
  ...(isObject(change.other)
    ? shownBy(recheck, { ...change, evidence: null, illustration: null, ...change.other })
    : []),
];

/** A message that a change shows, held against the places of that change alone. */
function shownBy(recheck: Recheck, change: JsonObject): VerifiedWitness[] {
  const { illustration, evidence, places, rules } = change;
  const isWitness = member(evidence, 'is') === 'witness';
  const shown = isObject(illustration)
    ? { at: illustration.at, message: illustration.message, beside: illustration.beside }
    : { at: member(evidence, 'at'), message: member(evidence, 'value'), beside: member(evidence, 'beside') };
  if ((!isWitness && !isObject(illustration)) || !isArray(places) || places.length === 0) return [];
  const operation = member(shown.at, 'operation');
  const direction = member(shown.at, 'message') ?? member(shown.at, 'direction');
  const own = lociOf(places).filter(place => place.operation === operation && place.message === direction);
  return [
    {
      fingerprint: String(change.id),
      rule: (isArray(rules) ? rules : []).filter(isString).join(', '),
      name: String(member(change.subject, 'en') ?? ''),
      outcome: own.length === 0 ? 'fails' : verify(recheck, own, shown.message, shown.beside),
    },
  ];
}

const RANK: readonly RecheckOutcome[] = ['clean', 'mixed', 'none', 'unknown'];

const VERIFIED: Readonly<Record<RecheckOutcome, Verified>> = {
  clean: 'holds',
  mixed: 'mixed',
  none: 'fails',
  unknown: 'unknown',
};

function verify(
  recheck: Recheck,
  places: readonly Locus[],
  value: Json | undefined,
  beside: Json | undefined,
): Verified {
  if (value === undefined) return 'unknown';
  const outcomes = AUDIENCES.map(audience => recheck(audience, places, value, lociOf(beside)));
  return VERIFIED[RANK.find(one => outcomes.includes(one)) ?? 'unknown'];
}

/** The places of a report, as far as they are written as places are. */
const lociOf = (value: Json | undefined): Locus[] =>
  (isArray(value) ? value : []).filter(isObject).map(place => {
    const { operation, status, mediaType, message, part, property } = place;
    const parts = (['path', 'query', 'header', 'cookie', 'body'] as const).filter(one => one === part);
    return {
      ...(isString(operation) ? { operation } : {}),
      ...(message === 'request' || message === 'response' ? { message } : {}),
      ...(isString(status) ? { status } : {}),
      ...(isString(mediaType) ? { mediaType } : {}),
      ...(parts[0] === undefined ? {} : { part: parts[0] }),
      ...(isArray(property) ? { property: property.filter(isString) } : {}),
    };
  });

const WORDS: Readonly<Record<Verified, Text>> = {
  holds: { nl: 'klopt', en: 'holds' },
  mixed: {
    nl: 'klopt, maar wordt ook om iets anders geweigerd',
    en: 'holds, but is refused for something else too',
  },
  fails: { nl: 'klopt niet', en: 'does not hold' },
  unknown: { nl: 'niet te beoordelen', en: 'cannot be told' },
};

const TOTAL: Text = {
  nl: '{count} berichten: {holds} kloppen, {mixed} worden ook om iets anders geweigerd, {fails} kloppen niet, {unknown} niet te beoordelen',
  en: '{count} messages: {holds} hold, {mixed} are refused for something else too, {fails} do not hold, {unknown} cannot be told',
};

/** What was verified, for people: a line for each witness and one with the counts. */
export function sayVerified(verified: readonly VerifiedWitness[], lang: Lang): string {
  const count = (outcome: Verified): number => verified.filter(one => one.outcome === outcome).length;
  const lines = verified.map(
    ({ fingerprint, rule, name, outcome }) => `${fingerprint} ${rule} ${name}: ${WORDS[outcome][lang]}`,
  );
  const total = fill(TOTAL[lang], {
    count: verified.length,
    holds: count('holds'),
    mixed: count('mixed'),
    fails: count('fails'),
    unknown: count('unknown'),
  });
  return `${[...lines, total].join('\n')}\n`;
}
