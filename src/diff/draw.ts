import { exchangeFor, hiddenIn } from '../contract/exchange.ts';
import type { Audience, Evidence } from '../model/finding.ts';
import { isArray, isObject, type Json } from '../model/json.ts';
import { embed } from '../schema/embed.ts';
import { includes } from '../schema/includes.ts';
import type { Term } from '../schema/position.ts';
import { sample } from '../schema/sample.ts';
import type { Comparison } from './comparison.ts';
import type { Drawn } from './fact.ts';
import { rolesAt, type Spot } from './walk.ts';

/** So many whole messages are put before the judge for one leaf. */
const MOST_DRAFTS = 12;

/**
 * Puts a leaf into a whole message and has it judged: a witness is what ajv accepts on the producer's side and refuses
 * on the consumer's. One that is refused only at the named place is preferred.
 */
export function draw(
  comparison: Comparison,
  spot: Spot,
  audience: Audience,
  leaves: readonly Json[],
): Drawn | undefined {
  const { producer, consumer } = roots(comparison, spot, audience);
  const { judge, space } = comparison;
  let fallback: Drawn | undefined;
  for (const leaf of leaves) {
    let drafts = 0;
    for (const value of embed(space, [producer], [consumer], spot.steps, leaf)) {
      drafts += 1;
      if (drafts > MOST_DRAFTS) break;
      if (judge(producer, value).isFine !== true || judge(consumer, value).isFine !== false) continue;
      const evidence: Evidence = { is: 'witness', value };
      const isClean = isMendedAt(comparison, spot, audience, value);
      if (isClean) return { evidence, isClean };
      fallback ??= { evidence, isClean };
    }
  }
  return fallback;
}

/**
 * Whether a value is refused only at the named place: with that place mended the consumer has nothing to say, or
 * nothing but what it says of the best that the producer can send. Several changes may meet in one message, and each
 * is a finding of its own.
 */
function isMendedAt(comparison: Comparison, spot: Spot, audience: Audience, value: Json): boolean {
  const { judge, space } = comparison;
  const { producer, consumer } = roots(comparison, spot, audience);
  const local = rolesAt(comparison, spot.message, audience, spot);
  const leaf = sample(space, local.consumer, local.producer);
  const mended = leaf === undefined ? undefined : replace(value, spot.steps, leaf);
  if (mended === undefined) return false;
  const { isFine, at } = judge(consumer, mended);
  if (isFine !== false) return isFine === true;
  const best = sample(space, [producer], [consumer]);
  return best !== undefined && judge(consumer, best).at === at;
}

/** A value with another one at the end of a row of steps; `undefined` where it has no such place. */
function replace(value: Json, steps: readonly string[], leaf: Json): Json | undefined {
  const [step, ...further] = steps;
  if (step === undefined) return leaf;
  if (isArray(value)) {
    const index = Number(step.slice(1, -1) || 0);
    const item = value[index];
    const replaced = item === undefined ? undefined : replace(item, further, leaf);
    return replaced === undefined ? undefined : value.with(index, replaced);
  }
  if (!isObject(value)) return undefined;
  // A name that nothing lists stands first: the message was built around it.
  const name = step.startsWith('{') ? Object.keys(value)[0] : step;
  const member = name === undefined ? undefined : value[name];
  const replaced = member === undefined ? undefined : replace(member, further, leaf);
  return replaced === undefined || name === undefined ? undefined : { ...value, [name]: replaced };
}

/** Whether the whole message is proved safe, so that a difference inside it reaches nobody. */
export function isMasked(comparison: Comparison, spot: Spot, audience: Audience): boolean {
  const { producer, consumer } = roots(comparison, spot, audience);
  return includes(comparison.space, [consumer], [producer]);
}

function roots(
  comparison: Comparison,
  { message }: Spot,
  audience: Audience,
): { producer: Term; consumer: Term } {
  const { producer, consumer } = exchangeFor(audience, message.kind, message.isOutbound);
  const hides = hiddenIn(message.kind, message.isOutbound);
  return {
    producer: { node: message[producer], reading: comparison[producer].readings('producer', hides) },
    consumer: { node: message[consumer], reading: comparison[consumer].readings('consumer', hides) },
  };
}
