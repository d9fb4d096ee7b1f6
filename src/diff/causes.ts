import { createHash } from 'node:crypto';
import { AUDIENCES, isWorse, worst } from '../contract/exchange.ts';
import type { Audience, Evidence, Finding, Locus, SourceLocation, Verdict } from '../model/finding.ts';
import { canonicalText, isString, type Json } from '../model/json.ts';
import type { Args } from '../model/lang.ts';
import type { Node } from '../model/node.ts';
import { tokens } from '../model/pointer.ts';
import { idOf } from '../schema/position.ts';
import { locate } from '../source/index.ts';
import { ruleNamed } from './catalogue.ts';
import type { Comparison } from './comparison.ts';
import type { Fact } from './fact.ts';
import { componentOf } from './naming.ts';

/** Facts with one cause, and what they come to. */
export interface Cause {
  readonly rule: string;
  readonly names: readonly string[];
  readonly was?: Json;
  readonly now?: Json;
  readonly facts: readonly Fact[];
  readonly verdicts: Readonly<Record<Audience, Verdict>>;
  readonly evidence: Readonly<Record<Audience, Evidence>>;
  readonly isClean: Readonly<Record<Audience, boolean>>;
}

/** One edit shows in many places: what has the same rule, name and values is one cause (docs/engine.md). */
export function causesOf(facts: readonly Fact[]): Cause[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = canonicalText([fact.rule, fact.name, fact.was ?? null, fact.now ?? null]);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return fold([...groups.values()].flatMap(settle));
}

function settle(facts: readonly Fact[]): Cause[] {
  const [first] = facts;
  if (!first) return [];
  const [clients, providers] = AUDIENCES.map(audience => settleFor(audience, facts));
  if (!clients || !providers) return [];
  return [
    {
      rule: first.rule,
      names: [first.name],
      ...(first.was === undefined ? {} : { was: first.was }),
      ...(first.now === undefined ? {} : { now: first.now }),
      facts,
      verdicts: { clients: clients.verdict, providers: providers.verdict },
      evidence: { clients: clients.evidence, providers: providers.evidence },
      isClean: { clients: clients.isClean, providers: providers.isClean },
    },
  ];
}

/** So many places are tried before a cause is left without a witness. */
const MOST_PLACES = 8;

interface Settled {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly isClean: boolean;
}

/** The worst verdict of all places, with the best evidence for it. */
function settleFor(audience: Audience, facts: readonly Fact[]): Settled {
  const verdict = worst(facts.map(fact => fact[audience]));
  const gravest = facts.filter(fact => fact[audience] === verdict);
  const drawable = gravest.filter(
    fact => fact.draw !== undefined && fact.evidence[audience].is === 'unproved',
  );
  for (const fact of drawable.slice(0, MOST_PLACES)) {
    const drawn = fact.draw?.(audience, 'clean');
    if (drawn) return { verdict, ...drawn };
  }
  const masked = new Set<Fact>();
  for (const fact of drawable.slice(0, MOST_PLACES)) {
    const drawn = fact.draw?.(audience, 'any');
    if (drawn?.evidence.is === 'safe') masked.add(fact);
    else if (drawn) return { verdict, ...drawn };
  }
  const others = facts.filter(fact => !masked.has(fact));
  if (masked.size > 0 && others.length > 0) return settleFor(audience, others);
  if (masked.size > 0) return { verdict: 'info', evidence: { is: 'safe' }, isClean: true };
  const firm = gravest.find(fact => fact.evidence[audience].is !== 'unproved');
  if (firm) return { verdict, evidence: firm.evidence[audience], isClean: true };
  // A break needs a value or a stated row; without either it is a risk.
  return {
    verdict: verdict === 'breaking' ? 'warning' : verdict,
    evidence: { is: 'unproved' },
    isClean: true,
  };
}

/** The same change on so many names is one decision of whoever made it. */
const FOLD_FROM = 4;

/** Nobody has to decide on what breaks nothing: there two are enough. */
const FOLD_HARMLESS_FROM = 2;

const isHarmless = ({ verdicts }: Cause): boolean =>
  !isWorse(verdicts.clients, 'info') && !isWorse(verdicts.providers, 'warning');

function fold(causes: readonly Cause[]): Cause[] {
  const groups = new Map<string, Cause[]>();
  for (const cause of causes) {
    // The places keep their own verdicts: one decision may break one place and not another.
    const key = canonicalText([cause.rule, cause.was ?? null, cause.now ?? null]);
    const group = groups.get(key);
    if (group) group.push(cause);
    else groups.set(key, [cause]);
  }
  return [...groups.values()].flatMap(group => {
    const enough = group.every(isHarmless) ? FOLD_HARMLESS_FROM : FOLD_FROM;
    return group.length < enough ? joinAlike(group) : [foldOne(group)];
  });
}

