import { isArray, isObject, type Json, member } from '../core/json.ts';

/** A value of an enumeration that is on its way out, and what is said of it. */
export interface DeprecatedValue {
  /** `undefined` where an object stands there without its `value`. */
  readonly value: Json | undefined;
  /** The value itself, or `{value, x-sunset, x-renamed-to, x-successor}`. */
  readonly said: Json;
}

/** What `x-deprecated-values` of a schema lists; nothing where it is no list. */
export function deprecatedValues(schema: Json): DeprecatedValue[] {
  const listed = member(schema, 'x-deprecated-values');
  return isArray(listed)
    ? listed.map(said => ({ value: isObject(said) ? member(said, 'value') : said, said }))
    : [];
}
