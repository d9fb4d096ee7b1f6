import { type Counted, counted } from '../core/plural.ts';
import { joined, type Lang, type Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { type Document, locate, type MissingReference } from '../source/index.ts';

const SHOWN = 5;

/** What to do about a reference that leads nowhere, by the reason why. */
const HINTS: Readonly<Record<MissingReference['reason'], Text>> = {
  'no-file': {
    nl: 'Voeg het bestand toe, of verbeter de verwijzing.',
    en: 'Add the file, or fix the reference.',
  },
  'no-target': {
    nl: 'Voeg toe waar naar verwezen wordt, of verbeter de verwijzing.',
    en: 'Add what is referred to, or fix the reference.',
  },
  remote: { nl: 'Geef --allow-remote om het op te halen.', en: 'Add --allow-remote to fetch it.' },
  outside: {
    nl: 'Geef --allow-outside om bestanden buiten de map van het document te lezen.',
    en: 'Add --allow-outside to read files outside the folder of the document.',
  },
  unreadable: { nl: 'Herstel het bestand.', en: 'Fix the file.' },
  circle: {
    nl: 'Laat van verwijzingen die op zichzelf uitkomen er een zeggen waar het voor staat.',
    en: 'Where references come back to themselves, let one of them say what it stands for.',
  },
};

/**
 * @param force whether references that lead nowhere may stay as they are; those that come back to themselves may not
 * @throws UserError `unreadable` that names the references that lead nowhere: the first few, and how many there are
 */
export function refuseMissing(document: Document, force: boolean): void {
  const told = document.missing.filter(({ isRepeat }) => !isRepeat);
  const refused = force ? told.filter(({ reason }) => reason === 'circle') : told;
  if (refused.length > 0) throw missingReferences(document, refused);
}

function missingReferences(document: Document, missing: readonly MissingReference[]): UserError {
  const shown = missing.slice(0, SHOWN).map(({ file, pointer, ref, tried, detail }) => {
    const { line, column } = locate(document, file, pointer);
    const place = `  ${file}:${line}:${column}: '${ref}'`;
    const why = (lang: Lang): string => `${tried}${detail ? `: ${detail[lang]}` : ''}`;
    return { nl: `${place} (gezocht: ${why('nl')})`, en: `${place} (looked for ${why('en')})` };
  });
  const hidden = missing.length - SHOWN;
  const more = hidden > 0 ? [{ nl: `  en ${hidden} meer`, en: `  and ${hidden} more` }] : [];
  const hints = new Set(missing.map(({ reason, hint = HINTS[reason] }) => hint));
  return new UserError(
    'unreadable',
    [nowhere(document.label, missing.length), ...shown, ...more],
    joined(missing.every(({ reason }) => reason === 'circle') ? [...hints] : [...hints, FORCE]),
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
