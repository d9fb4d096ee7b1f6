import { describe, expect, it } from '@jest/globals';
import { callOf } from '../../src/site/samples/call.ts';
import { curlOf } from '../../src/site/samples/curl.ts';
import { typescriptOf } from '../../src/site/samples/typescript.ts';
import { planSite } from '../../src/site/site.ts';
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
