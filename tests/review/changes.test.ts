import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/core/report.ts';
import { LANGS } from '../../src/core/text.ts';
import { messageOf } from '../../src/core/wording.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { gravityOf } from '../../src/report/marks.ts';
import { oneLine } from '../../src/review/changes/line.ts';
import { stemOf } from '../../src/review/changes/subject.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf, read } from '../../src/source/index.ts';
import { brokenPromises } from './promises.ts';

const OLD = `
openapi: 3.1.0
info: { title: Zaken, version: 1.0.0 }
servers: [{ url: https://x.example/v1 }]
paths:
  /zaken:
    get:
      responses:
        '200':
          description: Lijst
          content:
            application/json:
              schema: { $ref: '#/components/schemas/PaginatedZaakList' }
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/ZaakRequest' }
            example: { omschrijving: Dakkapel, toelichting: Achterkant, aard: open, type: 'https://x.example/t/1' }
      responses:
        '201':
          description: Aangemaakt
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Zaak' }
  /zaken/{uuid}:
    parameters: [{ name: uuid, in: path, required: true, schema: { type: string } }]
    delete:
      responses: { '204': { description: Weg } }
components:
  schemas:
    AardEnum: { type: string, enum: [open, dicht, half] }
    ZaakKern:
      type: object
      properties:
        omschrijving: { type: string, maxLength: 80 }
        toelichting: { type: string }
        aard: { $ref: '#/components/schemas/AardEnum' }
        type: { type: string, format: uri }
    Zaak: { allOf: [{ $ref: '#/components/schemas/ZaakKern' }] }
    ZaakRequest: { allOf: [{ $ref: '#/components/schemas/ZaakKern' }] }
    PaginatedZaakList:
      type: object
      properties: { results: { type: array, items: { $ref: '#/components/schemas/Zaak' } } }
`;

const edit = (...edits: readonly (readonly [string, string])[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, to);
  }, OLD);

const compareTexts = (next: string): Report =>
  compareInFull(documentOf('old.yaml', { 'old.yaml': OLD }), documentOf('new.yaml', { 'new.yaml': next }));

const titles = (report: Report): string[] => (report.changes ?? []).map(({ title }) => title.nl);

