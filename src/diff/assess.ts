import type { Audience, Evidence } from '../core/finding.ts';
import { isArray, type Json } from '../core/json.ts';
import { accepts } from '../json-schema/algebra/accepts.ts';
import { memberOf, restOf } from '../json-schema/algebra/alternative.ts';
import { mirrored } from '../json-schema/algebra/facets.ts';
import { includes, isEmpty } from '../json-schema/algebra/includes.ts';
import { normalise } from '../json-schema/algebra/normalise.ts';
import { facetNamed } from '../json-schema/compare/difference.ts';
import { counterexamples } from '../json-schema/counterexample/counterexamples.ts';
import type { Hint } from '../json-schema/counterexample/hint.ts';
import { childNode, idOf, type Position, readAs } from '../json-schema/reading.ts';
import { annotationAt } from '../json-schema/view.ts';
import type { Workspace } from '../json-schema/workspace.ts';
import { exchangeFor, hiddenIn } from '../openapi/exchange.ts';
import { stringsOf } from '../vocabulary/tree.ts';
import type { Comparison } from './comparison.ts';
import type { Assessment, LocatedDifference } from './message-pair.ts';
import { rolesAt } from './walk.ts';
import { isTextAt, writtenIn } from './written-in.ts';

const fine = (evidence: Evidence = { is: 'safe' }): Assessment => ({ verdict: 'info', evidence, leaves: [] });

const C1: Evidence = { is: 'assumed', because: 'C1' };

/** A difference is found once for each pair of schemas and direction, so all that it means can be kept with it. */
export function assess(comparison: Comparison, spot: LocatedDifference, audience: Audience): Assessment {
  const { difference } = spot;
  const key = isWrittenAsText(comparison, spot) ? `${audience}, as text` : audience;
  const assessments = comparison.assessments.get(difference) ?? new Map<string, Assessment>();
  comparison.assessments.set(difference, assessments);
  const assessment = assessments.get(key) ?? assessOnce(comparison, spot, audience);
  assessments.set(key, assessment);
  return assessment;
}

function assessOnce(comparison: Comparison, spot: LocatedDifference, audience: Audience): Assessment {
  const { producer, consumer } = rolesAt(comparison, spot.message, audience, spot);
  const exchange = exchangeFor(audience, spot.message.kind, spot.message.isOutbound);
  const question = {
    comparison,
    spot,
    audience,
    producer,
    consumer,
    isForward: exchange.producer === 'old',
    serverConsumes: exchange.serverConsumes,
  };
  const { what } = spot.difference;
  return what === 'property' || what === 'hidden'
    ? assessMember(question)
    : cap(question, assessLimit(question));
}

interface Question {
  readonly comparison: Comparison;
  readonly spot: LocatedDifference;
  readonly audience: Audience;
  readonly producer: Position;
  readonly consumer: Position;
  /** From old to new. */
  readonly isForward: boolean;
  readonly serverConsumes: boolean;
}

/** A limit that differs: fine where the consumer's is the looser one or inclusion is proved, else a value must show. */
function assessLimit(question: Question): Assessment {
  const { difference } = question.spot;
  const { isForward, serverConsumes } = question;
  const relation = isForward ? difference.relation : mirrored[difference.relation];
  if (difference.isInvitation) return relation === 'tighter' && serverConsumes ? LOSS : fine();
  // A list beside what was no list may hold what was refused.
  if (relation === 'looser' && difference.what !== 'enum')
    return isAboutUnnamed(difference) && losesNames(question) ? LOSS : fine();
  return assessBySets(question);
}

/** What the sets as a whole say of a limit: a value that is refused, a proof that there is none, or neither. */
function assessBySets(question: Question): Assessment {
  const { comparison, spot, producer, consumer } = question;
  const { space } = comparison;
  const { difference } = spot;
  const hint = hintFor(spot);
  const isText = isWrittenAsText(comparison, spot);
  const isReadAlike = (value: Json): boolean =>
    // Of an empty list nothing is sent (RFC 6570, section 3.2.1): it shows no other type.
    isText &&
    ((hint.is === 'type' && isArray(value) && value.length === 0) ||
      (value === null && mayBeLeftOut(question)) ||
      writtenAlike(value).some(form => accepts(space, consumer, form)));
  const leaves = counterexamples(space, producer, consumer, hint, isReadAlike);
  if (leaves.length > 0) return { verdict: 'breaking', evidence: { is: 'unproved' }, leaves };
  if (includes(space, consumer, producer)) {
    if (isAboutNames(difference) && losesNames(question)) return LOSS;
    return includes(space, consumer, toTheLetterOf(question)) ? fine() : fine(C1);
  }
  if (isText && counterexamples(space, producer, consumer, hint).length > 0)
    return fine({ is: 'assumed', because: 'C7' });
  return { verdict: 'warning', evidence: { is: 'unproved' }, leaves: [] };
}

