import { createHash } from 'node:crypto';
import type { Audience, Evidence, Finding, Locus, SourceLocation, Verdict } from '../core/finding.ts';
import { canonicalText, isArray, isString, type Json } from '../core/json.ts';
import { type Node, originOf } from '../core/node.ts';
import { tokens } from '../core/pointer.ts';
import type { Args } from '../core/text.ts';
import { idOf } from '../json-schema/reading.ts';
import { isWorse, worst } from '../openapi/exchange.ts';
import { locate } from '../source/index.ts';
import { surfaceOf } from './catalogue.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';
import { componentOf } from './naming.ts';

/** Facts with one cause, and what they come to. */
export interface ChangeGroup {
  readonly rule: string;
  readonly names: readonly string[];
  readonly was?: Json;
  readonly now?: Json;
  readonly facts: Some<Change>;
  readonly verdicts: Readonly<Record<Audience, Verdict>>;
  readonly evidence: Readonly<Record<Audience, Evidence>>;
  /** Whether the witness is refused at the named place only. */
  readonly isClean: Readonly<Record<Audience, boolean>>;
}

/** One edit shows in many places: what has the same rule, name and values is one cause (docs/engine.md). */
export function groupChanges(facts: readonly Change[]): ChangeGroup[] {
  // What breaks stands apart: a group holds one verdict for each audience, and so do its places.
  const named = groupsBy(joinValues(facts), fact => [...editOf(fact), fact.name]);
  const edits = groupsBy(named, ([fact]) => editOf(fact));
  return edits.flatMap(edit => {
    if (edit.length >= FOLD_FROM) return [resolveGroup(edit)];
    const causes = joinAlike(edit).map(resolveGroup);
    return edit.length >= FOLD_HARMLESS_FROM && causes.every(isHarmless) ? [resolveGroup(edit)] : causes;
  });
}

/** What the same decision gives: rule, values and what it means for whom. */
const editOf = ({ rule, was, now, isRequired, clients, providers }: Change): Json[] => [
  rule,
  was ?? null,
  now ?? null,
  isRequired ?? false,
  clients,
  providers,
];

const VALUE_RULES: ReadonlySet<string> = new Set(['enum-value-added', 'enum-value-removed']);

/** Values that come to, or go from, one enumeration at one place are one change. */
function joinValues(facts: readonly Change[]): Change[] {
  const groups = groupsBy(
    facts.map((fact, index) => ({ fact, index })),
    ({ fact: { rule, name, locus, clients, providers }, index }) =>
      VALUE_RULES.has(rule) ? [rule, name, locusKey(locus), clients, providers] : index,
  );
  return groups.map(group => {
    const [{ fact: first }, ...others] = group;
    if (others.length === 0) return first;
    const all = group.map(({ fact }) => fact);
    const list = (side: 'was' | 'now') => {
      const values = all.flatMap(fact => (fact[side] === undefined ? [] : [fact[side]]));
      return values.length > 0 ? { [side]: values } : {};
    };
    const draw: Change['draw'] = (audience, wanted) => {
      for (const fact of all) {
        const drawn = fact.draw?.(audience, wanted);
        if (drawn) return drawn;
      }
      return undefined;
    };
    return { ...first, ...list('was'), ...list('now'), draw };
  });
}

const locusKey = (locus: Locus): Json => JSON.parse(JSON.stringify(locus)) as Json;

/** At least one of something. */
type Some<T> = readonly [T, ...T[]];

function groupsBy<T>(items: readonly T[], keyOf: (item: T) => Json): Some<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = canonicalText(keyOf(item));
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** The same change on so many names is one decision of whoever made it. */
const FOLD_FROM = 4;

/** Nobody has to decide on what breaks nothing: there two are enough. */
const FOLD_HARMLESS_FROM = 2;

const isHarmless = ({ verdicts }: ChangeGroup): boolean =>
  !isWorse(verdicts.clients, 'info') && !isWorse(verdicts.providers, 'warning');

/** One schema may stand under several names: what points at the same two places is the same edit. */
function joinAlike(edit: Some<Some<Change>>): Some<Some<Change>>[] {
  const joined: [Some<Change>, ...Some<Change>[]][] = [];
  for (const facts of edit) {
    const places = new Set(facts.map(placeOf));
    const twin = joined.find(group => group.flat().some(fact => places.has(placeOf(fact))));
    if (twin) twin.push(facts);
    else joined.push([facts]);
  }
  return joined;
}

const placeOf = ({ old, next }: Change): string => `${idOf(old)} ${idOf(next)}`;

/** What facts of one edit, grouped by name, come to. */
function resolveGroup(edit: Some<Some<Change>>): ChangeGroup {
  const [[first]] = edit;
  const [clients, providers] = [resolveVerdict('clients', edit), resolveVerdict('providers', edit)];
  return {
    rule: first.rule,
    names: edit.map(([{ name }]) => name),
    ...(first.was === undefined ? {} : { was: first.was }),
    ...(first.now === undefined ? {} : { now: first.now }),
    facts: [first, ...edit.flat().slice(1)],
    verdicts: { clients: clients.verdict, providers: providers.verdict },
    evidence: { clients: clients.evidence, providers: providers.evidence },
    isClean: { clients: clients.isClean, providers: providers.isClean },
  };
}

/** So many places are tried before a cause is left without a witness. */
const MOST_PLACES = 8;

interface ResolvedVerdict {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly isClean: boolean;
}

