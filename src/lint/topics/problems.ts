import { isObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import { idOf } from '../../vocabulary/tree.ts';
import type { Api, Response } from '../api.ts';
import { oncePer } from '../engine/once-per-document.ts';
import { itemsOf, perValue, propertiesOf } from './schemas.ts';

/** True for 4xx, 5xx, their ranges, and for `default` where successes have answers of their own. */
export function isFailure(status: string, beside: readonly Pick<Response, 'status'>[]): boolean {
  if (/^[45]/.test(status)) return true;
  return status === 'default' && beside.some(other => /^[23]/.test(other.status));
}

/** What the schema of a problem (RFC 9457, section 3.1) lacks of the members that the ADR asks for. */
export const missingMembers = (api: Api, schema: Node | undefined): readonly string[] =>
  schema ? missingPer(api)(schema) : MEMBERS;

const MEMBERS = ['status', 'title', 'detail'] as const;

const missingPer = oncePer(api => {
  const around = new Set<string>();
  return perValue((schema): readonly string[] => {
    const id = idOf(schema);
    // A branch that leads back to a schema around it is no form of its own: it lacks what that lacks.
    if (around.has(id)) return [];
    around.add(id);
    const missing = findMissing(api, schema);
    around.delete(id);
    return missing;
  });
});

function findMissing(api: Api, schema: Node): readonly string[] {
  const names = propertiesOf(api, schema);
  const branches = ['oneOf', 'anyOf'].flatMap(keyword =>
    itemsOf(childOf(schema, keyword)).flatMap(branch => api.resolve(branch) ?? []),
  );
  if (branches.length === 0) return MEMBERS.filter(name => !names.has(name));
  const shared = propertiesOf(api, withoutBranches(schema));
  return MEMBERS.filter(
    name =>
      !names.has(name) ||
      (!shared.has(name) && branches.some(branch => missingMembers(api, branch).includes(name))),
  );
}

/** What holds whichever branch of `oneOf` or `anyOf` is taken. */
function withoutBranches({ value, ...place }: Node): Node {
  if (!isObject(value)) return { ...place, value };
  const { oneOf: _, anyOf: __, ...rest } = value;
  return { ...place, value: rest };
}