/** C1: what a server accepts only because it ignores a name of it is lost. */
const LOSS: Assessment = { verdict: 'warning', evidence: C1, leaves: [] };

/** Differences that decide which names a place has, all together. */
const isAboutNames = ({ what }: LocatedDifference['difference']): boolean =>
  ['branch', 'additional-properties', 'pattern-properties', 'condition', 'schema'].includes(what);

const isAboutUnnamed = ({ what }: LocatedDifference['difference']): boolean =>
  what === 'additional-properties' || what === 'pattern-properties';

/** Whether a server accepts what it may get, but not where it is as closed as whoever sends it. */
const losesNames = ({ comparison, spot, audience, producer, consumer, serverConsumes }: Question): boolean =>
  serverConsumes && !includes(comparison.space, closedFor(comparison, spot, audience, consumer), producer);

/** The consumer's place, with the names that it gives and no others. */
function closedFor(
  comparison: Comparison,
  { message: { kind, isOutbound } }: LocatedDifference,
  audience: Audience,
  consumer: Position,
): Position {
  const side = comparison[exchangeFor(audience, kind, isOutbound).consumer];
  return readAs(consumer, side.readings('producer', hiddenIn(kind, isOutbound)));
}

/** What the producer may send where nothing closes its objects: what is safe only without it is safe by C1. */
function toTheLetterOf({ comparison, spot, audience, producer }: Question): Position {
  const { kind, isOutbound } = spot.message;
  const side = comparison[exchangeFor(audience, kind, isOutbound).producer];
  return readAs(producer, side.readings('consumer', hiddenIn(kind, isOutbound)));
}

/** C7: in a URL or a header a scalar stands as text, and the text `5` is the number 5. */
function isWrittenAsText(comparison: Comparison, { message, steps }: LocatedDifference): boolean {
  if (steps[0] !== 'body' && steps.length < 2) return false;
  return writtenIn(comparison, message, steps).every(isTextAt);
}

/** Of null nothing is sent (RFC 6570, section 2.3): a parameter or header that may be left out is not refused because of it. */
function mayBeLeftOut({ spot: { message, steps }, audience }: Question): boolean {
  const [part = '', name = '', ...inside] = steps;
  const { consumer } = exchangeFor(audience, message.kind, message.isOutbound);
  const required = childNode(message[consumer], 'properties', part, 'required');
  return part !== 'body' && inside.length === 0 && !stringsOf(required?.value).includes(name);
}

/** The other values that are written as this one is: a list of one item as that item. */
function writtenAlike(value: Json): Json[] {
  if (isArray(value)) {
    const [only] = value;
    return value.length === 1 && only !== undefined ? [only, ...scalarsAlike(only)] : [];
  }
  const scalars = scalarsAlike(value);
  return [...scalars, ...[value, ...scalars].map(one => [one])];
}

function scalarsAlike(value: Json): Json[] {
  if (value === null) return ['', 'null'];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string') return [];
  if (value === 'true' || value === 'false') return [value === 'true'];
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? [Number(value)] : [];
}

function hintFor({ difference }: LocatedDifference): Hint {
  const { what, name, was, now, relation } = difference;
  const facet = facetNamed(what);
  if (facet) return { is: 'facet', facet };
  if (what === 'required' && name !== undefined) return { is: 'lacks', name };
  if (what === 'type') return { is: 'type' };
  if (what === 'null') return { is: 'value', value: null };
  const branch = relation === 'looser' ? difference.next : difference.old;
  if (what === 'branch' && branch) return { is: 'branch', id: idOf(branch) };
  const value = relation === 'looser' ? now : was;
  if (what === 'enum-value' && value !== undefined) return { is: 'value', value };
  return { is: 'any' };
}

