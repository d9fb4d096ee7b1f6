import { placeOfField } from '../../openapi/parts.ts';
import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsGeometry } from '../topics/geography.ts';

export const rule = {
  id: 'geo-content-crs-response-header',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /geo/content-crs-response-header',
  message: {
    nl: 'Dit antwoord bevat geometrie en zegt niet in welk stelsel; voeg antwoordheader Content-Crs toe.',
    en: 'This answer holds geometry and does not say in which system; add response header Content-Crs.',
  },
  why: {
    nl: 'Een afnemer tekent de coördinaten in het stelsel dat hij vermoedt, en dus soms op de verkeerde plek.',
    en: 'A consumer draws the coordinates in the system it supposes, and so at times in the wrong place.',
  },
  checkApi: ({ api, report }) => {
    for (const answer of geographyOf(api).answers.filter(holdsGeometry)) {
      if (!answer.response || answer.response.headers.has('content-crs')) continue;
      report(placeOfField(answer.response.node, 'headers'));
    }
  },
  cases: {
    good: [
      response('200', '{headers: {content-crs: {}}, content: {application/geo+json: {}}}'),
      response('200', '{content: {application/json: {schema: {properties: {naam: {}}}}}}'),
      operation(
        'GET /tiles/{matrix}/{rij}/{kolom}',
        '{responses: {200: {content: {application/geo+json: {}}}}}',
      ),
      response('400', '{content: {application/geo+json: {}}}'),
    ],
    bad: [
      { document: response('200', '{content: {application/geo+json: {}}}'), at: [''] },
      {
        document: response(
          '200',
          '{headers: {ETag: {}}, content: {application/json: {schema: {properties: {type: {}, coordinates: {}}}}}}',
        ),
        at: ['/headers'],
      },
    ],
  },
} satisfies LintRule;
