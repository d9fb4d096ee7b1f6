import type { Audience } from '../core/finding.ts';
import type { Relation } from '../json-schema/algebra/facets.ts';
import { includes } from '../json-schema/algebra/includes.ts';
import { samePlaces } from '../json-schema/algebra/same-text.ts';
import type { Difference, Explanation } from '../json-schema/compare/difference.ts';
import { explain } from '../json-schema/compare/explain.ts';
import {
  childNodes,
  dereference,
  isReference,
  keyOf,
  type Position,
  readAs,
} from '../json-schema/reading.ts';
import { schemasAt } from '../json-schema/view.ts';
import { AUDIENCES, exchangeFor, flow, hiddenIn } from '../openapi/exchange.ts';
import type { DifferenceId } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { LocatedDifference, MessagePair, Place, Walk } from './message-pair.ts';

/** How deep a message is walked; a recursive schema is met again long before. */
const DEEPEST = 64;

/** Every difference in a message and every place that was looked at, each pair once, at its shortest distance. */
export function walk(comparison: Comparison, message: MessagePair): Walk {
  const known = comparison.walks.get(message) ?? walkOnce(comparison, message);
  comparison.walks.set(message, known);
  return known;
}

/** The difference with an id. */
export const differenceOf = (
  comparison: Comparison,
  messages: readonly MessagePair[],
  { message, difference }: DifferenceId,
): LocatedDifference | undefined => {
  const pair = messages[message];
  return pair && walk(comparison, pair).spots[difference];
};

function walkOnce(comparison: Comparison, message: MessagePair): Walk {
  const hides = hiddenIn(message.kind, message.isOutbound);
  const start: Place = {
    steps: [],
    old: [{ node: message.old, reading: comparison.old.readings('consumer', hides) }],
    next: [{ node: message.next, reading: comparison.next.readings('consumer', hides) }],
  };
  const spots: LocatedDifference[] = [];
  const places: Place[] = [];
  const seen = new Set<string>();
  const queue = [start];
  // The queue grows while it is read.
  for (const place of queue) {
    const key = `${keyOf(place.old)} ${keyOf(place.next)}`;
    if (seen.has(key) || place.steps.length > DEEPEST) continue;
    seen.add(key);
    const facts = factsAt(comparison, message, place, key);
    if (!facts) continue;
    places.push(place);
    const { steps, old, next } = place;
    for (const difference of facts.differences) spots.push({ message, steps, old, next, difference });
    for (const { step, ...inner } of facts.below) queue.push({ steps: [...steps, step], ...inner });
  }
  return { spots, places };
}

/**
 * What differs at a place, and where to look further; `undefined` where there is nothing to tell. One pair of schemas
 * stands at many places, and is worked out once for each direction.
 */
function factsAt(
  comparison: Comparison,
  message: MessagePair,
  { old, next }: Omit<Place, 'steps'>,
  pair: string,
): Explanation | undefined {
  const key = `${flow(message.kind, message.isOutbound)} ${pair}`;
  const { factsOfPairs } = comparison;
  if (!factsOfPairs.has(key)) factsOfPairs.set(key, findFacts(comparison, message, old, next));
  return factsOfPairs.get(key);
}

function findFacts(
  comparison: Comparison,
  message: MessagePair,
  old: Position,
  next: Position,
): Explanation | undefined {
  // Where both documents write the same, all the way down, there is nothing to tell.
  if (samePlaces(comparison.space, old, next)) return undefined;
  // What a reference fails to lead to cannot be compared: that is a finding of its own.
  if (dangles(old) || dangles(next)) return undefined;
  const { differences, below: all } = explain(comparison.space, old, next);
  const unexplained = whatIsLeft(comparison, message, old, next, differences, all);
  const below = all.filter(inner => !samePlaces(comparison.space, inner.old, inner.next));
  if (!unexplained) return { differences, below };
  const left: Difference = {
    what: 'schema',
    relation: unexplained,
    old: old[0]?.node,
    next: next[0]?.node,
  };
  return { differences: [...differences, left], below };
}

/** Whether a place is described by a reference that leads nowhere, itself or in one of its branches. */
const dangles = (position: Position): boolean =>
  position.some(({ reading }) =>
    schemasAt(position)
      .flatMap(node => [node, ...childNodes(node, 'anyOf'), ...childNodes(node, 'oneOf')])
      .some(node => isReference(node) && dereference(node, reading.resolve) === undefined),
  );

/** The positions of an exchange at a place: as its producer reads them, and as its consumer does. */
export function rolesAt(
  comparison: Comparison,
  message: Pick<MessagePair, 'kind' | 'isOutbound'>,
  audience: Audience,
  place: { readonly old: Position; readonly next: Position },
): { readonly producer: Position; readonly consumer: Position } {
  const { producer, consumer } = exchangeFor(audience, message.kind, message.isOutbound);
  const hides = hiddenIn(message.kind, message.isOutbound);
  return {
    producer: readAs(place[producer], comparison[producer].readings('producer', hides)),
    consumer: readAs(place[consumer], comparison[consumer].readings('consumer', hides)),
  };
}

/**
 * What inclusion refuses and no difference accounts for: a keyword that `explain` has no words for. It is never
 * passed over in silence.
 */
function whatIsLeft(
  comparison: Comparison,
  message: MessagePair,
  old: Position,
  next: Position,
  differences: readonly Difference[],
  below: readonly { readonly old: Position; readonly next: Position }[],
): Relation | undefined {
  const [clients, providers] = AUDIENCES.map(audience => {
    const isProved = (place: { readonly old: Position; readonly next: Position }): boolean => {
      const { producer, consumer } = rolesAt(comparison, message, audience, place);
      return includes(comparison.space, consumer, producer);
    };
    if (isProved({ old, next })) return true;
    const isForward = exchangeFor(audience, message.kind, message.isOutbound).producer === 'old';
    return differences.some(difference => mayRefuse(difference, isForward)) || !below.every(isProved);
  });
  if (clients && providers) return undefined;
  const forward =
    exchangeFor('clients', message.kind, message.isOutbound).producer === 'old' ? clients : providers;
  const backward = forward === clients ? providers : clients;
  return forward ? 'looser' : backward ? 'tighter' : 'different';
}

/** Whether a difference can be the reason that a value is refused, going from old to new or back. */
function mayRefuse({ what, relation, isRequired, isContested }: Difference, isForward: boolean): boolean {
  const isAgainst = relation === 'different' || relation === (isForward ? 'tighter' : 'looser');
  return (
    isAgainst || ((what === 'property' || what === 'hidden') && (isRequired === true || isContested === true))
  );
}
