import type { Change } from '../../core/change.ts';
import type { Audience, Severity, Surface, Verdict } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { worst } from '../../openapi/exchange.ts';
import { eventsOf } from './events.ts';
import { groupBySubject, idOfGroup, type Part, type SubjectGroup } from './group.ts';
import { illustrationOf } from './illustration.ts';
import { gravestOperations, groupPlaces } from './places.ts';
import { subjectsOf } from './subject.ts';
import { subjectText, titleText } from './title.ts';

/** The findings of a report as changes, gravest first: by verdict, then by the number of operations that carry it. */
export function changesOf(
  report: Report,
  comparison: Comparison,
  audience: Audience | 'both' = 'clients',
): Change[] {
  const groups = groupBySubject(report.findings, subjectsOf(comparison));
  return groups.map(group => changeOf(report, comparison, group, audience)).sort(byGravity);
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
  const rankOf = (part: Part): number => RANK[severityOf(part, audience)];
  const parts = [...group.parts].sort((one, other) => rankOf(one) - rankOf(other));
  const [first] = parts;
  if (!first) throw new Error('a change without findings');
  const places = groupPlaces(parts.flatMap(part => part.places));
  const verdictFor = (audience: 'clients' | 'providers'): Verdict =>
    worst(parts.map(part => partVerdict(part, audience)));
  const illustration = illustrationOf(comparison, parts, places);
  const subject = subjectText(group.subject, group.others.length);
  const events = eventsOf(report, group.subject, parts);
  const surfaces = new Set(parts.map(({ finding }) => finding.surface ?? 'wire'));
  const severity = severityOf(first, audience);
  const { evidence, old, new: next } = first.finding;
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
    ...(evidence ? { evidence } : {}),
    ...(illustration ? { illustration } : {}),
    ...(old ? { old } : {}),
    ...(next ? { new: next } : {}),
  };
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
