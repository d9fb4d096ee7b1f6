import type { Audience } from '../core/finding.ts';
import { equalJson, isObject, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { once } from '../core/once.ts';
import type { Relation } from '../json-schema/algebra/facets.ts';
import { includes } from '../json-schema/algebra/includes.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { samePlaces } from '../json-schema/algebra/same-text.ts';
import type { Difference, Places } from '../json-schema/compare/difference.ts';
import { explain } from '../json-schema/compare/explain.ts';
import { sameAround } from '../json-schema/compare/same-around.ts';
import { belowWrittenAlike } from '../json-schema/compare/written-alike.ts';
import {
  childNodes,
  dereference,
  isReference,
  keyOf,
  type Position,
  readAs,
  type Term,
} from '../json-schema/reading.ts';
import { schemasAt } from '../json-schema/view.ts';
import { AUDIENCES, exchangeFor, flow, hiddenIn } from '../openapi/exchange.ts';
import { ANNOTATIONS } from '../vocabulary/schema.ts';
import type { DifferenceId } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { LocatedDifference, MessagePair, PairOfPlaces, StepBelow, Walk } from './message-pair.ts';
import { isNoted } from './notes.ts';

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

/** A pair where a walk has come, by way of another. */
interface Stop {
  readonly pair: PairOfPlaces;
  readonly from?: Stop;
  readonly step?: string | undefined;
  readonly depth: number;
}

function walkOnce(comparison: Comparison, message: MessagePair): Walk {
  const hides = hiddenIn(message.kind, message.isOutbound);
  const start = pairOf(
    comparison,
    message,
    [{ node: message.old, reading: comparison.old.readings('consumer', hides) }],
    [{ node: message.next, reading: comparison.next.readings('consumer', hides) }],
  );
  // One pair stands at many places of many messages: the way to it is written out where there is something to tell.
  const told = (start ? stopsFrom(start) : [])
    .filter(({ pair }) => pair.differences.length > 0 || pair.isNoted)
    .map(stop => ({ ...stop.pair, steps: stepsTo(stop) }));
  return {
    spots: told.flatMap(({ differences, steps, old, next }) =>
      differences.map(difference => ({ message, steps, old, next, difference })),
    ),
    places: told.filter(place => place.isNoted).map(({ steps, old, next }) => ({ steps, old, next })),
  };
}

/** Every pair that one leads to, nearest first, itself included. */
function stopsFrom(start: PairOfPlaces): readonly Stop[] {
  const queue: Stop[] = [{ pair: start, depth: 0 }];
  const seen = new Set([start]);
  // The queue grows while it is read.
  for (const stop of queue) {
    const below = stop.depth === DEEPEST ? [] : stop.pair.below();
    for (const { step, pair } of below) {
      if (seen.has(pair)) continue;
      seen.add(pair);
      queue.push({ pair, from: stop, step, depth: stop.depth + 1 });
    }
  }
  return queue;
}

function stepsTo(stop: Stop): readonly string[] {
  const steps: string[] = [];
  for (let at: Stop | undefined = stop; at; at = at.from) if (at.step !== undefined) steps.push(at.step);
  return steps.reverse();
}

/**
 * What differs at a place, and where to look further; `undefined` where there is nothing to tell. One pair of schemas
 * stands at many places, and is worked out once for each direction.
 */
function pairOf(
  comparison: Comparison,
  message: MessagePair,
  old: Position,
  next: Position,
): PairOfPlaces | undefined {
  const key = `${flow(message.kind, message.isOutbound)} ${keyOf(old)} ${keyOf(next)}`;
  const { pairs } = comparison;
  if (!pairs.has(key)) pairs.set(key, findPair(comparison, message, old, next));
  return pairs.get(key);
}

function findPair(
  comparison: Comparison,
  message: MessagePair,
  old: Position,
  next: Position,
): PairOfPlaces | undefined {
  const inside = belowWrittenAlike(comparison.space, old, next);
  if (inside?.length === 0) return undefined;
  if (inside)
    return {
      ...{ old, next, differences: [], isNoted: false },
      below: once(() => pairsIn(comparison, message, inside)),
    };
  // Where both documents write the same, all the way down, there is nothing to tell.
  if (samePlaces(comparison.space, old, next)) return undefined;
  // What a reference fails to lead to cannot be compared: that is a finding of its own.
  if (dangles(old) || dangles(next)) return undefined;
  const { differences, below: all } = explain(comparison.space, old, next);
  const unexplained = whatIsLeft(comparison, message, old, next, differences, all);
  const parts = unexplained && differences.length === 0 ? partsApart(comparison, old, next) : undefined;
  const left: Difference[] =
    unexplained && !parts
      ? [{ what: 'schema', relation: unexplained, old: old[0]?.node, next: next[0]?.node }]
      : [];
  return {
    old,
    next,
    differences: [...differences, ...left],
    isNoted: isNoted(old, next),
    below: once(() => pairsIn(comparison, message, [...all, ...(parts ?? [])])),
  };
}

/** Those of some places that there may be something to tell of. */
const pairsIn = (
  comparison: Comparison,
  message: MessagePair,
  places: readonly (Places & { readonly step?: string })[],
): StepBelow[] =>
  places.flatMap(({ old, next, ...step }) => {
    const pair = pairOf(comparison, message, old, next);
    return pair ? [{ ...step, pair }] : [];
  });

/**
 * Where a schema has more alternatives than can be worked out, its parts of `allOf` are compared one by one, by their
 * place; `undefined` where they are not all that differs.
 */
function partsApart(
  { space }: Comparison,
  old: Position,
  next: Position,
): readonly { readonly old: Position; readonly next: Position }[] | undefined {
  if (![old, next].every(place => normalise(space, place).some(({ exact }) => !exact))) return undefined;
  const [before, after] = [holderOfParts(old), holderOfParts(next)];
  if (!before || !after || !equalJson(besideParts(before.node), besideParts(after.node))) return undefined;
  const [parts, pair] = [before, after].map(({ node, reading }) =>
    childNodes(node, 'allOf').map(part => [{ node: part, reading }]),
  );
  if (!parts || !pair || parts.length !== pair.length) return undefined;
  const pairs = parts.map((part, index) => ({ old: part, next: pair[index] ?? [] }));
  const differing = pairs.filter(pair => !samePlaces(space, pair.old, pair.next));
  return differing.length > 0 ? differing : undefined;
}

function holderOfParts([term, ...others]: Position): Term | undefined {
  const node = term && dereference(term.node, term.reading.resolve);
  return term && node && others.length === 0 ? { node, reading: term.reading } : undefined;
}

/** What limits a value beside the parts of `allOf`. */
const besideParts = ({ value }: Node): Json =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'allOf' && !ANNOTATIONS.has(name)))
    : value;

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
  if (differences.length === 0 && sameAround(comparison.space, { old, next }, below)) return undefined;
  const [clients, providers] = AUDIENCES.map(audience => {
    const isProved = (place: { readonly old: Position; readonly next: Position }): boolean => {
      const { producer, consumer } = rolesAt(comparison, message, audience, place);
      return includes(comparison.space, consumer, producer);
    };
    const isForward = exchangeFor(audience, message.kind, message.isOutbound).producer === 'old';
    // The whole takes the most work, and is not asked for where a part of it is refused anyway.
    return (
      differences.some(difference => mayRefuse(difference, isForward)) ||
      !below.every(isProved) ||
      isProved({ old, next })
    );
  });
  if (clients && providers) return undefined;
  const forward =
    exchangeFor('clients', message.kind, message.isOutbound).producer === 'old' ? clients : providers;
  const backward = forward === clients ? providers : clients;
  return forward ? 'looser' : backward ? 'tighter' : 'different';
}

/** Whether a difference can be the reason that a value is refused, going from old to new or back. */
function mayRefuse({ what, relation, isRequired, isContested }: Difference, isForward: boolean): boolean {
  const isAgainst =
    relation === 'different' || what === 'enum' || relation === (isForward ? 'tighter' : 'looser');
  return (
    isAgainst || ((what === 'property' || what === 'hidden') && (isRequired === true || isContested === true))
  );
}
