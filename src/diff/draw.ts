import { exchangeFor, hiddenIn } from '../contract/exchange.ts';
import type { Audience, Evidence } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import { join } from '../model/pointer.ts';
import { embed } from '../schema/embed.ts';
import { includes } from '../schema/includes.ts';
import type { Term } from '../schema/position.ts';
import { sample } from '../schema/sample.ts';
import type { Comparison } from './comparison.ts';
import type { Drawn } from './fact.ts';
import type { Spot } from './walk.ts';

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
  const unavoidable = once(() => refusedAnyway(comparison, producer, consumer));
  let fallback: Drawn | undefined;
  for (const leaf of leaves) {
    let drafts = 0;
    for (const value of embed(comparison.space, [producer], [consumer], spot.steps, leaf)) {
      drafts += 1;
      if (drafts > MOST_DRAFTS) break;
      if (!comparison.judge(producer, value).isFine) continue;
      const { isFine, at } = comparison.judge(consumer, value);
      if (isFine !== false) continue;
      const evidence: Evidence = { is: 'witness', value };
      const drawn = {
        evidence,
        isClean: at.every(pointer => isWithin(pointer, spot.steps) || unavoidable().has(pointer)),
      };
      if (drawn.isClean) return drawn;
      fallback ??= drawn;
    }
  }
  return fallback;
}

/**
 * Where the consumer refuses even the best that the producer can send: several changes may meet in one message, and
 * each is a finding of its own.
 */
function refusedAnyway({ space, judge }: Comparison, producer: Term, consumer: Term): ReadonlySet<string> {
  const best = sample(space, [producer], [consumer]);
  return new Set(best === undefined ? [] : judge(consumer, best).at);
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
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

function isWithin(pointer: string, steps: readonly string[]): boolean {
  const named = steps.findIndex(step => step.startsWith('{'));
  const certain = (named < 0 ? steps : steps.slice(0, named)).map(step =>
    /^\[\d*\]$/.test(step) ? step.slice(1, -1) || '0' : step,
  );
  const place = join('', ...certain);
  return pointer === place || pointer.startsWith(`${place}/`);
}
