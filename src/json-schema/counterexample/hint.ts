import { canonicalText, type Json } from '../../core/json.ts';
import type { Facet } from '../algebra/facets.ts';

/** What a value must show, to be evidence for one difference and not for another at the same place. */
export type Hint =
  | { readonly is: 'any' }
  /** A value of one branch, by the id of its node. */
  | { readonly is: 'branch'; readonly id: string }
  | { readonly is: 'lacks'; readonly name: string }
  | { readonly is: 'has'; readonly name: string }
  | { readonly is: 'value'; readonly value: Json }
  | { readonly is: 'type' }
  | { readonly is: 'facet'; readonly facet: Facet };

/** Distinguishes hints: those of one key ask for the same values. */
export function keyOfHint(hint: Hint): string {
  switch (hint.is) {
    case 'facet':
      return `facet ${hint.facet.id}`;
    case 'value':
      return `value ${canonicalText(hint.value)}`;
    case 'branch':
      return `branch ${hint.id}`;
    case 'has':
    case 'lacks':
      return `${hint.is} ${hint.name}`;
    default:
      return hint.is;
  }
}
