import { hiddenIn } from '../contract/exchange.ts';
import type { Audience } from '../model/finding.ts';
import { isString, type Json } from '../model/json.ts';
import type { Comparison } from './comparison.ts';
import { draw, isMasked } from './draw.ts';
import type { Drawn, Fact } from './fact.ts';
import { locusAt, nameAt } from './naming.ts';
import { notesAt } from './notes.ts';
import { type MemberKind, ruleFor } from './shapes.ts';
import { type MessagePair, type Spot, walk } from './walk.ts';
import { weigh } from './weigh.ts';

/** Every change in a message: what sets decide, and what is noted beside them. */
export function accountFor(comparison: Comparison, message: MessagePair): Fact[] {
  const { spots, places } = walk(comparison, message);
  return [
    ...spots.map(spot => factOf(comparison, spot)),
    ...places.flatMap(({ steps, old, next }) => notesAt(message, steps, old, next, true)),
  ];
}

function factOf(comparison: Comparison, spot: Spot): Fact {
  const { message, difference } = spot;
  const [clients, providers] = [weigh(comparison, spot, 'clients'), weigh(comparison, spot, 'providers')];
  const { was, now, old, next } = difference;
  const rule = ruleFor(difference, memberKind(spot), hiddenIn(message.kind, message.isOutbound));
  const isBody = spot.steps.length === 0 && difference.name === 'body';
  const steps =
    difference.name !== undefined && isAboutMember(spot) ? [...spot.steps, difference.name] : spot.steps;
  const isValued = rule !== 'property-added' && rule !== 'property-removed';
  return {
    rule,
    name: isBody
      ? 'body'
      : isAboutBranch(spot)
        ? `${nameAt(steps, spot.old, spot.next)}: ${difference.name}`
        : nameAt(steps, spot.old, spot.next),
    ...(was === undefined || !isValued ? {} : { was: show(was) }),
    ...(now === undefined || !isValued ? {} : { now: show(now) }),
    locus: locusAt(message, steps),
    clients: clients.verdict,
    providers: providers.verdict,
    evidence: { clients: clients.evidence, providers: providers.evidence },
    draw: audience =>
      drawOnce(comparison, spot, audience, audience === 'clients' ? clients.leaves : providers.leaves),
    old: old ?? message.old,
    next: next ?? message.next,
  };
}

function drawOnce(
  comparison: Comparison,
  spot: Spot,
  audience: Audience,
  leaves: readonly Json[],
): Drawn | undefined {
  const drawn = draw(comparison, spot, audience, leaves);
  if (drawn) return drawn;
  return isMasked(comparison, spot, audience) ? { evidence: { is: 'safe' }, isClean: true } : undefined;
}

const show = (value: Json): Json => (isString(value) ? value : value);

const isAboutMember = ({ difference }: Spot): boolean =>
  ['property', 'hidden', 'required', 'dependent-required'].includes(difference.what);

const isAboutBranch = ({ difference }: Spot): boolean => difference.what === 'branch';

function memberKind({ message, steps, difference }: Spot): MemberKind {
  if (steps.length === 0 && difference.name === 'body') return 'body';
  if (steps.length !== 1 || steps[0] === 'body') return 'property';
  return message.kind === 'request' ? 'parameter' : 'header';
}
