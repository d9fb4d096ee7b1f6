import { isDay } from '../../core/day.ts';
import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import { deprecatedValues } from '../../openapi/deprecated-values.ts';

const SUNSET = 'x-sunset';
const FIELDS = [SUNSET, 'x-successor', 'x-renamed-to'];

/** A day that the calendar has, as `2026-11-28`; a time may follow (RFC 3339). */
const isMoment = (value: Json | undefined): boolean =>
  isString(value) &&
  /^\d{4}-\d{2}-\d{2}(T.+)?$/.test(value) &&
  isDay(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

const isLeaving = (value: Json): boolean =>
  member(value, 'deprecated') === true || member(value, 'x-zds-status') === 'ingetrokken';

/** The fields of a part on its way out that say something that cannot be. */
export function wrongFields(value: Json, isValue = false): string[] {
  const present = FIELDS.filter(name => member(value, name) !== undefined);
  if (present.length === 0 || (!isValue && !isLeaving(value))) return present;
  return present.filter(name => {
    const field = member(value, name);
    return name === SUNSET ? !isMoment(field) : !isString(field) || field.trim() === '';
  });
}

/** Deprecated values of an enumeration that it does not have, or whose own data is wrong. */
export function wrongValues(value: Json): string[] {
  const [values, gone] = [member(value, 'enum'), member(value, 'x-deprecated-values')];
  if (gone === undefined) return [];
  if (!isArray(gone)) return ['x-deprecated-values'];
  const known = new Set(isArray(values) ? values.map(String) : []);
  return deprecatedValues(value)
    .filter(
      one => !known.has(String(one.value)) || (isObject(one.said) && wrongFields(one.said, true).length > 0),
    )
    .map(({ value: name, said }) => String(isObject(said) ? (name ?? '?') : name));
}

/** Attributes that say to be renamed to one that does not stand beside them. */
export function lostNames(value: Json): string[] {
  const properties = member(value, 'properties');
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, part]) => {
    const to = part === undefined ? undefined : member(part, 'x-renamed-to');
    return isString(to) && !Object.hasOwn(properties, to) ? [name] : [];
  });
}
