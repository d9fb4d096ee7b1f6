import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apisOf, bundle, writeBundle } from '../bundle/index.ts';
import { isString, type Json, type JsonObject, member } from '../core/json.ts';
import type { Lang, Text } from '../core/text.ts';
import { addRelease, CHECKSUMS, freeze } from '../release/index.ts';
import { type Document, documentOf, latestRelease, RELEASES, read } from '../source/index.ts';
import { compareInFull } from './comparison.ts';
import { notesOf } from './notes.ts';

/** What a release keeps of the backlog, as it was. */
const BACKLOG = ['parties.yaml', 'stories.yaml', 'rules.yaml', 'deviations.yaml'];

const FIRST_RELEASE: Text = { nl: 'De eerste uitgave.', en: 'The first release.' };

const versionOf = (bundled: Json): string => {
  const version = member(member(bundled, 'info'), 'version');
  return isString(version) ? version : '';
};

/**
 * What changed since the latest release in the checkout around a folder, as Markdown: in sentences, by who is concerned.
 */
export async function releaseNotes(document: Document, folder: string, lang: Lang): Promise<string> {
  const { value } = await bundle(document);
  const version = versionOf(value);
  const before = latestRelease(folder);
  if (before === undefined) return `# ${version}\n\n${FIRST_RELEASE[lang]}\n`;
  const next = documentOf(version, { [`${RELEASES}/${version}/openapi.yaml`]: writeBundle(value, 'yaml') });
  const { changes = [] } = compareInFull(await read(before, { cwd: folder }), next);
  return `# ${version}\n\n${notesOf(changes, lang)}\n`;
}

/**
 * The files of a new release, by path below the folder of releases, and the new checksums.
 *
 * @param notes Markdown written by hand; default: what {@link releaseNotes} says in Dutch
 * @throws UserError `usage` when the version is not semver, is not that of the document, or is there already
 */
export async function cutRelease(
  document: Document,
  version: string,
  folder: string,
  notes?: string,
): Promise<ReadonlyMap<string, string>> {
  const { value } = await bundle(document);
  const texts = await Promise.all(
    BACKLOG.map(async name => [name, await document.readBeside(`backlog/${name}`)] as const),
  );
  const backlog = new Map(
    texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
  );
  const frozen = freeze(
    writeBundle(value, 'yaml'),
    version,
    backlog,
    notes ?? (await releaseNotes(document, folder, 'nl')),
    await flatBundles(document, value),
  );
  const manifest = path.join(folder, RELEASES, CHECKSUMS);
  const listed = existsSync(manifest) ? readFileSync(manifest, 'utf8') : undefined;
  const files = [...frozen.files].map(([file, text]) => [`${version}/${file}`, text] as const);
  return new Map([...files, [CHECKSUMS, addRelease(listed, version, frozen)]]);
}

/**
 * Each API by itself with every schema as one object, for generators of code: many drop `required` beside `allOf`. In
 * 3.1 and, for those that read nothing later, in 3.0. Releases before 2.0.0-alpha.5 have none: what is released stays
 * as it is, and `zds bundle VERSION --api NAME --flatten` makes the same of them.
 */
async function flatBundles(document: Document, whole: JsonObject): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const api of apisOf(whole)) {
    const name = api.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    for (const openapi of ['3.1', '3.0'] as const) {
      const { value } = await bundle(document, { api, openapi, flatten: true });
      files.set(`${name}-${openapi}.yaml`, writeBundle(value, 'yaml'));
    }
  }
  return files;
}
