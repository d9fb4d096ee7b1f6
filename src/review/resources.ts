import type { SideView } from '../diff/sides.ts';
import { infoText } from '../openapi/info.ts';
import { tagGroupsOf } from '../openapi/tag-groups.ts';
import { keyword, stringsOf } from '../vocabulary/tree.ts';
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
  const groups = tagGroupsOf(side.root.value);
  const nameOf = new Map(groups.flatMap(({ name, tags }) => tags.map(tag => [tag, name] as const)));
  const title = infoText(side.root.value, 'title') ?? '';
  for (const { label, path, node } of side.operations) {
    const [tag] = stringsOf(keyword(node, 'tags'));
    const api = tag === undefined ? title : (nameOf.get(tag) ?? tag);
    yield [label, { api, path: `/${path.split('/')[1] ?? ''}` }];
  }
}
