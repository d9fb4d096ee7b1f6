import type { Json } from '../core/json.ts';
import { pathShape } from '../openapi/path-shape.ts';
import { type ShownOperation, schemaOf, successSchemaOf } from './operation/operations.ts';
import type { ShapeOf } from './schema/shape.ts';

/** The forms in which the same thing travels. */
export const FORMS = ['read', 'create', 'replace', 'patch'] as const;

export type Form = (typeof FORMS)[number];

/** `value`: a type outside any operation. `sent`: the body of one operation. */
export type AnyForm = Form | 'value' | 'sent';

export type Forms = Readonly<Partial<Record<AnyForm, Json>>>;

/** Operations on one kind of thing: a collection, its items and what can be done with them. */
export interface Collection {
  /** Path of the collection, or the name of a webhook. */
  readonly path: string;
  readonly operations: readonly ShownOperation[];
  readonly forms: Forms;
  /** Names of the component schemas of its forms and lists. */
  readonly schemas: readonly string[];
  /** What it is called: what all those names have in common where a schema is called so, else the shortest of them. */
  readonly name: string | undefined;
}

const isVariable = (segment: string | undefined): boolean => segment?.startsWith('{') ?? false;

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * The path of the collection that a path belongs to. `/zaken/{uuid}` belongs to `/zaken`, and so does what stands
 * for an action: a last segment without items of its own below a path that is there (`/zaken/_zoek`).
 */
function collectionPathOf(path: string, paths: ReadonlySet<string>): string {
  const parent = parentOf(path);
  // OpenAPI asks for a slash at the start; a path without one, as the empty path, stands below nothing.
  if (!path.startsWith('/')) return path;
  if (isVariable(path.split('/').at(-1))) return parent;
  const hasItems = [...paths].some(
    other => parentOf(other) === pathShape(path) && isVariable(other.split('/').at(-1)),
  );
  if (hasItems || !paths.has(pathShape(parent))) return path;
  return collectionPathOf(parent, paths);
}

/** Groups the operations of one tag by the collection they work on. */
export function collectionsOf(operations: readonly ShownOperation[], shapeOf: ShapeOf): Collection[] {
  const paths = new Set(operations.filter(({ kind }) => kind === 'path').map(({ path }) => pathShape(path)));
  const groups = new Map<string, { path: string; operations: ShownOperation[] }>();
  for (const operation of operations) {
    const path = operation.kind === 'webhook' ? operation.path : collectionPathOf(operation.path, paths);
    const key = `${operation.kind} ${pathShape(path)}`;
    const group = groups.get(key) ?? { path, operations: [] };
    group.operations.push(operation);
    groups.set(key, group);
  }
  return [...groups.values()].map(group => describe(group.path, group.operations, shapeOf));
}

function describe(path: string, operations: readonly ShownOperation[], shapeOf: ShapeOf): Collection {
  const item = schemasOfLists(operations, path, shapeOf);
  const forms = formsOf(path, operations, item, shapeOf);
  const created = operations
    .filter(operation => operation.path === path && operation.method === 'post')
    .map(successSchemaOf)
    .filter(schema => schema !== undefined);
  const names = [...Object.values(forms), ...item, ...created]
    .map(schema => shapeOf(schema).name)
    .filter(name => name !== undefined);
  const name = baseOf(names, shapeOf) ?? [...names].sort((left, right) => left.length - right.length)[0];
  return { path, operations, forms, schemas: [...new Set([...names, ...(name ? [name] : [])])], name };
}

/** The schema that all forms are named after, though none is it: `Status` of `StatusExpanded` and `PatchedStatus`. */
function baseOf(names: readonly string[], shapeOf: ShapeOf): string | undefined {
  const [first = '', ...others] = names;
  const isThere = (name: string): boolean =>
    shapeOf({ $ref: `#/components/schemas/${name}` }).dangling === undefined;
  for (let end = first.length; end > 2; end -= 1) {
    const base = first.slice(0, end);
    if (others.every(name => name.includes(base)) && isThere(base)) return base;
  }
  return undefined;
}

/** Whether a body is about another thing than what is read: as that of a search, it shares no attribute with it. */
function isOther(read: Json | undefined, body: Json | undefined, shapeOf: ShapeOf): boolean {
  const [known, sent] = [read, body].map(schema => [...shapeOf(schema ?? {}).properties.keys()]);
  if (!known || !sent || known.length === 0 || sent.length === 0) return false;
  return !sent.some(name => known.includes(name));
}

function formsOf(path: string, operations: readonly ShownOperation[], item: Json[], shapeOf: ShapeOf): Forms {
  const isCollection = (operation: ShownOperation): boolean => operation.path === path;
  const isItem = (operation: ShownOperation): boolean =>
    parentOf(operation.path) === path && isVariable(operation.path.split('/').at(-1));
  const first = (method: string, where: (operation: ShownOperation) => boolean) =>
    operations.find(
      operation => operation.kind === 'path' && operation.method === method && where(operation),
    );
  const sent = (operation: ShownOperation | undefined): Json | undefined =>
    operation && schemaOf(operation.contents);
  const retrieve = first('get', isItem);
  const post = first('post', isCollection);
  const put = first('put', isItem) ?? first('put', isCollection);
  const patch = first('patch', isItem) ?? first('patch', isCollection);
  // A lone POST is a call, not a thing that can be read back: its bodies stand with the operation.
  if (!retrieve && item.length === 0 && !put && !patch) return {};
  const answer = post ?? put ?? patch;
  const read = (retrieve && successSchemaOf(retrieve)) ?? item[0] ?? (answer && successSchemaOf(answer));
  const create = isOther(read, sent(post), shapeOf) ? undefined : sent(post);
  const all = { read, create, replace: sent(put), patch: sent(patch) };
  return Object.fromEntries(Object.entries(all).filter(([, schema]) => schema !== undefined));
}

/** The schemas of what lists give: the items of an array, or of the `results` of a page. */
function schemasOfLists(operations: readonly ShownOperation[], path: string, shapeOf: ShapeOf): Json[] {
  return operations
    .filter(operation => operation.kind === 'path' && operation.path === path && operation.method === 'get')
    .map(successSchemaOf)
    .filter(schema => schema !== undefined)
    .map(schema => {
      const shape = shapeOf(schema);
      const results = shape.properties.get('results');
      return shape.items ?? (results === undefined ? undefined : shapeOf(results).items) ?? schema;
    });
}