/** One schema may stand under several names: what points at the same two places is the same edit. */
function joinAlike(group: readonly Cause[]): Cause[] {
  const joined: Cause[] = [];
  for (const cause of group) {
    const at = joined.findIndex(other => placesOf(other).some(place => placesOf(cause).includes(place)));
    const twin = joined[at];
    if (twin) joined[at] = foldOne([twin, cause]);
    else joined.push(cause);
  }
  return joined;
}

const placesOf = ({ facts }: Cause): string[] => facts.map(({ old, next }) => `${idOf(old)} ${idOf(next)}`);

function foldOne(group: readonly Cause[]): Cause {
  const [clients, providers] = AUDIENCES.map(audience => gravestOf(group, audience));
  const [first] = group;
  if (!first || !clients || !providers) throw new Error('nothing to fold');
  return {
    ...first,
    names: group.flatMap(({ names }) => names),
    facts: group.flatMap(({ facts }) => facts),
    verdicts: { clients: clients.verdicts.clients, providers: providers.verdicts.providers },
    evidence: { clients: clients.evidence.clients, providers: providers.evidence.providers },
    isClean: { clients: clients.isClean.clients, providers: providers.isClean.providers },
  };
}

/** The cause with the worst verdict, and of those the one with the best evidence. */
function gravestOf(group: readonly Cause[], audience: Audience): Cause | undefined {
  const verdict = worst(group.map(cause => cause.verdicts[audience]));
  const gravest = group.filter(cause => cause.verdicts[audience] === verdict);
  const witnessed = gravest.filter(cause => cause.evidence[audience].is === 'witness');
  return witnessed.find(cause => cause.isClean[audience]) ?? witnessed[0] ?? gravest[0];
}

export function findingOf(comparison: Comparison, cause: Cause, audience: Audience | 'both'): Finding {
  const { rule, names, was, now, facts, verdicts, evidence } = cause;
  const decisive =
    audience === 'both'
      ? worst(Object.values(verdicts)) === verdicts.clients
        ? 'clients'
        : 'providers'
      : audience;
  const [first] = facts;
  if (!first) throw new Error(`a cause without facts: ${rule}`);
  const args: Args = {
    name: names.length === 1 && names[0] !== undefined ? names[0] : names,
    ...(was === undefined ? {} : { was: sayValue(was) }),
    ...(now === undefined ? {} : { now: sayValue(now) }),
  };
  const verdict = verdicts[decisive];
  return {
    rule,
    severity: verdict === 'none' ? 'info' : verdict,
    args: needsValues(rule) ? { was: '–', now: '–', ...args } : args,
    affects: affected(facts),
    old: at(comparison, 'old', first.old),
    new: at(comparison, 'next', first.next),
    fingerprint: fingerprint(cause),
    surface: ruleNamed(rule).surface ?? 'wire',
    clients: verdicts.clients,
    providers: verdicts.providers,
    evidence: evidence[decisive],
  };
}

const needsValues = (rule: string): boolean => /\{(was|now)\}/.test(ruleNamed(rule).message.en);

const sayValue = (value: Json): string => (isString(value) ? value : JSON.stringify(value));

function affected(facts: readonly Fact[]): Locus[] {
  const found = new Map<string, Locus>();
  for (const { locus, clients, providers } of facts) {
    if (Object.keys(locus).length === 0) continue;
    const place = { ...locus, clients, providers };
    found.set(canonicalText(JSON.parse(JSON.stringify(place))), place);
  }
  return [...found.values()];
}

function at(comparison: Comparison, side: 'old' | 'next', node: Node): SourceLocation {
  const { document, messages } = comparison[side];
  const place = messages.pointAt(node);
  return locate(document, place.file.split('?')[0] ?? place.file, place.pointer);
}

/** Cause and nearest named schema: not the reach, so a new operation does not void a decision about this one. */
function fingerprint({ rule, names, was, now, facts }: Cause): string {
  const schemas = facts.map(({ old, next }) => nearestName(next) ?? nearestName(old) ?? '').sort();
  const text = canonicalText([rule, [...names].sort(), was ?? null, now ?? null, schemas[0] ?? '']);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function nearestName(node: Node): string | undefined {
  const path = tokens(node.pointer);
  const component = path.lastIndexOf('schemas');
  if (component >= 0 && path[component + 1] !== undefined) return path[component + 1];
  return componentOf({ ...node, pointer: '' });
}