/** The worst verdict of all names, with the best evidence for it: one clean witness is enough for them all. */
function resolveVerdict(audience: Audience, edit: Some<Some<Change>>): ResolvedVerdict {
  const worstPossible = worst(edit.flat().map(fact => fact[audience]));
  const settled: ResolvedVerdict[] = [];
  for (const facts of edit) {
    const one = resolveNamed(audience, facts);
    if (one.verdict === worstPossible && one.evidence.is === 'witness' && one.isClean) return one;
    settled.push(one);
  }
  const verdict = worst(settled.map(one => one.verdict));
  const gravest = settled.filter(one => one.verdict === verdict);
  const witnessed = gravest.filter(({ evidence }) => evidence.is === 'witness');
  const best = witnessed.find(({ isClean }) => isClean) ?? witnessed[0] ?? gravest[0];
  if (!best) throw new Error('nothing to settle');
  return best;
}

/** The worst verdict of all places, with the best evidence for it. */
function resolveNamed(audience: Audience, facts: readonly Change[]): ResolvedVerdict {
  const verdict = worst(facts.map(fact => fact[audience]));
  const gravest = facts.filter(fact => fact[audience] === verdict);
  const drawable = gravest
    .filter(fact => fact.draw !== undefined && fact.evidence[audience].is === 'unproved')
    .sort((one, other) => (one.depth ?? 0) - (other.depth ?? 0))
    .slice(0, MOST_PLACES);
  for (const fact of drawable) {
    const drawn = fact.draw?.(audience, 'clean');
    if (drawn) return { verdict, ...drawn };
  }
  const masked = new Map<Change, Evidence>();
  for (const fact of drawable) {
    const drawn = fact.draw?.(audience, 'any');
    if (drawn && drawn.evidence.is !== 'witness') masked.set(fact, drawn.evidence);
    else if (drawn) return { verdict, ...drawn };
  }
  if (masked.size > 0) return besideMasked(audience, facts, masked);
  const firm = gravest.find(fact => fact.evidence[audience].is !== 'unproved');
  if (firm) return { verdict, evidence: firm.evidence[audience], isClean: true };
  // A break needs a value or a stated row; without either it is a risk.
  return {
    verdict: verdict === 'breaking' ? 'warning' : verdict,
    evidence: { is: 'unproved' },
    isClean: true,
  };
}

/** The verdict where whole messages are accepted at some places: of what is left, or of what is lost there, if worse. */
function besideMasked(
  audience: Audience,
  facts: readonly Change[],
  masked: ReadonlyMap<Change, Evidence>,
): ResolvedVerdict {
  const lost = [...masked.values()].find(({ is }) => is === 'assumed');
  const least: ResolvedVerdict = lost
    ? { verdict: 'warning', evidence: lost, isClean: true }
    : { verdict: 'info', evidence: { is: 'safe' }, isClean: true };
  const others = facts.filter(fact => !masked.has(fact));
  const found = others.length > 0 ? resolveNamed(audience, others) : least;
  return isWorse(least.verdict, found.verdict) ? least : found;
}

export function findingOf(comparison: Comparison, cause: ChangeGroup, audience: Audience | 'both'): Finding {
  const { rule, names, was, now, facts, verdicts, evidence } = cause;
  const decisive =
    audience === 'both'
      ? worst(Object.values(verdicts)) === verdicts.clients
        ? 'clients'
        : 'providers'
      : audience;
  const [first] = facts;
  const args: Args = {
    name: names.length === 1 && names[0] !== undefined ? names[0] : names,
    ...(was === undefined ? {} : { was: sayValue(was) }),
    ...(now === undefined ? {} : { now: sayValue(now) }),
    ...(first.isRequired ? { required: 'required' } : {}),
  };
  const verdict = verdicts[decisive];
  return {
    rule,
    severity: verdict === 'none' ? 'info' : verdict,
    args,
    affects: affected(facts, verdicts),
    old: locationOf(comparison, 'old', first.old),
    new: locationOf(comparison, 'next', first.next),
    fingerprint: fingerprint(cause),
    surface: surfaceOf(rule),
    clients: verdicts.clients,
    providers: verdicts.providers,
    evidence: evidence[decisive],
  };
}

/** A value as a sentence shows it: a list of plain values as a list. */
function sayValue(value: Json): string | readonly string[] {
  const say = (one: Json): string => (isString(one) ? one : JSON.stringify(one));
  return isArray(value) && value.every(one => typeof one !== 'object') ? value.map(say) : say(value);
}

/** The places of a finding, those inside what is expanded last: there a resource is shown that is another's. */
function affected(facts: readonly Change[], { clients, providers }: ChangeGroup['verdicts']): Locus[] {
  const found = new Map<string, Locus>();
  for (const { locus } of facts) {
    if (Object.keys(locus).length === 0) continue;
    const place = { ...locus, clients, providers };
    // Loci are made in one place, with their members in one order.
    found.set(JSON.stringify(place), place);
  }
  return [...found.values()].sort((one, other) => distance(one) - distance(other));
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
function fingerprint({ rule, names, was, now, facts }: ChangeGroup): string {
  const schemas = facts.map(({ old, next }) => nearestName(next) ?? nearestName(old) ?? '').sort();
  const [{ clients, providers }] = facts;
  const cause = [rule, [...names].sort(), was ?? null, now ?? null, schemas[0] ?? ''];
  const text = canonicalText([...cause, clients, providers]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function nearestName(node: Node): string | undefined {
  const path = tokens(node.pointer);
  const component = path.lastIndexOf('schemas');
  if (component >= 0 && path[component + 1] !== undefined) return path[component + 1];
  return componentOf({ ...node, pointer: '' });
}
