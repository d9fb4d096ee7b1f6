import type { Node } from '../../core/node.ts';
import type {
  ComparableMediaType,
  ComparableOperation,
  ComparableParameter,
  ComparableResponse,
} from '../../openapi/operations.ts';
import type { Kind } from '../../vocabulary/openapi.ts';
import { idOf } from '../../vocabulary/tree.ts';
import { pairBy, pairCallbacks, pairMedia, pairResponses } from '../pair.ts';
import { keyedParameters } from '../parameters.ts';
import type { NodePair } from './node-pair.ts';

type Both = readonly (readonly [ComparableOperation, ComparableOperation])[];

/** What the comparison of operations takes for the same thing, however it is written and wherever it stands. */
export function pairedIn(both: Both): NodePair[] {
  return both.flatMap(([old, next]) => pairedInOperation(old, next));
}

const pair =
  (kind: Kind, operation: string) =>
  (old: Node | undefined, next: Node | undefined, name: string): NodePair[] =>
    old && next ? [{ kind, old, next, name, operation }] : [];

function pairedInOperation(old: ComparableOperation, next: ComparableOperation): NodePair[] {
  const { label } = next;
  const parameters = pairBy(keyedParameters(old), keyedParameters(next), ({ key }) => key).both;
  const answers = pairResponses(old.answers, next.answers).both;
  const callbacks = pairCallbacks(old.callbacks, next.callbacks).both;
  return [
    ...pair('operation', label)(old.node, next.node, label),
    ...pair('requestBody', label)(old.body?.node, next.body?.node, label),
    ...parameters.flatMap(([one, other]) =>
      pairedParameter('parameter', label, one.parameter, other.parameter),
    ),
    ...pairedMedia(label, old.body?.media ?? [], next.body?.media ?? [], label),
    ...answers.flatMap(([one, other]) => pairedInResponse(label, one, other)),
    ...pairedIn(callbacks),
  ];
}

function pairedInResponse(label: string, one: ComparableResponse, other: ComparableResponse): NodePair[] {
  const headers = pairBy(one.headers, other.headers, ({ name }) => name).both;
  return [
    ...pair('response', label)(one.node, other.node, other.status),
    ...headers.flatMap(([before, after]) => pairedParameter('header', label, before, after)),
    ...pairedMedia(label, one.media, other.media, other.status),
  ];
}

const pairedParameter = (
  kind: Kind,
  label: string,
  one: ComparableParameter,
  other: ComparableParameter,
): NodePair[] => {
  const [around] = pair(kind, label)(one.node, other.node, other.name);
  const schemas = pair('schema', label)(one.schema, other.schema, other.name);
  return around ? [around, ...schemas.map(schema => ({ ...schema, inside: around }))] : schemas;
};

const pairedMedia = (
  label: string,
  before: readonly ComparableMediaType[],
  after: readonly ComparableMediaType[],
  name: string,
): NodePair[] =>
  pairMedia(before, after).both.flatMap(([one, other]) => [
    ...pair('mediaType', label)(one.node, other.node, name),
    ...pair('schema', label)(one.schema, other.schema, name),
    ...pair('schema', label)(one.itemSchema, other.itemSchema, name),
  ]);

/** The ids of what has a counterpart, by side. */
export function idsOf(all: readonly NodePair[]): Readonly<Record<'old' | 'next', ReadonlySet<string>>> {
  return {
    old: new Set(all.map(({ old }) => idOf(old))),
    next: new Set(all.map(({ next }) => idOf(next))),
  };
}
