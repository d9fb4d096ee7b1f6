import type { Text } from '../../core/text.ts';
import { LABELS } from '../labels.ts';
import { KINDS, type SearchRow } from './rows.ts';

/** Answers stand together by what they are; the kinds of one group are told apart by its rows. */
const GROUPS: readonly { readonly label: Text; readonly kinds: readonly SearchRow['kind'][] }[] = [
  { label: LABELS.resources, kinds: ['api', 'resource'] },
  { label: LABELS.operations, kinds: ['operation', 'webhook'] },
  { label: LABELS.attributes, kinds: ['attribute'] },
  { label: LABELS.types, kinds: ['type'] },
  { label: LABELS.valuesHead, kinds: ['value'] },
  { label: LABELS.rules, kinds: ['rule'] },
  { label: LABELS.stories, kinds: ['story', 'party'] },
  { label: LABELS.errors, kinds: ['status'] },
  { label: LABELS.guides, kinds: ['guide'] },
];

/**
 * The index of the search as a script, since a page that is opened from disk may not fetch a file. It holds the rows,
 * and not the index of the library: that is larger, and made from them in some tens of milliseconds.
 *
 * Shape: `{groups: [{label, kinds}], kinds: [name], files: [path], rows: [[kind, name, title, code, values, statuses,
 * description, [[within, file, anchor]]]]}`; kinds and files are numbers, and an anchor
 * of 0 stands for `within.name`.
 */
export function searchIndexFile(rows: readonly SearchRow[]): string {
  const files = [...new Set(rows.flatMap(({ homes }) => homes.map(({ place }) => place.file)))];
  const numbers = new Map(files.map((file, index) => [file, index]));
  const packed = rows.map(({ kind, name, title, code, values, statuses, description, homes }) => [
    KINDS.indexOf(kind),
    name,
    title,
    code,
    values.join(' '),
    statuses.join(' '),
    description,
    homes.map(({ within, place }) => [
      within,
      numbers.get(place.file),
      place.anchor === `${within}.${name}` ? 0 : place.anchor,
    ]),
  ]);
  const index = { groups: GROUPS, kinds: KINDS, files, rows: packed };
  return `globalThis.zdsSearchIndex = ${JSON.stringify(index)};\n`;
}
