import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Json, type JsonObject, member } from '../../src/core/json.ts';
import type { Report } from '../../src/core/report.ts';
import { UserError } from '../../src/core/user-error.ts';
import { messageOf } from '../../src/core/wording.ts';
import { documentOf, read } from '../../src/source/index.ts';
import { type Message, validateExamples, validateMessage, validateRules } from '../../src/validate/index.ts';

/** Findings as `rule file:line:column message`. */
const shown = (report: Report): string[] =>
  report.findings.map(finding => {
    const { file, line, column } = finding.new ?? { file: '?', line: 0, column: 0 };
    return `${finding.rule} ${file}:${line}:${column} ${messageOf(report, finding, 'en')}`;
  });

const withSchema = (version: string, schema: Json, more: JsonObject = {}): JsonObject => ({
  openapi: version,
  info: { title: 't', version: '1' },
  paths: {},
  components: { schemas: { S: schema, ...more } },
});

/** What is said of a value that a schema shows as its example, in both languages. */
async function saidOf(
  schema: JsonObject,
  value: Json,
  version = '3.1.0',
  more: JsonObject = {},
): Promise<string[]> {
  const document = documentOf('d', {
    'd.json': JSON.stringify(withSchema(version, { ...schema, example: value }, more)),
  });
  const report = await validateExamples(document);
  return report.findings.flatMap(finding =>
    (['nl', 'en'] as const).map(lang => messageOf(report, finding, lang).replace(/^.*?: /, '')),
  );
}

describe('reasons', () => {
  it.each<readonly [JsonObject, Json, string, string]>([
    [{ required: ['a'] }, {}, "mist 'a'", "lacks 'a'"],
    [{ type: 'string' }, 1, 'is number en moet string zijn', 'is number and must be string'],
    [
      { type: ['string', 'null'] },
      [],
      'is array en moet string|null zijn',
      'is array and must be string|null',
    ],
    [
      { enum: ['a', 1] },
      'b',
      'is "b" en moet een van deze zijn: "a", 1',
      'is "b" and must be one of: "a", 1',
    ],
    [{ const: 'a' }, null, 'is null en moet "a" zijn', 'is null and must be "a"'],
    [{ minLength: 2 }, 'a', 'heeft minder dan 2 tekens', 'has fewer than 2 characters'],
    [{ maxLength: 1 }, 'ab', 'heeft meer dan 1 teken', 'has more than 1 character'],
    [{ minItems: 1 }, [], 'heeft minder dan 1 item', 'has fewer than 1 item'],
    [{ maxItems: 0 }, [1], 'heeft meer dan 0 items', 'has more than 0 items'],
    [{ minimum: 2 }, 1, 'is 1 en moet >= 2 zijn', 'is 1 and must be >= 2'],
    [{ exclusiveMaximum: 1 }, 1, 'is 1 en moet < 1 zijn', 'is 1 and must be < 1'],
    [{ multipleOf: 2 }, 3, 'is 3 en moet een veelvoud van 2 zijn', 'is 3 and must be a multiple of 2'],
    [
      { pattern: '^a' },
      'b',
      'is "b" en past niet op het patroon ^a',
      'is "b" and does not match the pattern ^a',
    ],
    [
      { format: 'date' },
      'x',
      'is "x" en heeft niet het formaat date',
      'is "x" and does not have the format date',
    ],
    [
      { uniqueItems: true },
      [1, 1],
      'heeft tweemaal hetzelfde item, op 0 en 1',
      'has the same item twice, at 0 and 1',
    ],
    [
      { additionalProperties: false },
      { a: 1 },
      "heeft 'a', dat er niet bij mag",
      "has 'a', which may not be added",
    ],
    [{ not: {} }, 1, 'is wat het schema uitsluit', 'is what the schema rules out'],
    [
      { properties: { 'a/b': { items: { type: 'string' } } } },
      { 'a/b': ['x', 1] },
      '/a~1b/1 is number en moet string zijn',
      '/a~1b/1 is number and must be string',
    ],
  ])('%j for %j', async (schema, value, nl, en) => {
    expect(await saidOf(schema, value)).toEqual([nl, en]);
  });

  it('tell several patterns of one schema apart', async () => {
    expect(
      await saidOf({ properties: { a: { pattern: '^a$' }, b: { pattern: '^b$' } } }, { a: 'a', b: 'b' }),
    ).toEqual([]);
  });
});

