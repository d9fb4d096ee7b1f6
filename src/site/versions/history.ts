import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { UserError } from '../../core/user-error.ts';

/** Anchors by page, as paths below the output folder; that of a page itself is empty. */
export type AnchorsByPage = Readonly<Record<string, readonly string[]>>;

/** What a release brought. What was there before, and says the same of what travels, is not in it. */
export interface ReleaseHistory {
  readonly new: AnchorsByPage;
  readonly changed: AnchorsByPage;
  readonly gone: AnchorsByPage;
}

/** What each release brought, by version, oldest first: `releases/history.json`. */
export type HistoryLog = Readonly<Record<string, ReleaseHistory>>;

/** Since when a thing is there, and in which release it changed last. */
interface Age {
  readonly since: string;
  readonly changed?: string;
}

/** What the releases tell of each address. */
export interface History {
  /** The age of what stands at an address; a thing that moved to another page keeps it. */
  readonly ageAt: (file: string, anchor: string) => Age | undefined;
  /** The version that most of a page is there since; none for a page that no release had. */
  readonly usualSince: (file: string) => string | undefined;
  /** What each release brought, oldest first. */
  readonly releases: readonly (readonly [version: string, release: ReleaseHistory])[];
  /** Every page that a release had, with its anchors and the last version that had the page. */
  readonly pages: ReadonlyMap<string, { readonly anchors: ReadonlySet<string>; readonly last: string }>;
}

/** Each address on a line of its own, so that a reviewer sees what a release adds. */
export const writeHistory = (log: HistoryLog): string => `${JSON.stringify(log, null, 1)}\n`;

/**
 * The history in a text.
 *
 * @param file what it is called where it is no history
 * @throws UserError `unreadable` for a text that is none
 */
export function readHistory(text: string, file: string): HistoryLog {
  const value = parsed(text);
  if (isObject(value) && Object.values(value).every(isRelease)) return value as unknown as HistoryLog;
  throw new UserError(
    'unreadable',
    {
      nl: `${file}: geen lijst van wat elke uitgave bracht`,
      en: `${file}: no list of what each release brought`,
    },
    { nl: 'Haal het terug uit versiebeheer.', en: 'Take it back from version control.' },
  );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isRelease = (value: Json | undefined): boolean =>
  isObject(value) && ['new', 'changed', 'gone'].every(kind => isObject(value[kind]) && isPlaces(value[kind]));

const isPlaces = (places: JsonObject): boolean =>
  Object.values(places).every(
    anchors => Array.isArray(anchors) && anchors.every(one => typeof one === 'string'),
  );

/**
 * What the releases up to one tell of each address.
 *
 * @param own the version of the document: of later releases a page of an older one says nothing
 */
export function historyOf(log: HistoryLog, own: string): History {
  const ages = agesOf(releasesUpTo(log, own));
  const pages = pagesOf(releasesUpTo(log, own));
  const usual = new Map(
    [...pages].map(([file, { anchors }]) => [
      file,
      mostOf([...anchors].flatMap(anchor => ages.get(`${file}#${anchor}`)?.since ?? [])),
    ]),
  );
  return {
    ageAt: (file, anchor) =>
      ages.get(`${file}#${anchor}`) ?? (anchor === '' ? undefined : ages.get(`#${anchor}`)),
    usualSince: file => usual.get(file),
    releases: releasesUpTo(log, own),
    pages,
  };
}

function releasesUpTo(log: HistoryLog, own: string): [version: string, release: ReleaseHistory][] {
  const releases = Object.entries(log);
  const last = releases.findIndex(([version]) => version === own);
  return last < 0 ? releases : releases.slice(0, last + 1);
}

const addressesIn = (places: AnchorsByPage): [file: string, anchor: string][] =>
  Object.entries(places).flatMap(([file, anchors]) =>
    anchors.map((anchor): [string, string] => [file, anchor]),
  );

function agesOf(releases: readonly [string, ReleaseHistory][]): ReadonlyMap<string, Age> {
  const ages = new Map<string, Age>();
  const put = (places: AnchorsByPage, make: (before: Age | undefined) => Age): void => {
    for (const [file, anchor] of addressesIn(places))
      for (const key of [`${file}#${anchor}`, `#${anchor}`]) ages.set(key, make(ages.get(key)));
  };
  for (const [version, release] of releases) {
    for (const [file, anchor] of addressesIn(release.gone)) {
      ages.delete(`${file}#${anchor}`);
      ages.delete(`#${anchor}`);
    }
    put(release.changed, before => ({ since: before?.since ?? version, changed: version }));
    put(release.new, () => ({ since: version }));
  }
  return ages;
}

function pagesOf(releases: readonly [string, ReleaseHistory][]): History['pages'] {
  const pages = new Map<string, { anchors: Set<string>; last: string }>();
  const names = releases.map(([version]) => version);
  const newest = names.at(-1) ?? '';
  for (const [index, [, release]] of releases.entries()) {
    for (const [file, anchor] of addressesIn(release.gone)) {
      const page = pages.get(file);
      if (page && anchor === '') page.last = names[index - 1] ?? newest;
    }
    for (const [file, anchor] of [...addressesIn(release.new), ...addressesIn(release.changed)]) {
      const page = pages.get(file) ?? { anchors: new Set(), last: newest };
      page.anchors.add(anchor);
      if (anchor === '') page.last = newest;
      pages.set(file, page);
    }
  }
  return pages;
}

function mostOf(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}
