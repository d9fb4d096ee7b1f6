import type { JsonObject } from '../../core/json.ts';
import type { Names } from '../mentioned-names.ts';
import type { HidingKeyword, Reading } from '../reading.ts';
import type { OnUnreadable } from './unreadable.ts';

/**
 * What the writing of schemas for ajv needs to know: how they are read (docs/engine.md, C1 to C4), and what becomes of
 * properties that a flag takes out of the value. Each schema that is referred to is written once, under a name.
 */
export interface SchemaWriter {
  readonly reading: Reading;
  /** C2: the flags that take a property out. */
  readonly flags: readonly HidingKeyword[];
  /** Such a property is refused, tolerated whatever its value, tolerated and reported, or validated but never demanded. */
  readonly hiddenMembers: 'refused' | 'tolerated' | 'reported' | 'validated';
  readonly addSchema: (schema: JsonObject) => unknown;
  /** Names of schemas that were added, by what they are written from. */
  readonly added: Map<string, string>;
  /**
   * Schemas of places inside a value, for who compiles them when a value has something there; else they are added.
   * `present` are the names that the value has, where one schema for each set of names is wanted.
   */
  readonly deferred?: Map<string, (present?: Names) => JsonObject | boolean>;
  readonly onUnreadable?: OnUnreadable;
  /** Whether schemas that are referred to count how often they are asked. */
  readonly isCounted?: true;
}

/** A keyword of our own: what stands here has to satisfy the deferred schema of that name. */
export const DEFERRED = 'x-deferred';

/** A keyword of our own that refuses nothing, and counts how often a schema is asked. */
export const COUNTED = 'x-counted';

/** A keyword of our own that refuses nothing: members of these names are told to whoever validates. */
export const REPORTED = 'x-reported';

/** How schemas that speak of one value are written. */
export interface Manner {
  /** Below `not`, `contains` and `propertyNames`: nothing is hidden or closed there. */
  readonly toTheLetter: boolean;
  readonly hidden: Names;
  /** C8: the ids of the schemas that led here and speak of the same value. */
  readonly inside: readonly string[];
  /** The names that the value has: `properties` says nothing of others. Absent where the value is not known. */
  readonly present?: Names | undefined;
  /** The ids of the schemas for whose `unevaluatedItems` this is written: one of them is not asked for its own again. */
  readonly planned?: Names;
}
