import type { Audience, Evidence, WitnessAddress } from '../core/finding.ts';
import { isArray, isObject, type Json, member } from '../core/json.ts';
import { accepts } from '../json-schema/algebra/accepts.ts';
import { memberOf } from '../json-schema/algebra/alternative.ts';
import { includes } from '../json-schema/algebra/includes.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { embed } from '../json-schema/counterexample/embed.ts';
import { sample } from '../json-schema/counterexample/sample.ts';
import { readAs, type Term } from '../json-schema/reading.ts';
import type { Workspace } from '../json-schema/workspace.ts';
import { exchangeFor, hiddenIn } from '../openapi/exchange.ts';
import type { Comparison } from './comparison.ts';
import type { LocatedDifference } from './message-pair.ts';
import { locusAt } from './naming.ts';
import { rolesAt } from './walk.ts';

/** `clean`: a witness that is refused at the named place only, or none at all. */
export type WitnessQuality = 'clean' | 'any';

export interface FoundEvidence {
  readonly evidence: Evidence;
  /** Whether the consumer refuses the value at the named place and nowhere else. */
  readonly isClean: boolean;
}

/** Whole messages tried for one leaf. */
const MOST_DRAFTS = 12;

/** Messages looked through for those: what one branch refuses, each of the others may accept. */
const MOST_MESSAGES = 512;

/** Repairs tried for one place. */
const MOST_REPAIRS = 4;

/**
 * Puts a leaf into a whole message and has it validated: a witness is what ajv accepts on the producer's side and refuses
 * on the consumer's. To compile a message for ajv costs more than to ask the algebra, so it is the algebra that tells a
 * clean one, and only that is validated where a clean one is wanted.
 */
export function buildWitness(
  comparison: Comparison,
  spot: LocatedDifference,
  audience: Audience,
  leaves: readonly Json[],
  wanted: WitnessQuality,
  others: readonly LocatedDifference[],
): FoundEvidence | undefined {
  const { producer, consumer } = roots(comparison, spot, audience);
  const { validate, space } = comparison;
  const isAccepted = (value: Json): boolean => accepts(space, [consumer], value);
  const isWitness = (value: Json): boolean =>
    validate(producer, value).isValid === true && validate(consumer, value).isValid === false;
  for (const { value, isRefused } of draftsOf(space, producer, consumer, spot, leaves)) {
    const repaired = [...repairsOf(comparison, spot, audience, value)];
    const isClean = repaired.some(isAccepted);
    if (wanted === 'clean' && !(isRefused && isClean)) continue;
    if (!isWitness(value)) continue;
    const beside = isClean ? [] : besides(comparison, audience, repaired, others, isAccepted);
    const places = beside.map(other => locusAt(other.message, placeOf(other)));
    const at = addressOf(spot, audience);
    return { evidence: { is: 'witness', value, ...(isClean ? {} : { beside: places }), at }, isClean };
  }
  return undefined;
}

interface Draft {
  readonly value: Json;
  /** Whether the algebra says that the consumer refuses it. */
  readonly isRefused: boolean;
}

/** Whole messages with a leaf in its place, each once. */
function* draftsOf(
  space: Workspace,
  producer: Term,
  consumer: Term,
  { steps }: LocatedDifference,
  leaves: readonly Json[],
): Generator<Draft> {
  for (const leaf of leaves)
    yield* draftsAmong(embed(space, [producer], [consumer], steps, leaf), value =>
      accepts(space, [consumer], value),
    );
}

/** Messages that the algebra says are refused, and those that it says are not, no more of either than are tried. */
function* draftsAmong(messages: Iterable<Json>, isAccepted: (value: Json) => boolean): Generator<Draft> {
  const seen = new Set<string>();
  const counts = { refused: 0, accepted: 0 };
  for (const value of messages) {
    const text = JSON.stringify(value);
    if (seen.has(text)) continue;
    seen.add(text);
    const isRefused = !isAccepted(value);
    counts[isRefused ? 'refused' : 'accepted'] += 1;
    if (seen.size > MOST_MESSAGES || counts.refused > MOST_DRAFTS) return;
    if (isRefused || counts.accepted <= MOST_DRAFTS) yield { value, isRefused };
  }
}

function addressOf({ message }: LocatedDifference, audience: Audience): WitnessAddress {
  const { operation, status, mediaType } = message.locus;
  const { producer } = exchangeFor(audience, message.kind, message.isOutbound);
  return {
    ...(operation === undefined ? {} : { operation }),
    direction: message.kind,
    ...(status === undefined ? {} : { status }),
    ...(mediaType === undefined ? {} : { mediaType }),
    from: producer === 'old' ? 'old' : 'new',
  };
}

/**
 * The other differences that a message is refused for: with these repaired as well, and with no fewer, the consumer
 * accepts it. None where the algebra finds no such set.
 */
function besides(
  comparison: Comparison,
  audience: Audience,
  repaired: readonly Json[],
  others: readonly LocatedDifference[],
  isAccepted: (value: Json) => boolean,
): readonly LocatedDifference[] {
  const repair = (value: Json, spots: readonly LocatedDifference[]): Json =>
    spots.reduce((message, spot) => preferredRepair(comparison, spot, audience, message), value);
  const start = repaired.find(value => isAccepted(repair(value, others)));
  if (start === undefined) return [];
  return others.reduce<readonly LocatedDifference[]>((needed, other) => {
    const fewer = needed.filter(one => one !== other);
    return isAccepted(repair(start, fewer)) ? fewer : needed;
  }, others);
}