describe('a choice', () => {
  const choice: JsonObject = {
    oneOf: [
      { type: 'null' },
      { type: 'object', properties: { soort: { const: 'a' }, x: { type: 'string' } } },
      { type: 'object', properties: { soort: { const: 'b' }, y: { type: 'string' } } },
    ],
  };

  it.each<readonly [Json, string[]]>([
    [null, []],
    [{ soort: 'a', x: 'x' }, []],
    [{ soort: 'b', y: 1 }, ['/y is number en moet string zijn', '/y is number and must be string']],
    [{ soort: 'c' }, ['past bij geen van de alternatieven', 'fits none of the alternatives']],
    [1, ['past bij geen van de alternatieven', 'fits none of the alternatives']],
  ])('says of %j what is wrong in the branch that was meant', async (value, said) => {
    expect(await saidOf(choice, value)).toEqual(said);
  });

  it('with branches that overlap takes what both take', async () => {
    expect(await saidOf({ oneOf: [{ type: 'string' }, { minLength: 1 }] }, 'a')).toEqual([]);
  });
});

describe('the spelling of 3.0', () => {
  it.each<readonly [JsonObject, Json, boolean]>([
    [{ type: 'string', nullable: true }, null, true],
    [{ type: 'string', nullable: true, enum: ['a'] }, null, true],
    [{ nullable: true, allOf: [{ $ref: '#/components/schemas/T' }] }, null, true],
    [{ type: 'string' }, null, false],
    [{ minimum: 1, exclusiveMinimum: true }, 1, false],
    [{ maximum: 1, exclusiveMaximum: false }, 1, true],
    [{ properties: { a: { $ref: '#/components/schemas/T', maxLength: 1 } } }, { a: 'long' }, true],
  ])('%j takes %j: %s', async (schema, value, isFine) => {
    expect((await saidOf(schema, value, '3.0.3', { T: { type: 'string' } })).length === 0).toBe(isFine);
  });
});

const API = `
openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /zaken:
    post:
      operationId: zaak_create
      parameters:
        - { name: soort, in: query, schema: { type: integer }, example: veel }
      requestBody:
        content:
          application/json:
            schema: { $ref: schemas.yaml#/Zaak }
            examples:
              goed: { value: { naam: a, geheim: s } }
              fout: { $ref: fout.yaml }
      responses:
        '201':
          description: d
          headers:
            ETag: { schema: { type: string }, example: 1 }
          content:
            application/json:
              schema: { $ref: schemas.yaml#/Zaak }
              example:
                url: u
                naam: a
                geheim: s
        4XX:
          description: d
          content:
            text/plain: { schema: { type: object }, example: tekst }
            application/problem+json: { schema: { type: object }, example: tekst }
`;

const SCHEMAS = `
Kern:
  type: object
  additionalProperties: false
  properties:
    url: { type: string, readOnly: true }
    naam: { type: string, example: 3 }
    geheim: { type: string, writeOnly: true }
Zaak:
  allOf: [{ $ref: '#/Kern' }]
  required: [url, naam, geheim]
`;

const api = (schemas = SCHEMAS) =>
  documentOf('api', {
    'api.yaml': API,
    'schemas.yaml': schemas,
    'fout.yaml': 'value:\n  url: u\n  naam: null\n',
  });

describe('examples of messages', () => {
  it('are held against their schema, each in its direction, and found where they stand', async () => {
    expect(shown(await validateExamples(api()))).toEqual([
      'example-invalid api.yaml:9:64 The example does not fit its schema: is string and must be integer',
      'example-invalid api.yaml:21:47 The example does not fit its schema: is number and must be string',
      "example-direction api.yaml:28:17 The example shows /geheim, which 'writeOnly' keeps out of a response",
      'example-invalid api.yaml:33:67 The example does not fit its schema: is string and must be object',
      "example-invalid fout.yaml:1:1 The example does not fit its schema: lacks 'geheim'",
      "example-direction fout.yaml:2:3 The example shows /url, which 'readOnly' keeps out of a request",
      'example-invalid fout.yaml:3:3 The example does not fit its schema: /naam is null and must be string',
      'example-invalid schemas.yaml:7:27 The example does not fit its schema: is number and must be string',
    ]);
  });

  it('carry the rows of the rules they break, and no others', async () => {
    const { summary, rules, inputs, command } = await validateExamples(api());
    expect({ summary, rules: Object.keys(rules), inputs, command }).toEqual({
      summary: { error: 6, breaking: 0, warning: 2, info: 0 },
      rules: ['example-invalid', 'example-direction'],
      inputs: ['api'],
      command: 'validate',
    });
  });

  it('keep their fingerprints when lines move', async () => {
    const prints = async (schemas: string) =>
      (await validateExamples(api(schemas))).findings.map(({ fingerprint }) => fingerprint);
    const before = await prints(SCHEMAS);
    expect(await prints(`# moved\n\n${SCHEMAS}`)).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });
});

