import { digest } from '../../core/digest.ts';
import type { Finding, Locus, Verdict } from '../../core/finding.ts';
import { isWorse, worst } from '../../openapi/exchange.ts';
import { withVerdicts } from './places.ts';
import type { Subject, Subjects } from './subject.ts';

/** What one finding says about one subject. */
export interface Part {
  readonly finding: Finding;
  /** With the verdicts that hold there: never worse than that of the finding. */
  readonly places: readonly Locus[];
}

/** All that is said about one subject, before it is put into words. */
export interface SubjectGroup {
  readonly subject: Subject;
  /** Other subjects of which exactly the same is said. */
  readonly others: readonly Subject[];
  readonly parts: readonly Part[];
}

/** A finding about more subjects than this is one edit made everywhere: it stays one change. */
const MOST_SUBJECTS = 12;

/** An edit of texts alone is read once, however many places it has. */
const MOST_TEXT_SUBJECTS = 1;

/** Findings by subject; operations of which the same is said are one group. */
export function groupBySubject(findings: readonly Finding[], subjects: Subjects): SubjectGroup[] {
  const groups = new Map<string, { subject: Subject; others: Subject[]; parts: Part[] }>();
  for (const finding of findings) {
    for (const { subject, others, part } of partsOf(finding, subjects)) {
      const group = groups.get(subject.key);
      if (group) group.parts.push(part);
      else groups.set(subject.key, { subject, others: [...others], parts: [part] });
    }
  }
  return joinAlike([...groups.values()]);
}

interface SubjectPart {
  readonly subject: Subject;
  readonly others: readonly Subject[];
  readonly part: Part;
}

function partsOf(finding: Finding, subjects: Subjects): SubjectPart[] {
  const places = placesOf(finding);
  if (places.length === 0) {
    const subject = subjects.ofFinding(finding);
    return [{ subject, others: [], part: { finding, places } }];
  }
  const found = new Map<string, { subject: Subject; places: Locus[] }>();
  for (const place of places) {
    const subject = subjects.ofPlace(finding, place);
    const known = found.get(subject.key);
    if (known) known.places.push(place);
    else found.set(subject.key, { subject, places: [place] });
  }
  const all = [...found.values()];
  const most = finding.surface === 'text' ? MOST_TEXT_SUBJECTS : MOST_SUBJECTS;
  const [first, ...rest] = all;
  const isOperation = all.every(({ subject }) => subject.kind === 'operation');
  if (first && all.length > most && !(isOperation && finding.surface !== 'text')) {
    const subject = { ...first.subject, key: `${finding.fingerprint} ${first.subject.key}` };
    return [{ subject, others: rest.map(one => one.subject), part: { finding, places } }];
  }
  return all.map(one => ({ subject: one.subject, others: [], part: { finding, places: one.places } }));
}

/**
 * The places of a finding, each with the verdict that holds there. A place was assessed by itself; the finding says what
 * is left of that once a message was looked for, or what a configuration makes of it.
 */
function placesOf(finding: Finding): Locus[] {
  const clients = heldTo(finding.affects, 'clients', finding.clients);
  const providers = heldTo(finding.affects, 'providers', finding.providers);
  return finding.affects.map(place =>
    withVerdicts(place, {
      clients: clients(place.clients ?? finding.clients ?? 'none'),
      providers: providers(place.providers ?? finding.providers ?? 'none'),
    }),
  );
}

function heldTo(
  places: readonly Locus[],
  audience: 'clients' | 'providers',
  resolved: Verdict | undefined,
): (verdict: Verdict) => Verdict {
  const gravest = worst(places.map(place => place[audience] ?? 'none'));
  return verdict => {
    if (resolved === undefined) return verdict;
    if (isWorse(verdict, resolved)) return resolved;
    return verdict === gravest && isWorse(resolved, gravest) ? resolved : verdict;
  };
}

function joinAlike(groups: readonly SubjectGroup[]): SubjectGroup[] {
  const joined = new Map<string, SubjectGroup>();
  for (const group of groups) {
    const { subject, parts } = group;
    const said = parts.map(({ finding }) => finding.fingerprint).sort();
    const key =
      subject.kind === 'operation' ? `operation ${subject.part ?? ''} ${said.join(' ')}` : subject.key;
    const match = joined.get(key);
    joined.set(key, match ? merge(match, group) : group);
  }
  return [...joined.values()];
}

const merge = (one: SubjectGroup, other: SubjectGroup): SubjectGroup => ({
  subject: one.subject,
  others: [...one.others, other.subject],
  parts: one.parts.map(part => {
    const match = other.parts.find(({ finding }) => finding === part.finding);
    return { finding: part.finding, places: [...part.places, ...(match?.places ?? [])] };
  }),
});

/** Another one as soon as the subject, or anything that is said about it, is another. */
export function idOfGroup({ subject, parts }: SubjectGroup): string {
  const text = [
    subject.kind,
    subject.name,
    subject.part ?? '',
    ...parts.map(({ finding }) => finding.fingerprint).sort(),
  ];
  return digest(JSON.stringify(text));
}
