import { backlogOf } from '../backlog/index.ts';
import { type BundleOptions, bundle } from '../bundle/index.ts';
import { infoText } from '../openapi/info.ts';
import { HISTORY, SUPPORT, supportIn } from '../release/index.ts';
import {
  type DocsOptions,
  generateDocs,
  type HistoryLog,
  readHistory,
  type SiteVersion,
} from '../site/index.ts';
import type { Document } from '../source/index.ts';
import { compareInFull } from './comparison.ts';
import { readFirstSteps } from './guides/first-steps.ts';
import { guidesOf } from './guides/index.ts';

/** What documentation is made of beside the document. */
export interface DocumentationOptions extends DocsOptions, BundleOptions {
  /** Older versions, newest first: the pages show what changed since each. */
  readonly bases?: readonly Document[];
}

/** The documentation of a document, with the stories and rules beside it where there are any, and its older versions. */
export async function documentationOf(
  document: Document,
  { bases = [], ...options }: DocumentationOptions = {},
): Promise<Map<string, string>> {
  const { value } = await bundle(document, options);
  const versions = await versionsOf(document, infoText(value, 'version') ?? '', bases, options);
  const history = await historyBeside(document);
  const all = { ...(versions.length > 0 ? { versions } : {}), ...(history ? { history } : {}), ...options };
  if ((await document.readBeside('backlog/stories.yaml')) === undefined) return generateDocs(value, all);
  const backlog = await backlogOf(document);
  const { stories, rules } = backlog;
  const guides = await guidesOf(document, backlog, options.lang ?? 'nl');
  const firstSteps = await readFirstSteps(document);
  return generateDocs(value, { backlog: { stories, rules }, guides, firstSteps, ...all });
}

async function versionsOf(
  document: Document,
  own: string,
  bases: readonly Document[],
  options: BundleOptions,
): Promise<SiteVersion[]> {
  const compared = await Promise.all(bases.map(base => comparedWith(base, document, own, options)));
  const released = await releasesBeside(document);
  const known = new Set(released.map(({ name }) => name));
  const full = released.map(release => ({
    ...compared.find(({ name }) => name === release.name),
    ...release,
  }));
  return [...compared.filter(({ name }) => !known.has(name)), ...full];
}

async function comparedWith(
  base: Document,
  next: Document,
  own: string,
  options: BundleOptions,
): Promise<SiteVersion> {
  const { value } = await bundle(base, { ...options, force: true });
  const { changes = [] } = compareInFull(base, next);
  const version = infoText(value, 'version') ?? '';
  // Between two releases a document has the version of the last one, and a revision is called as it was asked for.
  const name = version === '' || version === own ? base.label : version;
  return { name, status: infoText(value, 'x-zds-status') ?? '', bundled: value, changes };
}

/** The releases that lie beside the document, newest first, with what was written about each. */
async function releasesBeside(document: Document): Promise<SiteVersion[]> {
  const file = `releases/${SUPPORT}`;
  const text = await document.readBeside(file);
  const releases = text === undefined ? [] : await supportIn(document.locateFile(document.root, file), text);
  const versions = releases.toReversed().map(async (release): Promise<SiteVersion> => {
    const { version: name, date, status, endOfSupport } = release;
    const notes = await document.readBeside(`releases/${name}/notes.md`);
    return {
      name,
      date,
      status,
      isSupported: release.supported,
      ...(endOfSupport === undefined ? {} : { endOfSupport }),
      ...(notes === undefined ? {} : { notes }),
    };
  });
  return Promise.all(versions);
}

/** What each release beside the document brought; `undefined` without such a list. */
async function historyBeside(document: Document): Promise<HistoryLog | undefined> {
  const file = `releases/${HISTORY}`;
  const text = await document.readBeside(file);
  return text === undefined ? undefined : readHistory(text, document.locateFile(document.root, file));
}
