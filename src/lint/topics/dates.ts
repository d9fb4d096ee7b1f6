import { isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Args } from '../../core/text.ts';
import type { Api } from '../api.ts';
import { partsOf, typesOf } from './schemas.ts';
import { wordsOf } from './words.ts';

/** One word that ends in date and is none. */
const NO_DATE =
  /^(up|man|candi|vali|invali|consoli|liqui|accommo|intimi|eluci|inun|pre|post|out|back|se)?date$/;

/** `doorlooptijd` and `leadTime` are durations. */
const CLOCK =
  /^(begin|eind|start|stop|aanvangs|openings|sluitings|aankomst|vertrek|ontvangst|wijzigings|registratie|aanmaak|verzend|publicatie|afspraak)tijd$/;

const ENGLISH_CLOCK = new Set([
  ...['start', 'end', 'begin', 'opening', 'closing', 'arrival', 'departure', 'create', 'creation', 'created'],
  ...['update', 'updated', 'modification', 'modified', 'publication', 'published', 'expiry', 'expiration'],
]);

/** What stands before `At` where a moment is meant: `createdAt`, `expiresAt`. */
const HAPPENS = /(?<!relat|locat)ed$|^(expires|starts|ends|begins|sent|paid|made)$/;

/** What follows `date` where one is meant: `dateOfBirth`, not `dateFormat`. */
const AFTER_DATE =
  /^(of|from|to|until|start|end|begin|time|(create|modifie|update|publishe|receive|issue|adde|close)d)$/;

/** What a date has and is not: `datumFormaat`. */
const ABOUT_DATES =
  /^(formaat|format|soort|type|notatie|kenmerk|ur[il]|id|omschrijving|toelichting|label|tekst|bron|herkomst|status|naam|code|nummer|volgorde|reeks|veld|kolom|indicatie|precisie|nauwkeurigheid|(on)?zekerheid|aanduiding|reden|source|label|name)$/;

/** What opens a name that is about a moment: `datumIngang`, `tijdstipRegistratie`. */
const OPENS_MOMENT = /^(datum|tijdstip|datumtijd|timestamp|datetime)$/;

/** A filter such as `startdatum__gt` is named after its attribute. */
const bare = (name: string): string => name.replace(/(__[a-z]+)$/, '');

/** What a filter adds to the name of its date: `registratiedatumVanaf`, `dateFrom`. */
const BOUND = /^(vanaf|van|tot|tm|from|until|to|after|before)$/;

/** A name that ends in date or datum, or in a bound of one: a day without a time. */
export function endsInDate(name: string): boolean {
  const words = wordsOf(bare(name));
  const last = (BOUND.test(words.at(-1) ?? '') ? words.at(-2) : words.at(-1)) ?? '';
  if (words.slice(-3).join(' ') === 'up to date') return false;
  return last.endsWith('datum') || last === 'date' || (last.endsWith('date') && !NO_DATE.test(last));
}

/** A name that promises a date, a time or both. */
function soundsLikeTime(name: string): boolean {
  const words = wordsOf(bare(name));
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (endsInDate(name) || CLOCK.test(last) || /(datumtijd|tijdstip|timestamp|datetime)$/.test(last))
    return true;
  if (words.length === 1) return /^((tijd|time)$|(tijdstip|datumtijd)(?!zone|pe)[a-z])/.test(last);
  return opensWithMoment(words) || endsInMoment(before, last);
}

/** `datumIngang`, `dateOfBirth`. */
const opensWithMoment = ([first = '', second = '', ...rest]: readonly string[]): boolean =>
  (OPENS_MOMENT.test(first) && !ABOUT_DATES.test(rest.at(-1) ?? second)) ||
  (first === 'date' && AFTER_DATE.test(second));

/** `eindTijd`, `updateTime`, `createdAt`. */
const endsInMoment = (before: string, last: string): boolean =>
  (last === 'tijd' && (before === 'datum' || CLOCK.test(`${before}tijd`))) ||
  (last === 'time' && (before === 'date' || ENGLISH_CLOCK.has(before))) ||
  (last === 'at' && HAPPENS.test(before));

/** What a schema says about its values, over all parts it is composed of. */
export function shapeOf(api: Api, schema: Node) {
  const parts = partsOf(api, schema);
  return {
    types: new Set(parts.flatMap(part => typesOf(part.value))),
    formats: parts.flatMap(part => [member(part.value, 'format')].filter(isString)),
    isComposite: parts.some(
      part => /^(object|array)$/.test(String(member(part.value, 'type'))) || member(part.value, 'properties'),
    ),
    isEnumerated: parts.some(part => member(part.value, 'enum') ?? member(part.value, 'const')),
  };
}

/** Good for the format; that a local date-time lacks a zone is for adr-date-time-timezone to tell. */
const FORMATS = new Set(['date', 'date-time', 'time-local', 'date-time-local', 'local-date-time']);

/** RFC 3339 has it, and it asks for a zone that a time of day has none of. */
export const TIME_FORMAT = { wat: 'formaat time', what: 'format time' };

/** A text of a parameter that takes two moments at once, such as `datetime` of OGC API Features (section 7.15.4). */
const INTERVAL = /\binterval|\.\.|tijdvak|\bperiode\b|\bperiod\b/i;

export const isInterval = (name: string, ...texts: readonly (Json | undefined)[]): boolean =>
  name === 'datetime' || texts.some(text => isString(text) && INTERVAL.test(text));

/** What a date or time has instead of a format that says which; `undefined` where nothing is wrong. */
export function formatFault(api: Api, name: string, schema: Node): Args | undefined {
  // What a broken reference leads to may well have a format.
  if (!soundsLikeTime(name) || !api.resolve(schema)) return undefined;
  const { types, formats, isEnumerated, isComposite } = shapeOf(api, schema);
  // That format is told where it is written.
  if (formats.includes('time')) return undefined;
  if (isEnumerated || isComposite || types.has('boolean')) return undefined;
  if (types.has('integer') || types.has('number'))
    return { wat: 'een getal als type', what: 'a number as type' };
  if (formats.some(format => FORMATS.has(format))) return undefined;
  const [odd] = formats;
  return odd ? { wat: `formaat ${odd}`, what: `format ${odd}` } : { wat: 'geen formaat', what: 'no format' };
}
