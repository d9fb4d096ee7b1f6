import type { Illustration, PlaceGroup } from '../../core/change.ts';
import type { Audience, Evidence, Locus } from '../../core/finding.ts';
import { isArray, isString, type Json } from '../../core/json.ts';
import { once } from '../../core/once.ts';
import { isSamePlace } from '../../core/place-key.ts';
import { firstOf } from '../../core/sequence.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { accepts } from '../../json-schema/algebra/accepts.ts';
import { itemOf, memberOf } from '../../json-schema/algebra/alternative.ts';
import { normalise } from '../../json-schema/algebra/normalise.ts';
import { sample } from '../../json-schema/counterexample/sample.ts';
import type { Position } from '../../json-schema/reading.ts';
import { edited, editsFor, type MessageEdit, stepsOf, valueAt } from './edits.ts';
import { type MessageAt, messageAt, wholeMessage } from './message-pair.ts';
import type { OwnEvidence, ShownPart } from './own-evidence.ts';
import { wireOf } from './wire.ts';

/** So many places of a change are tried before it stays without an example. */
const MOST_PLACES = 6;

/** So many examples of a message are tried. */
const MOST_EXAMPLES = 3;

/** A message that shows a break, and the place of the change where it does. */
export interface ShownAt {
  readonly illustration: Illustration;
  readonly place: Locus;
}

/**
 * A message that shows the break of a change: an example of the documents with one edit that ajv accepts on the side of
 * the producer and refuses on that of the consumer; else the smallest message that the comparison found, with its
 * address. `undefined` for a change that breaks nothing, and for a break that a stated rule decides.
 */
export function illustrationOf(
  comparison: Comparison,
  audience: Audience,
  parts: readonly ShownPart[],
  groups: readonly PlaceGroup[],
): ShownAt | undefined {
  const places = groups
    .filter(group => group[audience] === 'breaking')
    .flatMap(group => group.places)
    .filter(({ message, part }) => message !== undefined && part !== undefined)
    .sort((one, other) => Number(one.message === 'response') - Number(other.message === 'response'));
  return (
    firstOf(places.slice(0, MOST_PLACES), place =>
      fromExample(comparison, audience, place, partsAt(parts, place, audience)),
    ) ?? fromWitness(comparison, audience, parts)
  );
}

const partsAt = (parts: readonly ShownPart[], place: Locus, audience: Audience): ShownPart[] =>
  parts.filter(
    part =>
      // What a rule or a convention decides, no message shows: what refuses one is another change.
      !isDecided(part.own[audience]) &&
      part.places.some(one => one[audience] === 'breaking' && isSamePlace(one, place)),
  );

const isDecided = ({ evidence }: OwnEvidence): boolean =>
  evidence?.is === 'stated' || evidence?.is === 'assumed';

const witnessOf = (
  { own }: ShownPart,
  audience: Audience,
): Extract<Evidence, { is: 'witness' }> | undefined => {
  const { evidence } = own[audience];
  return evidence?.is === 'witness' ? evidence : undefined;
};

function fromExample(
  comparison: Comparison,
  audience: Audience,
  place: Locus,
  parts: readonly ShownPart[],
): ShownAt | undefined {
  const at = messageAt(comparison, audience, place);
  if (!at) return undefined;
  const bodies: readonly (Json | undefined)[] =
    at.examples.length > 0 ? at.examples.slice(0, MOST_EXAMPLES) : [];
  const tried = bodies.length > 0 || place.part === 'body' ? bodies : [undefined];
  return firstOf(parts, part => {
    const { finding } = part;
    const witness = witnessOf(part, audience);
    const isSameMessage =
      witness?.at?.operation === place.operation && witness?.at?.direction === place.message;
    // What a message needs beside its body is another thing for each operation.
    const known = witness && isSameMessage ? witness.value : {};
    const leaf = witness && valueAt(witness.value, stepsOf(part.own[audience].place ?? place));
    return firstOf(tried, body => {
      const start = wholeMessage(at, body, known);
      return firstOf(editsFor(finding, place, valueAt(start, stepsOf(place)), leaf), edit =>
        shown(comparison, audience, at, { start, isShown: body !== undefined }, edit),
      );
    });
  });
}

interface Start {
  readonly start: Json;
  /** Whether the documents show it. */
  readonly isShown: boolean;
}

function shown(
  comparison: Comparison,
  audience: Audience,
  at: MessageAt,
  { start, isShown }: Start,
  edit: MessageEdit,
): ShownAt | undefined {
  const message = edited(start, stepsOf(at.place), edit.value);
  if (message === undefined || !isRefused(comparison, at, message)) return undefined;
  const others = once(() => otherMessages(comparison, at, message, edit.value));
  const accepted = acceptedBeside(comparison, at, [start], others);
  const illustration: Illustration = {
    at: addressOf(at.place),
    audience,
    from: at.from,
    basis: isShown ? 'example' : 'minimal',
    edit: edit.words,
    isOnlyReason: accepted !== undefined || others().some(other => isTakenBy(comparison, at.consumer, other)),
    message,
    wire: wireOf(at, message),
    ...migrationTo(accepted, message, at),
  };
  return { illustration, place: at.place };
}

