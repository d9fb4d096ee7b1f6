import { backlogOf } from '../backlog/index.ts';
import { type BundleOptions, bundle } from '../bundle/index.ts';
import { isObject, isString, type Json, member } from '../core/json.ts';
import { type DocsOptions, generateDocs, type SiteVersion } from '../site/index.ts';
import type { Document } from '../source/index.ts';
import { compareInFull } from './comparison.ts';

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
  const versions = await versionsOf(document, textAt(value, 'version'), bases, options);
  const all = { ...(versions.length > 0 ? { versions } : {}), ...options };
  if ((await document.readBeside('backlog/stories.yaml')) === undefined) return generateDocs(value, all);
  const { stories, rules } = await backlogOf(document);
  return generateDocs(value, { backlog: { stories, rules }, ...all });
}

async function versionsOf(
  document: Document,
  own: string,
  bases: readonly Document[],
  options: BundleOptions,
): Promise<SiteVersion[]> {
  const compared = await Promise.all(bases.map(base => comparedWith(base, document, own, options)));
  const names = new Set(compared.map(({ name }) => name));
  const released = (await releasesBeside(document)).filter(({ name }) => !names.has(name));
  return [...compared, ...released];
}

async function comparedWith(
  base: Document,
  next: Document,
  own: string,
  options: BundleOptions,
): Promise<SiteVersion> {
  const { value } = await bundle(base, { ...options, force: true });
  const { changes = [] } = compareInFull(base, next);
  const version = textAt(value, 'version');
  // Between two releases a document has the version of the last one, and a revision is called as it was asked for.
  const name = version === '' || version === own ? base.label : version;
  return { name, status: textAt(value, 'x-zds-status'), bundled: value, changes };
}

const textAt = (root: Json, name: string): string => {
  const text = member(member(root, 'info'), name);
  return isString(text) ? text : '';
};

/** The releases that lie beside the document, newest first: their names, and what was written about them. */
async function releasesBeside(document: Document): Promise<SiteVersion[]> {
  const listed = await document.readBeside('releases/checksums.json');
  const files: unknown = listed === undefined ? {} : JSON.parse(listed);
  const names = isObject(files as Json)
    ? Object.keys(files as object).map(file => file.split('/')[0] ?? '')
    : [];
  const versions = [...new Set(names)].reverse().map(async (name): Promise<SiteVersion> => {
    const notes = await document.readBeside(`releases/${name}/notes.md`);
    return { name, ...(notes === undefined ? {} : { notes }) };
  });
  return Promise.all(versions);
}
