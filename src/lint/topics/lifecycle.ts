import { isDay } from '../../core/day.ts';
import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { deprecatedValues } from '../../openapi/deprecated-values.ts';
import type { Api } from '../api.ts';
import { partsOf, propertiesIn, propertiesOf } from './schemas.ts';

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

/** An attribute that says to be renamed. */
interface Renamed {
  readonly holder: Node;
  readonly name: string;
  readonly to: string;
}

/**
 * The attributes of schemas that say to be renamed to one that does not stand beside them: in the schema or what that is
 * composed of, or in a schema that is composed of theirs. An attribute may say so behind its reference.
 */
export function lostNames(api: Api, parts: readonly Node[]): Renamed[] {
  const renamed = parts.flatMap(holder =>
    propertiesIn(holder).flatMap(([name, property]) => {
      const to = partsOf(api, property)
        .map(({ value }) => member(value, 'x-renamed-to'))
        .find(isString);
      return to === undefined || propertiesOf(api, holder).has(to) ? [] : [{ holder, name, to }];
    }),
  );
  if (renamed.length === 0) return [];
  const composed = parts.filter(({ value }) => COMPOSING.some(keyword => member(value, keyword)));
  const around = (holder: Node): Node[] =>
    composed.filter(whole => partsOf(api, whole).some(({ value }) => value === holder.value));
  return renamed.filter(({ holder, to }) => !around(holder).some(whole => propertiesOf(api, whole).has(to)));
}

const COMPOSING = ['$ref', 'allOf', 'oneOf', 'anyOf'];
