import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsGeometry, parameterOf } from '../topics/geography.ts';

const body = (schema: string) => `requestBody: {content: {application/json: {schema: ${schema}}}}`;
const POINT = '{properties: {plek: {properties: {type: {}, coordinates: {type: array}}}}}';
const READ_ONLY = POINT.replace('{type: {}', '{type: {readOnly: true}').replace(
  'plek: {',
  'plek: {readOnly: true, ',
);

export const rule = {
  id: 'geo-content-crs-request-header',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /geo/content-crs-request-header',
  message: {
    nl: '{operation} neemt geometrie aan en zegt niet in welk stelsel; voeg headerparameter Content-Crs toe.',
    en: '{operation} takes geometry and does not say in which system; add header parameter Content-Crs.',
  },
  why: {
    nl: 'Zonder opgave leest de server RD als graden, en ligt een pand in zee.',
    en: 'Without it the server reads RD as degrees, and a building lies in the sea.',
  },
  checkApi: ({ api, report }) => {
    for (const request of geographyOf(api).requests.filter(holdsGeometry)) {
      const { operation } = request;
      if (!/^(post|put|patch)$/.test(operation.method) || parameterOf(operation, 'header', 'content-crs'))
        continue;
      report(placeOfField(operation.node, 'parameters'), { operation: operation.label });
    }
  },
  cases: {
    good: [
      operation('POST /panden', `{parameters: [{name: Content-Crs, in: header}], ${body(POINT)}}`),
      operation('POST /panden', `{${body('{properties: {naam: {}}}')}}`),
      operation('POST /panden', `{${body(READ_ONLY)}}`),
    ],
    bad: [
      { document: operation('POST /panden', `{${body(POINT)}}`), at: [''] },
      {
        document: operation('PUT /panden', '{requestBody: {content: {application/geo+json: {}}}}'),
        at: [''],
      },
    ],
  },
} satisfies LintRule;
