import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readFirstSteps } from '../../src/review/guides/first-steps.ts';
import { generateDocs } from '../../src/site/index.ts';
import { read } from '../../src/source/index.ts';
import { textOf } from '../site/said.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zds-first-steps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Winkel', version: '1.0.0' },
  servers: [{ url: 'https://winkel.example' }],
  paths: {
    '/klanten': {
      post: {
        operationId: 'klant_create',
        summary: 'Een klant maken',
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object' },
              examples: { jan: { value: { naam: 'Jan' } }, piet: { value: { naam: 'Piet' } } },
            },
          },
        },
        responses: { 204: { description: 'Gelukt' } },
      },
    },
  },
} as const;

/** The steps of a document with this file beside it. */
async function stepsWith(steps: string) {
  mkdirSync(path.join(folder, 'backlog'), { recursive: true });
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(DOCUMENT));
  writeFileSync(path.join(folder, 'backlog/first-steps.yaml'), steps);
  return readFirstSteps(await read('openapi.json', { cwd: folder }));
}

describe('the first steps beside a document', () => {
  it('are calls with the example that is named', async () => {
    const firstSteps = await stepsWith(
      'steps:\n  - { operation: klant_create, example: piet, title: Maak een klant, text: Met een naam. }\n',
    );
    const files = await generateDocs(DOCUMENT, { firstSteps });
    const page = textOf(new Map([['x.html', files.get('getting-started.html') ?? '']]));
    expect(page.slice(page.indexOf('1. Maak'))).toContain(
      `1. Maak een klant Met een naam. POST /klanten curl curl --request POST 'https://winkel.example/klanten'`,
    );
    expect([page.includes('"naam": "Piet"'), page.includes('Jan')]).toEqual([true, false]);
  });

  it('name operations and examples that are there', async () => {
    const wrong = stepsWith(
      [
        'steps:',
        '  - { operation: klant_weg, title: a, text: b }',
        '  - { operation: klant_create, example: kees, title: a, text: b }',
        '',
      ].join('\n'),
    );
    await expect(wrong).rejects.toMatchObject({
      lines: [
        { en: "backlog/first-steps.yaml:2:7: the document has no operation 'klant_weg'" },
        { en: "backlog/first-steps.yaml:3:32: operation 'klant_create' has no example 'kees'" },
      ],
      hint: { en: 'zds schema first-steps shows what can stand there.' },
    });
  });

  it('are left out of the documentation of an API that lacks the operation', async () => {
    const firstSteps = [{ operation: 'elders', title: 'a', text: 'b' }];
    const files = await generateDocs(DOCUMENT, { firstSteps });
    expect([...files.keys()].filter(file => file.includes('getting'))).toEqual([]);
  });
});
