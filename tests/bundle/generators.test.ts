import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { bundle, writeBundle } from '../../src/bundle/index.ts';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../src/core/json.ts';
import { read } from '../../src/source/index.ts';
import { requiredNames } from '../types/required-names.ts';
import { programOf } from '../types/typed-documents.ts';

const HOME = path.resolve('build/generators');
const OUT = path.join(HOME, 'out');
const isInstalled = existsSync(path.join(HOME, 'node_modules/zod'));
const canRun = isInstalled && process.env.ZDS_DEEP === '1';
if (!canRun)
  console.warn(
    'tests/bundle: generators of others are not run on the flat bundle; install them with `node scripts/generators.mjs` and set ZDS_DEEP=1',
  );

const run = (tool: string, ...args: readonly string[]): void => {
  execFileSync(process.execPath, [tool, ...args], {
    cwd: HOME,
    stdio: 'pipe',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    },
  });
};

const at = (name: string): string => path.join(OUT, name);
let expected: JsonObject = {};

/** Schemas that are one object in the flat form, or one beside a choice, with the names that it requires. */
let objects: readonly (readonly [name: string, required: readonly string[]])[] = [];

/** The types of a module under the names of the components, whatever case the generator gave them. */
function lostIn(text: string): readonly string[] {
  const exported = new Map(
    [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name = '']) => [keyOf(name), name]),
  );
  const fields = objects.flatMap(([name]) => {
    const type = exported.get(keyOf(name));
    return type === undefined ? [] : [`${JSON.stringify(name)}: ${type};`];
  });
  expect(fields.length).toBe(objects.length);
  const { program, source } = programOf(
    `${text}\nexport interface components { schemas: { ${fields.join(' ')} } }\n`,
  );
  return requiredNames(expected, program.getTypeChecker(), source).lost;
}

const keyOf = (name: string): string => name.replaceAll(/[^a-zA-Z0-9]/g, '').toLowerCase();

/** Required names that a schema of zod does not ask of an empty object. */
async function lostByZod(
  text: string,
  name: string,
  nameOf: (schema: string) => string,
): Promise<readonly string[]> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(at(name), outputText);
  const script = `const all = await import(${JSON.stringify(pathToFileURL(at(name)).href)});
const schemas = all.schemas ?? all;
const asked = ${JSON.stringify(objects.map(([schema]) => [schema, nameOf(schema)]))}.map(([schema, key]) => [
  schema,
  (schemas[key]?.safeParse({}).error?.issues ?? []).map(({ path }) => String(path[0])),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(asked)));`;
  const asked = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: HOME,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    }),
  ) as Record<string, readonly string[]>;
  return objects.flatMap(([schema, required]) =>
    required.filter(property => !asked[schema]?.includes(property)).map(property => `${schema}: ${property}`),
  );
}

/** What describes the members of a schema itself: the first of the parts that a flat bundle makes of a choice beside names. */
const ownObject = (schema: Json | undefined): Json | undefined => {
  const parts = member(schema, 'allOf');
  const isChoice = (part: Json): boolean =>
    member(part, 'oneOf') !== undefined || member(part, 'anyOf') !== undefined;
  return isArray(parts) && parts.slice(1).every(isChoice) ? parts[0] : schema;
};

const objectsOf = (schemas: Json | undefined) =>
  (isObject(schemas) ? Object.entries(schemas) : []).flatMap(([name, schema]) => {
    const own = ownObject(schema);
    const required = member(own, 'required');
    const isOther = ['oneOf', 'anyOf', 'allOf', '$ref'].some(keyword => member(own, keyword) !== undefined);
    return isArray(required) && !isOther ? [[name, required.filter(isString)] as const] : [];
  });

(canRun ? describe : describe.skip)(
  'code that others make of the flat bundle keeps every required name',
  () => {
    beforeAll(async () => {
      rmSync(OUT, { recursive: true, force: true });
      mkdirSync(OUT, { recursive: true });
      const document = await read('spec/openapi.yaml');
      const { value } = await bundle(document, { api: 'zaken', flatten: true });
      const schemas = member(value.components, 'schemas');
      objects = objectsOf(schemas);
      expected = value;
      writeFileSync(at('zaken.yaml'), writeBundle(value, 'yaml'));
      const older = await bundle(document, { api: 'zaken', flatten: true, openapi: '3.0' });
      writeFileSync(at('zaken-3.0.yaml'), writeBundle(older.value, 'yaml'));
    });

    it('by hey-api, as types and for zod', async () => {
      run(
        'node_modules/@hey-api/openapi-ts/bin/run.js',
        '-i',
        at('zaken.yaml'),
        '-o',
        at('hey'),
        '-p',
        '@hey-api/typescript',
        'zod',
      );
      expect(lostIn(readFileSync(at('hey/types.gen.ts'), 'utf8'))).toEqual([]);
      const text = readFileSync(at('hey/zod.gen.ts'), 'utf8');
      const exported = new Map(
        [...text.matchAll(/^export const (z\w+)/gm)].map(([, name = '']) => [keyOf(name), name]),
      );
      expect(
        await lostByZod(text, 'hey-zod.mjs', schema => exported.get(`z${keyOf(schema)}`) ?? schema),
      ).toEqual([]);
    }, 300_000);

    // It reads 3.0: of a `const` it makes a string, and then its own code does not start.
    it('by openapi-zod-client, of the bundle in 3.0', async () => {
      run(
        'node_modules/openapi-zod-client/bin.js',
        at('zaken-3.0.yaml'),
        '-o',
        at('zod.ts'),
        '--export-schemas',
      );
      const text = readFileSync(at('zod.ts'), 'utf8');
      const schemasOnly = text
        .slice(0, text.indexOf('const endpoints = makeApi('))
        .replace(/^import \{[^}]*\} from "@zodios\/core";$/m, '')
        .replace('from "zod"', 'from "zod/v3"');
      expect(await lostByZod(schemasOnly, 'zod.mjs', schema => schema)).toEqual([]);
    }, 300_000);

    it('by the client generator of Redocly', () => {
      run(
        path.resolve('node_modules/@redocly/cli/bin/cli.js'),
        'generate-client',
        at('zaken.yaml'),
        '-o',
        at('redocly.ts'),
      );
      expect(lostIn(readFileSync(at('redocly.ts'), 'utf8'))).toEqual([]);
    }, 300_000);
  },
);
