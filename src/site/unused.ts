import { isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { componentAt, componentsOf } from '../openapi/components.ts';
import { COMPONENT_KINDS, PATH_ITEM_MAPS } from '../vocabulary/openapi.ts';
import { objectAt, targetOf } from './reference.ts';

/** The components that have no page of their own. */
export const UNLISTED_KINDS = COMPONENT_KINDS.filter(
  kind => kind !== 'schemas' && kind !== 'securitySchemes',
);

/** A component that no operation uses. */
export interface Unused {
  readonly kind: string;
  readonly name: string;
  readonly node: Node;
}

/** The components that no operation leads to, and that no other page shows. */
export function unusedComponents(root: JsonObject, start: Node): Unused[] {
  const used = referencesFrom(root);
  return UNLISTED_KINDS.flatMap(kind =>
    componentsOf(start, kind)
      .filter(([name]) => !used.has(`${kind} ${name}`))
      .map(([name, node]) => ({ kind, name, node })),
  );
}

/** Every component that the operations, the schemas and the schemes lead to, as `kind name`. */
function referencesFrom(root: JsonObject): Set<string> {
  const found = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isObject(value) && isString(value.$ref)) follow(value.$ref);
    for (const child of Object.values(value)) visit(child);
  };
  const follow = (ref: string): void => {
    const component = ref.startsWith('#/') ? componentAt(ref.slice(1)) : undefined;
    if (!component || found.has(`${component.kind} ${component.name}`)) return;
    found.add(`${component.kind} ${component.name}`);
    visit(targetOf(root, ref));
  };
  const { schemas, securitySchemes } = objectAt(root, root.components);
  for (const part of [...PATH_ITEM_MAPS.map(name => root[name]), schemas, securitySchemes]) visit(part);
  return found;
}
