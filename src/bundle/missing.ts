import { isString, member } from '../core/json.ts';
import { type Counted, counted } from '../core/plural.ts';
import type { Pointer } from '../core/pointer.ts';
import { joined, type Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { type Document, followReference, locate, type MissingReference, resolver } from '../source/index.ts';

const SHOWN = 5;

/** What to do about a reference that leads nowhere, by the reason why. */
const HINTS: Readonly<Record<MissingReference['reason'], Text>> = {
  'no-file': {
    nl: 'Voeg het bestand toe, of verbeter de verwijzing.',
    en: 'Add the file, or mend the reference.',
  },
  'no-target': {
    nl: 'Voeg toe waar naar verwezen wordt, of verbeter de verwijzing.',
    en: 'Add what is referred to, or mend the reference.',
  },
  remote: { nl: 'Geef --allow-remote om het op te halen.', en: 'Add --allow-remote to fetch it.' },
  outside: {
    nl: 'Geef --allow-outside om bestanden buiten de map van het document te lezen.',
    en: 'Add --allow-outside to read files outside the folder of the document.',
  },
  unreadable: { nl: 'Herstel het bestand.', en: 'Mend the file.' },
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
    {
      nl: `${file}:${line}:${column}: '${ref}' leidt naar verwijzingen die op zichzelf uitkomen`,
      en: `${file}:${line}:${column}: '${ref}' leads to references that lead back to themselves`,
    },
    {
      nl: 'Laat een ervan zeggen waar het voor staat.',
      en: 'Let one of them say what it stands for.',
    },
  );
}

/** The error that names the references that lead nowhere: the first few, and how many there are. */
export function missingReferences(document: Document): UserError {
  const { missing } = document;
  const shown = missing.slice(0, SHOWN).map(({ file, pointer, ref, tried, detail }) => {
    const { line, column } = locate(document, file, pointer);
    const [place, why] = [`  ${file}:${line}:${column}: '${ref}'`, `${tried}${detail ? `: ${detail}` : ''}`];
    return { nl: `${place} (gezocht: ${why})`, en: `${place} (looked for ${why})` };
  });
  const hidden = missing.length - SHOWN;
  const more = hidden > 0 ? [{ nl: `  en ${hidden} meer`, en: `  and ${hidden} more` }] : [];
  const hints = new Set(missing.map(({ reason }) => HINTS[reason]));
  return new UserError(
    'unreadable',
    [nowhere(document.label, missing.length), ...shown, ...more],
    joined([...hints, FORCE]),
  );
}

const FORCE: Text = {
  nl: '--force bundelt de rest, en laat deze zoals ze zijn.',
  en: '--force bundles the rest and leaves these as they are.',
};

const LEAD: Counted = {
  nl: { one: '{count} verwijzing leidt', other: '{count} verwijzingen leiden' },
  en: { one: '{count} reference leads', other: '{count} references lead' },
};

const nowhere = (label: string, count: number): Text => ({
  nl: `${label}: ${counted(count, LEAD, 'nl')} nergens heen`,
  en: `${label}: ${counted(count, LEAD, 'en')} nowhere`,
});
