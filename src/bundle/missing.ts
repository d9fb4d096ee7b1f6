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
