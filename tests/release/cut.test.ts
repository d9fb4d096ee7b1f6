import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { cutRelease } from '../../src/review/publication.ts';
import { documentOf } from '../../src/source/index.ts';

/** A document of a version with some operations, which answer without a body. */
const textOf = (version: string, paths: readonly string[]): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zaken', version, license: { name: 'EUPL', identifier: 'EUPL-1.2' } },
    servers: [{ url: 'https://zaken.nergenshoven.example/v1' }],
    paths: Object.fromEntries(
      paths.map((name, index) => [
        name,
        {
          get: {
            operationId: `o${index}`,
            summary: name,
            responses: { 204: { description: 'Klaar' } },
          },
        },
      ]),
    ),
  });

it('a release that is cut adds to the history what it brought, and keeps what earlier ones brought', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cut-'));
  mkdirSync(path.join(folder, '.git'));
  try {
    const cut = async (version: string, paths: readonly string[]): Promise<unknown> => {
      const document = documentOf('openapi.json', { 'openapi.json': textOf(version, paths) });
      const files = await cutRelease(document, version, folder, '- GET /rollen komt erbij.\n', {
        today: '2026-11-28',
        lint: { profile: 'oas' },
      });
      for (const [file, text] of files) {
        const target = path.join(folder, 'spec/releases', file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
      return JSON.parse(files.get('history.json') ?? '');
    };
    const first = await cut('1.0.0-alpha.1', ['/zaken']);
    const second = await cut('1.0.0-alpha.2', ['/zaken', '/rollen']);
    const brought = (operation: string) => ({
      changed: {},
      gone: {},
      new: { 'resources/Overig.html': [operation] },
    });
    expect([first, second]).toEqual([
      { '1.0.0-alpha.1': brought('o0') },
      { '1.0.0-alpha.1': brought('o0'), '1.0.0-alpha.2': brought('o1') },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
