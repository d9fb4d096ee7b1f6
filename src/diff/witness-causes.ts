import type { Audience, Evidence, Verdict } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import { isWorse, worst } from '../openapi/exchange.ts';
import type { AssessedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { Cause, Edit, Grouped, Some } from './group.ts';
import type { MessagePair } from './message-pair.ts';
import { differenceOf, walk } from './walk.ts';
import { buildWitness, type FoundEvidence, maskedBy, type WitnessQuality } from './witness.ts';

/** Changes with one cause, and what they come to. */
export interface ChangeGroup {
  readonly rule: string;
  readonly names: readonly string[];
  readonly was?: Json;
  readonly now?: Json;
  readonly changes: Some<AssessedChange>;
  readonly verdicts: Readonly<Record<Audience, Verdict>>;
  readonly evidence: Readonly<Record<Audience, Evidence>>;
  /** Whether the witness is refused at the named place only. */
  readonly isClean: Readonly<Record<Audience, boolean>>;
  /** For which of the changes the witness was built, from 0; absent where the evidence is no witness. */
  readonly shownBy: Readonly<Partial<Record<Audience, number>>>;
}

/** What the fourth phase gives. */
export interface Witnessed extends Omit<Grouped, 'edits'> {
  readonly groups: readonly ChangeGroup[];
}

export interface Context {
  readonly comparison: Comparison;
  readonly messages: readonly MessagePair[];
}

/** Looks for a message that shows what is still unproved, and says what each cause comes to with it. */
export function witnessCauses(comparison: Comparison, { messages, edits, equivalent }: Grouped): Witnessed {
  const context = { comparison, messages };
  return { messages, equivalent, groups: edits.flatMap(edit => witnessEdit(context, edit)) };
}

/** Nobody has to decide on what breaks nothing: there two names are enough for one finding. */
const FOLD_HARMLESS_FROM = 2;

function witnessEdit(context: Context, { whole, causes }: Edit): ChangeGroup[] {
  const groups = causes.map(cause => witnessCause(context, cause));
  const isFolded = groups.length > 1 && whole.length >= FOLD_HARMLESS_FROM && groups.every(isHarmless);
  return isFolded ? [witnessCause(context, whole)] : groups;
}

const isHarmless = ({ verdicts }: ChangeGroup): boolean =>
  !isWorse(verdicts.clients, 'info') && !isWorse(verdicts.providers, 'warning');

function witnessCause(context: Context, cause: Cause): ChangeGroup {
  const [[first]] = cause;
  const all = cause.flat();
  const [clients, providers] = [
    resolveVerdict(context, 'clients', cause),
    resolveVerdict(context, 'providers', cause),
  ];
  return {
    rule: first.rule,
    names: cause.map(([{ name }]) => name),
    ...(first.was === undefined ? {} : { was: first.was }),
    ...(first.now === undefined ? {} : { now: first.now }),
    changes: [first, ...all.slice(1)],
    verdicts: { clients: clients.verdict, providers: providers.verdict },
    evidence: { clients: clients.evidence, providers: providers.evidence },
    isClean: { clients: clients.isClean, providers: providers.isClean },
    shownBy: {
      ...(clients.shownBy ? { clients: all.indexOf(clients.shownBy) } : {}),
      ...(providers.shownBy ? { providers: all.indexOf(providers.shownBy) } : {}),
    },
  };
}

/**
 * What some of the changes of a cause come to by themselves. The cause has one witness, which stands at one place; whoever
 * reads about other places is shown a message of these. The verdict is lighter than that of the cause only where whole
 * messages are proved to be accepted here, and never because no message was found.
 */
export function resolveAmong(
  context: Context,
  audience: Audience,
  { verdicts, evidence, changes, shownBy }: ChangeGroup,
  own: readonly AssessedChange[],
): ResolvedVerdict {
  const [verdict, shown] = [verdicts[audience], changes[shownBy[audience] ?? -1]];
  const whole = {
    verdict,
    evidence: evidence[audience],
    isClean: true,
    ...(shown ? { shownBy: shown } : {}),
  };
  if (own.length === changes.length || (shown && own.includes(shown)) || whole.evidence.is === 'unproved')
    return whole;
  const found = resolveNamed(context, audience, own, MOST_OWN_PLACES);
  if (found.evidence.is !== 'unproved')
    return isWorse(found.verdict, verdict) ? { ...found, verdict } : found;
  const { evidence: elsewhere } = whole;
  const at = elsewhere.is === 'witness' ? elsewhere.at : undefined;
  return { verdict, evidence: { is: 'unproved', ...(at ? { elsewhere: at } : {}) }, isClean: true };
}

/** So many places are tried before a cause is left without a witness. */
const MOST_PLACES = 8;

/** And so many of the places of one subject, of a cause that has a witness elsewhere: it is known what to look for. */
const MOST_OWN_PLACES = 2;

export interface ResolvedVerdict extends FoundEvidence {
  readonly verdict: Verdict;
  /** The change that the witness was built for. */
  readonly shownBy?: AssessedChange;
}

/** The worst verdict of all names, with the best evidence for it: one clean witness is enough for them all. */
function resolveVerdict(context: Context, audience: Audience, cause: Cause): ResolvedVerdict {
  const worstPossible = worst(cause.flat().map(change => change[audience]));
  const resolved: ResolvedVerdict[] = [];
  for (const changes of cause) {
    const one = resolveNamed(context, audience, changes);
    if (one.verdict === worstPossible && one.evidence.is === 'witness' && one.isClean) return one;
    resolved.push(one);
  }
  const verdict = worst(resolved.map(one => one.verdict));
  const gravest = resolved.filter(one => one.verdict === verdict);
  const witnessed = gravest.filter(({ evidence }) => evidence.is === 'witness');
  const best = witnessed.find(({ isClean }) => isClean) ?? witnessed[0] ?? gravest[0];
  if (!best) throw new Error('a cause without changes');
  return best;
}

/** The worst verdict of all places, with the best evidence for it. */
function resolveNamed(
  context: Context,
  audience: Audience,
  changes: readonly AssessedChange[],
  most = MOST_PLACES,
): ResolvedVerdict {
  const verdict = worst(changes.map(change => change[audience]));
  const gravest = changes.filter(change => change[audience] === verdict);
  const open = gravest
    .filter(({ differences, evidence }) => differences.length > 0 && evidence[audience].is === 'unproved')
    .sort((one, other) => one.depth - other.depth)
    .slice(0, most);
  for (const change of open) {
    const found = evidenceFor(context, audience, change, 'clean');
    if (found) return { verdict, ...found, shownBy: change };
  }
  const masked = new Map<AssessedChange, Evidence>();
  for (const change of open) {
    const found = evidenceFor(context, audience, change, 'any');
    if (found && found.evidence.is !== 'witness') masked.set(change, found.evidence);
    else if (found) return { verdict, ...found, shownBy: change };
  }
  if (masked.size > 0) return besideMasked(context, audience, changes, masked, most);
  const firm = gravest.find(change => change.evidence[audience].is !== 'unproved');
  if (firm) return { verdict, evidence: firm.evidence[audience], isClean: true };
  // A break needs a value or a stated row; without either it is a risk.
  return {
    verdict: verdict === 'breaking' ? 'warning' : verdict,
    evidence: { is: 'unproved' },
    isClean: true,
  };
}

/** A message that shows one of the differences of a change, or what shows that whole messages are accepted all the same. */
function evidenceFor(
  { comparison, messages }: Context,
  audience: Audience,
  change: AssessedChange,
  wanted: WitnessQuality,
): FoundEvidence | undefined {
  for (const { leaves, ...id } of change.differences) {
    const spot = differenceOf(comparison, messages, id);
    if (!spot) continue;
    const others = walk(comparison, spot.message).spots.filter(other => other !== spot);
    const found = buildWitness(comparison, spot, audience, leaves[audience], wanted, others);
    if (found) return found;
    const evidence = wanted === 'any' ? maskedBy(comparison, spot, audience) : undefined;
    if (evidence) return { evidence, isClean: true };
  }
  return undefined;
}

/** The verdict where whole messages are accepted at some places: of what is left, or of what is lost there, if worse. */
function besideMasked(
  context: Context,
  audience: Audience,
  changes: readonly AssessedChange[],
  masked: ReadonlyMap<AssessedChange, Evidence>,
  most: number,
): ResolvedVerdict {
  const lost = [...masked.values()].find(({ is }) => is === 'assumed');
  const least: ResolvedVerdict = lost
    ? { verdict: 'warning', evidence: lost, isClean: true }
    : { verdict: 'info', evidence: { is: 'safe' }, isClean: true };
  const others = changes.filter(change => !masked.has(change));
  const found = others.length > 0 ? resolveNamed(context, audience, others, most) : least;
  return isWorse(least.verdict, found.verdict) ? least : found;
}
