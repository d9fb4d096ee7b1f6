import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { bundle, generateTypes, generateValidators, writeBundle } from '../../src/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** Every control that steers a terminal or turns a line around; the line feeds and tabs of the code are its own. */
const STEERING = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

const CODES = [
  ...Array.from({ length: 32 }, (_, code) => code),
  ...Array.from({ length: 33 }, (_, code) => 0x7f + code),
  ...[0x61c, 0x200e, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069],
];

const HOSTILE = `a ${String.fromCharCode(...CODES)} */ \r\n \${process.exit(1)} \` " ' \\`;

const schema: JsonObject = {
  type: 'object',
  description: HOSTILE,
  properties: { [HOSTILE]: { type: 'string', title: HOSTILE, enum: [HOSTILE, 'b'], default: HOSTILE } },
  required: [HOSTILE],
};

const value: JsonObject = {
  openapi: '3.1.0',
  info: { title: HOSTILE, version: HOSTILE },
  paths: {
    '/a': {
      get: {
        operationId: 'a',
        summary: HOSTILE,
        deprecated: true,
        responses: { 200: { description: HOSTILE, content: { 'application/json': { schema } } } },
      },
    },
  },
  components: { schemas: { A: schema } },
};

const document = documentOf('a', { 'a.json': JSON.stringify(value) });

describe('controls in texts of a document are escapes', () => {
  it('in types and validators, where the strings keep their values', async () => {
    const types = await generateTypes(document, { runtime: 'enums' });
    const { code, declarations } = await generateValidators(document, './a.js');
    for (const text of [types, code, declarations]) expect(STEERING.exec(text)).toBeNull();
    const validators = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      isA: (value: unknown) => boolean;
    };
    expect([HOSTILE, 'c'].map(said => validators.isA({ [HOSTILE]: said }))).toEqual([true, false]);
  });

  it('in a bundle in JSON, which says the same', async () => {
    const { value: bundled } = await bundle(document);
    const text = await writeBundle(bundled, 'json');
    expect(STEERING.exec(text)).toBeNull();
    expect(JSON.parse(text)).toEqual(bundled);
  });
});
