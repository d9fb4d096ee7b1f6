import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import { isObject, type JsonObject } from '../../src/core/json.ts';
import { generateDocs } from '../../src/site/index.ts';
import { read } from '../../src/source/index.ts';
import { rebuild } from '../../src/vocabulary/openapi.ts';
import { KITCHEN_SINKS, type Version } from '../openapi/parity/kitchen-sinks.ts';
import { EXAMPLE } from './example-document.ts';
import { missingFrom, saidIn, textOf } from './said.ts';

/** What a document says and its site does not. */
const lostFrom = async (document: JsonObject): Promise<string[]> =>
  missingFrom(textOf(await generateDocs(document)), saidIn(document)).map(
    ({ where, text }) => `${where}: ${text}`,
  );

describe('what a document says is on its site', () => {
  it.each(Object.keys(KITCHEN_SINKS) as Version[])('with every part of OpenAPI %s', async version => {
    expect(await lostFrom(KITCHEN_SINKS[version])).toEqual([]);
  });

  it.each(Object.keys(KITCHEN_SINKS) as Version[])(
    'with an extension at every object of OpenAPI %s',
    async version => {
      let count = 0;
      const marked = rebuild('openapi', KITCHEN_SINKS[version], (kind, value) => {
        if (!isObject(value) || '$ref' in value || kind === 'components') return value;
        count += 1;
        return { ...value, [`x-mark-${kind}`]: `merk ${kind} ${count}` };
      });
      expect(await lostFrom(marked as JsonObject)).toEqual([]);
    },
  );

  it('with components that no operation uses', async () => {
    const { paths: _paths, webhooks: _webhooks, ...rest } = KITCHEN_SINKS['3.2'];
    expect(await lostFrom({ ...rest, paths: {} })).toEqual([]);
  });

  it('with references that lead nowhere, cycles and variants', async () => {
    expect(await lostFrom(EXAMPLE)).toEqual([]);
  });
});

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const isDeep = process.env.ZDS_DEEP === '1';

/** Every document below a folder that is an OpenAPI description. */
const documentsBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(file => /(^|\/)openapi\.(ya?ml|json)$/.test(file) || /^dutch\/.*\.(ya?ml|json)$/.test(file))
        .sort()
        .map(file => path.join(folder, file))
        // A folder of a document holds the files that it refers to as well.
        .filter(file => /^\s*"?openapi"?\s*:/m.test(readFileSync(file, 'utf8')))
    : [];

const all = ['corpus', 'foreign'].flatMap(folder => documentsBelow(path.join(SHARED, folder)));
const few = all.filter(file => /zrc\/1\.7\.x\/1\.7\.0\/|drc\/1\.6\.x\/1\.6\.0\//.test(file));
const tried = isDeep ? all : few;
if (tried.length === 0)
  console.log('No ../shared: what published documents say is not looked for on their sites.');
else if (!isDeep)
  console.log(`${few.length} of ${all.length} published documents; all of them with ZDS_DEEP=1.`);

(tried.length === 0 ? describe.skip : describe)('published documents', () => {
  it.each(tried)(
    '%s',
    async file => {
      const { value } = await bundle(await read(file, { allowOutside: true }), { force: true });
      expect(await lostFrom(value)).toEqual([]);
    },
    120_000,
  );
});