/** A message with one place repaired: a member that is demanded there is put in, another is left out. */
function preferredRepair(
  comparison: Comparison,
  spot: LocatedDifference,
  audience: Audience,
  value: Json,
): Json {
  const ways = [...repairsOf(comparison, spot, audience, value)];
  const { name } = spot.difference;
  const { consumer } = rolesAt(comparison, spot.message, audience, spot);
  const isDemanded =
    name !== undefined && normalise(comparison.space, consumer).some(({ required }) => required.has(name));
  return (isDemanded ? ways[1] : ways[0]) ?? ways[0] ?? value;
}

/** Differences that are about one member of the object at their place. */
const ABOUT_MEMBER: ReadonlySet<string> = new Set(['property', 'hidden', 'required', 'dependent-required']);

const isAboutMember = ({ difference }: LocatedDifference): boolean => ABOUT_MEMBER.has(difference.what);

/** The steps to what a difference is about: its place, or the member of it that it names. */
export const placeOf = (spot: LocatedDifference): readonly string[] =>
  spot.difference.name !== undefined && isAboutMember(spot)
    ? [...spot.steps, spot.difference.name]
    : spot.steps;

/**
 * A value with the named place, and nothing else, as the consumer likes it: a member put in or left out, or the whole
 * place replaced. Where the consumer accepts one of these, it refused the value for that place only.
 */
function* repairsOf(
  comparison: Comparison,
  spot: LocatedDifference,
  audience: Audience,
  value: Json,
): Generator<Json> {
  const { space } = comparison;
  const { steps, difference } = spot;
  const { producer, consumer } = rolesAt(comparison, spot.message, audience, spot);
  const { name } = difference;
  if (name === undefined || !isAboutMember(spot)) {
    const leaf = sample(space, consumer, producer);
    const repaired = leaf === undefined ? without(value, steps) : replace(value, steps, () => leaf);
    if (repaired !== undefined) yield repaired;
    return;
  }
  const written = (given: Json | undefined) =>
    replace(value, steps, holder => {
      if (!isObject(holder)) return undefined;
      const { [name]: _, ...others } = holder;
      return given === undefined ? others : { ...others, [name]: given };
    });
  const members = normalise(space, consumer)
    .filter(({ type }) => type === 'object')
    .slice(0, MOST_REPAIRS)
    .map(alternative => sample(space, memberOf(alternative, name)));
  for (const given of [undefined, ...members]) {
    const repaired = written(given);
    if (repaired !== undefined) yield repaired;
  }
}

/** A value without the place at the end of a row of steps, where nothing may stand any more. */
function without(value: Json, steps: readonly string[]): Json | undefined {
  const last = steps.at(-1);
  return last === undefined
    ? undefined
    : replace(value, steps.slice(0, -1), holder => {
        if (isArray(holder)) return holder.slice(0, Number(last.slice(1, -1) || 0));
        if (!isObject(holder)) return undefined;
        const gone = last.startsWith('{') ? Object.keys(holder)[0] : last;
        return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== gone));
      });
}

/** A value with what stands at the end of a row of steps rewritten; `undefined` where it has no such place. */
function replace(
  value: Json,
  steps: readonly string[],
  rewrite: (inner: Json) => Json | undefined,
): Json | undefined {
  const [step, ...further] = steps;
  if (step === undefined) return rewrite(value);
  if (isArray(value)) {
    const index = Number(step.slice(1, -1) || 0);
    const item = value[index];
    const replaced = item === undefined ? undefined : replace(item, further, rewrite);
    return replaced === undefined ? undefined : value.with(index, replaced);
  }
  if (!isObject(value)) return undefined;
  // A name that nothing lists stands first: the message was built around it.
  const name = step.startsWith('{') ? Object.keys(value)[0] : step;
  const inner = name === undefined ? undefined : member(value, name);
  const replaced = inner === undefined ? undefined : replace(inner, further, rewrite);
  return replaced === undefined || name === undefined ? undefined : { ...value, [name]: replaced };
}

/**
 * What shows that the whole message is accepted, so that a difference inside it refuses nothing: proof, or C1 where a
 * server accepts it only because it ignores a name, in a branch that is not meant.
 */
export function maskedBy(
  comparison: Comparison,
  spot: LocatedDifference,
  audience: Audience,
): Evidence | undefined {
  const { space } = comparison;
  const { producer, consumer } = roots(comparison, spot, audience);
  if (!includes(space, [consumer], [producer])) return undefined;
  const { kind, isOutbound } = spot.message;
  const { serverConsumes, consumer: side } = exchangeFor(audience, kind, isOutbound);
  const closed = comparison[side].readings('producer', hiddenIn(kind, isOutbound));
  return serverConsumes && !includes(space, readAs([consumer], closed), [producer])
    ? { is: 'assumed', because: 'C1' }
    : { is: 'safe' };
}

function roots(
  comparison: Comparison,
  { message }: LocatedDifference,
  audience: Audience,
): { producer: Term; consumer: Term } {
  const { producer, consumer } = exchangeFor(audience, message.kind, message.isOutbound);
  const hides = hiddenIn(message.kind, message.isOutbound);
  return {
    producer: { node: message[producer], reading: comparison[producer].readings('producer', hides) },
    consumer: { node: message[consumer], reading: comparison[consumer].readings('consumer', hides) },
  };
}
