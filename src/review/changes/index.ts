import { audienceOf, type Change, type OtherBreak, type PlaceGroup } from '../../core/change.ts';
import type { Audience, Severity, Surface, Verdict } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { locationOf } from '../../diff/findings.ts';
import type { Witnessed } from '../../diff/witness-causes.ts';
import { AUDIENCES, worst } from '../../openapi/exchange.ts';
import { gravityOf } from '../../report/marks.ts';
import { eventsOf, inShort } from './events.ts';
import { groundOf } from './ground.ts';
import { groupBySubject, idOfGroup, type SubjectGroup } from './group.ts';
import { illustrationOf } from './illustration.ts';
import { causesOf, evidenceGiver, type OwnEvidence, type ShownPart } from './own-evidence.ts';
import { gravestOperations, groupPlaces, placeFirst } from './places.ts';
import type { ChangesOf } from './spots.ts';
import { subjectsOf } from './subject.ts';
import { isNamedAsSeveral, subjectText, titleText } from './title.ts';

/**
 * The findings of a report as changes, gravest first: by verdict, then by the number of operations that carry it.
 *
 * @param witnessed what the findings were made of: where each of several subjects of one finding stands, and how it is shown
 */
export function changesOf(
  report: Report,
  comparison: Comparison,
  audience: Audience | 'both',
  witnessed: Witnessed,
): Change[] {
  const causes = causesOf(witnessed);
  const differing: ChangesOf = ({ fingerprint }) =>
    (causes.get(fingerprint) ?? []).flatMap(({ changes }) => changes);
  const groups = groupBySubject(report.findings, subjectsOf(comparison, differing));
  const shown = evidenceGiver(comparison, witnessed, causes);
  return groups
    .map(group => changeOf(report, comparison, { ...group, parts: group.parts.map(shown) }, audience))
    .sort(byGravity);
}

/** All that is said about one subject, with what each part rests on. */
interface ShownGroup extends SubjectGroup {
  readonly parts: readonly ShownPart[];
}

const RANK: Readonly<Record<Severity | Verdict, number>> = {
  error: 0,
  breaking: 1,
  warning: 2,
  info: 3,
  none: 4,
};

/** What breaks for whoever is asked about stands first; then the order of the marks, which people see. */
const byGravity = (one: Change, other: Change): number =>
  Number(isBreak(other)) - Number(isBreak(one)) ||
  gravityOf(one) - gravityOf(other) ||
  RANK[one.severity] - RANK[other.severity] ||
  other.operations.length - one.operations.length;

const isBreak = ({ severity }: Change): boolean => severity === 'error' || severity === 'breaking';

const SURFACES: readonly Surface[] = ['wire', 'source', 'text'];

function changeOf(
  report: Report,
  comparison: Comparison,
  group: ShownGroup,
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
  const verdictFor = (asked: Audience): Verdict => worst(parts.map(part => partVerdict(part, asked)));
  const [clients, providers] = [verdictFor('clients'), verdictFor('providers')];
  const concerned = audienceOf({ clients, providers });
  const groups = groupPlaces(parts.flatMap(part => part.places));
  const shown = illustrationOf(comparison, concerned, parts, groups);
  const isOfBoth = clients === 'breaking' && providers === 'breaking';
  const isBroken = clients === 'breaking' || providers === 'breaking';
  const deciding = decidingPart(parts, concerned);
  const places = placeFirst(groups, shown?.place ?? deciding.own[concerned].place ?? first.places[0]);
  const subject = subjectText(group.subject, group.others);
  const isSeveral = isNamedAsSeveral(group.subject, group.others);
  const { all: events, texts } = eventsOf(report, { subject: group.subject, isSeveral }, parts);
  // A text beside something else has no room in a title.
  const titled = events.slice(0, events.length - texts);
  const surfaces = new Set(parts.map(({ finding }) => finding.surface ?? 'wire'));
  const { announced } = first.finding;
  return {
    id: idOfGroup(group),
    kind: group.subject.kind,
    subject,
    title: titleText(subject, titled.length > 0 ? titled : events, inShort(parts)),
    events,
    severity: severityOf(first, audience),
    clients,
    providers,
    surface: SURFACES.find(one => surfaces.has(one)) ?? 'wire',
    findings: parts.map(({ finding }) => finding.fingerprint),
    rules: [...new Set(parts.map(({ finding }) => finding.rule))],
    places,
    operations: gravestOperations(places),
    audience: concerned,
    ...restsOn(report, parts, deciding, concerned),
    ...(shown ? { illustration: shown.illustration } : {}),
    ...(isOfBoth ? { other: otherBreak(report, comparison, parts, groups, concerned) } : {}),
    ...locationsOf(comparison, first),
    ...(!isBroken && parts.some(({ isUnpromised }) => isUnpromised) ? { isUnpromised: true as const } : {}),
    ...(announced?.sunset === undefined ? {} : { sunset: announced.sunset }),
  };
}

