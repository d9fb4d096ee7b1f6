import { isString, type Json, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import type { Role } from '../openapi/message-validator.ts';
import { type MediaType, type Operation, operationsOf } from '../openapi/operations.ts';
import { isJsonType } from './examples.ts';

/** What was sent: bodies as parsed JSON. */
export interface Message {
  /** An operationId, or method and path as in the document: `POST /zaken`. */
  readonly operation: string;
  readonly request?: Json;
  readonly response?: { readonly status: number; readonly body: Json };
}

/** Part of a message with the schema that it has to fit, or the reason why there is none. */
export type Described = {
  /** `POST /zaken`. */
  readonly operation: string;
  readonly role: Role;
  readonly place: Node;
} & ({ readonly schema: Node; readonly value: Json } | { readonly undescribed: Text });

export function describedBy(root: Node, resolve: Resolve, message: Message): Described[] {
  const operations = operationsOf(root, resolve);
  const operation = operations.find(
    ({ label, node }) =>
      label === message.operation || member(node.value, 'operationId') === message.operation,
  );
  if (!operation) throw unknownOperation(message.operation, operations);
  return [
    ...(message.request === undefined ? [] : [requestOf(operation, message.request)]),
    ...(message.response === undefined ? [] : [responseOf(operation, message.response)]),
  ];
}

function unknownOperation(name: string, operations: readonly Operation[]): UserError {
  const ids = operations
    .map(({ node, label }) => member(node.value, 'operationId') ?? label)
    .filter(isString);
  const near = ids.filter(id => id.toLowerCase().includes(name.toLowerCase()));
  const shown = (near.length > 0 ? near : ids).slice(0, 8);
  return new UserError(
    'usage',
    { nl: `het document heeft geen operatie '${name}'`, en: `the document has no operation '${name}'` },
    {
      nl: `Er zijn er ${ids.length}, waaronder: ${shown.join(', ')}.`,
      en: `There is, among ${ids.length}: ${shown.join(', ')}.`,
    },
  );
}

function requestOf(operation: Operation, value: Json): Described {
  const { label, body, node } = operation;
  const schema = schemaOf(body?.media ?? []);
  const about = { operation: label, role: 'request', place: body?.node ?? node } as const;
  return schema
    ? { ...about, schema, value }
    : { ...about, undescribed: { nl: 'verzoek in JSON', en: 'request in JSON' } };
}

function responseOf(
  operation: Operation,
  { status, body: value }: NonNullable<Message['response']>,
): Described {
  const { label, answers, node } = operation;
  const range = `${Math.floor(status / 100)}XX`;
  const answer = [String(status), range, 'default']
    .map(name => answers.find(known => known.status.toUpperCase() === name.toUpperCase()))
    .find(found => found !== undefined);
  const schema = schemaOf(answer?.media ?? []);
  const about = { operation: label, role: 'response', place: answer?.node ?? node } as const;
  return schema
    ? { ...about, schema, value }
    : { ...about, undescribed: { nl: `antwoord ${status} in JSON`, en: `response ${status} in JSON` } };
}

/** Of several JSON types the first: one schema for all is what descriptions do. */
const schemaOf = (media: readonly MediaType[]): Node | undefined =>
  media.find(({ type, schema }) => schema && isJsonType(type))?.schema;
