import { equalJson, isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { thereIs } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { type TagGroup, tagGroupsOf } from '../openapi/tag-groups.ts';
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
  const paths = pathItemsOf(bundle.paths, group);
  const webhooks = pathItemsOf(bundle.webhooks, group);
  const { webhooks: _, ...rest } = bundle;
  return withReachedComponents({
    ...rest,
    info: infoOf(bundle, group),
    ...ownOf(bundle, group),
    ...liftServers(bundle.servers, paths),
    ...(Object.keys(webhooks).length > 0 && { webhooks }),
  });
}

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
function pathItemsOf(items: Json | undefined, group: TagGroup): JsonObject {
  if (!isObject(items)) return {};
  const kept = Object.entries(items).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const fields = Object.entries(item).filter(
      ([, field]) => !isOperation(field) || tagsOf(field).some(tag => group.tags.includes(tag)),
    );
    return fields.some(([, field]) => isOperation(field)) ? [[path, Object.fromEntries(fields)]] : [];
  });
  return Object.fromEntries(kept);
}

/** Of the fields of a Path Item Object only operations are objects (OpenAPI 3.1.0, section 4.8.9). */
const isOperation = (field: Json | undefined): field is JsonObject => isObject(field);

const tagsOf = (operation: JsonObject): readonly string[] =>
  isArray(operation.tags) ? operation.tags.filter(isString) : [];

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

/** Servers that all path items share belong to the root; where they differ, they stay where they are. */
function liftServers(root: Json | undefined, paths: JsonObject): JsonObject {
  const [first, ...others] = Object.values(paths).map(item => member(item, 'servers') ?? root);
  if (first === undefined || others.some(other => !equalJson(first, other))) return { paths };
  const bare = Object.entries(paths).map(([path, item]) => {
    const { servers: _, ...rest } = item as JsonObject;
    return [path, rest];
  });
  return { servers: first, paths: Object.fromEntries(bare) };
}
