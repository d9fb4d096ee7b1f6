import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { validateExamples } from '../../src/validate/index.ts';

const A = 'a'.repeat(40);

const textWith = (version: string, pattern: string, example: string): string => `openapi: ${version}
info: {title: t, version: 1.0.0}
paths:
  /a:
    post:
      parameters:
        - {name: q, in: query, schema: {type: string, pattern: '${pattern}'}, example: '${example}'}
      requestBody:
        content:
          application/json:
            schema: {type: string, pattern: '${pattern}', example: '${example}'}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/S'}, example: '${example}'}}
components:
  schemas: {S: {type: string, pattern: '${pattern}'}}
`;

/** Rule and place of what lint says about the examples. */
async function told(version: string, pattern: string, example: string): Promise<string[]> {
  const document = documentOf('openapi.yaml', { 'openapi.yaml': textWith(version, pattern, example) });
  const { findings } = await lint(document, { profile: 'oas' });
  return findings
    .filter(({ rule }) => rule.endsWith('-examples'))
    .map(({ rule, new: at }) => `${rule} ${at?.pointer}`)
    .sort();
}

const WRONG = [
  'oas-valid-media-type-examples /paths/~1a/post/responses/200/content/application~1json/example',
  'oas-valid-parameter-examples /paths/~1a/post/parameters/0/example',
  'oas-valid-schema-examples /paths/~1a/post/requestBody/content/application~1json/schema/example',
];

describe('an example is held against its pattern in linear time', () => {
  it.each([
    ['a loop in a loop', '^(a+)+$', `${A}!`, WRONG],
    ['the same, where it fits', '^(a+)+$', A, []],
    ['alternatives that overlap', '^(a|aa)+$', `${A}!`, WRONG],
    ['counts above six', '^(a{1,20}){1,40}$', `${A}!`, WRONG],
    ['many loops side by side', `^${'.*a'.repeat(12)}x$`, A.repeat(20), WRONG],
    ['nothing that is slow', '^[0-9]{9}$', '12', WRONG],
    ['what RE2 cannot express: nothing is claimed', '^(?=(a+)+$)x', `${A}!`, []],
  ])('%s', async (_, pattern, example, expected) => {
    expect(await told('3.0.3', pattern, example)).toEqual(expected);
    expect(await told('3.1.0', pattern, example)).toEqual(expected);
  });
});

/** Rule, place and words of what lint says about the examples of a document. */
async function saidOf(text: string): Promise<string[]> {
  const { findings } = await lint(documentOf('openapi.yaml', { 'openapi.yaml': text }), { profile: 'adr' });
  return findings
    .filter(({ rule }) => rule.endsWith('-examples'))
    .map(({ severity, new: at, args }) => `${severity} ${at?.pointer}: ${args.detail}`);
}

const documentWith = (version: string, operation: string, schemas = '{}') => `openapi: ${version}
info: {title: t, version: 1.0.0}
${operation}
components: {schemas: ${schemas}}
`;

describe('an example is held against its schema as validate does', () => {
  const ZAAK =
    '{Zaak: {type: object, required: [id, naam], properties: {id: {type: string, readOnly: true}, naam: {type: string}}}}';
  const body = (example: string) =>
    `content: {application/json: {schema: {$ref: '#/components/schemas/Zaak'}, example: ${example}}}`;
  const at = 'content/application~1json/example';

  it('by the direction of the message, which a webhook turns round', async () => {
    const both = `post:
      requestBody: {${body('{naam: a}')}}
      responses: {'200': {description: ok, ${body('{naam: a}')}}}`;
    expect(await saidOf(documentWith('3.1.0', `paths:\n  /a:\n    ${both}`, ZAAK))).toEqual([
      `error /paths/~1a/post/responses/200/${at}: the value lacks 'id'.`,
    ]);
    expect(await saidOf(documentWith('3.1.0', `webhooks:\n  a:\n    ${both}`, ZAAK))).toEqual([
      `error /webhooks/a/post/requestBody/${at}: the value lacks 'id'.`,
    ]);
  });

  it('and what a request should not send is a warning', async () => {
    const post = `paths: {/a: {post: {requestBody: {${body('{id: a, naam: b}')}}, responses: {'200': {description: ok}}}}}`;
    expect(await saidOf(documentWith('3.0.3', post, ZAAK))).toEqual([
      `warning /paths/~1a/post/requestBody/${at}/id: \`id\` is readOnly and does not belong in a request.`,
    ]);
  });

  it('of a header too, and of the branch that was meant', async () => {
    const get = `paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          headers: {ETag: {schema: {type: string}, example: 1}}
          content:
            application/json:
              schema: {oneOf: [{type: string}, {type: object, properties: {a: {type: integer}}}]}
              examples: {x: {value: {a: b}}}`;
    expect(await saidOf(documentWith('3.0.3', get))).toEqual([
      'error /paths/~1a/get/responses/200/headers/ETag/example: the value is number and must be string.',
      'error /paths/~1a/get/responses/200/content/application~1json/examples/x/value/a: `a` is string and must be integer.',
    ]);
  });

  it('but not what stands beside a reference in 3.0, which counts for nothing', async () => {
    const schemas = "{A: {$ref: '#/components/schemas/B', example: 1}, B: {type: string}}";
    expect(await saidOf(documentWith('3.0.3', 'paths: {}', schemas))).toEqual([]);
    expect(await saidOf(documentWith('3.1.0', 'paths: {}', schemas))).toEqual([
      'error /components/schemas/A/example: the value is number and must be string.',
    ]);
  });

  it('of a parent that lists its children, and of one that leads back to itself', async () => {
    const schemas = `{
    Dier: {type: object, required: [soort], discriminator: {propertyName: soort}, properties: {soort: {type: string}}, example: {soort: 1}},
    Lus: {allOf: [{$ref: '#/components/schemas/Lus'}], example: 1}}`;
    expect(await saidOf(documentWith('3.1.0', 'paths: {}', schemas))).toEqual([
      'error /components/schemas/Dier/example/soort: `soort` is number and must be string.',
    ]);
  });

  it('and nothing is claimed where a part of its schema was not read', async () => {
    const schemas = "{A: {type: string, allOf: [{$ref: 'https://example.nl/b.yaml'}], example: 1}}";
    expect(await saidOf(documentWith('3.1.0', 'paths: {}', schemas))).toEqual([]);
  });
});

