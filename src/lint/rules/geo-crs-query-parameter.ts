import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsGeometry, parameterOf } from '../topics/geography.ts';

const GEOJSON = 'responses: {200: {content: {application/geo+json: {}}}}';
const PAGE =
  'responses: {200: {content: {application/json: {schema: {properties: {results: {type: array, items: {properties: {geometrie: {properties: {type: {}, coordinates: {}}}}}}}}}}}}';

export const rule = {
  id: 'geo-crs-query-parameter',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /geo/crs-query-parameter',
  message: {
    nl: '{operation} geeft geometrie en laat het stelsel niet kiezen; voeg queryparameter crs toe.',
    en: '{operation} yields geometry and does not let one choose the system; add query parameter crs.',
  },
  why: {
    nl: 'Een afnemer die in RD werkt moet elk antwoord zelf omrekenen, met verlies en fouten.',
    en: 'A consumer that works in RD has to convert each answer, with loss and mistakes.',
  },
  checkApi: ({ api, report }) => {
    for (const { operation } of geographyOf(api).answers.filter(holdsGeometry)) {
      if (operation.method === 'get' && !parameterOf(operation, 'query', 'crs'))
        report(placeOfField(operation.node, 'parameters'), { operation: operation.label });
    }
  },
  cases: {
    good: [
      operation('GET /panden', `{parameters: [{name: crs, in: query}], ${GEOJSON}}`),
      operation('POST /panden', `{${GEOJSON}}`),
      operation(
        'GET /lagen/{id}',
        '{responses: {200: {content: {application/json: {schema: {properties: {crs: {properties: {wkt: {type: object}}}}}}}}}}',
      ),
      operation('GET /zaken', '{responses: {200: {content: {application/json: {}}}}}'),
    ],
    bad: [
      { document: operation('GET /panden', `{${GEOJSON}}`), at: [''] },
      { document: operation('GET /panden', `{parameters: [], ${PAGE}}`), at: ['/parameters'] },
    ],
  },
} satisfies LintRule;
