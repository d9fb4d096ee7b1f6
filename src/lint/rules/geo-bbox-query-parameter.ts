import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { BOX_FAULTS, boxFaultOf, isGeoCollection } from '../topics/boxes.ts';
import { geographyOf, parameterOf } from '../topics/geography.ts';
import { pathsOperations } from '../topics/resources.ts';

const LIST = 'responses: {200: {content: {application/geo+json: {}}}}';
const bbox = (schema: string, more = 'explode: false') =>
  operation('GET /panden', `{parameters: [{name: bbox, in: query, ${more}, schema: ${schema}}], ${LIST}}`);

export const rule = {
  id: 'geo-bbox-query-parameter',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /geo/bbox-query-parameter',
  message: {
    nl: 'Queryparameter bbox van {operation} {fout}; geef een lijst van 4 of 6 getallen, met komma’s in één parameter.',
    en: 'Query parameter bbox of {operation} {fault}; give an array of 4 or 6 numbers, with commas in one parameter.',
  },
  why: {
    nl: 'Zonder rechthoek haalt een kaart alle objecten van het land op om er tien te tonen.',
    en: 'Without a box a map fetches all objects of the country to show ten.',
  },
  checkApi: ({ api, report }) => {
    const asked = new Set(
      geographyOf(api)
        .answers.filter(answer => isGeoCollection(api, answer))
        .map(answer => answer.operation),
    );
    for (const operation of pathsOperations(api)) {
      const box = parameterOf(operation, 'query', 'bbox');
      const fault = box ? boxFaultOf(api, box) : asked.has(operation) && 'absent';
      if (!fault) continue;
      const args = { operation: operation.label, fout: BOX_FAULTS[fault].nl, fault: BOX_FAULTS[fault].en };
      report(box?.entry ?? placeOfField(operation.node, 'parameters'), args);
    }
  },
  cases: {
    good: [
      bbox('{type: array, items: {type: number}, minItems: 4, maxItems: 6}'),
      bbox(
        '{type: array, items: {type: number}, oneOf: [{minItems: 4, maxItems: 4}, {minItems: 6, maxItems: 6}]}',
      ),
      operation('GET /panden/{id}', `{${LIST}}`),
    ],
    bad: [
      { document: operation('GET /panden', `{${LIST}}`), at: [''] },
      { document: bbox('{type: string}'), at: ['/parameters/0'] },
      {
        document: bbox('{type: array, items: {type: number}, minItems: 4, maxItems: 6}', 'explode: true'),
        at: ['/parameters/0'],
      },
    ],
  },
} satisfies LintRule;
