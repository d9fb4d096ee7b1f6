import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/core/change.ts';
import { checkNote } from '../../src/review/note-check.ts';

const change = (subject: string, more: Partial<Change> = {}): Change => ({
  id: subject,
  kind: 'attribute',
  subject: { nl: subject, en: subject },
  title: { nl: `${subject} — wordt verplicht`, en: `${subject} — becomes required` },
  events: [],
  severity: 'breaking',
  clients: 'breaking',
  providers: 'info',
  surface: 'wire',
  findings: ['f'],
  rules: ['required-added'],
  places: [],
  operations: ['POST /zaken'],
  audience: 'clients',
  ...more,
});

const BREAK = change('Zaak · toelichting');
const ADDED = change('Zaak · notitie', { clients: 'info', providers: 'warning', severity: 'info' });
const TEXT = change('Zaak · uuid', { clients: 'info', surface: 'text', severity: 'info' });
const WORK = change('Zaak · lengte', { clients: 'info', providers: 'breaking', severity: 'info' });
const OPERATION = change('POST /zaken', { kind: 'operation' });

type Case = readonly [note: string, changes: readonly Change[], found: readonly string[]];

/** Each condition of a note as it is allowed and as it is refused. */
const CASES: readonly Case[] = [
  ['Alleen documentatie.', [TEXT], []],
  ['Alleen documentatie.\n`notitie`', [ADDED], ['note-claim-contradicted 1']],
  ['Uitsluitend tekstuele wijzigingen.', [TEXT], []],
  ['Uitsluitend tekstuele wijzigingen: `toelichting`', [BREAK], ['note-claim-contradicted 1']],
  ['Documentation only.', [TEXT], []],
  ['Documentation only: notitie', [ADDED], ['note-claim-contradicted 1']],
  ['Achterwaarts compatibel: `notitie` komt erbij.', [ADDED], []],
  ['Achterwaarts compatibel: `toelichting` is verplicht.', [BREAK], ['note-claim-contradicted 1']],
  ['Niet achterwaarts compatibel: `toelichting` is verplicht.', [BREAK], []],
  ['Backwards compatible: lengte', [WORK], ['note-claim-contradicted 1']],
  ['Not backward-compatible: lengte', [WORK], []],
  ['No breaking changes: notitie', [ADDED], []],
  ['No breaking changes: toelichting', [BREAK], ['note-claim-contradicted 1']],
  ['Geen breaking changes: toelichting', [BREAK], ['note-claim-contradicted 1']],
  ['Er verandert niets.', [], []],
  ['Er verandert niets aan uuid.', [TEXT], ['note-claim-contradicted 1']],
  ['- `toelichting` is verplicht', [BREAK], []],
  ['- Er is iets verplicht', [BREAK], ['note-change-missing 1']],
  ['- De toelichtingen: toelichting is verplicht', [BREAK], []],
  ['- De toelichtingen', [BREAK], ['note-change-missing 1']],
  ['- `POST /zaken` vraagt meer', [OPERATION], []],
  ['- POST /rollen vraagt meer', [OPERATION], ['note-change-missing 1', 'note-line-unexplained 1']],
  ['- `toelichting`\n- `kleur` komt erbij', [BREAK], ['note-line-unexplained 2']],
  ['- `toelichting`\n\nLees ook de handleiding.', [BREAK], []],
  ['- `toelichting`\n  - Was POST /zaken', [BREAK], []],
  ['- `toelichting`\n  - Was POST /rollen', [BREAK], ['note-line-unexplained 2']],
  ['- `toelichting`\n  - en `kleur` komt erbij', [BREAK], ['note-line-unexplained 2']],
  ['- `toelichting`\n- Was POST /zaken', [BREAK], ['note-line-unexplained 2']],
  ['- `toelichting`\n\n```http\nPOST /rollen\n```', [BREAK], []],
  ['```\n`toelichting`\n```', [BREAK], ['note-change-missing 1']],
  ['', [TEXT], []],
  ['', [TEXT, ADDED], ['note-change-missing 1']],
  [
    'Alleen documentatie, achterwaarts compatibel.\n`kleur`',
    [BREAK],
    [
      'note-claim-contradicted 1',
      'note-claim-contradicted 1',
      'note-change-missing 1',
      'note-line-unexplained 2',
    ],
  ],
];

describe('a hand-written note', () => {
  it.each(CASES)('%j (%#)', (note, changes, found) => {
    expect(checkNote(note, changes).map(({ rule, line }) => `${rule} ${line}`)).toEqual(found);
  });

  it('is told which change contradicts it', () => {
    expect(checkNote('No breaking changes: toelichting', [BREAK])).toEqual([
      {
        rule: 'note-claim-contradicted',
        line: 1,
        what: 'No breaking changes',
        because: 'Zaak · toelichting — wordt verplicht',
      },
    ]);
  });
});
