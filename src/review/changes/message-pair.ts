import type { Audience, Locus } from '../../core/finding.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Comparison } from '../../diff/comparison.ts';
import type { SideView } from '../../diff/sides.ts';
import { childEntries, childNode, dereference, keyword, type Term } from '../../json-schema/reading.ts';
import { exchangeFor, hiddenIn, type Side } from '../../openapi/exchange.ts';
import type {
  ComparableMediaType,
  ComparableOperation,
  ComparableParameter,
} from '../../openapi/operations.ts';
import { mediaNamed, operationNamed } from './attribute.ts';

/** One message of the contract in both documents, as its producer writes it and its consumer reads it. */
export interface MessageAt {
  readonly place: Locus;
  readonly producer: Term;
  readonly consumer: Term;
  /** The version that the producer follows. */
  readonly from: 'old' | 'new';
  /** The operation as the producer of the message knows it. */
  readonly operation: ComparableOperation;
  readonly media: ComparableMediaType | undefined;
  /** Bodies that the documents show for this message; those of the producer first. */
  readonly examples: readonly Json[];
  /** Values that the documents show for the parameter at the place; those of the new document first. */
  readonly shown: readonly Json[];
}

/** `undefined` where one of the documents does not have the message. */
export function messageAt(comparison: Comparison, audience: Audience, place: Locus): MessageAt | undefined {
  const { old, next } = comparison;
  const operations = {
    old: operationNamed(old, place.operation),
    next: operationNamed(next, place.operation),
  };
  if (!operations.old || !operations.next || place.message === undefined) return undefined;
  const { isOutbound, pathNames } = operations.old;
  const { producer, consumer } = exchangeFor(audience, place.message, isOutbound);
  const hides = hiddenIn(place.message, isOutbound);
  const written = {
    old: writtenIn(old, operations.old, place, pathNames),
    next: writtenIn(next, operations.next, place, pathNames),
  };
  const term = (side: Side, role: 'producer' | 'consumer'): Term | undefined => {
    const node = written[side]?.node;
    return node && { node, reading: comparison[side].readings(role, hides) };
  };
  const [sent, received] = [term(producer, 'producer'), term(consumer, 'consumer')];
  const operation = operations[producer];
  if (!sent || !received || !operation) return undefined;
  const examples = [producer, consumer].flatMap(side => bodiesShown(written[side]?.media, comparison[side]));
  const { media } = written[producer] ?? {};
  const from = producer === 'old' ? 'old' : 'new';
  const shown = (['next', 'old'] as const).flatMap(side =>
    (operations[side]?.parameters ?? [])
      .filter(({ name, place: part }) => part === place.part && name === place.property?.[0])
      .flatMap(parameter => valuesShown(parameter, comparison[side].resolve)),
  );
  return { place, producer: sent, consumer: received, from, operation, media, examples, shown };
}

interface Written {
  readonly node: Node;
  readonly media: ComparableMediaType | undefined;
}

function writtenIn(
  side: SideView,
  operation: ComparableOperation,
  place: Locus,
  pathNames: readonly string[],
): Written | undefined {
  if (place.message === 'request') {
    const media = mediaNamed(operation.body?.media ?? [], place.mediaType);
    return { node: side.messages.request(operation, media, pathNames), media };
  }
  const answer = operation.answers.find(({ status }) => status === place.status);
  if (!answer) return undefined;
  const media = mediaNamed(answer.media, place.mediaType);
  return { node: side.messages.response(operation, answer, media), media };
}

/** The examples of a media type (OpenAPI 3.1.0, section 4.8.14), then those of its schema. */
function bodiesShown(media: ComparableMediaType | undefined, { resolve }: SideView): Json[] {
  if (!media) return [];
  const own = childNode(media.node, 'example');
  const named = childEntries(media.node, 'examples').flatMap(([, written]) => {
    const value = childNode(dereference(written, resolve) ?? written, 'value');
    return value ? [value.value] : [];
  });
  const schema = media.schema && dereference(media.schema, resolve);
  const inSchema = schema ? [keyword(schema, 'example'), ...[keyword(schema, 'examples') ?? []].flat()] : [];
  return [...(own ? [own.value] : []), ...named, ...inSchema].filter(value => value !== undefined);
}

/** A whole message around a body: what the call needs beside it, from the examples of its parameters. */
export function wholeMessage(
  { place, operation, producer }: MessageAt,
  body: Json | undefined,
  known: Json,
): JsonObject {
  const inBody = body === undefined ? {} : { body };
  if (place.message === 'response') return { header: isObject(known) ? (known.header ?? {}) : {}, ...inBody };
  const parts = Object.fromEntries(
    (['path', 'query', 'header', 'cookie'] as const).map(part => [
      part,
      isObject(known) && isObject(known[part])
        ? known[part]
        : needed(
            operation.parameters.filter(one => one.place === part),
            producer.reading.resolve,
          ),
    ]),
  );
  return { ...parts, ...inBody };
}

const needed = (
  parameters: readonly ComparableParameter[],
  resolve: Term['reading']['resolve'],
): JsonObject =>
  Object.fromEntries(
    parameters
      .filter(({ isRequired, place }) => isRequired || place === 'path')
      .map(parameter => [parameter.name, sampleOf(parameter, resolve)]),
  );

/** What a document shows of a parameter: its examples (OpenAPI 3.1.0, section 4.8.12), then what its schema says. */
function valuesShown({ node, schema }: ComparableParameter, resolve: Term['reading']['resolve']): Json[] {
  const target = schema && (dereference(schema, resolve) ?? schema);
  const listed = target && keyword(target, 'enum');
  const named = childEntries(node, 'examples').map(
    ([, one]) => childNode(dereference(one, resolve) ?? one, 'value')?.value,
  );
  return [
    keyword(node, 'example'),
    ...named,
    target && keyword(target, 'example'),
    ...[(target && keyword(target, 'examples')) ?? []].flat(),
    target && keyword(target, 'default'),
    isArray(listed) ? listed[0] : undefined,
  ].filter(value => value !== undefined);
}

function sampleOf(parameter: ComparableParameter, resolve: Term['reading']['resolve']): Json {
  const [found] = valuesShown(parameter, resolve);
  if (found !== undefined) return found;
  const { schema } = parameter;
  const target = schema && (dereference(schema, resolve) ?? schema);
  const format = target && keyword(target, 'format');
  if (format === 'uuid') return '5e9b3b8c-0f2d-4c57-9d0a-6a1c1f0f5a11';
  return target && keyword(target, 'type') === 'integer' ? 1 : 'a';
}
