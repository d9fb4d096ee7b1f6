import type { FacetName, SchemaRule, StatedRule } from '../rules/index.ts';
import type { Way } from '../rules/row.ts';

/** What a rule says in one language. */
export interface RuleSentences {
  /** The sentence; of a value that changes where the rule shows values. */
  readonly message: string;
  /** The sentence where a value comes and there was none. */
  readonly added?: string;
  /** The sentence where a value goes and none comes in its place. */
  readonly removed?: string;
  /** The sentence for a member that comes and is required. */
  readonly required?: string;
  readonly why: string;
  /** What values are called in this language. */
  readonly words?: Readonly<Record<string, string>>;
}

/** The sentences for a limit; the same whether it becomes tighter or looser. */
export type FacetText = Readonly<Record<'message' | 'added' | 'removed', string>>;

/** All texts of the rules of diff in one language: a rule or a facet without its text does not compile. */
export interface Texts {
  readonly rules: Readonly<Record<StatedRule | SchemaRule, RuleSentences>>;
  readonly facets: Readonly<Record<FacetName, FacetText>>;
  /** Why a limit that differs matters, by the way in which it does. */
  readonly facetWhy: Readonly<Record<Way, string>>;
}
