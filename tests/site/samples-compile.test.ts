import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { bundle } from '../../src/bundle/index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { callOf } from '../../src/site/samples/call.ts';
import { typescriptOf } from '../../src/site/samples/typescript.ts';
import { planSite } from '../../src/site/site.ts';
import { documentOfValue } from '../../src/source/document.ts';
import { type Document, read } from '../../src/source/index.ts';
import { generateTypes } from '../../src/types/index.ts';
import { EXAMPLE } from './example-document.ts';

const FOLDER = path.resolve('build/samples-test');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
};

/** Compiles every sample of a document against its types, all in one program: how many there are, and what is wrong. */
async function compiled(document: Document): Promise<{ count: number; faults: string[] }> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const { value } = await bundle(document, { flatten: true, force: true });
  writeFileSync(path.join(FOLDER, 'api.ts'), await generateTypes(value, {}));
  const site = planSite((await bundle(document, { force: true })).value, {});
  const samples = site.resources
    .flatMap(({ operations }) => operations)
    .flatMap(operation => typescriptOf(callOf(site, operation)) ?? []);
  const names = samples.map((text, index) => {
    const file = path.join(FOLDER, `sample-${index}.ts`);
    writeFileSync(file, text);
    return file;
  });
  const program = ts.createProgram(names, OPTIONS);
  // The types are held to their own tests; a schema that is nothing but itself has none.
  const all = ts.getPreEmitDiagnostics(program).filter(({ file }) => !file?.fileName.endsWith('/api.ts'));
  const faults = all.map(({ file, start, messageText }) => {
    const line = file?.text.slice(0, start).split('\n').length ?? 0;
    const call = file?.text.split('\n').find(one => one.includes('await client'));
    return `${call ?? file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  rmSync(FOLDER, { recursive: true });
  return { count: samples.length, faults };
}

/** A form with a file, and a header that only the types need. */
const FORM: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Bestanden', version: '1.0.0' },
  servers: [{ url: 'https://bestanden.example' }],
  paths: {
    '/bestanden/{id}': {
      put: {
        operationId: 'bestand_update',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          {
            name: 'Content-Type',
            in: 'header',
            required: true,
            schema: { type: 'string', enum: ['multipart/form-data'] },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['in-houd', 'naam'],
                properties: { 'in-houd': { type: 'string', format: 'binary' }, naam: { type: 'string' } },
              },
              example: { 'in-houd': 'tekst', naam: 'a.txt' },
            },
          },
        },
        responses: { 204: { description: 'Gelukt' } },
      },
    },
  },
};

it('each sample in TypeScript compiles', async () => {
  expect([await compiled(documentOfValue(EXAMPLE)), await compiled(documentOfValue(FORM))]).toEqual([
    { count: 6, faults: [] },
    { count: 1, faults: [] },
  ]);
}, 60_000);

const isDeep = process.env.ZDS_DEEP === '1';
if (!isDeep) console.log('Samples of the whole standard are compiled with ZDS_DEEP=1.');

(isDeep ? it : it.skip)(
  'each sample of the standard compiles',
  async () => {
    const { count, faults } = await compiled(await read('spec/openapi.yaml'));
    expect(count).toBeGreaterThan(150);
    expect(faults).toEqual([]);
  },
  180_000,
);