describe('what cannot be judged', () => {
  it.each<readonly [string, JsonObject, string]>([
    [
      'a pattern that looks around',
      { type: 'string', pattern: '(?<=a)b' },
      'the pattern (?<=a)b cannot be run without backtracking',
    ],
    [
      'a schema that refers to itself for the same value',
      { allOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/S' }] },
      'the schema refers to itself for the same value',
    ],
    ['a type that is none', { type: 'tekst' }, "'type' has a value that it cannot have, and so says nothing"],
  ])('%s is a warning', async (_, schema, reason) => {
    const document = documentOf('d', {
      'd.json': JSON.stringify(withSchema('3.1.0', { ...schema, example: 'x' })),
    });
    const report = await validateExamples(document);
    expect(
      report.findings.map(finding => [finding.rule, finding.severity, messageOf(report, finding, 'en')]),
    ).toEqual([['example-unjudged', 'warning', `Nothing can be held against this: ${reason}`]]);
  });
});

describe('what stands behind a reference that was not read', () => {
  const UNREAD: JsonObject = { $ref: 'https://elders.example/x.json' };
  const THEN = 'then';
  it.each<[string, JsonObject, Json]>([
    ['rules nothing out', { not: UNREAD }, 1],
    ['rules nothing out behind another reference', { not: { $ref: '#/components/schemas/R' } }, { a: 1 }],
    ['is no condition that failed', { if: UNREAD, else: false }, 1],
    ['is no condition that held', { if: UNREAD, [THEN]: false }, 1],
    ['is no second branch that fits', { oneOf: [{ type: 'integer' }, UNREAD] }, 1],
    ['is no item too many', { contains: UNREAD, maxContains: 0 }, [1]],
    ['may describe the name', { allOf: [UNREAD], unevaluatedProperties: false }, { a: 1 }],
    ['may describe the item', { anyOf: [UNREAD], unevaluatedItems: false }, [1]],
  ])('%s', async (_, schema, value) => {
    const circle: JsonObject = { anyOf: [{ properties: { a: UNREAD } }, { $ref: '#/components/schemas/R' }] };
    const report = await validateExamples(
      documentOf('d', {
        'd.json': JSON.stringify(withSchema('3.1.0', { ...schema, example: value }, { R: circle })),
      }),
    );
    expect(new Set(report.findings.map(({ rule }) => rule))).toEqual(new Set(['example-unjudged']));
  });

  it('leaves what is known as it is', async () => {
    expect(await saidOf({ contains: UNREAD }, [])).toContain('lacks an item that has to be in it');
  });
});

describe('what ajv by itself counts wrong', () => {
  const withExample = (schema: JsonObject, example: Json, beside: JsonObject = {}) =>
    documentOf('d', {
      'd.json': JSON.stringify({
        ...withSchema('3.1.0', { ...schema, examples: [example] }),
        ...beside,
      }),
    });

  it.each<readonly [string, JsonObject, Json, readonly string[]]>([
    [
      'items that a branch evaluated are not left over',
      { anyOf: [{ items: { type: 'string' } }], unevaluatedItems: false },
      ['a', 'b'],
      [],
    ],
    [
      'items that a branch which does not hold looked at are',
      { anyOf: [{ prefixItems: [{ type: 'string' }] }, { type: 'array' }], unevaluatedItems: false },
      [1],
      ['must not have item 0, which nothing describes'],
    ],
    [
      'items beside contains are left over, save those that it found',
      { contains: { type: 'string' }, unevaluatedItems: { type: 'integer' } },
      ['a', 1, true],
      ['must not have item 2, which nothing describes'],
    ],
    [
      'names that only a condition which does not hold looked at are left over, then',
      {
        if: { properties: { a: { const: 1 } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { b: {} } },
        unevaluatedProperties: false,
      },
      { a: 1 },
      [],
    ],
    [
      'names that only a condition which does not hold looked at are left over, else',
      {
        if: { properties: { a: { const: 1 } } },
        else: { properties: { b: {} } },
        unevaluatedProperties: false,
      },
      { a: 2 },
      ["has 'a', which may not be added"],
    ],
    [
      'contains beside prefixItems asks for an item of an empty array',
      { prefixItems: [{ type: 'string' }], contains: { type: 'string' } },
      [],
      ['lacks an item that has to be in it'],
    ],
  ])('%s', async (_, schema, example, reasons) => {
    const report = await validateExamples(withExample(schema, example));
    expect(report.findings.map(finding => messageOf(report, finding, 'en'))).toEqual(
      reasons.map(reason => `The example does not fit its schema: ${reason}`),
    );
  });
});

describe('a discriminator', () => {
  it('selects the branch that a value has to fit (C3)', async () => {
    const variant = (type: string) => ({
      type: 'object',
      properties: { kind: { type: 'string' }, n: { type } },
    });
    const report = await validateExamples(
      documentOf('d', {
        'd.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'T', version: '1' },
          paths: {},
          components: {
            schemas: {
              X: variant('integer'),
              Y: variant('string'),
              D: {
                oneOf: [{ $ref: '#/components/schemas/X' }, { $ref: '#/components/schemas/Y' }],
                discriminator: { propertyName: 'kind' },
                examples: [
                  { kind: 'X', n: 'tekst' },
                  { kind: 'Y', n: 'tekst' },
                ],
              },
            },
          },
        }),
      }),
    );
    expect(report.findings.map(finding => messageOf(report, finding, 'en'))).toEqual([
      'The example does not fit its schema: /n is string and must be integer',
    ]);
  });
});

