import { isString, type Json } from '../../core/json.ts';
import type { AjvManner } from './ajv.ts';

const UNEVALUATED: ReadonlySet<string> = new Set(['unevaluatedProperties']);
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Longer texts are not looked up. */
const LONGEST_NAME = Math.max(...[...UNEVALUATED, ...INHERITED].map(name => name.length));

/**
 * What the names in some values ask of the code that ajv makes of them; to find it takes a walk through all.
 *
 * @param values what the files of a document hold, or schemas
 */
export const askedByNames = (values: readonly Json[]) =>
  ({
    countsEvaluated: values.some(value => mentions(value, UNEVALUATED)),
    hasInheritedNames: values.some(value => mentions(value, INHERITED)),
  }) satisfies Pick<AjvManner, 'countsEvaluated' | 'hasInheritedNames'>;

/**
 * Whether a value has one of some names anywhere, as a name or as a text: `required` has them as texts.
 *
 * @param names none of them longer than those of this file, since longer texts are not looked up
 */
export function mentions(value: Json | undefined, names: ReadonlySet<string>): boolean {
  if (isString(value)) return value.length <= LONGEST_NAME && names.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => names.has(name) || mentions(inner, names));
}
