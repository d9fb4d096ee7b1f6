import { isMapping, resourcesOf, walk } from './examples.ts';
import type { Mapping } from './spec-reader.ts';

/** A value with the place it comes from. */
export interface Told {
  readonly at: string;
  readonly value: unknown;
}

/** Addresses of the registers of the case; other hosts belong to registers outside the standard. */
const registers = 'https://api.nergenshoven.example/';

const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '').replace(/\/download$/, '');

/** URLs of the registers that no example shows. */
export const danglingReferences = (answers: readonly Told[], all: readonly Told[]): readonly string[] => {
  const shown = new Set<string>();
  for (const { value } of answers) {
    for (const resource of resourcesOf(value)) {
      if (typeof resource.url === 'string') shown.add(withoutQuery(resource.url));
      // Parts of a large file have an address of their own, and are shown with their document.
      const parts = Array.isArray(resource.bestandsdelen) ? resource.bestandsdelen : [];
      for (const part of parts.filter(isMapping)) shown.add(withoutQuery(String(part.url)));
    }
  }
  const dangling = new Set<string>();
  for (const { at, value } of all) {
    const visit = (key: string, found: unknown): void => {
      if (typeof found !== 'string' || !found.startsWith(registers) || ['next', 'previous'].includes(key))
        return;
      if (!shown.has(withoutQuery(found))) dangling.add(`${at}: ${key} ${found}`);
    };
    visit('', value);
    walk(value, visit);
  }
  return [...dangling];
};

const numbers = new Set([
  'bronorganisatie',
  'verantwoordelijkeOrganisatie',
  'opdrachtgevendeOrganisatie',
  'rsin',
  'innNnpId',
  'inpBsn',
  'bronorganisatie__in',
]);

/** Nine digits of which the weighted sum is a multiple of eleven; the last digit counts negatively. */
export const passesElevenTest = (number: string): boolean =>
  /^\d{9}$/.test(number) &&
  [...number].reduce((sum, digit, index) => sum + Number(digit) * (index === 8 ? -1 : 9 - index), 0) % 11 ===
    0;

/** RSINs and BSNs that fail their check digit, or that could have been given out: those don't start with three zeros. */
export const doubtfulNumbers = (all: readonly Told[]): readonly string[] => {
  const doubtful: string[] = [];
  for (const { at, value } of all) {
    walk(value, (key, found) => {
      if (!numbers.has(key) || found === '') return;
      const number = String(found);
      if (!passesElevenTest(number) || !number.startsWith('000')) doubtful.push(`${at}: ${key} ${number}`);
    });
  }
  return doubtful;
};

/** Within one resource the first of a pair does not come after the second. */
const order: readonly (readonly [string, string])[] = [
  ['startdatum', 'einddatum'],
  ['startdatum', 'einddatumGepland'],
  ['startdatum', 'uiterlijkeEinddatumAfdoening'],
  ['einddatum', 'archiefactiedatum'],
  ['startdatumBewaartermijn', 'archiefactiedatum'],
  ['beginGeldigheid', 'eindeGeldigheid'],
  ['beginObject', 'eindeObject'],
  ['creatiedatum', 'beginRegistratie'],
  ['datum', 'ingangsdatum'],
  ['datum', 'verzenddatum'],
  ['ingangsdatum', 'vervaldatum'],
  ['verzenddatum', 'uiterlijkeReactiedatum'],
  ['aanmaakdatum', 'wijzigingsdatum'],
];

/** Attributes of what hangs on a ZAAK that may not lie before its first day. */
const afterStart = ['datumStatusGezet', 'registratiedatum', 'datumtijd'];

const day = (value: unknown): string => String(value).slice(0, 10);

/** Dates that contradict the order of the case. */
export const datesOutOfOrder = (answers: readonly Told[]): readonly string[] => {
  const found = new Set<string>();
  const starts = new Map<string, string>();
  const check = (at: string, resource: Mapping): void => {
    for (const [first, second] of order) {
      const [before, after] = [resource[first], resource[second]];
      if (typeof before !== 'string' || typeof after !== 'string' || after === '') continue;
      if (day(before) > day(after)) found.add(`${at}: ${first} ${before} after ${second} ${after}`);
    }
  };
  for (const { at, value } of answers) {
    for (const resource of resourcesOf(value)) {
      check(at, resource);
      if ('zaaktype' in resource && 'bronorganisatie' in resource)
        starts.set(String(resource.url), day(resource.startdatum));
    }
  }
  for (const { at, value } of answers) {
    for (const resource of resourcesOf(value)) {
      const start = starts.get(String(resource.zaak));
      for (const key of afterStart) {
        const date = resource[key];
        if (start === undefined || typeof date !== 'string' || day(date) >= start) continue;
        found.add(`${at}: ${key} ${date} before the ZAAK started, ${start}`);
      }
    }
  }
  return [...found];
};
