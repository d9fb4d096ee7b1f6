import { isArray, isObject, isString, member } from '../core/json.ts';
import type { SideView } from '../diff/sides.ts';
import { keyword } from '../json-schema/reading.ts';
import type { PathResource } from './model.ts';

/** Finds the API and the resource of operations, by their labels, in either of two documents. */
export function resourcesOf(sides: readonly SideView[]): (labels: readonly string[]) => PathResource[] {
  const known = new Map(sides.toReversed().flatMap(side => [...resourcesIn(side)]));
  return labels => {
    const found = labels.flatMap(label => known.get(label) ?? []);
    return [...new Map(found.map(resource => [JSON.stringify(resource), resource])).values()];
  };
}

function* resourcesIn(side: SideView): Generator<readonly [string, PathResource]> {
  const groups = groupsOf(side);
  const title = String(member(keyword(side.root, 'info'), 'title') ?? '');
  for (const { label, path, node } of side.operations) {
    const tags = keyword(node, 'tags');
    const tag = isArray(tags) ? tags.find(isString) : undefined;
    const api = tag === undefined ? title : (groups.get(tag) ?? tag);
    yield [label, { api, path: `/${path.split('/')[1] ?? ''}` }];
  }
}

/** Names of groups by the tags in them (`x-tagGroups`, as Redoc reads it). */
function groupsOf({ root }: SideView): ReadonlyMap<string, string> {
  const groups = keyword(root, 'x-tagGroups');
  return new Map(
    (isArray(groups) ? groups : []).flatMap(group => {
      const name = member(group, 'name');
      const tags = isObject(group) ? group.tags : undefined;
      if (!isString(name) || !isArray(tags)) return [];
      return tags.filter(isString).map(tag => [tag, name] as const);
    }),
  );
}