describe('bodies of messages', () => {
  it.each<readonly [string, Message, string[]]>([
    ['a good request', { operation: 'zaak_create', request: { naam: 'a', geheim: 's' } }, []],
    [
      'a request by method and path',
      { operation: 'POST /zaken', request: { naam: 1, url: 'u' } },
      [
        'message-read-only schemas.yaml:6:5 POST /zaken, request, /url: the server fills this in (readOnly), and it does not belong in a request',
        'message-type schemas.yaml:7:5 POST /zaken, request, /naam: is number and must be string',
        "message-required schemas.yaml:8:5 POST /zaken, request: lacks 'geheim'",
      ],
    ],
    [
      'a good response',
      { operation: 'zaak_create', response: { status: 201, body: { url: 'u', naam: 'a' } } },
      [],
    ],
    [
      'a response by its range',
      { operation: 'zaak_create', response: { status: 404, body: [] } },
      ['message-type api.yaml:33:41 POST /zaken, response 404: is array and must be object'],
    ],
    [
      'a status that is not described',
      { operation: 'zaak_create', response: { status: 500, body: {} } },
      [
        'message-undocumented-status api.yaml:6:5 POST /zaken, response 500: the document does not describe status 500',
      ],
    ],
  ])('%s', async (_, message, findings) => {
    expect(shown(await validateMessage(api(), message, { showsValues: true }))).toEqual(findings);
  });

  it('of an operation that is not there are a mistake of the caller', async () => {
    await expect(validateMessage(api(), { operation: 'zaak_delete', request: {} })).rejects.toEqual(
      new UserError(
        'usage',
        {
          nl: "het document heeft geen operatie 'zaak_delete'",
          en: "the document has no operation 'zaak_delete'",
        },
        { nl: 'Er zijn er 1, waaronder: zaak_create.', en: 'There is, among 1: zaak_create.' },
      ),
    );
  });
});

it('every rule has both languages and placeholders that the other language has too', () => {
  const names = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map(match => match[1] ?? '')
      .filter(name => !['nl', 'en', 'waar', 'where'].includes(name))
      .sort();
  for (const { message } of validateRules) expect(names(message.nl)).toEqual(names(message.en));
  expect(new Set(validateRules.map(({ id }) => id)).size).toBe(validateRules.length);
});

describe('the standard', () => {
  if (!existsSync('spec/openapi.yaml')) {
    it.skip('skipped: spec/openapi.yaml is not there', () => {});
    console.warn('tests/validate: spec/openapi.yaml is not there, so its examples are not validated');
    return;
  }

  it('has only examples that fit', async () => {
    const document = await read('spec/openapi.yaml');
    expect(member(document.files.get(document.root)?.value, 'openapi')).toBe('3.1.0');
    expect(shown(await validateExamples(document))).toEqual([]);
  }, 60_000);
});