/**
 * A member that only one side declares (docs/engine.md, C1 and C2): refused, demanded, ignored, or no longer to be had.
 */
function assessMember(question: Question): Assessment {
  const { comparison, spot, producer, consumer, isForward, serverConsumes } = question;
  const { space } = comparison;
  const { relation, name = '', isRequired } = spot.difference;
  const isOnlyOld = relation === 'tighter';
  const consumerLacks = isOnlyOld === isForward;
  if (consumerLacks) {
    const leaves = ignores(space, consumer, name)
      ? []
      : counterexamples(space, producer, consumer, { is: 'has', name });
    if (leaves.length > 0) return { verdict: 'breaking', evidence: { is: 'unproved' }, leaves };
    return serverConsumes ? { verdict: 'warning', evidence: C1, leaves: [] } : fine(C1);
  }
  if (isRequired) {
    const leaves = counterexamples(space, producer, consumer, { is: 'lacks', name });
    if (leaves.length > 0) return { verdict: 'breaking', evidence: { is: 'unproved' }, leaves };
  }
  const leaves = unstatedLeaves(question, name);
  if (leaves) return leaves;
  // What the server can no longer send is a loss, or new work; what a client no longer sends is its own choice.
  return serverConsumes ? fine(C1) : { verdict: 'warning', evidence: { is: 'stated' }, leaves: [] };
}

/** Whether a place says nothing at all of a name: then it refuses nothing because of it. */
const ignores = (space: Workspace, place: Position, name: string): boolean =>
  normalise(space, place).every(
    one =>
      one.type !== 'object' ||
      (one.exact &&
        !one.values &&
        one.facets.maxProperties === undefined &&
        !one.dependent.has(name) &&
        one.names.length + one.nots.length === 0 &&
        memberOf(one, name).length === 0),
  );

/** A name that the producer may already use under a map or an open object. */
function unstatedLeaves({ comparison, producer, consumer }: Question, name: string): Assessment | undefined {
  const { space } = comparison;
  const open = normalise(space, producer).filter(
    one => one.type === 'object' && !isEmpty(space, memberOf(one, name)),
  );
  if (open.length === 0) return undefined;
  const leaves = counterexamples(space, producer, consumer, { is: 'has', name });
  if (leaves.length === 0) return undefined;
  // C1: a property named beside an open `additionalProperties` was hardly ever used for something else.
  if (open.every(one => restOf(one).length === 0)) return { verdict: 'warning', evidence: C1, leaves: [] };
  return { verdict: 'breaking', evidence: { is: 'unproved' }, leaves };
}

/** Whether a place was free-form or becomes so, and nobody's requests are refused for it. */
const isAboutFreeForm = ({ spot, audience, serverConsumes }: Question): boolean =>
  spot.difference.what === 'description' && !(audience === 'clients' && serverConsumes);

/** Where a convention speaks of less than a break although a value shows one. */
function cap(question: Question, assessment: Assessment): Assessment {
  const isUnclear = isAboutFreeForm(question) && assessment.evidence.is === 'unproved';
  if (assessment.verdict !== 'breaking' && !isUnclear) return assessment;
  const { spot, audience, producer, consumer, isForward, serverConsumes } = question;
  const { space } = question.comparison;
  const { what } = spot.difference;
  if (what === 'enum-value' && audience === 'clients' && !serverConsumes && !isForward) {
    // C6: clients must expect that an enumeration in an answer grows.
    const isOpen = annotationAt(consumer, 'x-extensible-enum') !== undefined;
    return { ...assessment, verdict: isOpen ? 'info' : 'warning' };
  }
  if (isAboutFreeForm(question)) {
    // A name that was always there, and that nothing demands any more, may be missed like any other.
    const [name] = normalise(space, consumer).flatMap(({ required }) => [...required]);
    if (audience === 'clients' && name !== undefined) {
      const leaves = counterexamples(space, producer, consumer, { is: 'lacks', name });
      if (leaves.length > 0) return { ...assessment, verdict: 'breaking', leaves };
    }
    // What was free-form promised nothing that could be broken (docs/engine.md, where we differ).
    return { ...assessment, verdict: 'warning', evidence: { is: 'stated' }, leaves: [] };
  }
  return assessment;
}
