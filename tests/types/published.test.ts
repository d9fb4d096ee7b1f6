import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import ts from 'typescript';

const FOLDER = path.resolve('build/published-test');
const PACKAGE = path.join(FOLDER, 'node_modules/zds-toolkit');

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  copyFileSync('package.json', path.join(PACKAGE, 'package.json'));
  execFileSync(process.execPath, ['scripts/published-types.mjs', path.join(PACKAGE, 'dist/apis'), 'zaken']);
}, 120_000);

it('a vendor has the types of an API without generating them', () => {
  const file = path.join(FOLDER, 'client.ts');
  const lines = [
    "import type { Zaak, ZaakCreate } from 'zds-toolkit/types/zaken';",
    'export const naam = (zaak: Zaak): string => zaak.identificatie ?? zaak.url;',
    "export const leeg: ZaakCreate = { omschrijving: 'x' };",
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  writeFileSync(path.join(FOLDER, 'package.json'), '{"type": "module"}');
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const refused = ts.getPreEmitDiagnostics(program).map(({ code, file: at, start = 0 }) => {
    return `TS${code} ${path.basename(at?.fileName ?? '')}:${(at?.getLineAndCharacterOfPosition(start).line ?? 0) + 1}`;
  });
  expect(refused).toEqual(['TS2739 client.ts:3']);
}, 120_000);
