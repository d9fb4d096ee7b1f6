import type { Json } from '../../core/json.ts';
import { nearestNames } from '../../core/nearest.ts';
import { UserError } from '../../core/user-error.ts';
import { isJsonType } from '../../openapi/examples.ts';
import {
  type ComparableMediaType,
  type ComparableOperation,
  withCallbacks,
} from '../../openapi/operations.ts';
import { operationIdOf } from '../../openapi/parts.ts';
import type { SentBody } from '../recording/exchange.ts';
import type { MessageChecker } from './checker.ts';
import { answerFor, requestBodyProblems, responseProblems } from './exchanges.ts';
import type { Problem } from './problems.ts';

/** Bodies of messages as parsed JSON, of an operation that is named. */
export interface Message {
  /** An operationId, or method and path as in the document: `POST /zaken`; of a webhook its name: `webhook NAME`. */
  readonly operation: string;
  readonly request?: Json;
  readonly response?: { readonly status: number; readonly body: Json };
}

/** @throws UserError `usage` for an operation that the document does not have */
export function messageProblems(
  { operations, checking }: MessageChecker,
  { operation: name, request, response }: Message,
): Problem[] {
  const operation = operationCalled(name, operations);
  const sent = (body: Json, media: readonly ComparableMediaType[]): SentBody => ({
    is: 'text',
    text: JSON.stringify(body),
    type: media.find(({ type }) => isJsonType(type))?.type ?? 'application/json',
  });
  return [
    ...(request === undefined
      ? []
      : requestBodyProblems(checking, operation, sent(request, operation.body?.media ?? []), new Map())),
    ...(response === undefined
      ? []
      : responseProblems(checking, operation, {
          status: response.status,
          body: sent(response.body, answerFor(operation, response.status)?.media ?? []),
        })),
  ];
}

function operationCalled(name: string, operations: readonly ComparableOperation[]): ComparableOperation {
  const all = operations.flatMap(withCallbacks);
  const found = all.find(({ label, node }) => label === name || operationIdOf(node.value) === name);
  if (found) return found;
  const ids = all.map(({ node, label }) => operationIdOf(node.value) ?? label);
  const near = [
    ...ids.filter(id => id.toLowerCase().includes(name.toLowerCase())),
    ...nearestNames(name, ids),
  ];
  const shown = [...new Set(near.length > 0 ? near : ids)].slice(0, 8);
  throw new UserError(
    'usage',
    { nl: `het document heeft geen operatie '${name}'`, en: `the document has no operation '${name}'` },
    ids.length === 0
      ? { nl: 'Het heeft er geen enkele.', en: 'It has none at all.' }
      : {
          nl: `Er zijn er ${ids.length}, waaronder: ${shown.join(', ')}.`,
          en: `There is, among ${ids.length}: ${shown.join(', ')}.`,
        },
  );
}
