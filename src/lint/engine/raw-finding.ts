import type { Pointer } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Level } from '../rule.ts';

/** A finding before it has a level, a position or a reach. */
export interface RawFinding {
  readonly rule: string;
  readonly file: string;
  readonly pointer: Pointer;
  readonly args: Args;
  /** Where this one is less severe than the rule. */
  readonly level?: Level;
}
