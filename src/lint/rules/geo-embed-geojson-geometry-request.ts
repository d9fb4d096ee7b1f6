import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf } from '../topics/geography.ts';

const withSchema = (schema: string) => {
  const content = `{application/json: {schema: ${schema}}}`;
  return operation('POST /panden', `{requestBody: {content: ${content}}}`);
};
const SCHEMA = '/requestBody/content/application~1json/schema';

export const rule = {
  id: 'geo-embed-geojson-geometry-request',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /geo/embed-geojson-geometry-request',
  message: {
    nl: "De geometrie '{name}' heeft niet de vorm van GeoJSON; geef type met coordinates (of geometries).",
    en: "The geometry '{name}' does not have the shape of GeoJSON; give type with coordinates (or geometries).",
  },
  why: {
    nl: 'Kaartsoftware schrijft geometrie als GeoJSON; voor een eigen vorm moet elke afnemer omzetten.',
    en: 'Map software writes geometry as GeoJSON; for a shape of your own each consumer has to convert.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { geometries } of geographyOf(api).requests) {
        for (const { node, name, shape } of geometries) {
          if (shape === 'other' || shape === 'position') report(node, { name });
        }
      }
    },
  }),
  cases: {
    good: [
      withSchema('{properties: {geometrie: {properties: {type: {}, coordinates: {type: array}}}}}'),
      withSchema(
        '{properties: {geometry: {properties: {within: {properties: {type: {}, geometries: {}}}}}}}',
      ),
      withSchema('{properties: {geometrieUrl: {type: string}, heeftGeometrie: {type: boolean}}}'),
    ],
    bad: [
      {
        document: withSchema('{properties: {geometrie: {type: string, description: WKT}}}'),
        at: [`${SCHEMA}/properties/geometrie`],
      },
      {
        document: withSchema(
          "{properties: {plek: {properties: {lat: {}, lon: {}}}, punt: {type: string, example: 'POINT (5 52)'}}}",
        ),
        at: [`${SCHEMA}/properties/plek`, `${SCHEMA}/properties/punt`],
      },
    ],
  },
} satisfies LintRule;
