import type { Change } from '../../core/change.ts';
import type { Audience, Severity, Surface, Verdict } from '../../core/finding.ts';
import { placeKey } from '../../core/place-key.ts';
import type { Report } from '../../core/report.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { fingerprintOf, locationOf } from '../../diff/findings.ts';
import { STATED_RULES } from '../../diff/rules/index.ts';
import type { ChangeGroup } from '../../diff/witness-causes.ts';
import { worst } from '../../openapi/exchange.ts';
import { eventsOf } from './events.ts';
import { groupBySubject, idOfGroup, type Part, type SubjectGroup } from './group.ts';
import { illustrationOf } from './illustration.ts';
import { gravestOperations, groupPlaces } from './places.ts';
import { subjectsOf } from './subject.ts';
import { subjectText, titleText } from './title.ts';

/**
 * The findings of a report as changes, gravest first: by verdict, then by the number of operations that carry it.
 *
 * @param causes what the findings were made of: where each of several subjects of one finding stands
 */
export function changesOf(
  report: Report,
  comparison: Comparison,
  audience: Audience | 'both' = 'clients',
  causes: readonly ChangeGroup[] = [],
): Change[] {
  const groups = groupBySubject(report.findings, subjectsOf(comparison));
  const locationsOf = partLocations(comparison, causes);
  return groups
    .map(group => {
      const change = changeOf(report, comparison, group, audience);
      const part = group.parts.find(({ finding }) => finding.fingerprint === change.findings[0]);
      return { ...change, ...(part ? locationsOf(part) : {}) };
    })
    .sort(byGravity);
}

/** Where a part stands in both documents: a finding about several subjects has one place of its own for each. */
function partLocations(
  comparison: Comparison,
  causes: readonly ChangeGroup[],
): (part: Part) => Pick<Change, 'old' | 'new'> {
  const byFingerprint = new Map(causes.map(cause => [fingerprintOf(cause), cause]));
  return ({ finding, places }) => {
    if (places.length === finding.affects.length) return {};
    const wanted = new Set(places.map(placeKey));
    const fact = byFingerprint
      .get(finding.fingerprint)
      ?.changes.find(({ locus }) => wanted.has(placeKey(locus)));
    if (!fact) return {};
    return {
      old: locationOf(comparison, 'old', fact.old),
      new: locationOf(comparison, 'next', fact.next),
    };
  };
}

const RANK: Readonly<Record<Severity | Verdict, number>> = {
  error: 0,
  breaking: 1,
  warning: 2,
  info: 3,
  none: 4,
};

const byGravity = (one: Change, other: Change): number =>
  RANK[one.severity] - RANK[other.severity] ||
  RANK[one.clients] - RANK[other.clients] ||
  RANK[one.providers] - RANK[other.providers] ||
  other.operations.length - one.operations.length;

const SURFACES: readonly Surface[] = ['wire', 'source', 'text'];

function changeOf(
  report: Report,
  comparison: Comparison,
  group: SubjectGroup,
  audience: Audience | 'both',
): Change {
  const parts = [...group.parts].sort(
    (one, other) =>
      RANK[severityOf(one, audience)] - RANK[severityOf(other, audience)] ||
      RANK[partVerdict(one, 'clients')] - RANK[partVerdict(other, 'clients')] ||
      RANK[partVerdict(one, 'providers')] - RANK[partVerdict(other, 'providers')],
  );
  const [first] = parts;
  if (!first) throw new Error('a change without findings');
  const places = groupPlaces(parts.flatMap(part => part.places));
  const verdictFor = (audience: 'clients' | 'providers'): Verdict =>
    worst(parts.map(part => partVerdict(part, audience)));
  const illustration = illustrationOf(comparison, parts, places);
  const subject = subjectText(group.subject, group.others);
  const events = eventsOf(report, group.subject, parts);
  const surfaces = new Set(parts.map(({ finding }) => finding.surface ?? 'wire'));
  const severity = severityOf(first, audience);
  const { evidence, old, new: next, announced } = first.finding;
  return {
    id: idOfGroup(group),
    kind: group.subject.kind,
    subject,
    title: titleText(subject, events),
    events,
    severity,
    clients: verdictFor('clients'),
    providers: verdictFor('providers'),
    surface: SURFACES.find(one => surfaces.has(one)) ?? 'wire',
    findings: parts.map(({ finding }) => finding.fingerprint),
    rules: [...new Set(parts.map(({ finding }) => finding.rule))],
    places,
    operations: gravestOperations(places),
    ...(evidence ? { evidence, ...groundOf(report, first) } : {}),
    ...(illustration ? { illustration } : {}),
    ...(old ? { old } : {}),
    ...(next ? { new: next } : {}),
    ...(announced?.sunset === undefined ? {} : { sunset: announced.sunset }),
  };
}

/** The rule that a verdict rests on, where it is stated and not worked out. */
function groundOf(report: Report, { finding }: Part): Pick<Change, 'ground'> {
  const rule = finding.evidence?.is === 'stated' ? report.rules[finding.rule] : undefined;
  if (!rule) return {};
  const { id, source, why } = rule;
  // What is written at a rule of schemas tells why its gravest case breaks, and that is not this one.
  return { ground: { id, source, ...(STATED_RULES.some(row => row.id === id) ? { why } : {}) } };
}

const partVerdict = ({ finding, places }: Part, audience: 'clients' | 'providers'): Verdict =>
  places.length === 0 ? (finding[audience] ?? 'none') : worst(places.map(place => place[audience] ?? 'none'));

/** What the finding is for this subject: its own severity, unless other places are the reason for it. */
function severityOf(part: Part, audience: Audience | 'both'): Severity {
  const { finding } = part;
  const asked = audience === 'both' ? (['clients', 'providers'] as const) : ([audience] as const);
  const whole = worst(asked.map(one => finding[one] ?? 'none'));
  const isByVerdict = finding.severity === (whole === 'none' ? 'info' : whole);
  if (!isByVerdict || part.places.length === 0) return finding.severity;
  const own = worst(asked.map(one => partVerdict(part, one)));
  return own === 'none' ? 'info' : own;
}
