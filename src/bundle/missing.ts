import { isArray, isObject, type Json } from '../model/json.ts';
import { tokens } from '../model/pointer.ts';
import { UserError } from '../model/user-error.ts';
import { type Document, locate, type MissingReference } from '../source/index.ts';

const SHOWN = 5;

/** What to do about a reference that leads nowhere, by the reason why. */
const HINTS: Readonly<Record<MissingReference['reason'], string>> = {
  'no-file': 'Add the file, or mend the reference.',
  'no-target': 'Add what is referred to, or mend the reference.',
  remote: 'Add --allow-remote to fetch it.',
  outside: 'Add --allow-outside to read files outside the folder of the document.',
  unreadable: 'Mend the file.',
};

/** The error that names the references that lead nowhere: the first few, and how many there are. */
export function missingReferences(document: Document): UserError {
  const { missing } = document;
  const shown = missing.slice(0, SHOWN).map(({ file, pointer, ref, tried, detail }) => {
    const { line, column } = locate(document, file, pointer);
    return `  ${file}:${line}:${column}: '${ref}' (looked for ${tried}${detail ? `: ${detail}` : ''})`;
  });
  const more = missing.length > SHOWN ? [`  and ${missing.length - SHOWN} more`] : [];
  const count = missing.length === 1 ? '1 reference leads' : `${missing.length} references lead`;
  const hints = new Set(missing.map(({ reason }) => HINTS[reason]));
  return new UserError(
    'unreadable',
    [`${document.label}: ${count} nowhere`, ...shown, ...more].join('\n'),
    `${[...hints].join(' ')} --force bundles the rest and leaves these as they are.`,
  );
}

/**
 * A reference within its own file that leads nowhere would, in the bundle, be read against the root, and might hit
 * something else there. So it gets the name of its file.
 */
export function withFileNames(document: Document): Document {
  const files = new Map(document.files);
  for (const { file, pointer, ref } of document.missing) {
    const source = files.get(file);
    if (!source || file === document.root || !ref.startsWith('#')) continue;
    const named = file + ref;
    const value = replaceAt(source.value, tokens(pointer), old =>
      isObject(old) ? { ...old, $ref: named } : named,
    );
    files.set(file, { ...source, value });
  }
  return { ...document, files };
}

function replaceAt(value: Json, path: readonly string[], change: (old: Json) => Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (isArray(value)) {
    return value.map((item, index) => (String(index) === first ? replaceAt(item, rest, change) : item));
  }
  return isObject(value) ? { ...value, [first]: replaceAt(value[first] ?? null, rest, change) } : value;
}
