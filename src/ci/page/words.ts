import type { Counted } from '../../core/plural.ts';
import type { Text } from '../../core/text.ts';
import type { DocumentState } from '../model.ts';

/** The words of a run, for every format. */
export const WORDS = {
  document: { nl: 'document', en: 'document' },
  outcome: { nl: 'oordeel', en: 'outcome' },
  version: { nl: 'versie', en: 'version' },
  lint: { nl: 'nieuw uit lint', en: 'new from lint' },
  movedFrom: { nl: 'was {previous}', en: 'was {previous}' },
  comparedWith: {
    nl: 'vergeleken met {name} ({from}), commit {commit}',
    en: 'compared with {name} ({from}), commit {commit}',
  },
  noCommit: {
    nl: 'er is nog geen commit om mee te vergelijken',
    en: 'there is no commit to compare with yet',
  },
  breaks: { nl: 'Dit breekt', en: 'This breaks' },
  stops: { nl: 'Dit moet eerst anders', en: 'This has to change first' },
  fine: { nl: 'Niets houdt dit tegen', en: 'Nothing stops this' },
  unread: { nl: 'Niet alles kon worden gelezen', en: 'Not everything could be read' },
  nothing: { nl: 'Er verandert niets aan de documenten', en: 'Nothing changes in the documents' },
  compared: { nl: 'Vergeleken met de basis', en: 'Compared with the base' },
  lintNew: { nl: 'Wat lint nieuw vindt', en: 'What lint finds new' },
  lintAll: { nl: 'Wat lint vindt', en: 'What lint finds' },
} as const satisfies Record<string, Text>;

export const STATES: Readonly<Record<DocumentState, Text>> = {
  changed: { nl: 'gewijzigd', en: 'changed' },
  unchanged: { nl: 'ongewijzigd', en: 'unchanged' },
  new: { nl: 'nieuw, niets om mee te vergelijken', en: 'new, nothing to compare' },
  removed: { nl: 'verwijderd', en: 'removed' },
  unreadable: { nl: 'kan niet worden gelezen', en: 'cannot be read' },
  incomparable: {
    nl: 'niet vergeleken: de versie in de basis kan niet worden gelezen',
    en: 'not compared: its version in the base cannot be read',
  },
};

export const DOCUMENTS: Counted = {
  nl: { one: '1 document', other: '{count} documenten' },
  en: { one: '1 document', other: '{count} documents' },
};

export const CHANGES_BREAK: Counted = {
  nl: { one: '1 wijziging breekt', other: '{count} wijzigingen breken' },
  en: { one: '1 change breaks', other: '{count} changes break' },
};

export const FINDINGS: Counted = {
  nl: { one: '1 bevinding', other: '{count} bevindingen' },
  en: { one: '1 finding', other: '{count} findings' },
};

export const ASIDE: Counted = {
  nl: {
    one: '1 bestand met deze naam staat in een map als tests of node_modules en is niet bekeken ({files}); documents in zds.config.yaml kan het noemen.',
    other:
      '{count} bestanden met deze naam staan in mappen als tests of node_modules en zijn niet bekeken ({files}); documents in zds.config.yaml kan ze noemen.',
  },
  en: {
    one: '1 file of this name lies in a folder such as tests or node_modules and was not looked at ({files}); documents in zds.config.yaml can name it.',
    other:
      '{count} files of this name lie in folders such as tests or node_modules and were not looked at ({files}); documents in zds.config.yaml can name them.',
  },
};

export const UNLISTED: Counted = {
  nl: {
    one: '1 nieuw bestand is een OpenAPI-document en staat niet onder documents in zds.config.yaml: naar wijzigingen daarvan wordt niet gekeken ({files}).',
    other:
      '{count} nieuwe bestanden zijn OpenAPI-documenten en staan niet onder documents in zds.config.yaml: naar wijzigingen daarvan wordt niet gekeken ({files}).',
  },
  en: {
    one: '1 new file is an OpenAPI document and is not under documents in zds.config.yaml: its changes are not looked at ({files}).',
    other:
      '{count} new files are OpenAPI documents and are not under documents in zds.config.yaml: their changes are not looked at ({files}).',
  },
};

export const SUBMODULES: Counted = {
  nl: {
    one: '1 submodule gaat naar een andere commit, en is niet bekeken ({files}): zds ci in die map doet dat.',
    other:
      '{count} submodules gaan naar een andere commit, en zijn niet bekeken ({files}): zds ci in die mappen doet dat.',
  },
  en: {
    one: '1 submodule moves to another commit and was not looked into ({files}): zds ci in that folder does so.',
    other:
      '{count} submodules move to another commit and were not looked into ({files}): zds ci in those folders does so.',
  },
};

export const UNCHANGED: Counted = {
  nl: { one: '1 document is ongewijzigd', other: '{count} documenten zijn ongewijzigd' },
  en: { one: '1 document is unchanged', other: '{count} documents are unchanged' },
};

export const MORE_PARTS: Counted = {
  nl: {
    one: 'nog 1 onderdeel past hier niet; het hele verslag heeft het',
    other: 'nog {count} onderdelen passen hier niet; het hele verslag heeft ze',
  },
  en: {
    one: '1 more part does not fit here; the whole report has it',
    other: '{count} more parts do not fit here; the whole report has them',
  },
};
