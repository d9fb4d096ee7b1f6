import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import { WEBHOOK_MAPS } from '../../vocabulary/openapi.ts';
import { itemsOf, membersOf } from '../../vocabulary/tree.ts';
import type { Api, MediaType, Operation, Parameter, PathEntry, Response } from '../api.ts';
import type { Unread } from './unread.ts';

/**
 * The view of a document, where reading a list that an unread part might add to counts as a question put to that
 * part: the parameters of an operation one of which is a reference that was not read, say.
 */
export function observe(api: Api, unread: Unread): Api {
  if (!unread.isAny) return api;
  const ask = (...entries: readonly (Node | undefined)[]): void => {
    for (const entry of entries) unread.ask(entry && api.resolve(entry));
  };
  const known = new Map<Operation, Operation>();
  const observed = (operation: Operation): Operation => {
    const made = known.get(operation) ?? observedOperation(operation, ask, observed);
    known.set(operation, made);
    return made;
  };
  const paths = api.paths.map(path =>
    watched<PathEntry>(path, {
      operations: () => {
        ask(path.entry);
        return path.operations.map(observed);
      },
    }),
  );
  const operations = api.operations.map(observed);
  return watched<Api>(
    { ...api, paths, operationOf: value => wrap(api.operationOf(value)) },
    {
      operations: () => {
        ask(...api.paths.map(({ entry }) => entry), ...webhooksOf(api));
        return operations;
      },
    },
  );
  function wrap(operation: Operation | undefined): Operation | undefined {
    return operation && observed(operation);
  }
}

const webhooksOf = (api: Api): Node[] =>
  WEBHOOK_MAPS.flatMap(field => membersOf(api.child(api.root, field)).map(([, entry]) => entry));

type Ask = (...entries: readonly (Node | undefined)[]) => void;

function observedOperation(
  operation: Operation,
  ask: Ask,
  observed: (other: Operation) => Operation,
): Operation {
  const { node, pathItem, requestBody } = operation;
  const bodies = operation.requestContent.map(media => observedMedia(media, ask));
  const parameters = operation.parameters.map(parameter => observedParameter(parameter, ask));
  const responses = operation.responses.map(response => observedResponse(response, ask));
  return watched(operation, {
    parameters: () => {
      for (const holder of [node, pathItem]) {
        const list = childOf(holder, 'parameters');
        ask(list, ...itemsOf(list));
      }
      return parameters;
    },
    requestContent: () => {
      askContent(requestBody, ask);
      return bodies;
    },
    responses: () => {
      ask(childOf(node, 'responses'));
      return responses;
    },
    ...('callbacks' in operation
      ? {
          callbacks: () => {
            ask(...membersOf(childOf(node, 'callbacks')).map(([, entry]) => entry));
            return (operation.callbacks as readonly Operation[]).map(observed);
          },
        }
      : {}),
  });
}

/** The list of media types is whole where neither its holder nor `content` is unread. */
function askContent(holder: Node | undefined, ask: Ask): void {
  ask(holder, holder && childOf(holder, 'content'));
}

const observedMedia = (media: MediaType, ask: Ask): MediaType =>
  watched(media, {
    schema: () => {
      ask(media.node);
      return media.schema;
    },
  });

const observedParameter = (parameter: Parameter, ask: Ask): Parameter =>
  watched(parameter, {
    schema: () => {
      if (!parameter.schema) askContent(parameter.node, ask);
      return parameter.schema;
    },
  });

function observedResponse(response: Response, ask: Ask): Response {
  const { node } = response;
  const content = response.content.map(media => observedMedia(media, ask));
  const askHeaders = (): void => ask(node, childOf(node, 'headers'));
  return watched(response, {
    headers: () => {
      askHeaders();
      return response.headers;
    },
    ...('headerList' in response
      ? {
          headerList: () => {
            askHeaders();
            return response.headerList;
          },
        }
      : {}),
    content: () => {
      askContent(node, ask);
      return content;
    },
  });
}

/** The same object, with some of its members worked out when they are read. */
function watched<Value extends object>(
  value: Value,
  members: { readonly [Name in keyof Value]?: () => Value[Name] },
): Value {
  const getters = Object.entries(members).map(([name, get]) => [
    name,
    { get: get as () => unknown, enumerable: true },
  ]);
  return Object.defineProperties({ ...value }, Object.fromEntries(getters));
}
