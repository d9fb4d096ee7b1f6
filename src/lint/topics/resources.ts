import { grouped } from '../../core/group.ts';
import type { Node } from '../../core/node.ts';
import { childNodes, dereference, keyword } from '../../vocabulary/tree.ts';
import type { Api, MediaType, Operation, PathEntry, Response } from '../api.ts';
import { facetsOf } from './facets.ts';
import { componentNameAt, plainName } from './names.ts';
import { alwaysTypes, listedIn, partsOf, propertiesOf } from './schemas.ts';

/** How an answer holds its resources: one, a page of them, a bare array, or nothing that a schema describes. */
type Shape = 'one' | 'page' | 'list' | 'none';

export const isPlaceholder = (segment: string | undefined): boolean => /^\{[^{}]+\}$/.test(segment ?? '');

export const segmentsOf = (path: string): string[] => path.split('/').slice(1);

/** A path of one thing ends in a placeholder: `/zaken/{uuid}`. */
export const isItemPath = (path: string): boolean => isPlaceholder(segmentsOf(path).at(-1));

/** Media types that carry JSON, but for problem details (RFC 6839, section 3.1). */
export const isJson = ({ name }: MediaType): boolean =>
  /^application\/([\w.-]+\+)?json\b/i.test(name) && !/problem\+json/i.test(name);

export const bodyOf = (content: readonly MediaType[]): Node | undefined =>
  content.find(media => isJson(media) && media.schema)?.schema ??
  content.find(({ schema }) => schema)?.schema;

export const successesOf = ({ responses }: Operation): Response[] =>
  responses.filter(({ status }) => status.startsWith('2'));

/** The schema of the first success answer that has a body. */
export const answerOf = (operation: Operation): Node | undefined =>
  successesOf(operation).flatMap(({ content }) => bodyOf(content) ?? [])[0];

export const operationAt = (path: PathEntry | undefined, method: string): Operation | undefined =>
  path?.operations.find(operation => operation.method === method);

/** A list is told by its type, or its items where it names none; a page by its `results`, or by `count` with a link to a neighbour. */
export function shapeOf(api: Api, schema: Node | undefined): Shape {
  if (!schema) return 'none';
  const types = alwaysTypes(api, schema);
  if (types.includes('array')) return 'list';
  const properties = propertiesOf(api, schema);
  if (types.length === 0 && properties.size === 0 && listedIn(api, schema)) return 'list';
  const has = (name: string): boolean => properties.has(name);
  return has('results') || (has('count') && (has('next') || has('previous'))) ? 'page' : 'one';
}

/** The schema of one resource in an answer, references followed. */
export function itemOf(api: Api, schema: Node | undefined): Node | undefined {
  const shape = shapeOf(api, schema);
  if (shape === 'list') return unwrapped(api, listedIn(api, schema));
  const page = shape === 'page' ? propertiesOf(api, schema).get('results') : undefined;
  return unwrapped(api, page ? listedIn(api, page) : schema);
}

/** What a schema without a name is that only refers, or has one part in `allOf` and no properties of its own: that part. */
export function unwrapped(api: Api, schema: Node | undefined): Node | undefined {
  const seen = new Set<unknown>();
  const referred = (at: Node): Node | undefined => dereference(at, api.follow, saysMore);
  let node = schema && referred(schema);
  while (node && !seen.has(node.value) && componentNameAt(node) === undefined) {
    seen.add(node.value);
    const [only, ...more] = childNodes(node, 'allOf');
    const inner = more.length === 0 && !keyword(node, 'properties') ? only && referred(only) : undefined;
    if (!inner) return node;
    node = inner;
  }
  return node;
}

/** Since 3.1 what stands beside a reference counts (OpenAPI 3.1.0, section 4.8.24). */
const saysMore = ({ dialect, value }: Node): boolean =>
  dialect !== '3.0' && Object.keys(Object(value)).length > 1;

/** Paths that hold many of a thing: an item path below, or a GET that yields many. */
export function collectionsOf(api: Api): PathEntry[] {
  const parents = new Set(
    api.paths
      .filter(path => isItemPath(path.template))
      .map(({ template }) => template.slice(0, template.lastIndexOf('/'))),
  );
  return api.paths.filter(path => !isItemPath(path.template) && parents.has(path.template));
}

export const itemPathBelow = (api: Api, { template, segments }: PathEntry): PathEntry | undefined =>
  api.paths.find(
    path =>
      path.segments.length === segments.length + 1 &&
      isItemPath(path.template) &&
      path.template.startsWith(`${template}/`),
  );

/** Creates: POST where an item path lies below. */
export const createsOf = (api: Api): Operation[] =>
  collectionsOf(api).flatMap(path => operationAt(path, 'post') ?? []);

export const pathsOperations = (api: Api): Operation[] =>
  api.operations.filter(({ kind }) => kind === 'path');

/** The API of each operation: the tag group that holds its tag (`x-tagGroups`), or `undefined` where none does. */
export const groupsOf =
  (api: Api): ((operation: Operation) => string | undefined) =>
  operation =>
    api.groupOf(operation)?.name;

/** Operations on a path that ends in `_zoek`: searches whose filters travel in the body. */
export const searchesOf = (api: Api): Operation[] =>
  pathsOperations(api).filter(({ path }) => segmentsOf(path).at(-1) === '_zoek');

/** The schemas whose members are filters of such a search, by value. */
export const searchFilters = (api: Api): ReadonlySet<unknown> =>
  new Set(
    searchesOf(api)
      .flatMap(({ requestContent }) => partsOf(api, bodyOf(requestContent)))
      .map(({ value }) => value),
  );

/** What an answer lacks of a page: `count` (integer), `next` and `previous` (uri or null), `results` (array). */
export function missingFromPage(api: Api, schema: Node): string[] {
  const properties = propertiesOf(api, schema);
  return ['count', 'next', 'previous', 'results'].filter(name => {
    const { types, nullable, format } = facetsOf(api, properties.get(name));
    if (name === 'count') return types.join() !== 'integer';
    return name === 'results' ? types.join() !== 'array' : !nullable || format !== 'uri';
  });
}

/** What resources of each API are called, in its paths and by their schemas, without case or hyphens. */
export function resourceNamesOf(api: Api): Map<string, string[]> {
  const groupOf = groupsOf(api);
  return grouped(
    pathsOperations(api).flatMap(operation => {
      const resource = itemOf(api, answerOf(operation));
      const own = [...segmentsOf(operation.path), (resource && componentNameAt(resource)) ?? ''];
      return own.map((name): [string, string] => [groupOf(operation) ?? '', plainName(name)]);
    }),
  );
}
