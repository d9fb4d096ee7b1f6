// Validates witnesses once more: ajv, the transformation that the conventions ask for, and what is needed to put a
// message together. No algebra, no walk, no memory of how a witness was found; tests/architecture holds it to that.
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import type { Audience, Locus } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { tokens } from '../../core/pointer.ts';
import { idOf, type Reading } from '../../json-schema/reading.ts';
import { openAjv } from '../../json-schema/validator/ajv.ts';
import type { SchemaWriter } from '../../json-schema/validator/manner.ts';
import { writeSchema } from '../../json-schema/validator/schema-writer.ts';
import { exchangeFor, hiddenIn, readingsOf, type Side } from '../../openapi/exchange.ts';
import { messagesOf, sharedPathNames } from '../../openapi/message.ts';
import {
  type ComparableMediaType,
  type ComparableOperation,
  type ComparableResponse,
  discriminatorsIn,
  operationsOf,
  withCallbacks,
} from '../../openapi/operations.ts';

import { pathShape } from '../../openapi/path-shape.ts';
import { type Document, rootNode } from '../../source/document.ts';
import { resolver } from '../../source/follow.ts';

/**
 * `none`: the producer may not send it, or the consumer accepts it there or is silent of the place. `mixed`: a witness, but the consumer also complains
 * of other places. `clean`: every complaint of the consumer is about one place that the finding names, or about those
 * that are given beside it. `unknown`: there is no such message in the documents, or ajv cannot tell.
 */
export type RecheckOutcome = 'none' | 'mixed' | 'clean' | 'unknown';

/** @param beside places that the witness says it is refused for as well */
export type Recheck = (
  audience: Audience,
  affects: readonly Locus[],
  witness: Json,
  beside?: readonly Locus[],
) => RecheckOutcome;

export function recheckBetween(old: Document, next: Document): Recheck {
  const [before, after] = [old, next].map(({ files }) =>
    discriminatorsIn([...files.values()].map(({ value }) => value)),
  );
  const shared = new Set([...(before ?? [])].filter(name => after?.has(name)));
  const sides = { old: openSide('old', old, shared), next: openSide('next', next, shared) };
  const validate = createValidator();

  return (audience, affects, witness, beside = []) => {
    const outcomes = affects.flatMap(locus => {
      const pairs = pairsNamed(sides.old.operations, sides.next.operations, locus.operation);
      return pairs.map(pair => recheckAt({ audience, locus, witness, beside }, sides, pair, validate));
    });
    return RANK.find(one => outcomes.includes(one)) ?? 'unknown';
  };
}

/** The best that was found counts: one place that shows it is enough. */
const RANK: readonly RecheckOutcome[] = ['clean', 'mixed', 'none', 'unknown'];

interface Question {
  readonly audience: Audience;
  readonly locus: Locus;
  readonly witness: Json;
  readonly beside: readonly Locus[];
}

/** A witness at one place of one operation. */
function recheckAt(
  { audience, locus, witness, beside }: Question,
  sides: Readonly<Record<Side, OpenSide>>,
  { before, after }: { readonly before: ComparableOperation; readonly after: ComparableOperation },
  validate: ReturnType<typeof createValidator>,
): RecheckOutcome {
  const kind = locus.message ?? 'request';
  const { producer, consumer } = exchangeFor(audience, kind, after.isOutbound);
  const hides = hiddenIn(kind, after.isOutbound);
  const operations = { old: before, next: after };
  const nodes = (side: Side): Node[] =>
    kind === 'request'
      ? requestsOf(sides[side], operations[side], locus, sharedPathNames(before, after))
      : responsesOf(sides[side], operations[side], locus);
  const complaints = (side: Side, role: Reading['role']): Complaint[][] =>
    nodes(side).flatMap(node => {
      const told = validate(node, sides[side].readings(role, hides), witness);
      return told ? [told] : [];
    });
  const [sent, taken] = [complaints(producer, 'producer'), complaints(consumer, 'consumer')];
  if (sent.length === 0 || taken.length === 0) return 'unknown';
  const refused = taken.filter(list => list.length > 0);
  if (refused.length === 0 || !sent.some(list => list.length === 0)) return 'none';
  if (!refused.flat().some(complaint => isAbout(complaint, stepsOf(locus)))) return 'none';
  const named = [locus, ...beside].map(stepsOf);
  const isNamed = (complaint: Complaint): boolean => named.some(steps => isAbout(complaint, steps));
  return refused.some(list => reasonsIn(list, isNamed).every(isNamed)) ? 'clean' : 'mixed';
}

/**
 * The complaints that are a reason. Where no branch of a choice fits, each complains of its own: what the others ask for
 * is no reason where one of them stumbles over a place that is named.
 */
function reasonsIn(
  list: readonly Complaint[],
  isNamed: (complaint: Complaint) => boolean,
): readonly Complaint[] {
  const choices = list.filter(
    ({ keyword, at }) =>
      keyword === 'anyOf' && list.some(one => one.at.length > at.length && isBelow(one, at) && isNamed(one)),
  );
  return list.filter(one => isNamed(one) || !choices.some(({ at }) => isBelow(one, at)));
}

const isBelow = ({ at }: Complaint, place: readonly string[]): boolean =>
  place.every((token, index) => at[index] === token);

type OpenSide = ReturnType<typeof openSide>;

function openSide(side: Side, document: Document, discriminators: ReadonlySet<string>) {
  const resolve = resolver(document);
  const messages = messagesOf(resolve);
  return {
    messages,
    operations: operationsOf(rootNode(document), resolve).flatMap(withCallbacks),
    readings: readingsOf(side, messages.resolve, discriminators),
  };
}

