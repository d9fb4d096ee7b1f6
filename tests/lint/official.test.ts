import { expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { KITCHEN_SINKS } from '../openapi/parity/kitchen-sinks.ts';

async function struct(version: string, rest: string): Promise<(string | undefined)[]> {
  const text = `openapi: ${version}\n${rest}`;
  const { findings } = await lint(documentOf('a.yaml', { 'a.yaml': text }), { profile: 'oas' });
  return findings.filter(({ rule }) => rule === 'oas-struct').map(({ new: at }) => at?.pointer);
}

it.each(['MIT}', 'MIT, identifier: MIT}', "MIT, url: 'https://x.nl'}"])(
  'a licence {name: %s is valid',
  async licence => {
    expect(
      await struct('3.1.0', `info: {title: t, version: 1.0.0, license: {name: ${licence}}\npaths: {}`),
    ).toEqual([]);
  },
);

const scheme = (text: string): string =>
  `info: {title: t, version: 1.0.0}\npaths: {}\ncomponents: {securitySchemes: {b: {type: http, ${text}}}}`;

it.each(['Bearer', 'bearer', 'BEARER'])('the scheme %s may tell its format', async name => {
  expect(await struct('3.0.3', scheme(`scheme: ${name}, bearerFormat: JWT`))).toEqual([]);
});

it('another scheme may not', async () => {
  const found = await struct('3.0.3', scheme('scheme: basic, bearerFormat: JWT'));
  expect(found.length).toBeGreaterThan(0);
});

const HEAD = 'info: {title: t, version: 1.0.0}\n';

it('a document of 3.2 with each of its objects is valid', async () => {
  const { '3.2': sink } = KITCHEN_SINKS;
  const { findings } = await lint(documentOf('a.json', { 'a.json': JSON.stringify(sink) }), {
    profile: 'oas',
  });
  expect(findings.filter(({ rule }) => rule === 'oas-struct')).toEqual([]);
});

it.each([
  [
    'a part of the query beside the whole',
    'paths: {/x: {get: {parameters: [{name: a, in: querystring, content: {text/plain: {}}}, {name: b, in: query, schema: {}}], responses: {}}}}',
    '/paths/~1x/get/parameters',
  ],
  [
    'the whole query with a schema',
    'paths: {/x: {get: {parameters: [{name: a, in: querystring, schema: {}}], responses: {}}}}',
    '/paths/~1x/get/parameters/0',
  ],
  [
    'a path parameter that may be left out',
    "paths: {'/{x}': {get: {parameters: [{name: x, in: path, schema: {}}], responses: {}}}}",
    '/paths/~1{x}/get/parameters/0',
  ],
  [
    'a parameter of no media type',
    'paths: {/x: {get: {parameters: [{name: a, in: query, content: {}}], responses: {}}}}',
    '/paths/~1x/get/parameters/0/content',
  ],
  [
    'a media type with an impossible name',
    'paths: {}\ncomponents: {mediaTypes: {a b: {}}}',
    '/components/mediaTypes',
  ],
  [
    'a fixed method among the others',
    'paths: {/x: {additionalOperations: {GET: {}}}}',
    '/paths/~1x/additionalOperations',
  ],
  [
    'a style of another place',
    'paths: {/x: {get: {parameters: [{name: a, in: header, style: form, schema: {}}], responses: {}}}}',
    '/paths/~1x/get/parameters/0/style',
  ],
  [
    'webhooks alone',
    'webhooks: {a: {post: {parameters: [{name: a, in: header, style: form, schema: {}}], responses: {}}}}',
    '/webhooks/a/post/parameters/0/style',
  ],
  [
    'components alone',
    'components: {parameters: {a: {name: a, in: cookie, style: simple, schema: {}}}}',
    '/components/parameters/a/style',
  ],
])('3.2 does not allow %s', async (_, rest, pointer) => {
  expect(await struct('3.2.0', HEAD + rest)).toContain(pointer);
});

it('3.1 without paths is judged too', async () => {
  const rest =
    'webhooks: {a: {post: {parameters: [{name: a, in: header, style: form, schema: {}}], responses: {}}}}';
  expect(await struct('3.1.0', HEAD + rest)).toEqual(['/webhooks/a/post/parameters/0/style']);
});
