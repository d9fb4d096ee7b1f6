import { placeOfField } from '../../openapi/parts.ts';
import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-api-version-header',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Het antwoord {status} geeft geen header API-version; voeg die toe, ook waar er geen inhoud is.',
    en: 'The answer {status} gives no header API-version; add it, even where there is no content.',
  },
  why: {
    nl: 'Met die header ziet een afnemer welke versie antwoordde, en een leverancier waarom iets anders liep dan verwacht.',
    en: 'With that header a consumer sees which version answered, and a vendor why something went otherwise than expected.',
  },
  checkApi: ({ api, report }) => {
    for (const { status, headers, node } of pathsOperations(api).flatMap(({ responses }) => responses)) {
      if (!headers.has('api-version')) report(placeOfField(node, 'headers'), { status });
    }
  },
  cases: {
    good: [
      response('204', '{headers: {API-version: {schema: {type: string}}}}'),
      response('200', '{headers: {Api-Version: {schema: {type: string}}}}'),
    ],
    bad: [
      { document: response('204', '{description: Verwijderd}'), at: [''] },
      { document: response('404', '{headers: {ETag: {}}}'), at: ['/headers'] },
    ],
  },
} satisfies LintRule;