/** The nearest message that both sides accept: one of those given, else another value at the place of the break. */
function acceptedBeside(
  { space, validate }: Comparison,
  at: MessageAt,
  known: readonly Json[],
  others: () => readonly Json[],
): Json | undefined {
  const sides = [at.producer, at.consumer];
  const isAccepted = (value: Json): boolean =>
    sides.every(side => accepts(space, [side], value)) &&
    sides.every(side => validate(side, value).isValid === true);
  return known.find(isAccepted) ?? others().find(isAccepted);
}

/**
 * The message with other values at the place of the break, the nearest first. That the consumer takes one is enough for the
 * edit to be the only reason: the producer may have had no name for it yet, as for a parameter that is added.
 */
const otherMessages = (
  comparison: Comparison,
  at: MessageAt,
  message: Json,
  refused: Json | undefined,
): readonly Json[] =>
  [...neighboursOf(refused), ...at.shown, ...fittingAt(comparison, at), undefined].flatMap(
    value => edited(message, stepsOf(at.place), value) ?? [],
  );

/** To compile a message for ajv costs more than to ask the algebra, so only what that takes is validated. */
const isTakenBy = ({ space, validate }: Comparison, side: MessageAt['consumer'], value: Json): boolean =>
  accepts(space, [side], value) && validate(side, value).isValid === true;

/** Whoever sent or got the one before sends or gets the other after: which is which follows from who takes it. */
function migrationTo(
  accepted: Json | undefined,
  message: Json,
  { from }: MessageAt,
): Pick<Illustration, 'migration'> {
  if (accepted === undefined) return {};
  const [before, after] = from === 'old' ? [message, accepted] : [accepted, message];
  return { migration: { before, after } };
}

/** Values beside one that is refused: an example may be refused itself, for the very reason that an edit of it shows. */
function neighboursOf(value: Json | undefined): Json[] {
  if (isString(value)) return [[...value].slice(0, -1).join('')];
  if (typeof value === 'number') return [value - 1, value + 1];
  return isArray(value) ? [value.slice(0, -1)] : [];
}

/** So many ways to write what stands around a place are looked at. */
const MOST_WAYS = 4;

/** What the consumer of a message would accept at the place. */
function fittingAt({ space }: Comparison, { place, consumer }: MessageAt): (Json | undefined)[] {
  const positions = stepsOf(place).reduce<readonly Position[]>(
    (holders, step) =>
      holders
        .flatMap(holder => normalise(space, holder))
        .map(one => (/^\[\d*\]$/.test(step) ? itemOf(one, 0) : memberOf(one, step)))
        .slice(0, MOST_WAYS),
    [[consumer]],
  );
  return positions.map(position => sample(space, position));
}

/** To compile a message for ajv costs more than to ask the algebra, so only what that takes for refused is validated. */
const isRefused = ({ space, validate }: Comparison, at: MessageAt, message: Json): boolean =>
  accepts(space, [at.producer], message) &&
  !accepts(space, [at.consumer], message) &&
  validate(at.producer, message).isValid === true &&
  validate(at.consumer, message).isValid === false;

/** The message that the comparison found for one of the parts, at the place where it shows the break. */
function fromWitness(
  comparison: Comparison,
  audience: Audience,
  parts: readonly ShownPart[],
): ShownAt | undefined {
  return firstOf(parts, part => {
    const { place } = part.own[audience];
    const witness = witnessOf(part, audience);
    const isBreak = place !== undefined && partsAt([part], place, audience).length > 0;
    const at = isBreak && witness ? messageAt(comparison, audience, place) : undefined;
    if (!at || !witness || !isRefused(comparison, at, witness.value)) return undefined;
    const { value, beside } = witness;
    const accepted = acceptedBeside(comparison, at, [], () =>
      otherMessages(comparison, at, value, valueAt(value, stepsOf(at.place))),
    );
    const illustration: Illustration = {
      at: addressOf(at.place),
      audience,
      from: at.from,
      basis: 'minimal',
      isOnlyReason: beside === undefined,
      ...(beside && beside.length > 0 ? { beside } : {}),
      message: value,
      wire: wireOf(at, value),
      ...migrationTo(accepted, value, at),
    };
    return { illustration, place: at.place };
  });
}

const addressOf = ({ operation, message, status, mediaType }: Locus): Locus => ({
  ...(operation === undefined ? {} : { operation }),
  ...(message === undefined ? {} : { message }),
  ...(status === undefined ? {} : { status }),
  ...(mediaType === undefined ? {} : { mediaType }),
});
