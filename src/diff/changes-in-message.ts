import { hiddenIn } from '../openapi/exchange.ts';
import type { LocatedChange, UnassessedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { LocatedDifference, MessagePair } from './message-pair.ts';
import { locusAt, nameAt } from './naming.ts';
import { notesAt } from './notes.ts';
import { ruleFor } from './rule-names.ts';
import type { MemberKind } from './rules/row.ts';
import { type Statement, statedChange } from './stated-change.ts';
import { walk } from './walk.ts';
import { placeOf } from './witness.ts';

/**
 * Every change in a message: what sets decide, and what is noted beside them.
 *
 * @param index of the message, for the differences in it to be found again
 */
export function changesInMessage(
  comparison: Comparison,
  message: MessagePair,
  index: number,
): UnassessedChange[] {
  const { spots, places } = walk(comparison, message);
  return [
    ...spots.map((spot, difference) => changeAt(spot, { message: index, difference })),
    ...spots.filter(isForgottenByPut).map(spot => statedChange('put-resets', aboutMember(spot))),
    ...places.flatMap(place => notesAt(comparison, message, place)),
  ];
}

/** PUT replaces the whole: what an existing client does not know it leaves out, and so resets (RFC 9110, 9.3.4). */
const isForgottenByPut = ({ message, steps, difference }: LocatedDifference): boolean =>
  message.kind === 'request' &&
  message.method === 'put' &&
  !message.isOutbound &&
  steps[0] === 'body' &&
  difference.what === 'property' &&
  difference.relation === 'looser' &&
  difference.isRequired !== true;

function aboutMember({ message, steps, old, next, difference }: LocatedDifference): Statement {
  const place = [...steps, difference.name ?? ''];
  return {
    name: nameAt(place, old, next),
    locus: locusAt(message, place),
    old: difference.old ?? message.old,
    next: difference.next ?? message.next,
  };
}

function changeAt(spot: LocatedDifference, id: LocatedChange['differences'][number]): LocatedChange {
  const { message, difference } = spot;
  const { was, now, old, next } = difference;
  const rule = ruleFor(difference, memberKind(spot), hiddenIn(message.kind, message.isOutbound));
  const steps = placeOf(spot);
  const isValued = rule !== 'property-added' && rule !== 'property-removed';
  const isDemanded =
    difference.what === 'property' && difference.relation === 'looser' && difference.isRequired;
  return {
    rule,
    name: nameOf(spot),
    ...(was === undefined || !isValued ? {} : { was }),
    ...(now === undefined || !isValued ? {} : { now }),
    ...(isDemanded ? { isRequired: true } : {}),
    locus: locusAt(message, steps),
    depth: steps.length,
    differences: [id],
    old: old ?? message.old,
    next: next ?? message.next,
  };
}

function nameOf(spot: LocatedDifference): string {
  const { difference, steps } = spot;
  if (steps.length === 0 && difference.name === 'body') return 'body';
  const name = nameAt(placeOf(spot), spot.old, spot.next);
  return difference.what === 'branch' ? `${name}: ${difference.name}` : name;
}

function memberKind({ message, steps, difference }: LocatedDifference): MemberKind {
  if (steps.length === 0 && difference.name === 'body') return 'body';
  if (steps.length !== 1 || steps[0] === 'body') return 'property';
  return message.kind === 'request' ? 'parameter' : 'header';
}
