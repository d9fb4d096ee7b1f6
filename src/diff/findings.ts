import { digest } from '../core/digest.ts';
import type { Audience, Finding, Locus, Severity, SourceLocation } from '../core/finding.ts';
import { canonicalText, isArray, isString, type Json } from '../core/json.ts';
import { type Node, originOf } from '../core/node.ts';
import { placeKey } from '../core/place-key.ts';
import { tokens } from '../core/pointer.ts';
import { sortedBy } from '../core/sequence.ts';
import type { Args } from '../core/text.ts';
import { AUDIENCES, worst } from '../openapi/exchange.ts';
import { locate } from '../source/index.ts';
import { surfaceOf } from './catalogue.ts';
import type { AssessedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import { nameOf } from './naming.ts';
import { suggestRenames } from './renames.ts';
import { valueTexts } from './stated-change.ts';
import type { ChangeGroup, Witnessed } from './witness-causes.ts';

/** Whose verdicts are the severities, and what a configuration makes of them. */
export interface SeverityOptions {
  /** Whose verdict is the severity of a finding; `clients` when absent. */
  readonly audience?: Audience | 'both';
  /** Other severities, by rule; `off` leaves a rule out. What is proved safe is not made graver. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** The last phase: findings with the severities that are asked for, gravest first. */
export function findingsIn(
  comparison: Comparison,
  { groups }: Pick<Witnessed, 'groups'>,
  { audience = 'clients', severities = {} }: SeverityOptions,
): Finding[] {
  const findings = groups.map(group => findingOf(comparison, group, audience));
  const wanted = suggestRenames(findings).flatMap(finding => {
    const severity = severities[finding.rule];
    if (severity === 'off') return [];
    return [severity === undefined ? finding : byPolicy(finding, severity, audience)];
  });
  return wanted.sort((left, right) => ORDER[left.severity] - ORDER[right.severity]);
}

/**
 * A finding with the severity of a configuration. A graver severity makes the verdict graver as well, save where it is proved
 * that all goes well; a lighter one leaves the verdict, which is a fact.
 */
function byPolicy(finding: Finding, severity: Severity, audience: Audience | 'both'): Finding {
  if (ORDER[severity] >= ORDER[finding.severity]) return { ...finding, severity };
  if (finding.evidence?.is === 'safe') return finding;
  const who =
    audience === 'both' ? (AUDIENCES.find(one => finding[one] === finding.severity) ?? 'clients') : audience;
  return { ...finding, severity, [who]: severity === 'error' ? 'breaking' : severity };
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, breaking: 1, warning: 2, info: 3 };

export function findingOf(comparison: Comparison, group: ChangeGroup, audience: Audience | 'both'): Finding {
  const { rule, names, was, now, changes, verdicts, evidence } = group;
  const decisive =
    audience === 'both'
      ? worst(Object.values(verdicts)) === verdicts.clients
        ? 'clients'
        : 'providers'
      : audience;
  const [first] = changes;
  const args: Args = {
    name: names.length === 1 && names[0] !== undefined ? names[0] : names,
    ...sayValues(was, now),
    ...(first.isRequired ? { required: 'required' } : {}),
  };
  const verdict = verdicts[decisive];
  return {
    rule,
    severity: verdict === 'none' ? 'info' : verdict,
    args,
    affects: affected(changes, verdicts),
    old: locationOf(comparison, 'old', first.old),
    new: locationOf(comparison, 'next', first.next),
    fingerprint: fingerprintOf(group),
    surface: surfaceOf(rule),
    clients: verdicts.clients,
    providers: verdicts.providers,
    evidence: evidence[decisive],
    ...announcedOf(changes),
  };
}

/** What was announced of all that one finding tells; of several things nothing is said unless it is the same. */
function announcedOf(changes: ChangeGroup['changes']): Pick<Finding, 'announced'> {
  const [{ announced }, ...others] = changes;
  const text = JSON.stringify(announced);
  return announced && others.every(one => JSON.stringify(one.announced) === text) ? { announced } : {};
}

/** Values as a sentence shows them: a list of plain values as a list. */
function sayValues(was: Json | undefined, now: Json | undefined): Args {
  const texts = valueTexts(was, now);
  const say = (value: Json | undefined, text: string | undefined): string | readonly string[] | undefined =>
    isArray(value) && value.every(one => typeof one !== 'object')
      ? value.map(one => (isString(one) ? one : JSON.stringify(one)))
      : text;
  const [before, after] = [say(was, texts.was), say(now, texts.now)];
  return { ...(before === undefined ? {} : { was: before }), ...(after === undefined ? {} : { now: after }) };
}

/** The places of a finding, those inside what is expanded last: there a resource is shown that is another's. */
function affected(
  changes: readonly AssessedChange[],
  { clients, providers }: ChangeGroup['verdicts'],
): Locus[] {
  const found = new Map<string, Locus>();
  for (const { locus } of changes) {
    if (Object.keys(locus).length === 0) continue;
    const key = placeKey(locus);
    if (!found.has(key)) found.set(key, { ...locus, clients, providers });
  }
  return sortedBy([...found.values()], distance);
}

/** How far a place is from the resource that the operation is about. */
const distance = ({ property = [] }: Locus): number =>
  property.includes('_expand') ? 1000 + property.length : property.filter(step => step !== '[]').length;

export function locationOf(comparison: Comparison, side: 'old' | 'next', node: Node): SourceLocation {
  const { document, messages } = comparison[side];
  const place = messages.pointAt(originOf(node));
  return locate(document, place.file, place.pointer);
}

/** Cause and nearest named schema: not the reach, so a new operation does not void a decision about this one. */
export function fingerprintOf(group: ChangeGroup): string {
  const known = fingerprints.get(group) ?? findFingerprint(group);
  fingerprints.set(group, known);
  return known;
}

const fingerprints = new WeakMap<ChangeGroup, string>();

function findFingerprint({ rule, names, was, now, changes }: ChangeGroup): string {
  // One pair of nodes stands at many places.
  const nexts = new Set(changes.map(({ next }) => next));
  const olds = new Set(changes.flatMap(({ old, next }) => (nearestName(next) === undefined ? [old] : [])));
  const schemas = [
    ...[...nexts].flatMap(node => nearestName(node) ?? []),
    ...[...olds].map(node => nearestName(node) ?? ''),
  ].sort();
  const [{ clients, providers }] = changes;
  const cause = [rule, [...names].sort(), was ?? null, now ?? null, schemas[0] ?? ''];
  const text = canonicalText([...cause, clients, providers]);
  return digest(text);
}

function nearestName(node: Node): string | undefined {
  if (!nearestNames.has(node)) nearestNames.set(node, findNearestName(node));
  return nearestNames.get(node);
}

const nearestNames = new WeakMap<Node, string | undefined>();

function findNearestName(node: Node): string | undefined {
  const path = tokens(node.pointer);
  const component = path.lastIndexOf('schemas');
  if (component >= 0 && path[component + 1] !== undefined) return path[component + 1];
  return nameOf({ file: node.file, pointer: '' });
}
