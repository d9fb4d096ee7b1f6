import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { hasFormat } from '../../src/json-schema/algebra/formats.ts';
import { generateValidators } from '../../src/types/validators.ts';

const FOLDER = path.resolve('build/validators-test');

type Check = (value: unknown) => boolean;
type Explain = (value: unknown) => readonly { path: string; keyword: string; message: string }[];

async function validatorsOf(schemas: JsonObject, paths: JsonObject = {}) {
  const { code, declarations } = generateValidators(
    { openapi: '3.1.0', info: { title: 'Een', version: '1' }, paths, components: { schemas } },
    './een.js',
  );
  expect(code).not.toMatch(/\brequire\(|^import /m);
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${Object.keys(schemas).join('-')}.mjs`);
  writeFileSync(file, code);
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, Check & Explain>;
  return { loaded, code, declarations };
}

const ZAAK: JsonObject = {
  type: 'object',
  required: ['url', 'naam'],
  properties: {
    url: { type: 'string', format: 'uri', readOnly: true },
    naam: { type: 'string', maxLength: 3 },
    soort: { $ref: '#/components/schemas/Soort' },
    delen: { type: 'array', items: { $ref: '#/components/schemas/Zaak' }, uniqueItems: true },
    pin: { type: 'string', pattern: '^(?<!a)[0-9]+$', writeOnly: true },
  },
};

const body = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Zaak' } } } };
const post: JsonObject = {
  operationId: 'zaak_create',
  requestBody: body,
  responses: { 201: { description: 'd', ...body } },
};

describe('validators', () => {
  it('tell a value of each schema and each body from another, and what is wrong where', async () => {
    const { loaded, declarations } = await validatorsOf(
      { Zaak: ZAAK, Soort: { enum: ['a', 'b'] } },
      { '/zaken': { post } },
    );
    const { isZaak, isZaakCreate, isSoort, problemsOfZaak, problemsOfZaakCreate } = loaded;
    expect([isZaak?.({ url: 'https://a', naam: 'x' }), isZaak?.({ naam: 'x' }), isZaak?.(null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isZaakCreate?.({ naam: 'x' }), isZaakCreate?.({ naam: 'x', url: 'https://a' })]).toEqual([
      true,
      false,
    ]);
    expect([isSoort?.('a'), isSoort?.('c')]).toEqual([true, false]);
    expect(
      problemsOfZaak?.({ url: 'https://a', naam: '😀😀😀', delen: [{ url: 'geen', naam: 'x' }] }),
    ).toEqual([{ path: '/delen/0/url', keyword: 'format', message: 'must match format "uri"' }]);
    expect(problemsOfZaakCreate?.({ naam: 'lang', soort: 'c', url: 'https://a', pin: 'x' })).toEqual([
      { path: '/url', keyword: 'false schema', message: 'must not be given' },
      { path: '/naam', keyword: 'maxLength', message: 'must NOT have more than 3 characters' },
      { path: '/soort', keyword: 'enum', message: 'must be one of "a", "b"' },
      { path: '/pin', keyword: 'pattern', message: 'must match pattern "^(?<!a)[0-9]+$"' },
    ]);
    expect(declarations.split('\n').filter(line => line.includes('ZaakCreate'))).toEqual([
      'export declare function isZaakCreate(value: unknown): value is types.ZaakCreate;',
      'export declare function problemsOfZaakCreate(value: unknown): readonly Problem[];',
    ]);
    expect(declarations).toContain('import type * as types from "./een.js";');
  });

  it('say which pattern they cannot check', async () => {
    const { loaded, code } = await validatorsOf({ Code: { type: 'string', pattern: '(?i)a', maxLength: 2 } });
    expect([loaded.isCode?.('b'), loaded.isCode?.('bbb')]).toEqual([true, false]);
    expect(code).toContain(' * Not checked, since JavaScript cannot read these patterns: (?i)a.');
  });

  const TRIED = [
    ...['2026-02-28', '2026-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '2026-13-01', '2026-00-01'],
    ...['2026-04-31', '26-04-01', '2026-01-01T00:00:00Z', '2026-01-01 00:00:00Z', '2026-01-01T24:00:00Z'],
    ...['2026-01-01T00:00:00', '2026-01-01T00:00:00+01:00', '2026-12-31T23:59:60Z', '2026-12-31T22:59:60Z'],
    ...['23:59:60+00:00', '00:00:00z', '12:00', '12:00:00.5-23:59', '12:00:00+24:00', '00:29:60+00:30'],
    ...['http://a', 'a', 'urn:x', 'http://a b', 'http://a/%zz', 'https://a/%20?b#c', 'mailto:a@b.nl', '//a'],
    ...['123e4567-e89b-12d3-a456-426614174000', 'urn:uuid:123e4567-e89b-12d3-a456-426614174000', ''],
    ...['a@b.nl', 'a@', '127.0.0.1', '256.0.0.1', '::1', '2001:db8::1', ':::'],
  ];

  it.each(['date', 'date-time', 'time', 'uri', 'uuid', 'email', 'ipv4', 'ipv6'])(
    'take the same texts for a %s as every other command',
    async format => {
      const { loaded } = await validatorsOf({ [`F${format.replace('-', '')}`]: { type: 'string', format } });
      const check = loaded[`isF${format.replace('-', '')}`];
      const taken = TRIED.filter(text => check?.(text));
      expect(taken).toEqual(TRIED.filter(text => hasFormat(format, text)));
      expect(taken.length).toBeGreaterThan(0);
    },
  );

  it('take the same numbers for an int32 and an int64', async () => {
    const { loaded } = await validatorsOf({
      I32: { type: 'number', format: 'int32' },
      I64: { type: 'number', format: 'int64' },
    });
    const numbers = [0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 62, 2 ** 65];
    expect(numbers.filter(number => loaded.isI32?.(number))).toEqual(
      numbers.filter(number => hasFormat('int32', number)),
    );
    expect(numbers.filter(number => loaded.isI64?.(number))).toEqual(
      numbers.filter(number => hasFormat('int64', number)),
    );
  });
});
