import { grouped } from '../core/group.ts';
import { equalJson, isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { tokens } from '../core/pointer.ts';
import { thereIs } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { apiOf, type PathEntry } from '../openapi/api.ts';
import { withBeside, withOperations } from '../openapi/path-item.ts';
import { type TagGroup, tagGroupsOf } from '../openapi/tag-groups.ts';
import { documentOfValue, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import { stringsOf } from '../vocabulary/tree.ts';
import { withReachedComponents } from './reachable.ts';

/**
 * The part of a bundle that is one API: a group of `x-tagGroups`, the extension that Redoc introduced. It stands
 * alone: its operations and webhooks, its tags, the server of its paths, and the components that they reach.
 * `x-zds-apis`, a map from group to title and description, gives it an `info` of its own.
 *
 * @throws UserError `usage` for a name that is no group
 */
export function sliceOf(bundle: JsonObject, api: string): JsonObject {
  const group = findGroup(bundle, api);
  const document = documentOfValue(bundle);
  const { paths, webhooks } = apiOf(rootNode(document), resolver(document));
  const fields = grouped([...paths, ...webhooks].map(entry => [fieldOf(entry), entry] as const));
  const sliced = [...fields].map(([field, entries]) => [field, pathItemsOf(entries, group)] as const);
  const { paths: ownPaths = {}, ...ownWebhooks } = Object.fromEntries(sliced);
  const rest = Object.entries(bundle).filter(([field]) => !fields.has(field));
  return withReachedComponents({
    ...Object.fromEntries(rest),
    info: infoOf(bundle, group),
    ...ownOf(bundle, group),
    ...liftServers(bundle.servers, ownPaths),
    ...Object.fromEntries(Object.entries(ownWebhooks).filter(([, items]) => Object.keys(items).length > 0)),
  });
}

/** `paths`, or where webhooks are kept. */
const fieldOf = ({ entry }: PathEntry): string => tokens(entry.pointer)[0] ?? '';

/** Names of the groups, as the document writes them. */
export const apisOf = (bundle: JsonObject): readonly string[] => tagGroupsOf(bundle).map(({ name }) => name);

function findGroup(bundle: JsonObject, api: string): TagGroup {
  const groups = tagGroupsOf(bundle);
  const group = groups.find(({ name }) => name.toLowerCase() === api.toLowerCase());
  if (group) return group;
  if (groups.length === 0) {
    throw new UserError(
      'usage',
      {
        nl: `geen API '${api}': het document heeft geen x-tagGroups om API's te onderscheiden`,
        en: `no API '${api}': the document has no x-tagGroups to tell its APIs apart`,
      },
      { nl: 'Laat --api weg.', en: 'Leave out --api.' },
    );
  }
  throw new UserError(
    'usage',
    { nl: `geen API '${api}' in x-tagGroups`, en: `no API '${api}' in x-tagGroups` },
    thereIs(groups.map(({ name }) => name)),
  );
}

/** Path items with an operation of the group, without operations of others. */
const pathItemsOf = (entries: readonly PathEntry[], group: TagGroup): JsonObject =>
  Object.fromEntries(
    entries.flatMap(({ template, entry, node, operations }) => {
      const own = operations.filter(({ value }) =>
        stringsOf(value.tags).some(tag => group.tags.includes(tag)),
      );
      if (own.length === 0) return [];
      if (own.length === operations.length) return [[template, entry.value]];
      const written =
        entry === node ? node.value : withBeside(node.value as JsonObject, entry.value as JsonObject);
      const methods = new Set(own.map(({ method }) => method));
      return [[template, withOperations(written as JsonObject, methods)]];
    }),
  );

function infoOf(bundle: JsonObject, group: TagGroup): JsonObject {
  const info = isObject(bundle.info) ? bundle.info : {};
  const own = member(bundle['x-zds-apis'], group.name);
  const title = member(own, 'title') ?? `${String(info.title)}: ${group.name}`;
  const description = member(own, 'description');
  return { ...info, title, ...(description !== undefined && { description }) };
}

/** Root fields that list something for each group. */
function ownOf(bundle: JsonObject, group: TagGroup): JsonObject {
  const { tags, 'x-zds-apis': apis } = bundle;
  const own = member(apis, group.name);
  return {
    ...(isArray(tags) && {
      tags: tags.filter(tag => {
        const name = member(tag, 'name');
        return isString(name) && group.tags.includes(name);
      }),
    }),
    'x-tagGroups': [group.value],
    ...(own !== undefined && { 'x-zds-apis': { [group.name]: own } }),
  };
}

/**
 * Servers that all path items share belong to the root; where they differ, or stand behind a reference, they stay where
 * they are.
 */
function liftServers(root: Json | undefined, paths: JsonObject): JsonObject {
  if (Object.values(paths).some(item => member(item, '$ref') !== undefined)) return { paths };
  const [first, ...others] = Object.values(paths).map(item => member(item, 'servers') ?? root);
  if (first === undefined || others.some(other => !equalJson(first, other))) return { paths };
  const bare = Object.entries(paths).map(([path, item]) => {
    const { servers: _, ...rest } = item as JsonObject;
    return [path, rest];
  });
  return { servers: first, paths: Object.fromEntries(bare) };
}
