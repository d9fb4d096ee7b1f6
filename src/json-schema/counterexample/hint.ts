import { canonicalText, type Json } from '../../core/json.ts';
import type { Alternative } from '../algebra/alternative.ts';
import type { Facet } from '../algebra/facets.ts';
import { idOf } from '../reading.ts';

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

/** Of many branches the one that is asked about comes first. */
export function inOrder(form: readonly Alternative[], hint: Hint): readonly Alternative[] {
  if (hint.is !== 'branch') return form;
  const isMeant = ({ branch }: Alternative): boolean => branch !== undefined && idOf(branch) === hint.id;
  return [...form.filter(isMeant), ...form.filter(one => !isMeant(one))];
}
