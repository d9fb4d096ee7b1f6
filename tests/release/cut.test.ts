import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { checkReleaseNote, cutRelease, releaseNotes } from '../../src/review/publication.ts';
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

const documentWith = (version: string, paths: readonly string[]) =>
  documentOf('openapi.json', { 'openapi.json': textOf(version, paths) });

/** Cuts a release below a folder, as the command line does, and gives the history. */
async function cut(folder: string, version: string, paths: readonly string[]): Promise<unknown> {
  const note = '- GET /rollen komt erbij.\n';
  const files = await cutRelease(documentWith(version, paths), version, folder, note, {
    today: '2026-11-28',
    lint: { profile: 'oas' },
  });
  for (const [file, text] of files) {
    const target = path.join(folder, 'spec/releases', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return JSON.parse(files.get('history.json') ?? '');
}

it.each(['in a checkout', 'outside git'])(
  'a release adds to the history what it brought, and keeps what earlier ones brought (%s)',
  async where => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cut-'));
    if (where === 'in a checkout') mkdirSync(path.join(folder, '.git'));
    try {
      const first = await cut(folder, '1.0.0-alpha.1', ['/zaken']);
      const second = await cut(folder, '1.0.0-alpha.2', ['/zaken', '/rollen']);
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
  },
);

it('a note is held against what it is about: its own release, or what comes after the last', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cut-'));
  const next = documentWith('1.0.0-alpha.3', ['/zaken', '/rollen', '/besluiten']);
  const text = '- `GET /rollen` komt erbij.\n';
  const heldAs = async (file: string): Promise<string[]> => {
    const { findings } = await checkReleaseNote(next, folder, { file, text });
    return findings.map(({ rule, args }) => `${rule}: ${args.what}`);
  };
  try {
    await cut(folder, '1.0.0-alpha.1', ['/zaken']);
    await cut(folder, '1.0.0-alpha.2', ['/zaken', '/rollen']);
    expect([
      await heldAs('spec/releases/1.0.0-alpha.2/notes.md'),
      await heldAs('spec/releases/1.0.0-alpha.3/notes.md'),
      await heldAs('note.md'),
    ]).toEqual([
      [],
      ['note-change-missing: GET /besluiten', 'note-line-unexplained: - `GET /rollen` komt erbij.'],
      ['note-change-missing: GET /besluiten', 'note-line-unexplained: - `GET /rollen` komt erbij.'],
    ]);
    await expect(heldAs('spec/releases/1.0.0-alpha.1/notes.md')).rejects.toThrow('no release before');
    const unnumbered = documentWith('1.0.0-alpha.2', ['/zaken']);
    expect(await releaseNotes(unnumbered, folder, 'en')).toContain(
      '# Since 1.0.0-alpha.2\n\n> info.version is still 1.0.0-alpha.2',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
