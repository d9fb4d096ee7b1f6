import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { documentFor } from '../../src/site/reference.ts';
import { callOf } from '../../src/site/samples/call.ts';
import { curlOf } from '../../src/site/samples/curl.ts';
import { typescriptOf } from '../../src/site/samples/typescript.ts';
import { planSite } from '../../src/site/site.ts';
import { read } from '../../src/source/index.ts';
import { createMessageChecker } from '../../src/validate/messages/checker.ts';
import {
  type Field,
  NO_BODY,
  type SentBody,
  type SentRequest,
  urlOf,
} from '../../src/validate/recording/exchange.ts';
import { EXAMPLE } from './example-document.ts';

const site = planSite(EXAMPLE, {});

const callFor = (id: string) => {
  const operation = site.resources.flatMap(({ operations }) => operations).find(one => one.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return callOf(site, operation);
};

describe('a call', () => {
  it.each([
    [
      'dossier_list',
      [
        "curl --request GET 'https://api.voorbeeld.example/dossiers/v2/dossiers?page=3'",
        '--header "Authorization: Bearer $TOKEN"',
        "--header 'Accept: application/json'",
      ],
    ],
    [
      'dossier_create',
      [
        "curl --request POST 'https://api.voorbeeld.example/dossiers/v2/dossiers'",
        '--header "Authorization: Bearer $TOKEN"',
        "--header 'Accept: application/json'",
        "--header 'Content-Type: application/json'",
        `--data '{\n  "omschrijving": "</code></pre><script>globalThis.hacked = true</script>",\n  "geheim": "it'\\''s"\n}'`,
      ],
    ],
  ])('of %s with curl', (id, parts) => {
    expect(curlOf(callFor(id))).toBe(parts.join(' \\\n  '));
  });

  it('in TypeScript, with the type of a patch said', () => {
    expect(typescriptOf(callFor('dossier_partial_update'))?.split('\n').slice(0, 10)).toEqual([
      "import createClient from 'openapi-fetch';",
      "import type { paths } from './api';",
      '',
      "const token = '…';",
      'const client = createClient<paths>({ baseUrl: "https://api.voorbeeld.example/dossiers/v2" });',
      'const { data, error } = await client.PATCH("/dossiers/{uuid}", {',
      '  params: { path: { "uuid": "00000000-0000-0000-0000-000000000000" } },',
      expect.stringMatching(/Bearer .*'Content-Type': "application\/merge-patch\+json" \},$/),
      '  body: {},',
      '});',
    ]);
  });
});

/** The words of a command as a shell reads them: what is quoted is one word. */
const wordsOf = (command: string): string[] =>
  [...command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|"([^"]*)"|\\(.)/g,
      (_all, single, double, escaped) => single ?? double ?? escaped,
    ),
  );

/** The values of an option that can stand there more than once. */
const valuesOf = (words: readonly string[], option: string): string[] =>
  words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ''] : []));

const splitAt = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
};

/** What curl sends for a command, as a recording would hold it. */
function requestOf(command: string): SentRequest {
  const words = wordsOf(command);
  const method = words.includes('--head') ? 'HEAD' : (valuesOf(words, '--request')[0] ?? '');
  const lines = valuesOf(words, '--header').map(line => splitAt(line, ': '));
  const headers = new Map(lines.map(([name, value]) => [name.toLowerCase(), [value]]));
  const type = headers.get('content-type')?.[0];
  const field = (text: string): Field => {
    const [name, value] = splitAt(text, '=');
    return { name, value, type: undefined, isFile: false };
  };
  const parts = valuesOf(words, '--form-string').map(field);
  const form = valuesOf(words, '--data-urlencode').map(field);
  const [text] = [...valuesOf(words, '--data'), ...valuesOf(words, '--data-raw')];
  const bodies: SentBody[] = [
    ...(parts.length > 0 ? [{ is: 'fields', fields: parts, type: 'multipart/form-data' } as const] : []),
    ...(form.length > 0 ? [{ is: 'fields', fields: form, type } as const] : []),
    ...(text === undefined ? [] : [{ is: 'text', text, type } as const]),
  ];
  if (parts.length > 0) headers.set('content-type', ['multipart/form-data']);
  const cookies = valuesOf(words, '--cookie');
  if (cookies.length > 0) headers.set('cookie', cookies);
  const url = urlOf(words.find(word => /^https?:/.test(word)) ?? '');
  return { method, url, headers, body: bodies[0] ?? NO_BODY };
}

