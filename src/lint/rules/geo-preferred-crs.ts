import type { Json } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { crsParametersOf } from '../topics/geography.ts';

/** EPSG codes of RD (with and without NAP) and of ETRS89 in its two- and three-dimensional forms and projections. */
const PREFERRED = new Set([
  ...['28991', '28992', '7415'],
  ...['4258', '4936', '4937', '7930', '7931', '9067', '9286', '3034', '3035', '3043', '25831', '25832'],
]);

const isPreferred = (value: Json): boolean =>
  PREFERRED.has(/EPSG.*?(\d+)\]?$/i.exec(String(value))?.[1] ?? '') ||
  /ETRS89|\bRD(NAP)?\b/i.test(String(value));

export const rule = {
  id: 'geo-preferred-crs',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /geo/preferred-crs',
  message: {
    nl: "'{name}' biedt noch RD (EPSG:28992) noch ETRS89 (EPSG:4258) aan; voeg er een toe.",
    en: "'{name}' offers neither RD (EPSG:28992) nor ETRS89 (EPSG:4258); add one.",
  },
  why: {
    nl: 'Nederlandse basisregistraties meten in RD en ETRS89; wie moet omrekenen verliest nauwkeurigheid.',
    en: 'Dutch base registers measure in RD and ETRS89; whoever has to convert loses precision.',
  },
  checkApi: ({ api, report }) => {
    for (const { name, schema } of crsParametersOf(api)) {
      const values = facetsOf(api, schema).enumeration;
      if (schema && values.length > 0 && !values.some(isPreferred))
        report(placeOfField(schema, 'enum'), { name });
    }
  },
  cases: {
    good: [
      parameter("{name: crs, in: query, schema: {enum: ['EPSG:4326', 'EPSG:28992']}}"),
      parameter("{name: crs, in: query, schema: {enum: ['http://www.opengis.net/def/crs/EPSG/0/4258']}}"),
      parameter('{name: crs, in: query, schema: {type: string}}'),
      parameter('{name: taal, in: query, schema: {enum: [nl]}}'),
    ],
    bad: [
      {
        document: parameter("{name: crs, in: query, schema: {enum: ['EPSG:4326', 'EPSG:3857']}}"),
        at: ['/schema/enum'],
      },
    ],
  },
} satisfies LintRule;
