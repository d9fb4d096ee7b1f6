import { isArray, isString, type Json } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { keyword, stringsOf } from '../../vocabulary/tree.ts';
import { childNode, childNodes } from '../children.ts';
import { selecting } from '../discriminator.ts';
import { nodesInPlace } from '../in-place.ts';
import { appliedAlone } from '../view.ts';

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
