import type { Text } from '../../core/text.ts';

/** The formats of OpenAPI 3 and JSON Schema that a reader meets, for text. */
export const FORMATS: Readonly<Record<string, Text>> = {
  date: { nl: 'datum', en: 'date' },
  'date-time': { nl: 'datum en tijd', en: 'date and time' },
  time: { nl: 'tijd', en: 'time' },
  duration: { nl: 'duur (ISO 8601)', en: 'duration (ISO 8601)' },
  uri: { nl: 'URL', en: 'URL' },
  'uri-reference': { nl: 'URL of pad', en: 'URL or path' },
  uuid: { nl: 'UUID', en: 'UUID' },
  email: { nl: 'e-mailadres', en: 'email address' },
  hostname: { nl: 'hostnaam', en: 'host name' },
  ipv4: { nl: 'IPv4-adres', en: 'IPv4 address' },
  ipv6: { nl: 'IPv6-adres', en: 'IPv6 address' },
  byte: { nl: 'bestand in base64', en: 'file in base64' },
  binary: { nl: 'bestand', en: 'file' },
  password: { nl: 'geheime tekst', en: 'secret text' },
  regex: { nl: 'reguliere expressie', en: 'regular expression' },
};

/** Formats that say something of numbers (OpenAPI Format Registry). */
const OF_NUMBERS = /^(u?int\d*|float|double|decimal\d*|double-int|sf-(integer|decimal))$/;

/** The type that a format speaks of, among those that a value can have; the first where none fits. */
export function typeOfFormat(format: string, types: readonly string[]): string | undefined {
  const fits = (type: string): boolean =>
    OF_NUMBERS.test(format) ? type === 'integer' || type === 'number' : type === 'string';
  return types.find(fits) ?? types[0];
}
