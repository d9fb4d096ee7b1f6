import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsFeatures, isGeoJsonMedia } from './geography.ts';

/** How a body is written around its content in an example, and where that then stands. */
const EXAMPLES = {
  requests: {
    around: (content: string) => operation('POST /panden', `{requestBody: {content: ${content}}}`),
    content: '/requestBody/content',
  },
  answers: {
    around: (content: string) => response('200', `{content: ${content}}`),
    content: '/content',
  },
} as const;

/** What the rules on the shape of geometry in requests and in answers share. */
export function geometryShape(
  bodies: keyof typeof EXAMPLES,
): Pick<LintRule, 'severity' | 'profiles' | 'message' | 'checkApi' | 'cases'> {
  const { around, content } = EXAMPLES[bodies];
  const at = `${content}/application~1json/schema`;
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

const FEATURE =
  '{schema: {properties: {type: {enum: [Feature]}, geometry: {properties: {type: {}, coordinates: {}}}}}}';
const POSITION = '{schema: {properties: {plek: {properties: {type: {}, coordinates: {}}}}}}';

/** What the rules on the media type of features in requests and in answers share. */
export function geoJsonMedia(
  bodies: keyof typeof EXAMPLES,
): Pick<LintRule, 'severity' | 'profiles' | 'checkApi' | 'cases'> {
  const { around, content: at } = EXAMPLES[bodies];
  return {
    severity: 'info',
    profiles: { adr: 'info', zds: 'info' },
    checkApi: ({ api, report }) => {
      for (const body of geographyOf(api)[bodies]) {
        const { operation, response } = body;
        const media = response?.content ?? operation.requestContent;
        const place = api.child(response?.node ?? operation.requestBody, 'content');
        if (place && holdsFeatures(api, body) && !media.some(isGeoJsonMedia)) report(place);
      }
    },
    cases: {
      good: [
        around(`{application/json: ${FEATURE}, application/geo+json: {}}`),
        around(`{application/json: ${POSITION}}`),
      ],
      bad: [`{application/json: ${FEATURE}}`, '{application/gml+xml: {}}'].map(content => ({
        document: around(content),
        at: [at],
      })),
    },
  };
}
