import type { Node } from '../../core/node.ts';
import type {
  ComparableMediaType,
  ComparableOperation,
  ComparableParameter,
  ComparableResponse,
} from '../../openapi/operations.ts';
import type { Kind } from '../../vocabulary/openapi.ts';
import { idOf } from '../../vocabulary/tree.ts';
import { pairBy, pairMedia, pairResponses } from '../pair.ts';
import { keyedParameters } from '../parameters.ts';
import type { Twins } from './twins.ts';

type Both = readonly (readonly [ComparableOperation, ComparableOperation])[];

/** What the comparison of operations takes for the same thing, however it is written and wherever it stands. */
export function pairedIn(both: Both): Twins[] {
  return both.flatMap(([old, next]) => pairedInOperation(old, next));
}

const twins =
  (kind: Kind, operation: string) =>
  (old: Node | undefined, next: Node | undefined, name: string): Twins[] =>
    old && next ? [{ kind, old, next, name, operation }] : [];

function pairedInOperation(old: ComparableOperation, next: ComparableOperation): Twins[] {
  const { label } = next;
  const parameters = pairBy(keyedParameters(old), keyedParameters(next), ({ key }) => key).both;
  const answers = pairResponses(old.answers, next.answers).both;
  const callbacks = pairBy(old.callbacks, next.callbacks, ({ path, method }) => `${path} ${method}`).both;
  return [
    ...twins('operation', label)(old.node, next.node, label),
    ...twins('requestBody', label)(old.body?.node, next.body?.node, label),
    ...parameters.flatMap(([one, other]) =>
      pairedParameter('parameter', label, one.parameter, other.parameter),
    ),
    ...pairedMedia(label, old.body?.media ?? [], next.body?.media ?? [], label),
    ...answers.flatMap(([one, other]) => pairedInResponse(label, one, other)),
    ...pairedIn(callbacks),
  ];
}

function pairedInResponse(label: string, one: ComparableResponse, other: ComparableResponse): Twins[] {
  const headers = pairBy(one.headers, other.headers, ({ name }) => name).both;
  return [
    ...twins('response', label)(one.node, other.node, other.status),
    ...headers.flatMap(([ours, theirs]) => pairedParameter('header', label, ours, theirs)),
    ...pairedMedia(label, one.media, other.media, other.status),
  ];
}

const pairedParameter = (
  kind: Kind,
  label: string,
  one: ComparableParameter,
  other: ComparableParameter,
): Twins[] => {
  const [around] = twins(kind, label)(one.node, other.node, other.name);
  const schemas = twins('schema', label)(one.schema, other.schema, other.name);
  return around ? [around, ...schemas.map(schema => ({ ...schema, inside: around }))] : schemas;
};

const pairedMedia = (
  label: string,
  ours: readonly ComparableMediaType[],
  theirs: readonly ComparableMediaType[],
  name: string,
): Twins[] =>
  pairMedia(ours, theirs).both.flatMap(([one, other]) => [
    ...twins('mediaType', label)(one.node, other.node, name),
    ...twins('schema', label)(one.schema, other.schema, name),
    ...twins('schema', label)(one.itemSchema, other.itemSchema, name),
  ]);

/** The ids of what has a twin, by side. */
export function idsOf(all: readonly Twins[]): Readonly<Record<'old' | 'next', ReadonlySet<string>>> {
  return {
    old: new Set(all.map(({ old }) => idOf(old))),
    next: new Set(all.map(({ next }) => idOf(next))),
  };
}