describe('changes', () => {
  it('one subject is one change, whatever the number of findings', () => {
    const report = compareTexts(
      edit(
        [
          "ZaakRequest: { allOf: [{ $ref: '#/components/schemas/ZaakKern' }] }",
          "ZaakRequest: { allOf: [{ $ref: '#/components/schemas/ZaakKern' }], required: [toelichting] }",
        ],
        ['maxLength: 80', 'maxLength: 50, minLength: 2'],
        ['[open, dicht, half]', '[open]'],
        ['type: { type: string, format: uri }', 'type: { type: string, maxLength: 100 }'],
        ["'204': { description: Weg }", "'200': { description: Weg }"],
      ),
    );
    expect(titles(report)).toEqual([
      'Zaak · type — was een URI, wordt tekst van hooguit 100 tekens',
      'Zaak · omschrijving — krijgt een minimale lengte van 2 tekens; en nog 1',
      'AardEnum — waarden “dicht”, “half” vervallen',
      'DELETE /zaken/{uuid} — antwoord 204 wordt 200',
      'Zaak · toelichting — wordt verplicht bij aanmaken',
    ]);
    const sums = (report.changes ?? []).map(({ findings }) => findings.length);
    // An edit that breaks one direction and not the other is two findings.
    expect(sums).toEqual([4, 4, 2, 2, 1]);
  });

  it('a witness is the example with one edit, with its address', () => {
    const [change] = compareTexts(edit(['maxLength: 80', 'maxLength: 7'])).changes ?? [];
    const sent = (omschrijving: string) => ({
      ...{ path: {}, query: {}, header: {}, cookie: {} },
      body: { omschrijving, toelichting: 'Achterkant', aard: 'open', type: 'https://x.example/t/1' },
    });
    expect(change?.illustration).toEqual({
      at: { operation: 'POST /zaken', message: 'request', mediaType: 'application/json' },
      audience: 'clients',
      from: 'old',
      basis: 'example',
      edit: { nl: 'met “omschrijving” van 8 tekens', en: 'with “omschrijving” of 8 characters' },
      isOnlyReason: true,
      message: sent('Dakkapel'),
      wire: [
        "curl --request POST 'https://x.example/v1/zaken' \\",
        "  --header 'Content-Type: application/json' \\",
        `  --data '{"omschrijving":"Dakkapel","toelichting":"Achterkant","aard":"open","type":"https://x.example/t/1"}'`,
      ].join('\n'),
      migration: { before: sent('Dakkapel'), after: sent('Dakkape') },
    });
  });

  it.each(['query', 'header', 'cookie'])(
    'a parameter that is added in the %s is the only reason of its break',
    place => {
      const added = `post:\n      parameters: [{ name: x, in: ${place}, required: true, schema: { type: string, minLength: 3 } }]`;
      const shown = (...more: readonly (readonly [string, string])[]) =>
        (compareTexts(edit(['post:', added], ...more)).changes ?? []).map(({ subject, illustration }) => [
          subject.nl,
          illustration?.isOnlyReason,
        ]);
      expect(shown()).toEqual([['POST /zaken · parameter x', true]]);
      // The example of the document has a longer one, and is refused for that too.
      expect(shown(['maxLength: 80', 'maxLength: 3'])).toContainEqual(['POST /zaken · parameter x', false]);
    },
  );

  it('an id is another one as soon as the change is another', () => {
    const ids = [
      ['maxLength: 80', 'maxLength: 50'],
      ['maxLength: 80', 'maxLength: 51'],
    ].map(([from = '', to = '']) => compareTexts(edit([from, to])).changes?.[0]?.id);
    expect(new Set(ids).size).toBe(2);
    expect(compareTexts(edit(['maxLength: 80', 'maxLength: 50'])).changes?.[0]?.id).toBe(ids[0]);
  });

  it('forms of a resource are about the resource', () => {
    const known = new Set(['Zaak', 'ZaakKern', 'Rol', 'Lijst']);
    const stems = [
      'PaginatedZaakList',
      'ZaakRequest',
      'ZaakKern',
      'PatchedZaak',
      'ZaakExpanded',
      'Takenlijst',
      'RolList',
      'List',
    ];
    expect(stems.map(name => stemOf(name, known))).toEqual([
      'Zaak',
      'Zaak',
      'Zaak',
      'Zaak',
      'Zaak',
      'Takenlijst',
      'Rol',
      'List',
    ]);
  });

  it('hostile text is one short line', () => {
    expect(oneLine(`a\n::error::${'b'.repeat(1_000_000)}\u0007`, 20)).toBe('a ::error::bbbbbbbb…');
  });
});

const CORPUS = path.resolve('../shared/corpus');
const PAIRS = [
  ['catalogi/ztc/1.2.x/1.2.1', 'catalogi/ztc/1.3.x/1.3.1'],
  ['autorisaties/ac/1.0.x/1.0.0', 'autorisaties/ac/1.1.x/1.1.0'],
  ['documenten/drc/1.4.x/1.4.3', 'documenten/drc/1.6.x/1.6.0'],
].filter(pair => pair.every(name => existsSync(path.join(CORPUS, name, 'openapi.yaml'))));

describe('changes of published versions', () => {
  if (PAIRS.length === 0) console.warn(`no pair is compared, for want of ${CORPUS}`);
  (PAIRS.length === 0 ? it.skip : it).each([...PAIRS, ...(PAIRS.length === 0 ? [['none', 'none']] : [])])(
    '%s',
    async (before, after) => {
      const [old, next] = await Promise.all(
        [before, after].map(name =>
          read(path.join(CORPUS, name ?? '', 'openapi.yaml'), { allowOutside: true }),
        ),
      );
      if (!old || !next) throw new Error('no documents');
      const report = compareInFull(old, next);
      const changes = report.changes ?? [];
      expect(unmentioned(report)).toEqual([]);
      expect(changes.flatMap(brokenPromises)).toEqual([]);
      const gravities = changes.map(gravityOf);
      expect(gravities).toEqual(gravities.toSorted((one, other) => one - other));
      for (const lang of LANGS)
        for (const format of ['text', 'markdown', 'html'] as const)
          expect(REPORTERS[format](report, { lang }).length).toBeGreaterThan(100);
    },
  );
});

/** Findings that no change holds. */
const unmentioned = (report: Report): string[] => {
  const told = new Set((report.changes ?? []).flatMap(({ findings }) => findings));
  return report.findings
    .filter(({ fingerprint }) => !told.has(fingerprint))
    .map(finding => messageOf(report, finding, 'en'));
};
