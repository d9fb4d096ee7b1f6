import type { Locus } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import { isJsonType } from '../../openapi/examples.ts';
import { flow } from '../../openapi/exchange.ts';
import type { Role } from '../../openapi/message-validator.ts';
import type {
  ComparableMediaType,
  ComparableOperation,
  ComparableResponse,
} from '../../openapi/operations.ts';
import type { Headers, RecordedExchange, SentBody, SentResponse } from '../recording/exchange.ts';
import { essenceOf, mediaFor, readBody } from './bodies.ts';
import type { Checking } from './checking.ts';
import { bestFit } from './fit.ts';
import { headerProblems, parameterProblems } from './parameters.ts';
import { undocumentedIn } from './places.ts';
import {
  type MessagePart,
  NOTHING,
  type Problem,
  problemsIn,
  problemWith,
  undocumented,
} from './problems.ts';
import { MESSAGE_RULES } from './rules.ts';

/** Whose messages are looked at: what a client sends, what a provider sends, or both. */
export type Sender = 'client' | 'provider' | 'both';

/** What is wrong with the messages of an exchange, by the operation that it is about. */
export function exchangeProblems(
  checking: Checking,
  operation: ComparableOperation,
  { request, response }: RecordedExchange,
  pathValues: ReadonlyMap<string, string>,
  sender: Sender,
): Problem[] {
  const [asks, answers] = operation.isOutbound ? ['provider', 'client'] : ['client', 'provider'];
  return [
    ...(sender === 'both' || sender === asks
      ? requestProblems(checking, operation, request, pathValues)
      : []),
    ...(response && (sender === 'both' || sender === answers)
      ? responseProblems(checking, operation, response, request.method === 'HEAD')
      : []),
    ...(response || sender === asks ? [] : [unanswered(operation)]),
  ];
}

const unanswered = ({ label, node }: ComparableOperation): Problem =>
  problemWith(
    MESSAGE_RULES.unchecked,
    { locus: { operation: label, message: 'response' }, called: NOTHING, nodes: [node] },
    { nl: 'er is geen antwoord opgenomen', en: 'no response was recorded' },
  );

const roleOf = (message: 'request' | 'response', { isOutbound }: ComparableOperation): Role =>
  flow(message, isOutbound);

function requestProblems(
  checking: Checking,
  operation: ComparableOperation,
  request: RecordedExchange['request'],
  pathValues: ReadonlyMap<string, string>,
): Problem[] {
  const { body, headers } = request;
  return [
    ...parameterProblems(checking, operation, request, pathValues, {
      operation: operation.label,
      message: 'request',
    }),
    ...requestBodyProblems(checking, operation, body, headers),
  ];
}

export function requestBodyProblems(
  checking: Checking,
  operation: ComparableOperation,
  sent: SentBody,
  headers: Headers,
): Problem[] {
  const { label, body, node } = operation;
  const locus: Locus = { operation: label, message: 'request', part: 'body' };
  const whole = { locus, called: NOTHING, nodes: [body?.node ?? node] };
  if (sent.is === 'none') {
    const missing = { nl: 'de body ontbreekt', en: 'the body is missing' };
    return body?.isRequired ? [problemWith(MESSAGE_RULES.required, whole, missing)] : [];
  }
  if (!body) return [problemWith(MESSAGE_RULES.undocumentedBody, whole)];
  return bodyProblems(checking, whole, body.media, sent, headers, roleOf('request', operation));
}

/** The response that a document has for a status (OpenAPI 3.1.0, section 4.8.16). */
export const answerFor = ({ answers }: ComparableOperation, status: number): ComparableResponse | undefined =>
  [String(status), `${Math.floor(status / 100)}XX`, 'default']
    .map(name => answers.find(({ status: known }) => known === name))
    .find(found => found !== undefined);

/** @param headers absent where only the body is known */
export function responseProblems(
  checking: Checking,
  operation: ComparableOperation,
  { status, headers, body }: Omit<SentResponse, 'headers'> & { readonly headers?: Headers },
  isHead = false,
): Problem[] {
  const answer = answerFor(operation, status);
  const locus: Locus = { operation: operation.label, message: 'response', status: String(status) };
  if (!answer) {
    const whole = { locus, called: NOTHING, nodes: [operation.node] };
    return [problemWith(MESSAGE_RULES.undocumentedStatus, whole, NOTHING, { status })];
  }
  const role = roleOf('response', operation);
  const whole = { locus: { ...locus, part: 'body' as const }, called: NOTHING, nodes: [answer.node] };
  return [
    ...(headers ? headerProblems(checking, answer.headers, headers, locus, role) : []),
    ...answerBodyProblems(
      checking,
      whole,
      answer,
      { status, headers: headers ?? new Map(), body, isHead },
      role,
    ),
  ];
}

type Whole = Pick<MessagePart, 'locus' | 'called' | 'nodes'>;

