import type { Json } from '../../core/json.ts';

/** What to try at a place. */
export interface Hints {
  readonly near: readonly Json[];
  /** What is tried only where nothing near will do. */
  readonly far: () => readonly Json[];
  readonly names: readonly string[];
}