/** What `zds validate --har` would say of the commands of a document, each with the operation that it is of. */
function refusalsOf(value: JsonObject): { readonly sent: number; readonly refusals: string[] } {
  const whole = planSite(value, {});
  const { check } = createMessageChecker(documentFor(value), { as: 'client' });
  const operations = whole.resources.flatMap(one => one.operations).filter(({ kind }) => kind === 'path');
  const refusals = operations.flatMap(operation => {
    const request = requestOf(curlOf(callOf(whole, operation)));
    const { route, problems } = check({
      number: 1,
      place: { file: 'curl', line: 1, column: 1, pointer: '' },
      request,
      response: undefined,
    });
    const own = route.is === 'operation' ? route.operation.label : route.is;
    const expected = `${operation.method.toUpperCase()} ${operation.path}`;
    return [
      ...(own === expected ? [] : [`${expected}: taken for ${own}`]),
      ...(operation.contents.length > 0 && request.body.is === 'none' ? [`${expected}: no body`] : []),
      ...problems.map(({ rule, args }) => `${expected}: ${rule.id} ${JSON.stringify(args)}`),
    ];
  });
  return { sent: operations.length, refusals };
}

describe('every command is a request that the validator accepts: path, query, headers and body', () => {
  it('of the canonical document', async () => {
    const { value } = await bundle(await read('spec/openapi.yaml'));
    const { sent, refusals } = refusalsOf(value);
    expect(refusals).toEqual([]);
    expect(sent).toBeGreaterThan(150);
  }, 60_000);

  it('of calls with all that a request can hold', () => {
    const query = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
      ...{ name, in: 'query', required: true, schema },
      ...more,
    });
    const list = { type: 'array', items: { type: 'string' }, minItems: 2, example: ['a b', 'c&d'] };
    const pair = {
      type: 'object',
      required: ['x'],
      properties: { x: { type: 'integer' } },
      example: { x: 1 },
    };
    const call = (name: string, request: JsonObject): JsonObject => ({
      [`/${name}/{id}`]: {
        post: {
          operationId: name,
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'a/b?' },
          ],
          responses: { 204: { description: 'Goed.' } },
          ...request,
        },
      },
    });
    const sends = (type: string, schema: JsonObject): JsonObject => ({
      requestBody: { required: true, content: { [type]: { schema } } },
    });
    const form = {
      type: 'object',
      required: ['naam', 'aantal'],
      properties: { naam: { type: 'string' }, aantal: { type: 'integer' } },
      example: { naam: "@it's; type=x", aantal: 3 },
    };
    const { refusals, sent } = refusalsOf({
      openapi: '3.1.0',
      info: { title: 'Alles', version: '1' },
      servers: [{ url: 'https://{host}/v1', variables: { host: { default: 'api.example' } } }],
      paths: {
        ...call('vragen', {
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'x' },
            query('los', list),
            query('samen', list, { explode: false }),
            query('spaties', list, { style: 'spaceDelimited', explode: false }),
            query('strepen', list, { style: 'pipeDelimited', explode: false }),
            query('diep', pair, { style: 'deepObject', explode: true }),
            { name: 'X-Versie', in: 'header', required: true, schema: { type: 'integer' }, example: 2 },
            { name: 'sessie', in: 'cookie', required: true, schema: { type: 'string' }, example: 'abc' },
          ],
        }),
        ...call('json', sends('application/json', form)),
        ...call('velden', sends('application/x-www-form-urlencoded', form)),
        ...call('delen', sends('multipart/form-data', form)),
        ...call('tekst', sends('text/plain', { type: 'string', example: '@apestaart' })),
      },
    });
    expect([sent, refusals]).toEqual([5, []]);
  });
});
