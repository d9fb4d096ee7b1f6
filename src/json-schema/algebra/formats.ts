import { fullFormats } from 'ajv-formats/dist/formats.js';
import { entryOf } from '../../core/json.ts';
import { OF_LENGTH } from './format-lengths.ts';

/**
 * The formats that count as assertions (docs/engine.md, C4), with values to try them with. All others are
 * annotations. JSON Schema 2020-12 Validation, section 7; OpenAPI 3.1.0, section 4.4.
 */
const SAMPLES = {
  date: ['2020-01-01', '1999-12-31'],
  'date-time': ['2020-01-01T00:00:00Z', '1999-12-31T23:59:59.123456+01:00'],
  time: ['00:00:00Z', '23:59:59.123+01:00'],
  uuid: ['00000000-0000-0000-0000-000000000000', '123e4567-e89b-12d3-a456-426614174000'],
  uri: ['http://a', 'u:a', 'http://example.com/a', 'urn:uuid:123e4567-e89b-12d3-a456-426614174000'],
  email: ['a@b.nl', 'jan.de.tester@example.com'],
  ipv4: ['0.0.0.0', '127.0.0.1'],
  ipv6: ['::1', '2001:db8::1'],
} as const satisfies Record<string, readonly string[]>;

const WHOLE_NUMBERS = ['int32', 'int64'] as const;

type StringFormat = keyof typeof SAMPLES;

const PLAIN_URL = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._~-]*)*$/i;
const fullUri = fullFormats.uri as (text: string) => boolean;
const PLAIN_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const fullDate = (fullFormats.date as { readonly validate: (text: string) => boolean }).validate;

/**
 * How each format is checked: as ajv-formats has it, but that a UUID is the string of 36 characters (RFC 9562, section
 * 4) and not the URN around it, which ajv-formats takes for one as well.
 */
export const FORMATS: Readonly<Record<string, unknown>> = {
  ...fullFormats,
  // Of URLs that are as they mostly are, a short pattern tells in a fifth of the time that the full one takes them too.
  uri: (text: string): boolean => PLAIN_URL.test(text) || fullUri(text) === true,
  // Up to the twenty-eighth the length of the month does not matter.
  date: (text: string): boolean => PLAIN_DATE.test(text) || fullDate(text) === true,
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
};

const isStringFormat = (format: string): format is StringFormat => Object.hasOwn(SAMPLES, format);

const isWholeNumberFormat = (format: string): boolean => WHOLE_NUMBERS.some(name => name === format);

export const assertsString = (format: string): boolean => isStringFormat(format);

export const assertsNumber = (format: string): boolean => isWholeNumberFormat(format);

/** The names of all asserted formats, for whoever configures a validator. */
export const ASSERTED_FORMATS: readonly string[] = [...Object.keys(SAMPLES), ...WHOLE_NUMBERS];

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63 - 1],
};

/** Whether a value has a format; a format that is not asserted has every value. */
export function hasFormat(format: string, value: string | number): boolean {
  if (typeof value === 'number') {
    const range = entryOf(RANGES, format);
    return !range || (Number.isInteger(value) && value >= range[0] && value <= range[1]);
  }
  if (!isStringFormat(format)) return true;
  const definition = FORMATS[format];
  if (definition instanceof RegExp) return definition.test(value);
  if (typeof definition === 'function') return definition(value) === true;
  const validate =
    typeof definition === 'object' && definition !== null && 'validate' in definition
      ? definition.validate
      : undefined;
  if (validate instanceof RegExp) return validate.test(value);
  return typeof validate === 'function' && validate(value) === true;
}

/**
 * Values of a format, short ones first; `length` asks for one of that many characters, or the next that the format has,
 * or its longest.
 */
export function formatSamples(format: string, length?: number): string[] {
  if (!isStringFormat(format)) return [];
  const long = length === undefined ? undefined : entryOf(OF_LENGTH, format)?.(length);
  return [...SAMPLES[format], ...(long === undefined ? [] : [long])];
}

/** Every value of format `inner` has format `outer` too. */
export const formatWithin = (outer: string, inner: string): boolean =>
  outer === inner || (outer === 'int64' && inner === 'int32');

/** The least and greatest length of the formats that fix one, in code points. */
export const FORMAT_LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  date: [10, 10],
  uuid: [36, 36],
  ipv4: [7, 15],
  ipv6: [2, 45],
  'date-time': [20, Number.POSITIVE_INFINITY],
  time: [9, Number.POSITIVE_INFINITY],
};

/** Patterns that every value of a format matches. */
const FORMAT_PATTERNS: Readonly<Record<string, string>> = {
  date: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  'date-time':
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt\\s]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)([.][0-9]+)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$',
  uuid: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
  ipv4: '^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])$',
};

/** Formats whose values are just the strings that match the pattern. */
const EXACT: ReadonlySet<string> = new Set(['uuid', 'ipv4']);

export const formatPattern = (format: string): string | undefined => entryOf(FORMAT_PATTERNS, format);

export const exactPattern = (format: string): string | undefined =>
  EXACT.has(format) ? formatPattern(format) : undefined;

export const numberFormatRange = (format: string): readonly [number, number] | undefined =>
  entryOf(RANGES, format);
