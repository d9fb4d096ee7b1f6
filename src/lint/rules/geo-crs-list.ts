import { placeOfField } from '../../openapi/parts.ts';
import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsGeometry } from '../topics/geography.ts';

const GEOJSON = '{get: {responses: {200: {content: {application/geo+json: {}}}}}}';

export const rule = {
  id: 'geo-crs-list',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /geo/crs-list',
  message: {
    nl: 'De API heeft geometrie en geen lijst van coördinatenstelsels; voeg GET /collections (met crs) of GET /crss toe.',
    en: 'The API has geometry and no list of reference systems; add GET /collections (with crs) or GET /crss.',
  },
  why: {
    nl: 'Een afnemer moet gissen in welk stelsel hij mag vragen, en tekent bij een misser op de verkeerde plek.',
    en: 'A consumer has to guess which system to ask for, and draws in the wrong place after a miss.',
  },
  evidence: 'found',
  checkApi: ({ api, report }) => {
    const lists = api.paths.some(
      ({ segments, operations }) =>
        /^(collections|crss)$/.test(segments.at(-1) ?? '') &&
        // One without operations stands behind a reference that was not read.
        (operations.length === 0 || operations.some(({ method }) => method === 'get')),
    );
    const { requests, answers } = geographyOf(api);
    if ([...requests, ...answers].some(holdsGeometry) && !lists) report(placeOfField(api.root, 'paths'));
  },
  cases: {
    good: [
      document(`{paths: {/panden: ${GEOJSON}, /collections: {get: {}}}}`),
      document(`{paths: {/panden: ${GEOJSON}, /v1/crss: {get: {}}}}`),
      document('{paths: {/zaken: {get: {responses: {200: {content: {application/json: {}}}}}}}}'),
    ],
    bad: [
      { document: document(`{paths: {/panden: ${GEOJSON}}}`), at: ['/paths'] },
      { document: document(`{paths: {/panden: ${GEOJSON}, /crss: {post: {}}}}`), at: ['/paths'] },
    ],
  },
} satisfies LintRule;
