import { type Finding, type Locus, SEVERITIES, type Severity, type SourceLocation } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { type Counted, counted } from '../core/plural.ts';
import type { Report } from '../core/report.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';
import { placesIn } from './evidence.ts';
import { LABELS } from './labels.ts';
import { countsOf, someOf } from './reporter.ts';

/** What one rule has found of one severity: what to do first. Rows add up to the counts of the report. */
export interface RuleSummary {
  readonly rule: string;
  readonly severity: Severity;
  /** Of findings: one of them may have several places. */
  readonly count: number;
  readonly places: number;
  readonly first: Finding;
  /** Findings of one sentence have one cause: what to do, and where. */
  readonly causes: readonly Cause[];
}

interface Cause {
  readonly message: string;
  readonly places: readonly FindingPlace[];
}

/** Where a finding stands, or where it stands as well. */
export interface FindingPlace {
  readonly at: SourceLocation | undefined;
  readonly affects: readonly Locus[];
  readonly finding: Finding;
}

export const placesOf = (finding: Finding): FindingPlace[] => [
  { at: finding.new, affects: finding.affects, finding },
  ...(finding.also ?? []).map(at => ({ at, affects: [], finding })),
];

/** The operations that reach a place, three of them by name; empty where none does. */
export const reachOf = ({ affects }: FindingPlace, lang: Lang): string =>
  affects.length > 0 ? `${LABELS.reach[lang]} ${someOf(placesIn({ affects }, lang), 3, lang, '; ')}` : '';

/** More places of a rule than this nobody reads; `--all` shows them. */
const MOST_PLACES = 10;

/** A row for each rule and severity: what the Design Rules and OpenAPI demand first, then what happens most. */
export function summaryOf(report: Report, lang: Lang): RuleSummary[] {
  const byRule = groupedBy(report.findings, ({ rule, severity }) => `${severity} ${rule}`);
  return [...byRule.values()]
    .map(findings => {
      const [first] = findings;
      const { rule, severity } = first;
      const causes = causesOf(report, findings, lang);
      const places = countPlaces(causes);
      return { rule, severity, count: findings.length, places, first, causes };
    })
    .sort(
      (left, right) =>
        SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
        right.count - left.count ||
        (left.rule < right.rule ? -1 : 1),
    );
}

const countPlaces = (causes: readonly Cause[]): number =>
  causes.reduce((sum, { places }) => sum + places.length, 0);

function causesOf(report: Report, findings: readonly Finding[], lang: Lang): Cause[] {
  const bySentence = groupedBy(findings, finding => messageOf(report, finding, lang));
  return [...bySentence]
    .map(([message, same]) => ({ message, places: same.flatMap(placesOf) }))
    .sort((left, right) => right.places.length - left.places.length);
}

/** The causes of a rule with at most ten places among them, and how many places are left out. */
export function shownOf(
  causes: readonly Cause[],
  all: boolean,
): { readonly causes: readonly Cause[]; readonly hidden: number } {
  if (all) return { causes, hidden: 0 };
  const shown: Cause[] = [];
  let left = MOST_PLACES;
  for (const cause of causes) {
    const places = cause.places.slice(0, left);
    left -= places.length;
    if (places.length > 0) shown.push({ ...cause, places });
  }
  return { causes: shown, hidden: countPlaces(causes) - countPlaces(shown) };
}

export const PLACES: Counted = {
  nl: { one: '1 plaats', other: '{count} plaatsen' },
  en: { one: '1 place', other: '{count} places' },
};

export const MORE_PLACES: Counted = {
  nl: { one: 'en nog 1 plaats (--all toont alles)', other: 'en nog {count} plaatsen (--all toont alles)' },
  en: { one: 'and 1 more place (--all shows all)', other: 'and {count} more places (--all shows all)' },
};

const FULFILLED: Text = {
  nl: 'Design Rules: {passed} voldaan, {violated} geschonden, {unjudged} hier niet te beoordelen',
  en: 'Design Rules: {passed} met, {violated} violated, {unjudged} that cannot be judged here',
};

const KNOWN: Counted = {
  nl: { one: '1 bevinding had de basis al', other: '{count} bevindingen had de basis al' },
  en: { one: 'the base had 1 finding already', other: 'the base had {count} findings already' },
};

const NONE_KNOWN: Text = { nl: 'Geen daarvan had de basis al.', en: 'The base had none of these.' };

const EXCUSED: Counted = {
  nl: { one: '1 plaats verontschuldigd', other: '{count} plaatsen verontschuldigd' },
  en: { one: '1 place excused', other: '{count} places excused' },
};

const BY_ROWS: Counted = {
  nl: { one: 'door 1 uitzondering', other: 'door {count} uitzonderingen' },
  en: { one: 'by 1 exception', other: 'by {count} exceptions' },
};

/** How many findings the base had too; nothing where there is none to speak of. */
function knownLines({ known, findings }: Report, lang: Lang): string[] {
  if (known === 0) return findings.length > 0 ? [NONE_KNOWN[lang]] : [];
  return known === undefined ? [] : [`${counted(known, KNOWN, lang)}.`];
}

/** How it stands with the document as a whole, in a few lines. */
export function headLines(report: Report, lang: Lang): string[] {
  const { designRules } = report;
  return [
    countsOf(report, lang),
    ...(designRules ? [fill(FULFILLED[lang], { ...designRules })] : []),
    ...knownLines(report, lang),
  ];
}

/** `409 places excused by 101 exceptions`; `undefined` where nothing is. */
export function excusedLine(report: Report, lang: Lang): string | undefined {
  const { suppressed } = report;
  if (suppressed.length === 0) return undefined;
  const rows = new Set(suppressed.map(({ finding, by, reason }) => `${finding.rule} ${by} ${reason}`)).size;
  return `${counted(suppressed.length, EXCUSED, lang)} ${counted(rows, BY_ROWS, lang)}`;
}
