import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../src/core/digest.ts';
import { UserError } from '../../src/core/user-error.ts';
import { messageOf } from '../../src/core/wording.ts';
import { addRelease, checkReleases, freeze, readChecksums } from '../../src/release/index.ts';
import { releasesFolder } from '../../src/source/read.ts';

const VERSION = '2.0.0-alpha.1';
const OPENAPI = `openapi: 3.1.0\ninfo: { title: t, version: ${VERSION} }\npaths: {}\n`;
const BACKLOG = new Map([
  ['usage/a.yaml', 'a: 1\n'],
  ['stories.yaml', 'stories: []\n'],
]);

const frozen = () => freeze(OPENAPI, VERSION, BACKLOG, '# Notes\n');

describe('freeze', () => {
  it('keeps the bundle, the backlog and the notes', () => {
    expect([...frozen().files]).toEqual([
      ['openapi.yaml', OPENAPI],
      ['backlog/stories.yaml', 'stories: []\n'],
      ['backlog/usage/a.yaml', 'a: 1\n'],
      ['notes.md', '# Notes\n'],
    ]);
  });

  it('keeps the flat bundles of the APIs where there are any', () => {
    const { files } = freeze(OPENAPI, VERSION, new Map(), '', new Map([['zaken-3.1.yaml', OPENAPI]]));
    expect([...files.keys()]).toEqual(['openapi.yaml', 'apis/zaken-3.1.yaml', 'notes.md']);
  });

  it.each([
    ['a version that is none', OPENAPI, '2.0', "'2.0' is no version"],
    ['a version with a prefix', OPENAPI, 'v2.0.0', "'v2.0.0' is no version"],
    ['another version', OPENAPI, '2.0.0', `the bundle says version ${VERSION}, not 2.0.0`],
    [
      'what is not bundled',
      `${OPENAPI}components: { schemas: { A: { $ref: a.yaml } } }\n`,
      VERSION,
      'the bundle does not stand alone: a.yaml',
    ],
  ])('refuses %s', (_, openapi, version, message) => {
    expect(() => freeze(openapi, version, BACKLOG, '')).toThrow(message);
  });
});

describe('checksums.json', () => {
  it('lists the files of all releases, sorted', () => {
    const first = addRelease(undefined, VERSION, frozen());
    const second = addRelease(first, '2.0.0-alpha.10', { files: new Map([['notes.md', 'x']]) });
    expect(readChecksums(second)).toEqual({
      [`${VERSION}/backlog/stories.yaml`]: sha256('stories: []\n'),
      [`${VERSION}/backlog/usage/a.yaml`]: sha256('a: 1\n'),
      [`${VERSION}/notes.md`]: sha256('# Notes\n'),
      [`${VERSION}/openapi.yaml`]: sha256(OPENAPI),
      '2.0.0-alpha.10/notes.md': sha256('x'),
    });
    expect(Object.keys(JSON.parse(second))).toEqual(Object.keys(JSON.parse(second)).sort());
  });

  it('does not take a version twice', () => {
    const manifest = addRelease(undefined, VERSION, frozen());
    expect(() => addRelease(manifest, VERSION, frozen())).toThrow(`${VERSION} is released already`);
  });

  it.each(['{', '[1]', 'null', '{"a": "b"}'])('is unreadable as %s', text => {
    expect(() => readChecksums(text)).toThrow(UserError);
  });
});

describe('checkReleases', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'releases-'));
    const release = frozen();
    for (const [file, text] of release.files) {
      const target = path.join(folder, VERSION, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    writeFileSync(path.join(folder, 'checksums.json'), addRelease(undefined, VERSION, release));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const messages = async (): Promise<string[]> => {
    const report = await checkReleases(folder);
    return report.findings.map(finding => `${finding.rule}: ${messageOf(report, finding, 'en')}`);
  };

  it('finds nothing wrong with a release as it was cut', async () => {
    expect(await messages()).toEqual([]);
  });

  it('finds a file that is changed, gone or added', async () => {
    appendFileSync(path.join(folder, VERSION, 'openapi.yaml'), '\n');
    rmSync(path.join(folder, VERSION, 'notes.md'));
    writeFileSync(path.join(folder, VERSION, 'extra.md'), '');
    expect(await messages()).toEqual([
      `release-unlisted: ${VERSION}/extra.md is not in checksums.json: remove it, or cut the release with the tool`,
      `release-missing: ${VERSION}/notes.md belongs to a released version and is not there: take the file back`,
      `release-changed: ${VERSION}/openapi.yaml changed since the version was released: take the file back`,
    ]);
    expect((await checkReleases(folder)).summary).toEqual({ error: 3, breaking: 0, warning: 0, info: 0 });
  });

  it('finds every file when the list is gone', async () => {
    rmSync(path.join(folder, 'checksums.json'));
    expect((await checkReleases(folder)).findings.map(({ rule }) => rule)).toEqual(
      new Array(4).fill('release-unlisted'),
    );
  });

  it('are looked for in the checkout, from whatever folder of it', async () => {
    expect(['.', 'spec', 'src/cli'].map(folder => releasesFolder(path.resolve(folder)))).toEqual([
      'spec/releases',
      'releases',
      '../../spec/releases',
    ]);
  });

  it('finds nothing where nothing was released', async () => {
    expect((await checkReleases(path.join(folder, 'none'))).findings).toEqual([]);
  });

  it('holds for the releases of the standard', async () => {
    expect((await checkReleases('spec/releases')).findings).toEqual([]);
  });
});