/** A wrong example below choices inside each other, each branch of which leads to the next level. */
const nested = (levels: number): string => `openapi: 3.1.0
info: {title: t, version: 1.0.0}
components:
  schemas:
    S: {allOf: [{$ref: '#/components/schemas/L0'}], example: 5}
${Array.from({ length: levels }, (_, at) => {
  const next = `{$ref: '#/components/schemas/L${at + 1}'}`;
  return `    L${at}: {oneOf: [{allOf: [${next}]}, {allOf: [${next}], title: x}]}`;
}).join('\n')}
    L${levels}: {type: string}
`;

const LOOP = `openapi: 3.1.0
info: {title: t, version: 1.0.0}
components: {schemas: {S: {allOf: [{$ref: '#/components/schemas/S'}, {type: string}], example: 5}}}
`;

describe('what an example could not be held against is told where it stands', () => {
  const unjudged = async (text: string) => {
    const { findings } = await lint(documentOf('openapi.yaml', { 'openapi.yaml': text }), { profile: 'adr' });
    return findings.filter(({ rule }) => rule === 'oas-example-unjudged').map(({ new: at }) => at?.pointer);
  };

  it('a pattern that RE2 cannot express', async () => {
    expect(await unjudged(textWith('3.0.3', '^(?=(a+)+$)x', `${A}!`))).toEqual([
      '/paths/~1a/post/parameters/0/schema/pattern',
      '/paths/~1a/post/requestBody/content/application~1json/schema/pattern',
      '/components/schemas/S/pattern',
    ]);
  });

  it('choices inside each other past what can be tried', async () => {
    expect(await unjudged(nested(6))).toEqual([]);
    expect(await unjudged(nested(40))).toHaveLength(1);
  });

  it('a schema that refers to itself for the same value', async () => {
    expect(await unjudged(LOOP)).toHaveLength(1);
  });

  it('and nothing where all was judged', async () => {
    expect(await unjudged(textWith('3.0.3', '^[0-9]{9}$', '111222333'))).toEqual([]);
  });
});

describe('a default is held against its schema as an example is', () => {
  /** Places of what is wrong and of what was not judged, where a value stands as `example` or as `default`. */
  const placesOf = async (
    schema: object,
    keyword: 'example' | 'default',
    value: unknown,
    version: string,
  ) => {
    const text = JSON.stringify({
      openapi: version,
      info: { title: 't', version: '1.0.0' },
      paths: {},
      components: { schemas: { S: { ...schema, [keyword]: value }, B: { type: 'integer' } } },
    });
    const document = documentOf('api.json', { 'api.json': text });
    const { findings } = await lint(document, { profile: 'adr' });
    const linted = findings.filter(({ rule }) => /example/.test(rule)).map(({ new: at }) => at?.pointer);
    const validated = (await validateExamples(document)).findings.map(({ new: at }) => at?.pointer);
    const neutral = (at: string | undefined) => at?.replace(`/S/${keyword}`, '/S/VALUE');
    return { linted: linted.map(neutral).sort(), validated: validated.map(neutral).sort() };
  };

  it.each<readonly [object, readonly unknown[]]>([
    [{ type: 'integer' }, [1, 'x', 1.5, null]],
    [{ type: 'string', maxLength: 2 }, ['ab', 'abc', 5]],
    [{ type: 'string', pattern: '^a$' }, ['a', 'b']],
    [{ type: 'string', pattern: '^(?!a)b$' }, ['b', 'a']],
    [{ type: 'string', format: 'date' }, ['2026-01-01', 'morgen']],
    [{ enum: ['a', { b: 1 }] }, ['a', { b: 1 }, 'c']],
    [{ type: 'array', items: { type: 'integer' } }, [[], [1], ['a']]],
    [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, [{ a: 'x' }, {}, { a: 1 }]],
    [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, ['a', 1, true]],
    [{ allOf: [{ $ref: '#/components/schemas/B' }] }, [1, 'a']],
    [{ not: { type: 'string' } }, [1, 'a']],
  ])('%j', async (schema, values) => {
    const told: number[] = [];
    for (const version of ['3.0.3', '3.1.0', '3.2.0'])
      for (const value of values) {
        const [asDefault, asExample] = [
          await placesOf(schema, 'default', value, version),
          await placesOf(schema, 'example', value, version),
        ];
        expect(asDefault).toEqual(asExample);
        expect(asDefault.linted).toEqual(asDefault.validated);
        told.push(asDefault.linted.length);
      }
    expect(told).toContain(1);
  });

  it('but not beside a reference in 3.0, where it counts for nothing', async () => {
    const beside = { $ref: '#/components/schemas/B' };
    expect((await placesOf(beside, 'default', 'x', '3.0.3')).validated).toEqual([]);
    expect((await placesOf(beside, 'default', 'x', '3.1.0')).validated).toHaveLength(1);
  });
});
