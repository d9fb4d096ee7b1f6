import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { bundle } from '../../src/bundle/index.ts';
import { read } from '../../src/source/index.ts';
import { generateTypes } from '../../src/types/index.ts';

const FIXTURES = path.resolve('tests/types/fixtures');
const FOLDER = path.resolve('build/types-test');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
};

async function writeTypes(name: string, document: string, api?: string): Promise<void> {
  const { value } = await bundle(await read(document), {
    flatten: true,
    force: true,
    ...(api === undefined ? {} : { api }),
  });
  writeFileSync(path.join(FOLDER, `${name}.ts`), await generateTypes(value, { runtime: 'enums' }));
}

/** The lines of a file that the compiler refuses. */
function refusedLines(file: string): readonly number[] {
  const program = ts.createProgram([path.join(FOLDER, file)], OPTIONS);
  const lines = ts.getPreEmitDiagnostics(program).map(({ file: source, start = 0, messageText }) => {
    if (source?.fileName !== path.join(FOLDER, file))
      throw new Error(`${source?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    return source.getLineAndCharacterOfPosition(start).line + 1;
  });
  return [...new Set(lines)].sort((one, other) => one - other);
}

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(path.join(FOLDER, 'node_modules'), { recursive: true });
  writeFileSync(path.join(FOLDER, 'package.json'), '{"type": "module"}');
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(path.resolve('node_modules', name), path.join(FOLDER, 'node_modules', name));
  for (const name of readdirSync(FIXTURES).filter(file => file.endsWith('.ts')))
    copyFileSync(path.join(FIXTURES, name), path.join(FOLDER, name));
  copyFileSync('docs/examples/formulier.ts', path.join(FOLDER, 'formulier.ts'));
  for (const api of ['zaken', 'catalogi', 'documenten', 'autorisaties'])
    await writeTypes(api, 'spec/openapi.yaml', api);
  for (const name of ['reports', 'discriminators'])
    await writeTypes(name, path.join(FIXTURES, `${name}.yaml`));
}, 240_000);

describe('a client on the types of the standard', () => {
  it('is as the example of the documentation has it: create, list, patch, upload, expand and search', () => {
    expect(refusedLines('formulier.ts')).toEqual([]);
  });

  it('may leave out what has a default', () => {
    expect(refusedLines('standaard.ts')).toEqual([]);
  });

  it('may not leave out what is required, however deep the form is composed', () => {
    expect(refusedLines('leeg.ts')).toEqual([7, 8, 9, 10]);
  });

  // docs/limits.md: openapi-fetch infers the body of an inline call, so other names pass there.
  it('is refused names that there are none of, save inline beside known ones', () => {
    expect(refusedLines('teveel.ts')).toEqual([6, 10, 11]);
  });

  it('is refused names that the other side fills in, inline too', () => {
    writeFileSync(
      path.join(FOLDER, 'read-only.ts'),
      `import createClient from 'openapi-fetch';
import type * as zaken from './zaken.ts';
const zrc = createClient<zaken.paths>({ baseUrl: '' });
const header = { 'Accept-Crs': 'EPSG:4326', 'Content-Crs': 'EPSG:4326' } as const;
const body = { bronorganisatie: '1', verantwoordelijkeOrganisatie: '1', zaaktype: 'u', startdatum: '2026-01-01' };
await zrc.POST('/zaken', { params: { header }, body });
await zrc.POST('/zaken', { params: { header }, body: { ...body, url: 'https://a' } });
await zrc.PATCH('/zaken/{uuid}', { params: { header, path: { uuid: '' } }, body: { einddatum: '2026-01-01' } });
const named: zaken.ZaakCreate = body;
const query: zaken.ZaakListQuery = { zaaktype: 'u' };
const wrong: zaken.ZaakListQuery = { zaaktyp: 'u' };
`,
    );
    expect(refusedLines('read-only.ts')).toEqual([7, 8, 11]);
  });
});

describe('reports on types that other generators get wrong', () => {
  it('are right here', () => {
    expect(refusedLines('reports-use.ts')).toEqual([8, 9]);
    expect(refusedLines('discriminators-use.ts')).toEqual([]);
  });
});

describe('an editor', () => {
  const text = `import { vertrouwelijkheidaanduiding, type Zaak, type ZaakCreate, type zaakList } from './zaken.ts';
export const a: Zaak | undefined = undefined;
export const b: ZaakCreate | undefined = undefined;
export const c: zaakList | undefined = undefined;
export const d = vertrouwelijkheidaanduiding;
`;

  it('shows what the standard says of an alias, a form, an operation and a code list', () => {
    const file = path.join(FOLDER, 'hover.ts');
    const host: ts.LanguageServiceHost = {
      getScriptFileNames: () => [file],
      getScriptVersion: () => '1',
      getScriptSnapshot: name => {
        const content = name === file ? text : ts.sys.readFile(name);
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
      },
      getCurrentDirectory: () => FOLDER,
      getCompilationSettings: () => OPTIONS,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
    };
    const service = ts.createLanguageService(host);
    const shown = (word: string): string => {
      const info = service.getQuickInfoAtPosition(file, text.lastIndexOf(word));
      return ts.displayPartsToString(info?.documentation).split('\n')[0] ?? '';
    };
    expect(['Zaak |', 'ZaakCreate |', 'zaakList |', 'vertrouwelijkheidaanduiding;'].map(shown)).toEqual([
      expect.stringMatching(/^Een |^De |^Zaak/),
      expect.stringMatching(/^POST \/zaken: /),
      expect.stringMatching(/^GET \/zaken: /),
      expect.stringMatching(/[Vv]ertrouwelijk|openbaar/),
    ]);
  });
});
