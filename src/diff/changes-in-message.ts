import type { Audience, Verdict } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import { AUDIENCES, hiddenIn } from '../openapi/exchange.ts';
import { assess } from './assess.ts';
import type { Change, FoundEvidence, WitnessQuality } from './change.ts';
import type { Comparison } from './comparison.ts';
import { locusAt, nameAt } from './naming.ts';
import { notesAt } from './notes.ts';
import { ruleFor } from './rule-names.ts';
import type { MemberKind } from './rules/row.ts';
import { type Statement, statedChange } from './stated-change.ts';
import { type LocatedDifference, type MessagePair, walk } from './walk.ts';
import { buildWitness, maskedBy, placeOf } from './witness.ts';

/** Every change in a message: what sets decide, and what is noted beside them. */
export function changesInMessage(comparison: Comparison, message: MessagePair): Change[] {
  const { spots, places } = walk(comparison, message);
  return [
    ...spots.filter(spot => !isRespelt(comparison, spot)).map(spot => changeOf(comparison, spot, spots)),
    ...spots.filter(isForgottenByPut).map(spot => statedChange('put-resets', aboutMember(spot))),
    ...places.flatMap(place => notesAt(message, place)),
  ];
}

/** What is compared as it is written, and proved to allow the same both ways, has not changed. */
const isRespelt = (comparison: Comparison, spot: LocatedDifference): boolean =>
  ['not', 'condition', 'contains', 'property-names', 'schema'].includes(spot.difference.what) &&
  AUDIENCES.every(
    audience =>
      assess(comparison, spot, audience).evidence.is === 'safe' ||
      // What has no name, and reaches no message, is nothing to tell.
      (spot.difference.what === 'schema' && maskedBy(comparison, spot, audience)?.is === 'safe'),
  );

/** PUT replaces the whole: what an existing client does not know it leaves out, and so resets (RFC 9110, 9.3.4). */
const isForgottenByPut = ({ message, steps, difference }: LocatedDifference): boolean =>
  message.kind === 'request' &&
  message.locus.operation?.startsWith('PUT ') === true &&
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

function changeOf(
  comparison: Comparison,
  spot: LocatedDifference,
  spots: readonly LocatedDifference[],
): Change {
  const { message, difference } = spot;
  const [clients, providers] = [assess(comparison, spot, 'clients'), assess(comparison, spot, 'providers')];
  const cap = (verdict: Verdict): Verdict =>
    message.isUnstable && verdict === 'breaking' ? 'warning' : verdict;
  const { was, now, old, next } = difference;
  const rule = ruleFor(difference, memberKind(spot), hiddenIn(message.kind, message.isOutbound));
  const isBody = spot.steps.length === 0 && difference.name === 'body';
  const steps = placeOf(spot);
  const isValued = rule !== 'property-added' && rule !== 'property-removed';
  return {
    rule,
    name: isBody
      ? 'body'
      : isAboutBranch(spot)
        ? `${nameAt(steps, spot.old, spot.next)}: ${difference.name}`
        : nameAt(steps, spot.old, spot.next),
    ...(was === undefined || !isValued ? {} : { was }),
    ...(now === undefined || !isValued ? {} : { now }),
    ...(difference.what === 'property' && difference.relation === 'looser' && difference.isRequired
      ? { isRequired: true }
      : {}),
    locus: locusAt(message, steps),
    clients: cap(clients.verdict),
    providers: cap(providers.verdict),
    evidence: { clients: clients.evidence, providers: providers.evidence },
    depth: steps.length,
    draw: (audience, wanted) =>
      witnessOnce(comparison, spot, audience, { clients, providers }[audience].leaves, wanted, spots),
    old: old ?? message.old,
    next: next ?? message.next,
  };
}

function witnessOnce(
  comparison: Comparison,
  spot: LocatedDifference,
  audience: Audience,
  leaves: readonly Json[],
  wanted: WitnessQuality,
  spots: readonly LocatedDifference[],
): FoundEvidence | undefined {
  const others = spots.filter(other => other !== spot);
  const drawn = buildWitness(comparison, spot, audience, leaves, wanted, others);
  if (drawn || wanted === 'clean') return drawn;
  const evidence = maskedBy(comparison, spot, audience);
  return evidence && { evidence, isClean: true };
}

const isAboutBranch = ({ difference }: LocatedDifference): boolean => difference.what === 'branch';

function memberKind({ message, steps, difference }: LocatedDifference): MemberKind {
  if (steps.length === 0 && difference.name === 'body') return 'body';
  if (steps.length !== 1 || steps[0] === 'body') return 'property';
  return message.kind === 'request' ? 'parameter' : 'header';
}
