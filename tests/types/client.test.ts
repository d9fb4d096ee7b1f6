import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { bundle } from '../../src/bundle/index.ts';
import { type Document, read } from '../../src/source/index.ts';
import { generateTypes } from '../../src/types/index.ts';
import { requiredNames } from './required-names.ts';

const FIXTURES = path.resolve('tests/types/fixtures');
const FOLDER = path.resolve('build/types-test');
const APIS = ['zaken', 'catalogi', 'documenten', 'autorisaties', 'notificaties'];

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

const HOVER = `import { vertrouwelijkheidaanduiding, type VertrouwelijkheidaanduidingEnum, type Zaak, type ZaakCreate, type ZaakListQuery, type klantcontactCreate, type zaakList } from './zaken.ts';
export const a: Zaak | undefined = undefined;
export const b: ZaakCreate | undefined = undefined;
export const c: zaakList | undefined = undefined;
export const d = vertrouwelijkheidaanduiding;
export const e: VertrouwelijkheidaanduidingEnum = 'intern';
export const f: klantcontactCreate | undefined = undefined;
export const g = (zaak: Zaak) => zaak.omschrijving;
export const h: ZaakListQuery = { archiefstatus: 'overgedragen' };
`;

const READ_ONLY = `import createClient from 'openapi-fetch';
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
`;

const at = (name: string): string => path.join(FOLDER, name);
const standard = read('spec/openapi.yaml');

async function writeTypes(name: string, document: Document, api?: string): Promise<void> {
  const { value } = await bundle(document, { flatten: true, ...(api === undefined ? {} : { api }) });
  writeFileSync(at(`${name}.ts`), await generateTypes(value, { runtime: 'enums' }));
}

/** One program for all: what the files share is parsed and checked once. */
const service = ts.createLanguageService({
  getScriptFileNames: () => readdirSync(FOLDER).flatMap(name => (name.endsWith('.ts') ? [at(name)] : [])),
  getScriptVersion: () => '1',
  getScriptSnapshot: name => {
    const content = ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => FOLDER,
  getCompilationSettings: () => OPTIONS,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
});

/** The lines of a file that the compiler refuses. */
function refusedLines(name: string): readonly number[] {
  const lines = [
    ...service.getSyntacticDiagnostics(at(name)),
    ...service.getSemanticDiagnostics(at(name)),
  ].map(({ file, start = 0 }) => (file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0));
  return [...new Set(lines)].sort((one, other) => one - other);
}

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(at('node_modules'), { recursive: true });
  writeFileSync(at('package.json'), '{"type": "module"}');
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(path.resolve('node_modules', name), path.join(FOLDER, 'node_modules', name));
  for (const folder of [FIXTURES, path.resolve('docs/examples')])
    for (const name of readdirSync(folder).filter(file => file.endsWith('.ts')))
      copyFileSync(path.join(folder, name), at(name));
  writeFileSync(at('hover.ts'), HOVER);
  writeFileSync(at('read-only.ts'), READ_ONLY);
  const inferred = readFileSync(at('teveel.ts'), 'utf8');
  const exact = "import { createExactClient as createClient } from './exact-client.ts';";
  writeFileSync(at('teveel-exact.ts'), inferred.replace("import createClient from 'openapi-fetch';", exact));
  for (const api of APIS) await writeTypes(api, await standard, api);
  for (const name of ['reports', 'discriminators'])
    await writeTypes(name, await read(path.join(FIXTURES, `${name}.yaml`)));
}, 240_000);

describe('the types of the standard', () => {
  // tests/types/documents.test.ts has the other APIs, in test:deep.
  it('are accepted by the compiler, lose no required name and demand no optional one', async () => {
    expect(refusedLines('zaken.ts')).toEqual([]);
    const { value } = await bundle(await standard, { api: 'zaken' });
    const program = service.getProgram();
    const source = program?.getSourceFile(at('zaken.ts'));
    if (!program || !source) throw new Error('no types of zaken');
    const { checked, lost, demanded } = requiredNames(value, program.getTypeChecker(), source);
    expect({ lost, demanded }).toEqual({ lost: [], demanded: [] });
    expect(checked).toBeGreaterThan(2000);
  });
});

describe('a client on the types of the standard', () => {
  it('is as the example of the documentation has it: create, list, patch, upload, expand and search', () => {
    expect(refusedLines('formulier.ts')).toEqual([]);
    expect(refusedLines('exact-client.ts')).toEqual([]);
  });

  it('may leave out what has a default', () => {
    expect(refusedLines('standaard.ts')).toEqual([]);
  });

  it('may not leave out what is required, however deep the form is composed', () => {
    expect(refusedLines('leeg.ts')).toEqual([7, 8, 9, 10]);
  });

  it('is refused each of sixty things that the standard does not allow, and nothing before them', () => {
    const lines = readFileSync(at('fout.ts'), 'utf8').trimEnd().split('\n');
    const first = lines.indexOf('// Wrong from here on') + 2;
    const wrong = lines.map((_, index) => index + 1).filter(line => line >= first);
    expect(refusedLines('fout.ts')).toEqual(wrong);
    expect(wrong.length).toBeGreaterThanOrEqual(60);
  });

  // docs/limits.md: openapi-fetch infers the body of an inline call, so other names pass there.
  it('is refused names that there are none of, save inline beside known ones', () => {
    expect(refusedLines('teveel.ts')).toEqual([6, 10, 11]);
  });

  it('is refused these too by the client of the examples', () => {
    expect(refusedLines('teveel-exact.ts')).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('is refused names that the other side fills in, inline too', () => {
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
  /** What is shown at the last time that a word stands in the text. */
  const shown = (word: string): string => {
    const info = service.getQuickInfoAtPosition(at('hover.ts'), HOVER.lastIndexOf(word));
    const tags = (info?.tags ?? []).map(({ name, text }) =>
      `@${name} ${ts.displayPartsToString(text)}`.trim(),
    );
    return [...ts.displayPartsToString(info?.documentation).split('\n'), ...tags].join('\n');
  };

  it('shows what the standard says of an alias, a form, an operation, an attribute and a parameter', () => {
    expect(shown('Zaak)')).toMatch(/^Een samenhangende hoeveelheid werk/);
    expect(shown('ZaakCreate |')).toMatch(/^POST \/zaken: .*\n\n[\s\S]*x-zds-rules: zrc-001/);
    expect(shown('zaakList |')).toMatch(/^GET \/zaken: /);
    expect(shown('omschrijving;')).toMatch(/^\n@description .+\n\nmaxLength: 80$/);
    expect(shown('archiefstatus:')).toMatch(/^\n@description Stand van de archivering/);
  });

  it('shows the meaning of each value, of a code list as a type and as a constant', () => {
    const meaning = /^Mate waarin gegevens openbaar zijn[\s\S]*\n- `intern`: Bedoeld voor iedereen binnen/;
    expect(shown('vertrouwelijkheidaanduiding;')).toMatch(meaning);
    expect(shown('VertrouwelijkheidaanduidingEnum =')).toMatch(meaning);
  });

  it('strikes through what is deprecated', () => {
    expect(shown('klantcontactCreate |')).toMatch(/^POST \/klantcontacten: [\s\S]*@deprecated$/);
  });
});
