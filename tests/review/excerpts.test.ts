import { describe, expect, it } from '@jest/globals';
import { diffArrays } from 'diff';
import type { Excerpt, ExcerptPair } from '../../src/review/excerpts.ts';
import { review } from '../../src/review/review.ts';
import { type Document, documentOf } from '../../src/source/index.ts';

type Files = Readonly<Record<string, string>>;

/** A document in files, as a standard is kept. */
const FILES: Files = {
  'openapi.yaml': `openapi: 3.1.0
info:
  title: Zaken
  version: 1.0.0
paths:
  /zaken:
    $ref: ./paths/zaken.yaml
`,
  'paths/zaken.yaml': `get:
  summary: Zaken opvragen
  parameters:
    - name: page
      in: query
      schema:
        type: integer
  responses:
    '200':
      description: De zaken.
      content:
        application/json:
          schema:
            $ref: ../schemas/Zaak.yaml
    '404':
      $ref: ../responses/Onbekend.yaml
post:
  summary: Een zaak aanmaken
  requestBody:
    required: true
    content:
      application/json:
        schema:
          $ref: ../schemas/Zaak.yaml
  responses:
    '204':
      description: Gemaakt.
`,
  'responses/Onbekend.yaml': `description: Dat is er niet.
`,
  'schemas/Zaak.yaml': `type: object
description: Een zaak.
allOf:
  - $ref: ./ZaakKern.yaml
properties:
  deelzaken:
    type: array
    items:
      type: string
`,
  'schemas/ZaakKern.yaml': `type: object
properties:
  identificatie:
    type: string
    maxLength: 40
  omschrijving:
    type: string
    description: Waar het over gaat.
  betaling:
    anyOf:
      - $ref: ./BetalingEnum.yaml
      - type: 'null'
  adres:
    $ref: ./Adres.yaml
`,
  'schemas/BetalingEnum.yaml': `type: string
enum:
  - geen
  - deel
  - geheel
`,
  'schemas/Adres.yaml': `type: object
properties:
  straat:
    type: string
`,
};

type Edit = readonly [file: string, from: string, to: string];

const CASES: readonly (readonly [what: string, ...edits: Edit[]])[] = [
  [
    'a limit where there was none',
    ['schemas/ZaakKern.yaml', '    maxLength: 40\n', "    maxLength: 40\n    pattern: '^Z'\n"],
  ],
  ['another limit', ['schemas/ZaakKern.yaml', 'maxLength: 40', 'maxLength: 20']],
  ['a limit that goes', ['schemas/ZaakKern.yaml', '    maxLength: 40\n', '']],
  ['an attribute by another name', ['schemas/ZaakKern.yaml', '  omschrijving:', '  toelichting:']],
  [
    'an attribute that is only read',
    ['schemas/ZaakKern.yaml', '  omschrijving:\n', '  omschrijving:\n    readOnly: true\n'],
  ],
  ['a value less, behind a reference', ['schemas/BetalingEnum.yaml', '  - deel\n', '']],
  [
    'an object that is closed',
    ['schemas/Adres.yaml', 'type: object\n', 'type: object\nadditionalProperties: false\n'],
  ],
  [
    'an attribute that becomes required',
    ['schemas/Zaak.yaml', 'properties:\n', 'required:\n  - omschrijving\nproperties:\n'],
  ],
  [
    'a parameter more',
    [
      'paths/zaken.yaml',
      '  parameters:\n',
      '  parameters:\n    - name: q\n      in: query\n      schema:\n        type: string\n',
    ],
  ],
  [
    'a status more, by a reference',
    ['paths/zaken.yaml', "    '404':\n", "    '422':\n      $ref: ../responses/Onbekend.yaml\n    '404':\n"],
  ],
  [
    'a status less, by a reference',
    ['paths/zaken.yaml', "    '404':\n      $ref: ../responses/Onbekend.yaml\n", ''],
  ],
  [
    'an operation less',
    [
      'paths/zaken.yaml',
      FILES['paths/zaken.yaml']?.slice(FILES['paths/zaken.yaml'].indexOf('post:')) ?? '',
      '',
    ],
  ],
  ['another text', ['schemas/ZaakKern.yaml', 'Waar het over gaat.', 'Het onderwerp.']],
];

function edited(edits: readonly Edit[]): Files {
  const files = new Map(Object.entries(FILES));
  for (const [file, from, to] of edits) {
    const text = files.get(file) ?? '';
    if (!text.includes(from)) throw new Error(`no ${from} in ${file}`);
    files.set(
      file,
      text.replace(from, () => to),
    );
  }
  return Object.fromEntries(files);
}

/** Numbers of the lines, from 1, that only one of two texts has. */
function changedIn(text: string, other: string): number[] {
  const numbers: number[] = [];
  let line = 1;
  for (const { value, removed, added } of diffArrays(text.split('\n'), other.split('\n'))) {
    if (removed) numbers.push(...value.map((_, index) => line + index));
    if (!added) line += value.length;
  }
  return numbers;
}

const marked = (excerpt: Excerpt | undefined): number[] =>
  (excerpt?.lines ?? []).flatMap(({ isChanged }, index) => (isChanged ? [(excerpt?.from ?? 0) + index] : []));

async function pairsOf(old: Files, next: Files): Promise<readonly ExcerptPair[]> {
  const documents = [old, next].map((files): Document => documentOf('d', files));
  const [base, head] = documents;
  if (!base || !head) throw new Error('no documents');
  const { changes } = await review(base, head, { today: '2026-11-28', quality: false, ways: false });
  expect(changes.length).toBeGreaterThan(0);
  return changes.flatMap(({ source }) => source);
}

describe.each(CASES)('the lines of %s', (_, ...edits) => {
  const next = edited(edits);

  it.each([
    ['made', FILES, next],
    ['undone', next, FILES],
  ])('are marked where the files differ, and nowhere else: %s', async (_, old, now) => {
    const pairs = await pairsOf(old, now);
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) {
      const sides = [
        [pair.old, old, now],
        [pair.new, now, old],
      ] as const;
      for (const [excerpt, own, other] of sides) {
        const file = excerpt?.file ?? '';
        const changed = changedIn(own[file] ?? '', other[file] ?? '');
        expect(marked(excerpt).filter(line => !changed.includes(line))).toEqual([]);
      }
      expect(marked(pair.old).length + marked(pair.new).length).toBeGreaterThan(0);
    }
  });
});
