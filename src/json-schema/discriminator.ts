import { isArray, isObject, isString, type Json, member } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { lastToken } from '../core/pointer.ts';
import { keyword, stringsOf } from '../vocabulary/tree.ts';
import { childNode, childNodes } from './children.ts';
import { nodesInPlace } from './in-place.ts';
import { appliedAlone } from './view.ts';

/**
 * The name that a discriminator knows a schema by, of which the reference is given: that of its component, or of its file as
 * it is called once the files are one (OpenAPI 3.1.1, section 4.8.25.4, leaves the name of a file to whoever reads it).
 */
export function nameBehind(reference: string): string {
  const [file = '', fragment = ''] = reference.split('#');
  return fragment === '' ? lastToken(file).replace(/\.(?:ya?ml|json)$/, '') : lastToken(fragment);
}

/**
 * The values of a discriminator that select the branch behind a reference: those that `mapping` gives it, else the name
 * of its component (OpenAPI 3.1.0, section 4.8.25).
 */
export function selectingValues(discriminator: Json | undefined, reference: string): readonly string[] {
  const mapping = member(discriminator, 'mapping');
  const name = nameBehind(reference);
  const mapped = Object.entries(isObject(mapping) ? mapping : {})
    .filter(([, target]) => target === reference || target === name)
    .map(([value]) => value);
  return mapped.length > 0 ? mapped : [name];
}

/** The property and the values by which a discriminator that counts selects a branch: one that is a reference. */
export function selecting(
  { value }: Node,
  branch: Node,
  counts: Pick<ReadonlySet<string>, 'has'>,
): { readonly property: string; readonly values: readonly string[] } | undefined {
  const discriminator = member(value, 'discriminator');
  const property = member(discriminator, 'propertyName');
  const reference = member(branch.value, '$ref');
  if (!isString(property) || !isString(reference) || !counts.has(property)) return undefined;
  return { property, values: selectingValues(discriminator, reference) };
}

const EVERY = { has: () => true };

/**
 * Whether a discriminator says no more than the branches do: each asks for the values that select it, so that whoever
 * reads them knows the branch without it.
 *
 * @param holder the schema with the discriminator and its `oneOf` or `anyOf`
 */
export const isSaidByBranches = (holder: Node, resolve: Resolve): boolean =>
  ['oneOf', 'anyOf'].every(choice =>
    childNodes(holder, choice).every(branch => {
      const selected = selecting(holder, branch, EVERY);
      if (!selected) return false;
      const { property, values } = selected;
      const parts = nodesInPlace([branch], resolve, appliedAlone);
      const listed = parts
        .flatMap(part => childNode(part, 'properties', property) ?? [])
        .map(listedIn(resolve));
      return (
        listed.some(list => list?.every(value => isString(value) && values.includes(value))) &&
        [holder, ...parts].some(part => stringsOf(keyword(part, 'required')).includes(property))
      );
    }),
  );

/** The values that a schema lists, itself or in what it leads to; `undefined` where it takes others. */
const listedIn =
  (resolve: Resolve) =>
  (node: Node): readonly Json[] | undefined => {
    for (const part of nodesInPlace([node], resolve, appliedAlone)) {
      const [only, list] = [keyword(part, 'const'), keyword(part, 'enum')];
      if (only !== undefined) return [only];
      if (isArray(list)) return list;
    }
    return undefined;
  };
