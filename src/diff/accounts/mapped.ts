import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { selectingValues } from '../../json-schema/discriminator.ts';
import { keyword } from '../../vocabulary/tree.ts';
import type { Written } from './node-pair.ts';
import { pairItems } from './pair-written.ts';

/**
 * Whether a value of a discriminator selects the same branch of a choice in both documents, by whatever text it names
 * the schema (OpenAPI 3.1.0, 4.8.25): what the branch says is compared where the branch stands.
 */
export function selectsTheSame({ kind, path, old, next }: Written): boolean {
  const [key, map, value] = path;
  if (kind !== 'schema' || key !== 'discriminator' || map !== 'mapping' || value === undefined) return false;
  return ['oneOf', 'anyOf'].some(choice => {
    const [before, after] = [branchesOf(old, choice), branchesOf(next, choice)];
    const [was, now] = [selected(old, before, value), selected(next, after, value)];
    return was >= 0 && now >= 0 && pairItems(before, after)[was] === now;
  });
}

const branchesOf = (node: Node, choice: string): readonly Json[] => {
  const list = keyword(node, choice);
  return isArray(list) ? list : [];
};

const selected = (node: Node, branches: readonly Json[], value: string): number =>
  branches.findIndex(branch => {
    const reference = isObject(branch) ? member(branch, '$ref') : undefined;
    return isString(reference) && selectingValues(keyword(node, 'discriminator'), reference).includes(value);
  });
