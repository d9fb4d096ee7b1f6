import type { Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { Alternative } from './algebra/alternative.ts';
import { noProofs, type Proofs } from './algebra/proofs.ts';
import type { Explanation } from './compare/difference.ts';
import type { Hints } from './counterexample/hints.ts';

/** What counts when two schemas are held side by side: all that is written, or what limits values. */
export type Counting = 'everything' | 'limits';

/** What a file says at a place. */
type Said = Pick<Node, 'file' | 'value'>;

type HoldTogether = (one: Said, other: Said) => boolean;

/** What one comparison remembers, and how much work it did. */
export interface Workspace {
  readonly forms: Map<string, readonly Alternative[]>;
  /** Schemas by themselves, before what is hidden and what is closed: a schema named twice is worked out once. */
  readonly expansions: Map<string, readonly Alternative[]>;
  /** Places whose form is being worked out. */
  readonly expanding: Set<string>;
  /** Schemas that lead back to themselves in place whatever is chosen: nothing is known of them. */
  readonly circular: Set<string>;
  /** How often a schema was cut off where it leads back to itself in place: then its form holds for one place only. */
  readonly cuts: { count: number };
  /** Whether two nodes are known to be written the same, with all that they refer to. */
  readonly isUntouched: HoldTogether;
  /** Whether two nodes are known to be written the same, whatever they refer to. */
  readonly isWrittenAlike: HoldTogether;
  readonly inclusions: Proofs;
  readonly likenesses: Readonly<Record<Counting, Proofs>>;
  readonly explanations: Map<string, Explanation>;
  readonly hints: Map<string, Hints>;
  readonly samples: Map<string, Json | undefined>;
  readonly counterexamples: Map<string, readonly Json[]>;
  readonly counters: Counters;
}

/** Measures of growth that do not shake as a clock does. */
export interface Counters {
  alternatives: number;
  pairs: number;
  compilations: number;
  tries: number;
}

export const openWorkspace = (
  known: Partial<Pick<Workspace, 'isUntouched' | 'isWrittenAlike'>> = {},
): Workspace => ({
  isUntouched: () => false,
  isWrittenAlike: () => false,
  ...known,
  forms: new Map(),
  expansions: new Map(),
  expanding: new Set(),
  circular: new Set(),
  cuts: { count: 0 },
  inclusions: noProofs(),
  likenesses: { everything: noProofs(), limits: noProofs() },
  explanations: new Map(),
  hints: new Map(),
  samples: new Map(),
  counterexamples: new Map(),
  counters: { alternatives: 0, pairs: 0, compilations: 0, tries: 0 },
});
