import type { KeywordDefinition } from 'ajv';
import type { Json } from '../../core/json.ts';
import { COUNTED } from './manner.ts';

/** Thrown where a value would have to be held against more ways through the choices around it than is worth the time. */
export class TooMuchWork extends Error {}

/** How often a schema may be asked about a value that others around it speak of, in one validation. */
export interface WorkLimit {
  /** A new validation, of this value. */
  readonly start: (value: Json) => void;
  /** @throws TooMuchWork beyond the limit */
  readonly take: () => true;
}

/**
 * Choices inside each other double the ways to hold a value against them with each level, and a value that is wrong is
 * held against all. A large value has many places, and so a limit that grows with it.
 *
 * @param few what any validation may take, before the value is counted
 */
export function workLimit(few: number): WorkLimit {
  let [taken, most] = [0, few];
  let whole: Json | undefined = null;
  return {
    start: value => {
      [taken, most, whole] = [0, few, value];
    },
    take: () => {
      taken += 1;
      if (taken > most && whole !== undefined) {
        most = Math.max(few, MOST_PER_VALUE * sizeOf(whole));
        whole = undefined;
      }
      if (taken > most) throw new TooMuchWork();
      return true;
    },
  };
}

/** The keyword by which ajv counts, before it looks at anything else. */
export const countedBy = ({ take }: WorkLimit): KeywordDefinition => ({
  keyword: COUNTED,
  validate: take,
  valid: true,
  before: 'allOf',
});

const MOST_PER_VALUE = 500;

/** How many values there are in a value, itself included. */
const sizeOf = (value: Json | undefined): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + sizeOf(inner), 1)
    : 1;
