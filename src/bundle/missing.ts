import { isString, member } from '../core/json.ts';
import type { Pointer } from '../core/pointer.ts';
import { UserError } from '../core/user-error.ts';
import { type Document, followReference, locate, type MissingReference, resolver } from '../source/index.ts';

const SHOWN = 5;

/** What to do about a reference that leads nowhere, by the reason why. */
const HINTS: Readonly<Record<MissingReference['reason'], string>> = {
  'no-file': 'Add the file, or mend the reference.',
  'no-target': 'Add what is referred to, or mend the reference.',
  remote: 'Add --allow-remote to fetch it.',
  outside: 'Add --allow-outside to read files outside the folder of the document.',
  unreadable: 'Mend the file.',
};

/**
 * A reference to a reference, and so on back to the first: it has no target at all, though each step has one.
 *
 * @throws UserError `unreadable` that names the place of one
 */
export function refuseCircles(document: Document): void {
  const resolve = resolver(document);
  for (const { key, references } of document.files.values()) {
    for (const { pointer, ref } of references) {
      const met = new Set<string>();
      let node = followReference(document, key, ref);
      while (node && isString(member(node.value, '$ref'))) {
        const place = `${node.file}#${node.pointer}`;
        if (met.has(place)) throw circle(document, key, pointer, ref);
        met.add(place);
        node = resolve(node);
      }
    }
  }
}

function circle(document: Document, file: string, pointer: Pointer, ref: string): UserError {
  const { line, column } = locate(document, file, pointer);
  return new UserError(
    'unreadable',
    `${file}:${line}:${column}: '${ref}' leads to references that lead back to themselves`,
    'Let one of them say what it stands for.',
  );
}

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
    [`${document.label}: ${count} nowhere`, ...shown, ...more],
    `${[...hints].join(' ')} --force bundles the rest and leaves these as they are.`,
  );
}
