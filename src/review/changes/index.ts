import type { Change } from '../../core/change.ts';
import type { Finding, Severity, Surface, Verdict } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { messageOf } from '../../core/wording.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { worst } from '../../openapi/exchange.ts';
import { type Group, groupBySubject, idOfGroup, type Part } from './group.ts';
import { listPhrase, phraseOf } from './phrases.ts';
import { gravestOperations, groupPlaces, whenOf } from './places.ts';
import { subjectsOf } from './subject.ts';
import { subjectText, titleText } from './title.ts';

/** The findings of a report as changes, gravest first: by verdict, then by the number of operations that carry it. */
export function changesOf(report: Report, comparison: Comparison): Change[] {
  const groups = groupBySubject(report.findings, subjectsOf(comparison));
  return groups.map(group => changeOf(report, group)).sort(byGravity);
}

const RANK: Readonly<Record<Severity | Verdict, number>> = { error: 0, breaking: 1, warning: 2, info: 3, none: 4 };

export const byGravity = (one: Change, other: Change): number =>
  RANK[one.severity] - RANK[other.severity] ||
  RANK[one.clients] - RANK[other.clients] ||
  RANK[one.providers] - RANK[other.providers] ||
  other.operations.length - one.operations.length;

const SURFACES: readonly Surface[] = ['wire', 'source', 'text'];

function changeOf(report: Report, group: Group): Change {
  const parts = [...group.parts].sort((one, other) => RANK[severityOf(one)] - RANK[severityOf(other)]);
  const [first] = parts;
  if (!first) throw new Error('a change without findings');
  const places = groupPlaces(parts.flatMap(part => part.places));
  const verdictFor = (audience: 'clients' | 'providers'): Verdict =>
    worst(parts.map(part => partVerdict(part, audience)));
  const subject = subjectText(group.subject, group.others.length);
  const events = eventsOf(report, parts, group.subject.part === 'inhoud');
  const surfaces = new Set(parts.map(({ finding }) => finding.surface ?? 'wire'));
  const severity = parts.map(severityOf).reduce((one, other) => (RANK[other] < RANK[one] ? other : one));
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
    ...(old ? { old } : {}),
    ...(next ? { new: next } : {}),
  };
}

const partVerdict = ({ finding, places }: Part, audience: 'clients' | 'providers'): Verdict =>
  places.length === 0
    ? (finding[audience] ?? 'none')
    : worst(places.map(place => place[audience] ?? 'none'));

/** What the finding is for this subject: its own severity, unless other places are the reason for it. */
function severityOf(part: Part): Severity {
  const { finding } = part;
  const reasons = (['clients', 'providers'] as const).filter(audience => finding[audience] === finding.severity);
  if (reasons.length === 0 || part.places.length === 0) return finding.severity;
  const own = worst(reasons.map(audience => partVerdict(part, audience)));
  return own === 'none' ? 'info' : own;
}

/** A phrase for each finding; what differs in one word only is told together. */
function eventsOf(report: Report, parts: readonly Part[], isBody: boolean): Text[] {
  const byRule = new Map<string, Finding[]>();
  for (const { finding } of parts) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const replaced = replacedStatus(byRule);
  const renamed = uriBecomesText(byRule);
  const events = [...byRule].flatMap(([rule, findings]): Text[] => {
    if (replaced && /^success-status-/.test(rule)) return rule === 'success-status-removed' ? [replaced] : [];
    if (renamed && /^(format-loosened|max-length-tightened)$/.test(rule))
      return rule === 'format-loosened' ? [renamed] : [];
    const listed = listPhrase(rule, findings.map(({ args }) => args));
    if (listed) return [listed];
    return findings.map(finding => {
      if (isBody && rule.startsWith('required-')) return BODY_REQUIRED[rule] ?? BODY_REQUIRED.other;
      const when = whenOf(parts.filter(part => part.finding === finding).flatMap(part => part.places));
      const message = { nl: messageOf(report, finding, 'nl'), en: messageOf(report, finding, 'en') };
      return phraseOf(rule, finding.args, message, when);
    });
  });
  return events.filter((event, index) => events.findIndex(({ nl }) => nl === event.nl) === index);
}

const BODY_REQUIRED: Readonly<Record<string, Text>> & { readonly other: Text } = {
  'required-added': { nl: 'inhoud wordt verplicht', en: 'the body becomes required' },
  'required-removed': { nl: 'inhoud is niet meer verplicht', en: 'the body is no longer required' },
  other: { nl: 'inhoud verandert', en: 'the body changes' },
};

/** A reference that gives way to a name is one event, whatever keywords tell it. */
function uriBecomesText(byRule: ReadonlyMap<string, readonly Finding[]>): Text | undefined {
  const [format, length] = ['format-loosened', 'max-length-tightened'].map(rule => byRule.get(rule)?.[0]?.args);
  if (format?.was !== 'uri' || length?.was !== '–') return undefined;
  const most = String(length.now);
  return {
    nl: `was een URI, wordt tekst van hooguit ${most} tekens`,
    en: `was a URI, becomes a text of at most ${most} characters`,
  };
}

/** One success status in the place of another is one event. */
function replacedStatus(byRule: ReadonlyMap<string, readonly Finding[]>): Text | undefined {
  const [removed, added] = ['success-status-removed', 'success-status-added'].map(rule => byRule.get(rule));
  if (removed?.length !== 1 || added?.length !== 1) return undefined;
  const [was, now] = [removed[0]?.args.name, added[0]?.args.name].map(String);
  return { nl: `antwoord ${was} wordt ${now}`, en: `answer ${was} becomes ${now}` };
}
