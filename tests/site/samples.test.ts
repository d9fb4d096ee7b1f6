import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import { createMessageValidator } from '../../src/openapi/message-validator.ts';
import { isJsonType } from '../../src/site/operation/operations.ts';
import { documentFor } from '../../src/site/reference.ts';
import { callOf } from '../../src/site/samples/call.ts';
import { curlOf } from '../../src/site/samples/curl.ts';
import { typescriptOf } from '../../src/site/samples/typescript.ts';
import { planSite } from '../../src/site/site.ts';
import { resolver } from '../../src/source/follow.ts';
import { read } from '../../src/source/index.ts';
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

const after = (words: readonly string[], option: string): string | undefined =>
  words[words.indexOf(option) + 1 || words.length];

describe('every command of the canonical document', () => {
  it('is a request that the document allows', async () => {
    const { value } = await bundle(await read('spec/openapi.yaml'));
    const whole = planSite(value, {});
    const { validate } = createMessageValidator(resolver(documentFor(value)));
    const operations = whole.resources.flatMap(one => one.operations).filter(({ kind }) => kind === 'path');
    const faults = operations.flatMap(operation => {
      const words = wordsOf(curlOf(callOf(whole, operation)));
      const url = words.find(word => word.startsWith('https://')) ?? '';
      const text = after(words, '--data');
      const node = operation.contents.find(({ name }) => isJsonType(name))?.node;
      const errors = text === undefined || !node ? [] : validate(node, JSON.parse(text), 'request').errors;
      const isOpen = /[{}]/.test(url) || !URL.canParse(url);
      const isSilent = text === undefined && node !== undefined;
      return [
        ...(isOpen ? [`${operation.id}: ${url}`] : []),
        ...(isSilent ? [`${operation.id}: no body`] : []),
        ...errors.map(({ instancePath, message }) => `${operation.id}: ${instancePath} ${message}`),
      ];
    });
    expect(operations.length).toBeGreaterThan(150);
    expect(faults).toEqual([]);
  }, 60_000);
});
