import { joined, type Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import {
  type Absence,
  assemble,
  type Document,
  leadsToItself,
  type ParsedFile,
  parseFile,
} from './document.ts';
import type { FileSource } from './file-source.ts';
import { splitReference } from './references.ts';

type Parsed = Map<string, ParsedFile>;

/**
 * Reads a document and, wave by wave, every file that its references reach.
 *
 * @param given text that is already there, such as that of standard input
 * @param known files that were parsed before: those whose text is the same are not parsed again
 * @throws UserError `unreadable` when the root cannot be read; other files that cannot are missing references
 */
export async function load(
  label: string,
  root: string,
  site: FileSource,
  given?: string,
  known?: ReadonlyMap<string, ParsedFile>,
): Promise<Document> {
  const parsed: Parsed = new Map();
  const absent = new Map<string, Absence>();
  let wave = new Map<string, string | Absence>();
  wave = given === undefined ? await site.readAll([root]) : new Map([[root, given]]);
  const rootText = wave.get(root);
  if (typeof rootText !== 'string') throw unreadable(root, rootText);
  while (wave.size > 0) {
    const wanted = new Set<string>();
    for (const [key, text] of wave) {
      if (typeof text !== 'string') absent.set(key, text);
      else
        for (const next of parseInto({ parsed, absent, known }, key, text, key === root))
          wanted.add(site.locateFile(key, next));
    }
    const keys = [...wanted].filter(key => !parsed.has(key) && !absent.has(key));
    wave = keys.length === 0 ? new Map() : await site.readAll(keys);
  }
  const readBeside = async (file: string) => {
    const key = site.locateFile(root, file);
    const text = (await site.readAll([key])).get(key);
    if (typeof text === 'string') return text;
    if (text?.reason === 'unreadable') throw unreadable(key, text);
    return undefined;
  };
  const listBeside = (folder: string) => site.list(site.locateFile(root, folder));
  return assemble(label, root, parsed, absent, { locateFile: site.locateFile, readBeside, listBeside });
}

interface Loading {
  readonly parsed: Parsed;
  readonly absent: Map<string, Absence>;
  readonly known: ReadonlyMap<string, ParsedFile> | undefined;
}

/** Parses one file and gives the files that its references name. */
function parseInto({ parsed, absent, known }: Loading, key: string, text: string, isRoot: boolean): string[] {
  try {
    const file = knownAs(known?.get(key), text) ?? parseFile(key, text);
    parsed.set(key, file);
    const named = file.references.map(({ ref }) => splitReference(ref).file);
    return named.filter(name => name !== '' && !leadsToItself(file.value, name));
  } catch (error) {
    if (isRoot || !(error instanceof UserError)) throw error;
    absent.set(key, {
      reason: 'unreadable',
      detail: linesOf(error),
      ...(error.hint && { hint: error.hint }),
    });
    return [];
  }
}

/** What a person is told, in one line. */
const linesOf = ({ lines }: UserError): Text => joined(lines);

/** What was parsed of the same text before, without what another document made of it. */
const knownAs = (file: ParsedFile | undefined, text: string): ParsedFile | undefined =>
  file && file.text === text
    ? { text, value: file.value, marks: file.marks, references: file.references }
    : undefined;

/** What to say of a document that cannot be read. */
export function unreadable(root: string, absence: Absence | undefined): UserError {
  const { nl = '', en = '' } = absence?.detail ?? {};
  const detail = { nl: nl && ` (${nl})`, en: en && ` (${en})` };
  switch (absence?.reason) {
    case 'remote':
      return new UserError(
        'usage',
        { nl: `${root}: het netwerk is dicht`, en: `${root}: the network is closed` },
        { nl: 'Geef --allow-remote om het op te halen.', en: 'Add --allow-remote to fetch it.' },
      );
    case 'unreadable':
      return new UserError(
        'unreadable',
        {
          nl: `${root}: kan niet worden gelezen${detail.nl}`,
          en: `${root}: cannot be read${detail.en}`,
        },
        absence.hint,
      );
    default:
      return new UserError(
        'unreadable',
        { nl: `${root}: dat bestand is er niet${detail.nl}`, en: `${root}: no such file${detail.en}` },
        { nl: 'Controleer het pad.', en: 'Check the path.' },
      );
  }
}
