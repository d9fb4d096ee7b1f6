import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf } from './geography.ts';

/** How a body is written around a schema in an example, and where the schema then stands. */
const EXAMPLES = {
  requests: {
    around: (content: string) => operation('POST /panden', `{requestBody: {content: ${content}}}`),
    at: '/requestBody/content/application~1json/schema',
  },
  answers: {
    around: (content: string) => response('200', `{content: ${content}}`),
    at: '/content/application~1json/schema',
  },
} as const;

/** What the rules on the shape of geometry in requests and in answers share. */
export function geometryShape(
  bodies: keyof typeof EXAMPLES,
): Pick<LintRule, 'severity' | 'profiles' | 'message' | 'checkApi' | 'cases'> {
  const { around, at } = EXAMPLES[bodies];
  const withSchema = (schema: string) => around(`{application/json: {schema: ${schema}}}`);
  return {
    severity: 'error',
    profiles: { adr: 'error', zds: 'error' },
    message: {
      nl: "De geometrie '{name}' heeft niet de vorm van GeoJSON; geef type met coordinates (of geometries).",
      en: "The geometry '{name}' does not have the shape of GeoJSON; give type with coordinates (or geometries).",
    },
    checkApi: ({ api, report }) => {
      for (const { node, name, shape } of geographyOf(api)[bodies].flatMap(({ geometries }) => geometries))
        if (shape === 'other' || shape === 'position') report(node, { name });
    },
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
          at: [`${at}/properties/geometrie`],
        },
        {
          document: withSchema(
            "{properties: {plek: {properties: {lat: {}, lon: {}}}, punt: {type: string, example: 'POINT (5 52)'}}}",
          ),
          at: [`${at}/properties/plek`, `${at}/properties/punt`],
        },
      ],
    },
  };
}