/** Where a part stands in both documents: a finding about several subjects has one place of its own for each. */
function locationsOf(
  comparison: Comparison,
  { finding, places, first }: ShownPart,
): Pick<Change, 'old' | 'new'> {
  const { old, new: next } =
    first && places.length < finding.affects.length
      ? { old: locationOf(comparison, 'old', first.old), new: locationOf(comparison, 'next', first.next) }
      : finding;
  return { ...(old ? { old } : {}), ...(next ? { new: next } : {}) };
}

/** How much of a verdict is shown by each kind of evidence: a message first. */
const STRENGTH = ['witness', 'stated', 'assumed', 'safe', 'unproved'];

const strengthOf = ({ evidence }: OwnEvidence): number => STRENGTH.indexOf(evidence?.is ?? 'unproved');

/** The part that carries the verdict for an audience, and of several the one that shows it best. */
function decidingPart(parts: readonly ShownPart[], audience: Audience): ShownPart {
  const verdict = worst(parts.map(part => partVerdict(part, audience)));
  const carrying = parts.filter(part => partVerdict(part, audience) === verdict);
  const [best] = carrying.toSorted(
    (one, other) => strengthOf(one.own[audience]) - strengthOf(other.own[audience]),
  );
  if (!best) throw new Error('a change without findings');
  return best;
}

/** What the first verdict rests on, and the convention that the other one does. */
function restsOn(
  report: Report,
  parts: readonly ShownPart[],
  deciding: ShownPart,
  concerned: Audience,
): Pick<Change, 'evidence' | 'ground' | 'assumed'> {
  const other = otherThan(concerned);
  const beside = decidingPart(parts, other).own[other].evidence;
  return {
    ...evidenceFor(report, deciding, concerned),
    ...(beside?.is === 'assumed' ? { assumed: beside.because } : {}),
  };
}

const otherThan = (audience: Audience): Audience => (audience === 'clients' ? 'providers' : 'clients');

/** What the verdict of a part rests on for an audience, and the rule where one states it. */
function evidenceFor(
  report: Report,
  part: ShownPart,
  audience: Audience,
): Pick<Change, 'evidence' | 'ground'> {
  const { evidence } = part.own[audience];
  return {
    ...(evidence ? { evidence } : {}),
    ...(evidence?.is === 'stated' || evidence?.is === 'assumed'
      ? groundOf(report, part.finding, audience)
      : {}),
  };
}

/** What shows a break for those whose verdict does not come first. */
function otherBreak(
  report: Report,
  comparison: Comparison,
  parts: readonly ShownPart[],
  groups: readonly PlaceGroup[],
  concerned: Audience,
): OtherBreak {
  const audience = otherThan(concerned);
  const shown = illustrationOf(comparison, audience, parts, groups);
  return {
    audience,
    ...evidenceFor(report, decidingPart(parts, audience), audience),
    ...(shown ? { illustration: shown.illustration } : {}),
  };
}

const partVerdict = ({ finding, places }: ShownPart, audience: Audience): Verdict =>
  places.length === 0 ? (finding[audience] ?? 'none') : worst(places.map(place => place[audience] ?? 'none'));

/** What the finding is for this subject: its own severity, unless other places are the reason for it. */
function severityOf(part: ShownPart, audience: Audience | 'both'): Severity {
  const { finding } = part;
  const asked = audience === 'both' ? AUDIENCES : [audience];
  const whole = worst(asked.map(one => finding[one] ?? 'none'));
  const isByVerdict = finding.severity === (whole === 'none' ? 'info' : whole);
  if (!isByVerdict || part.places.length === 0) return finding.severity;
  const own = worst(asked.map(one => partVerdict(part, one)));
  return own === 'none' ? 'info' : own;
}