/** The operations with a label, each beside the one of the old document that has its path, or the end of its path. */
function pairsNamed(
  olds: readonly ComparableOperation[],
  nexts: readonly ComparableOperation[],
  label: string | undefined,
): { before: ComparableOperation; after: ComparableOperation }[] {
  const shape = ({ path }: ComparableOperation): string => pathShape(path);
  const ends = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);
  return nexts
    .filter(after => after.label === label)
    .flatMap(after => {
      const alike = olds.filter(
        before => before.method === after.method && before.isOutbound === after.isOutbound,
      );
      const same = alike.filter(before => shape(before) === shape(after));
      const found = same.length > 0 ? same : alike.filter(before => ends(shape(before), shape(after)));
      return found.map(before => ({ before, after }));
    });
}

const essence = (type: string): string => type.split(';')[0] ?? type;

/** The media that a locus can mean: those of its type, else all (its type may be a range on the other side). */
function mediaFor(
  media: readonly ComparableMediaType[],
  { mediaType }: Locus,
): readonly (ComparableMediaType | undefined)[] {
  if (mediaType === undefined) return [undefined, ...media];
  const same = media.filter(({ type }) => essence(type) === essence(mediaType));
  return same.length > 0 ? same : media;
}

function requestsOf(
  side: OpenSide,
  operation: ComparableOperation,
  locus: Locus,
  names: readonly (string | undefined)[],
): Node[] {
  // Without a body, or without a word on what is in it, there is one kind of message.
  const found = mediaFor(operation.body?.media ?? [], locus);
  const media = found.length > 0 ? found : [undefined];
  return media.map(one => side.messages.request(operation, one, names));
}

/** Messages of the answer that has the status of a locus, or stands for it (OpenAPI 3.1.0, 4.8.16). */
function responsesOf(side: OpenSide, operation: ComparableOperation, locus: Locus): Node[] {
  const { status } = locus;
  const fits = (answer: ComparableResponse): boolean =>
    status === undefined ||
    [status, `${status[0]}XX`, 'default'].includes(answer.status) ||
    (status.endsWith('XX') && answer.status[0] === status[0]);
  const fitting = operation.answers.filter(fits);
  return (fitting.length > 0 ? fitting : operation.answers).flatMap(answer =>
    mediaFor(answer.media, locus).map(media => side.messages.response(operation, answer, media)),
  );
}

/** One complaint of ajv: the place, with the name of a member that lacks or should not be there. */
interface Complaint {
  readonly keyword: string;
  readonly at: readonly string[];
  /** The member that asks for the one that lacks. */
  readonly askedBy?: readonly string[];
}

const stepsOf = ({ part, property = [] }: Locus): readonly string[] =>
  part === undefined ? property : [part, ...property];

/** Whether a complaint is about a place: at it, under it, or that none of the branches around it fits. */
function isAbout({ askedBy, ...complaint }: Complaint, named: readonly string[]): boolean {
  if (askedBy && isAbout({ ...complaint, at: askedBy }, named)) return true;
  const { keyword, at } = complaint;
  const agrees = named.every((step, index) => index >= at.length || fitsStep(step, at[index] ?? ''));
  return agrees && (at.length >= named.length || keyword === 'anyOf' || keyword === 'if');
}

const fitsStep = (step: string, token: string): boolean =>
  step.startsWith('{') || (step.startsWith('[') ? step === '[]' || step === `[${token}]` : step === token);

/** Keywords that name the first item that should not be there by its index. */
const ITEMS: ReadonlySet<string> = new Set(['items', 'unevaluatedItems']);

/** The complaints of ajv about a value; none where it is accepted, `undefined` where ajv cannot tell. */
function createValidator(): (node: Node, reading: Reading, value: Json) => Complaint[] | undefined {
  const instances = new Map<string, { ajv: Ajv2020; writer: SchemaWriter }>();
  const validators = new Map<string, ValidateFunction>();
  return (node, reading, value) => {
    const { ajv, writer } = instances.get(reading.id) ?? openInstance(reading);
    instances.set(reading.id, { ajv, writer });
    const key = `${reading.id} ${idOf(node)}`;
    const validate = validators.get(key) ?? ajv.compile(writeSchema(writer, node));
    validators.set(key, validate);
    const isAccepted = run(validate, value);
    if (isAccepted !== false) return isAccepted;
    return (validate.errors ?? []).map(({ keyword, instancePath, params }) => {
      const member = params.missingProperty ?? params.unevaluatedProperty ?? params.additionalProperty;
      const at = tokens(instancePath);
      const place = ITEMS.has(keyword) && typeof params.limit === 'number' ? String(params.limit) : member;
      return {
        keyword,
        at: typeof place === 'string' ? [...at, place] : at,
        ...(keyword === 'dependentRequired' ? { askedBy: [...at, String(params.property)] } : {}),
      };
    });
  };
}

/** The code that ajv writes for `unevaluated*` crashes on some schemas. */
function run(validate: ValidateFunction, value: Json): [] | false | undefined {
  try {
    return validate(value) ? [] : false;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An ajv that names every complaint. */
function openInstance(reading: Reading): { ajv: Ajv2020; writer: SchemaWriter } {
  const ajv = openAjv({ explains: true });
  const writer: SchemaWriter = {
    reading,
    flags: reading.hides ? [reading.hides] : [],
    hiddenMembers: reading.role === 'producer' ? 'refused' : 'tolerated',
    addSchema: schema => ajv.addSchema(schema),
    added: new Map(),
  };
  return { ajv, writer };
}
