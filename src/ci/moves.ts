import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { infoText } from '../openapi/info.ts';
import type { Document } from '../source/index.ts';
import type { ChangedFiles } from './change.ts';

/** Reads a document as it is now, or as the base has it. */
export type ReadDocument = (file: string, when: 'now' | 'before') => Promise<Document>;

/**
 * Where documents that are gone are now, by their old paths: as git tells by what is in them; else the new document of
 * the same name in the same folder (`openapi.yaml` that becomes `openapi.json`), or the only one with the same title.
 *
 * @param named the documents, of the base and of now
 */
export async function movesOf(
  named: readonly string[],
  files: ChangedFiles,
  read: ReadDocument,
): Promise<ReadonlyMap<string, string>> {
  const gone = named.filter(file => files.before.has(file) && !files.now.has(file));
  if (gone.length === 0) return new Map();
  const told = new Map([...files.moved].map(([next, old]) => [old, next]));
  const moves = new Map(gone.flatMap(file => pairOf(file, told.get(file))));
  const added = named.filter(file => files.now.has(file) && !files.before.has(file));
  const isFree = (file: string): boolean => !moves.has(file) && ![...moves.values()].includes(file);
  for (const file of gone.filter(isFree)) {
    const next = added.find(other => isFree(other) && stemOf(other) === stemOf(file));
    if (next !== undefined) moves.set(file, next);
  }
  const left = { gone: gone.filter(isFree), added: added.filter(isFree) };
  if (left.gone.length === 0 || left.added.length === 0) return moves;
  const byTitle = await sameTitles(left.gone, left.added, read);
  return new Map([...moves, ...byTitle]);
}

const pairOf = (old: string, next: string | undefined): [string, string][] =>
  next === undefined ? [] : [[old, next]];

/** The path without what tells the format. */
const stemOf = (file: string): string => file.slice(0, file.length - path.extname(file).length);

/** A title that one document had and one document has: of others it would be a guess. */
async function sameTitles(
  gone: readonly string[],
  added: readonly string[],
  read: ReadDocument,
): Promise<[string, string][]> {
  const old = await titlesOf(gone, file => read(file, 'before'));
  const next = await titlesOf(added, file => read(file, 'now'));
  return [...old].flatMap(([title, [file, ...others]]) => {
    const [now, ...more] = next.get(title) ?? [];
    return file === undefined || others.length > 0 || more.length > 0 ? [] : pairOf(file, now);
  });
}

/** Documents by their title; those that cannot be read are told where they are judged. */
async function titlesOf(
  files: readonly string[],
  read: (file: string) => Promise<Document>,
): Promise<Map<string, string[]>> {
  const titles = new Map<string, string[]>();
  for (const file of files) {
    const title = await titleOf(() => read(file));
    if (title !== undefined) titles.set(title, [...(titles.get(title) ?? []), file]);
  }
  return titles;
}

async function titleOf(read: () => Promise<Document>): Promise<string | undefined> {
  try {
    const { files, root } = await read();
    return infoText(files.get(root)?.value, 'title');
  } catch (error) {
    if (error instanceof UserError && error.code === 'unreadable') return undefined;
    throw error;
  }
}
