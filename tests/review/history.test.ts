import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { watchDocument } from '../../src/cli/commands/review-watch.ts';
import { historyOf } from '../../src/review/history.ts';
import { renderHistory } from '../../src/review/page/history.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';

const textOf = (version: string, maxLength: number, description = 'Een naam.'): string => `openapi: 3.1.0
info: { title: Namen, version: ${version} }
paths:
  /namen:
    post:
      requestBody:
        content:
          application/json: { schema: { $ref: '#/components/schemas/Naam' } }
      responses: { '204': { description: Klaar } }
components:
  schemas:
    Naam: { type: object, properties: { naam: { type: string, maxLength: ${maxLength}, description: ${description} } } }
`;

const documentWith = (label: string, ...args: Parameters<typeof textOf>): Document =>
  documentOf(label, { 'openapi.yaml': textOf(...args) });

const folder = mkdtempSync(path.join(tmpdir(), 'zds-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a timeline', () => {
  const steps = historyOf([
    documentWith('1.0.0', '1.0.0', 80),
    documentWith('1.0.1', '1.0.1', 50),
    documentWith('werk', '1.0.1', 50, 'Hoe iemand heet.'),
    documentWith('later', '2.0.0', 50, 'Hoe iemand heet.'),
  ]);

  it('tells from each document to the next what changed, and whether the number fits', () => {
    expect(renderHistory(steps, 'text', { lang: 'nl', width: 120 })).toBe(
      [
        '✗ 1.0.0 → 1.0.1',
        '  Vraagt een hoofdversie, want clients breken; 1.0.1 is te laag: minstens 2.0.0.',
        '  ■ 1 × BREEKT clients',
        '    ■ BREEKT clients Naam · naam — maximale lengte gaat van 80 naar 50 tekens',
        '',
        '✗ 1.0.1 → 1.0.1 (werk)',
        '  Vraagt een patchversie, want alleen teksten veranderen; 1.0.1 is het nummer van de basis, en er is iets veranderd.',
        '  ¶ 1 × TEKST',
        '    ¶ TEKST Naam · naam — tekst gewijzigd',
        '',
        '✓ 1.0.1 → 2.0.0',
        '  Vraagt geen nieuwe versie, want er verandert niets; 2.0.0 is hoger dan nodig: 1.0.1 volstaat.',
        '  Geen wijzigingen.',
        '',
      ].join('\n'),
    );
  });

  it('is a valid page in both languages, and data', async () => {
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'long-title': 'off', 'no-inline-style': 'off' },
    }).validateString(renderHistory(steps, 'html', { lang: 'en' }));
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(JSON.parse(renderHistory(steps, 'json', { lang: 'en' }))).toEqual(
      JSON.parse(JSON.stringify(steps)),
    );
    expect(renderHistory(steps, 'markdown', { lang: 'en' })).toContain('## ❌ 1.0.0 → 1.0.1');
  });
});

describe('watching', () => {
  it('shows a document again after an edit, past one that cannot be read, without parsing what is the same', async () => {
    cpSync(path.join(import.meta.dirname, 'fixtures/watched'), folder, { recursive: true });
    const root = path.join(folder, 'openapi.yaml');
    const other = path.join(folder, 'naam.yaml');
    const stop = new AbortController();
    const seen: string[] = [];
    const edits = [
      () => writeFileSync(other, 'type: [string\n'),
      () => writeFileSync(root, textOf('1.0.1', 50).replace("'#/components/schemas/Naam'", './naam.yaml')),
      () => writeFileSync(other, 'type: string\nmaxLength: 9\n'),
      () => stop.abort(),
    ];
    const next = (line: string): void => {
      seen.push(line);
      edits.shift()?.();
    };
    const first = await read(root);
    let known = first;
    await watchDocument(first, {
      open: previous => read(root, { previous }),
      show: async document => {
        const kept = [...document.files].filter(([key, { value }]) => known.files.get(key)?.value === value);
        known = document;
        next(
          `${document.files.size} files, parsed before: ${kept.map(([key]) => path.basename(key)).join(', ')}`,
        );
      },
      tellTrouble: error => next(error.message),
      signal: stop.signal,
    });
    expect(seen).toEqual([
      '2 files, parsed before: openapi.yaml, naam.yaml',
      '1 files, parsed before: openapi.yaml',
      '1 files, parsed before: ',
      '2 files, parsed before: openapi.yaml',
    ]);
  }, 20_000);

  it('refuses what is no file', async () => {
    const watching = { open: async () => first, show: async () => undefined, tellTrouble: () => undefined };
    const first = documentWith('1.0.0', '1.0.0', 80);
    await expect(watchDocument(first, { ...watching, signal: new AbortController().signal })).rejects.toThrow(
      '1.0.0: no file to watch',
    );
  });
});
