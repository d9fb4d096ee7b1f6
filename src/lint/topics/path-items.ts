import { isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import { childNode, isReference } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import type { At } from '../engine/typed-walk.ts';
import type { Act, Visitor, VisitorCheck } from '../rule.ts';
import { saysNothing } from './described.ts';
import { itemsOf } from './schemas.ts';

/** An operation where it stands, and the path item that it stands in. */
interface Placed {
  readonly operation: Node;
  readonly pathItem: Node;
  /** The path template; of a callback the expression. */
  readonly path: string;
  readonly isCallback: boolean;
}

interface Looks {
  readonly PathItem?: (pathItem: Node, path: string) => void;
  readonly Operation: (placed: Placed) => void;
}

/** Looks at each path item once, and at the operations of each: also at those that nothing refers to. */
function visitPathItems(api: Api, { PathItem, Operation: visit }: Looks): Visitor {
  const nodeOf = ({ location, node }: At): Node => api.nodeAt(location, node);
  const Operation: Act = (_, at) => {
    // `additionalOperations` holds operations by method (OpenAPI 3.2.0, section 4.9).
    const around = at.within?.type.name === 'PathItem' ? at.within : at.within?.within;
    if (!around) return;
    const isCallback = around.within?.type.name === 'Callback';
    visit({ operation: nodeOf(at), pathItem: nodeOf(around), path: String(around.key), isCallback });
  };
  const enter: Act = (_, at) => PathItem?.(nodeOf(at), String(at.key));
  return { PathItem: { enter, Operation }, OperationMap: { Operation } };
}

/** An operation of a path or webhook needs an `operationId`; that of a callback nobody calls by name. */
export const checkOperationIdPresent: VisitorCheck = ({ api, report }) =>
  visitPathItems(api, {
    Operation({ operation, isCallback }) {
      if (!isCallback && saysNothing(member(operation.value, 'operationId')))
        report(fieldOf(operation, 'operationId'));
    },
  });

/** Where a field stands or should. */
const fieldOf = ({ file, pointer }: Node, name: string): Pick<Node, 'file' | 'pointer'> => ({
  file,
  pointer: join(pointer, name),
});

/** A parameter of a list, as it is written there and behind its reference. */
interface Listed {
  readonly entry: Node;
  readonly node: Node;
  readonly in: Json | undefined;
  readonly name: Json | undefined;
}

function parametersIn(api: Api, holder: Node): Listed[] {
  // Where a path item refers to another, what stands beside the reference counts too.
  const beside = isReference(holder) ? itemsOf(childNode(holder, 'parameters')) : [];
  return [...beside, ...itemsOf(api.child(holder, 'parameters'))].flatMap(entry => {
    const node = api.resolve(entry);
    return node ? [{ entry, node, in: member(node.value, 'in'), name: member(node.value, 'name') }] : [];
  });
}

/** A list of parameters has each combination of name and place once (OpenAPI 3.1.1, sections 4.8.9 and 4.8.10). */
export const checkParametersUnique: VisitorCheck = ({ api, report }) => {
  const check: Act = (value, { location }) => {
    const seen = new Set<string>();
    for (const { entry, in: place, name } of parametersIn(api, api.nodeAt(location, value))) {
      const id = `${place} ${name}`;
      if (isString(name) && isString(place) && seen.has(id)) report(entry, { name });
      seen.add(id);
    }
  };
  return { PathItem: check, Operation: check };
};

const PLACEHOLDER = /\{([a-zA-Z0-9_.-]+)\}+/g;

/** A path has the same placeholders as path parameters, each once (OpenAPI 3.1.1, section 4.8.2; 3.2.0, section 4.8.2). */
export const checkPathParameters: VisitorCheck = ({ api, report }) => {
  const isInPath = (parameter: Listed): boolean => parameter.in === 'path' && Boolean(parameter.name);
  const reportUnused = (parameters: readonly Listed[], path: string): void => {
    const placeholders = placeholdersIn(path);
    for (const { node, name } of parameters)
      if (!placeholders.has(String(name))) report(fieldOf(node, 'name'), unused(String(name), path));
  };
  return visitPathItems(api, {
    PathItem(pathItem, path) {
      for (const name of repeatedIn(path)) report(pathItem, repeated(name, path));
      reportUnused(parametersIn(api, pathItem).filter(isInPath), path);
    },
    Operation({ operation, pathItem, path }) {
      const own = parametersIn(api, operation).filter(isInPath);
      reportUnused(own, path);
      const names = new Set(
        [...own, ...parametersIn(api, pathItem).filter(isInPath)].map(({ name }) => name),
      );
      for (const name of placeholdersIn(path))
        if (!names.has(name)) report(fieldOf(operation, 'parameters'), missing(name, path));
    },
  });
};

const namesIn = (path: string): string[] => [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

const placeholdersIn = (path: string): ReadonlySet<string> => new Set(namesIn(path));

const repeatedIn = (path: string): ReadonlySet<string> =>
  new Set(namesIn(path).filter((name, index, names) => names.indexOf(name) < index));

const repeated = (parameter: string, path: string): Args => ({
  name: path,
  detail: `The path \`${path}\` has \`{${parameter}}\` more than once, and a parameter has one value.`,
  uitleg: `het pad \`${path}\` heeft \`{${parameter}}\` meer dan eens, en een parameter heeft één waarde.`,
});

const unused = (parameter: string, path: string): Args => ({
  name: 'name',
  detail: `Path parameter \`${parameter}\` is not used in the path \`${path}\`.`,
  uitleg: `de parameter \`${parameter}\` komt in het pad \`${path}\` niet voor.`,
});

const missing = (parameter: string, path: string): Args => ({
  name: 'parameters',
  detail: `The operation does not define the path parameter \`{${parameter}}\` expected by path \`${path}\`.`,
  uitleg: `de parameter \`{${parameter}}\` van het pad \`${path}\` is niet beschreven.`,
});