function answerBodyProblems(
  checking: Checking,
  whole: Whole,
  { media }: ComparableResponse,
  { status, headers, body, isHead }: SentResponse & { readonly isHead: boolean },
  role: Role,
): Problem[] {
  const never = neverHasBody(status, isHead);
  if (body.is === 'none') {
    const missing = { nl: 'de body ontbreekt', en: 'the body is missing' };
    return never || media.length === 0 ? [] : [problemWith(MESSAGE_RULES.required, whole, missing)];
  }
  if (never) return isTold(body) ? [problemWith(MESSAGE_RULES.undocumentedBody, whole, never)] : [];
  const mayBeNone = body.is === 'left-out' && !body.isSure;
  if (media.length === 0) return mayBeNone ? [] : [problemWith(MESSAGE_RULES.undocumentedBody, whole)];
  return bodyProblems(checking, whole, media, body, headers, role);
}

const isTold = (body: SentBody): boolean => body.is !== 'left-out';

/** RFC 9110, section 6.4.1. */
function neverHasBody(status: number, isHead: boolean): Text | undefined {
  if (isHead) return { nl: ': dit is het antwoord op HEAD', en: ': this answers HEAD' };
  const isEmpty = status < 200 || status === 204 || status === 304;
  return isEmpty
    ? { nl: `: status ${status} heeft er nooit een`, en: `: status ${status} never has one` }
    : undefined;
}

function bodyProblems(
  checking: Checking,
  whole: Whole,
  media: readonly ComparableMediaType[],
  body: SentBody,
  headers: Headers,
  role: Role,
): Problem[] {
  if (body.is === 'none' || body.is === 'left-out') {
    const reason = { nl: 'de opname bevat de body niet', en: 'the recording does not hold the body' };
    return [problemWith(MESSAGE_RULES.unchecked, whole, reason)];
  }
  const type = body.type ?? media.find(one => isJsonType(one.type))?.type ?? media[0]?.type;
  const untyped = body.type === undefined ? [untypedProblem(whole)] : [];
  const found = type === undefined ? undefined : mediaFor(media, type);
  if (type === undefined || !found) return [...untyped, ...wrongType(whole, media, type)];
  const typed = { ...whole, locus: { ...whole.locus, mediaType: found.type } };
  const check = (): Problem[] => contentProblems(checking, typed, found, body, type, headers, role);
  const { operation = '', status = '' } = whole.locus;
  const content =
    body.is === 'text'
      ? checking.seenBodies(found, `${operation} ${status} ${type}`, body.text, check)
      : check();
  return [...untyped, ...content];
}

const untypedProblem = (whole: Whole): Problem => ({
  ...problemWith(MESSAGE_RULES.mediaType, whole, {
    nl: 'er is een body zonder Content-Type',
    en: 'there is a body without Content-Type',
  }),
  severity: 'warning',
});

function wrongType(whole: Whole, media: readonly ComparableMediaType[], type: string | undefined): Problem[] {
  if (type === undefined) return [];
  const known = media.map(one => one.type).join(', ');
  const reason = {
    nl: `het mediatype is ${essenceOf(type)}, en beschreven is ${known}`,
    en: `the media type is ${essenceOf(type)}, and the document has ${known}`,
  };
  return [problemWith(MESSAGE_RULES.mediaType, whole, reason)];
}

function contentProblems(
  checking: Checking,
  whole: Whole,
  media: ComparableMediaType,
  body: SentBody & { readonly is: 'text' | 'bytes' | 'fields' },
  type: string,
  headers: Headers,
  role: Role,
): Problem[] {
  const { validator, placeOf, resolve, showsValues } = checking;
  const { schema, itemSchema } = media;
  if (!schema && !itemSchema) return [];
  const place = placeOf([schema ?? itemSchema].filter(one => one !== undefined));
  const part: MessagePart = { ...whole, role, place };
  const reading = readBody(body, type, headers, { media, place, resolve });
  if ('unreadable' in reading) return [problemWith(MESSAGE_RULES.unreadable, part, reading.unreadable)];
  if ('unchecked' in reading) return [problemWith(MESSAGE_RULES.unchecked, part, reading.unchecked)];
  const { value, isText, opaque } = reading;
  if (itemSchema && Array.isArray(value)) {
    return value.flatMap(item =>
      problemsIn(part, validator.validate(itemSchema, item, role), validator, showsValues),
    );
  }
  if (!schema) return [];
  const validation = isText
    ? bestFit(validator, schema, [value], role)
    : validator.validate(schema, value, role);
  const isOpaque = ({ pointer }: Problem): boolean => opaque.has(pointer.slice(1));
  const problems = problemsIn(part, validation, validator, showsValues).filter(
    problem => !isOpaque(problem) || problem.rule !== MESSAGE_RULES.value,
  );
  const refused = new Set(problems.map(({ pointer }) => pointer));
  return [
    ...problems,
    ...undocumentedIn(place, value)
      .filter(pointer => !refused.has(pointer))
      .map(pointer => undocumented(part, pointer)),
  ];
}
