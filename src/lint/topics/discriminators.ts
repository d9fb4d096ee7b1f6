import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { facetsOf } from './facets.ts';
import { propertiesOf, requiredOf } from './schemas.ts';

/**
 * Whether a property can tell the variants of a schema apart: a string that the schema, or every one of its branches,
 * requires (OpenAPI 3.1, section 4.8.25).
 */
export function discriminates(api: Api, schema: Node, name: string): boolean {
  const { types } = facetsOf(api, propertiesOf(api, schema).get(name));
  const branches = ['oneOf', 'anyOf'].flatMap(keyword => itemsOf(childOf(schema, keyword)));
  const isRequired =
    requiredOf(api, schema).has(name) ||
    (branches.length > 0 && branches.every(branch => requiredOf(api, branch).has(name)));
  return types.join() === 'string' && isRequired;
}
