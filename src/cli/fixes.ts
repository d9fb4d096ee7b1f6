import { statSync } from 'node:fs';
import { type Document, fix, isRemote, kindOf, type LintOptions, UserError } from '../index.ts';
import { writeWhole } from './output.ts';
import type { Settings } from './settings.ts';

/** A file that a fix changes: its text as it is, and as it becomes. */
interface Fixed {
  readonly before: string;
  readonly after: string;
}

/** Files by name, those that are not on disk too. */
export type Fixes = ReadonlyMap<string, Fixed>;

/**
 * What can be fixed in documents. Each is read with what was fixed in those before it: one file may be part of several.
 *
 * @param names of files and folders on disk; none for the canonical document
 * @throws UserError `usage` for standard input, a URL, a revision or a release, whose text stands nowhere that we write,
 * and for a file that is read-only
 */
export async function fixesOf(
  names: readonly string[],
  settings: Settings,
  optionsFor: (document: Document) => Promise<LintOptions>,
): Promise<Fixes> {
  for (const name of names) refuseUnwritable(name);
  const fixes = new Map<string, Fixed>();
  const texts = new Map<string, string>();
  for (const name of names.length === 0 ? [undefined] : names) {
    const document = await settings.open(name, { texts });
    for (const [file, after] of await fix(document, await optionsFor(document))) {
      const before = fixes.get(file)?.before ?? document.files.get(file)?.text ?? '';
      fixes.set(file, { before, after });
      texts.set(file, after);
    }
  }
  for (const file of fixes.keys()) if (!isRemote(file)) refuseReadOnly(file);
  return fixes;
}

/** Writes all of them or none; a file that is elsewhere stays as it is, which is told. */
export function writeFixes(fixes: Fixes, settings: Settings): void {
  writeWhole(new Map([...fixes].flatMap(([file, { after }]) => (isRemote(file) ? [] : [[file, after]]))));
  for (const file of fixes.keys())
    settings.notice(
      isRemote(file)
        ? {
            nl: `niet hersteld, want het staat elders: ${file}`,
            en: `not fixed, for it is elsewhere: ${file}`,
          }
        : { nl: `hersteld: ${file}`, en: `fixed ${file}` },
    );
}

/** What {@link writeFixes} would write, as a unified diff that `git apply` and `patch -p1` take; empty for nothing. */
export async function patchOf(fixes: Fixes): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return [...fixes]
    .filter(([file]) => !isRemote(file))
    .map(([file, { before, after }]) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}

function refuseUnwritable(name: string): void {
  const there = statSync(name, { throwIfNoEntry: false });
  if (there && kindOf(there) !== 'stream') return;
  throw new UserError(
    'usage',
    {
      nl: `${name}: --fix schrijft alleen in bestanden op schijf`,
      en: `${name}: --fix writes to files on disk alone`,
    },
    { nl: 'Geef het bestand of de map.', en: 'Give the file or folder.' },
  );
}

/** A file without permission to write would be replaced all the same, by another one under its name. */
function refuseReadOnly(file: string): void {
  if ((statSync(file).mode & 0o222) !== 0) return;
  throw new UserError(
    'usage',
    { nl: `${file}: alleen-lezen, er is niets hersteld`, en: `${file}: read-only, nothing was fixed` },
    { nl: 'Maak het bestand schrijfbaar.', en: 'Make the file writable.' },
  );
}
