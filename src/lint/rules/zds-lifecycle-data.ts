import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import { operation, parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const SUNSET = 'x-sunset';
const NAMES = ['x-successor', 'x-renamed-to'];

/** A day that the calendar has, as `2026-11-28`; a time may follow (RFC 3339). */
const isDay = (value: Json | undefined): boolean =>
  isString(value) && /^\d{4}-\d{2}-\d{2}(T.+)?$/.test(value) && !Number.isNaN(Date.parse(value));

const isLeaving = (value: Json): boolean =>
  member(value, 'deprecated') === true || member(value, 'x-zds-status') === 'ingetrokken';

/** The fields of a part on its way out that say something that cannot be. */
function wrongFields(value: Json, isValue = false): string[] {
  const present = [SUNSET, ...NAMES].filter(name => member(value, name) !== undefined);
  if (!isValue && !isLeaving(value)) return present;
  return present.filter(name => {
    const field = member(value, name);
    return name === SUNSET ? !isDay(field) : !isString(field) || field.trim() === '';
  });
}

/** Deprecated values of an enumeration that it does not have, or whose own data is wrong. */
function wrongValues(value: Json): string[] {
  const [values, gone] = [member(value, 'enum'), member(value, 'x-deprecated-values')];
  if (gone === undefined) return [];
  if (!isArray(gone)) return ['x-deprecated-values'];
  const known = new Set(isArray(values) ? values.map(String) : []);
  return gone
    .filter(one => {
      const name = isObject(one) ? member(one, 'value') : one;
      return !known.has(String(name)) || (isObject(one) && wrongFields(one, true).length > 0);
    })
    .map(one => String(isObject(one) ? (member(one, 'value') ?? '?') : one));
}

/** Attributes that say to be renamed to one that does not stand beside them. */
function lostNames(value: Json): string[] {
  const properties = member(value, 'properties');
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, part]) => {
    const to = part === undefined ? undefined : member(part, 'x-renamed-to');
    return isString(to) && !Object.hasOwn(properties, to) ? [name] : [];
  });
}

export const rule = {
  id: 'zds-lifecycle-data',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'RFC 8594',
  message: {
    nl: "Bij '{name}' klopt '{field}' niet: het hoort bij iets dat verouderd is, een datum is een dag, een nieuwe naam bestaat.",
    en: "At '{name}' '{field}' cannot be: it belongs to what is deprecated, a date is a day, a new name is there.",
  },
  why: {
    nl: 'Een aankondiging die niet te lezen is, kondigt niets aan: verdwijnt het toch, dan breekt een client onverwacht.',
    en: 'An announcement that cannot be read announces nothing: when it goes all the same, a client breaks by surprise.',
  },
  check: ({ api, report }) => ({
    Operation(value, { location }) {
      const found = api.operationOf(value);
      for (const field of found ? wrongFields(found.value as unknown as Json) : [])
        report(location.child(field), { name: found?.label ?? '', field });
    },
    Parameter(value, { location }) {
      for (const field of wrongFields(value as unknown as Json))
        report(location.child(field), { name: String(value.name), field });
    },
    Schema(value, { location, key }) {
      const json = value as unknown as Json;
      for (const field of wrongFields(json)) report(location.child(field), { name: String(key), field });
      for (const name of wrongValues(json))
        report(location.child('x-deprecated-values'), { name, field: 'x-deprecated-values' });
      for (const name of lostNames(json))
        report(location.child('properties').child(name), { name, field: 'x-renamed-to' });
    },
  }),
  cases: {
    good: [
      operation('GET /zaken', "{deprecated: true, x-sunset: '2030-01-01', x-successor: GET /dossiers}"),
      schema('Zaak', '{properties: {oud: {deprecated: true, x-renamed-to: nieuw}, nieuw: {}}}'),
      schema(
        'Soort',
        "{enum: [a, b], x-deprecated-values: [{value: b, x-sunset: '2030-01-01', x-renamed-to: a}]}",
      ),
    ],
    bad: [
      { document: operation('GET /zaken', "{x-sunset: '2030-01-01'}"), at: ['/x-sunset'] },
      { document: operation('GET /zaken', '{deprecated: true, x-sunset: ooit}'), at: ['/x-sunset'] },
      {
        document: parameter('{name: a, in: query, deprecated: true, x-successor: 3}'),
        at: ['/x-successor'],
      },
      {
        document: schema('Zaak', '{properties: {oud: {deprecated: true, x-renamed-to: nieuw}}}'),
        at: ['/properties/oud'],
      },
      { document: schema('Soort', '{enum: [a], x-deprecated-values: [b]}'), at: ['/x-deprecated-values'] },
    ],
  },
} satisfies LintRule;
