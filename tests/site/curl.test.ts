import { describe, expect, it } from '@jest/globals';
import { curlOf } from '../../src/site/operation/curl.ts';
import { planSite } from '../../src/site/site.ts';
import { EXAMPLE } from './example-document.ts';

const site = planSite(EXAMPLE, {});

describe('the curl line', () => {
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
        `--data '{"omschrijving":"</code></pre><script>globalThis.hacked = true</script>","geheim":"it'\\''s"}'`,
      ],
    ],
    [
      'dossier_partial_update',
      [
        "curl --request PATCH 'https://api.voorbeeld.example/dossiers/v2/dossiers/{uuid}'",
        '--header "Authorization: Bearer $TOKEN"',
        "--header 'Accept: application/json'",
        "--header 'Content-Type: application/merge-patch+json'",
        "--data '@body.json'",
      ],
    ],
  ])('of %s', (id, parts) => {
    const operation = site.resources.flatMap(({ operations }) => operations).find(one => one.id === id);
    expect(operation && curlOf(site, operation)).toBe(parts.join(' \\\n  '));
  });
});
