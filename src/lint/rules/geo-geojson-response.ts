import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsFeatures, isGeoJsonMedia } from '../topics/geography.ts';

const withContent = (content: string) => response('200', `{content: ${content}}`);
const FEATURE =
  '{schema: {properties: {type: {enum: [Feature]}, geometry: {properties: {type: {}, coordinates: {}}}}}}';

export const rule = {
  id: 'geo-geojson-response',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /geo/geojson-response',
  message: {
    nl: 'Dit antwoord bevat geografische objecten en is niet als application/geo+json te krijgen; bied dat ook aan.',
    en: 'This answer holds geographic features and cannot be had as application/geo+json; offer that too.',
  },
  why: {
    nl: 'Kaartsoftware herkent GeoJSON aan het mediatype en kan dit antwoord niet zonder maatwerk openen.',
    en: 'Map software knows GeoJSON by its media type and cannot open this answer without custom work.',
  },
  checkApi: ({ api, report }) => {
    for (const body of geographyOf(api).answers) {
      const { response } = body;
      const place = api.child(response?.node, 'content');
      if (place && holdsFeatures(api, body) && !(response?.content ?? []).some(isGeoJsonMedia)) report(place);
    }
  },
  cases: {
    good: [
      withContent(`{application/json: ${FEATURE}, application/geo+json: {}}`),
      withContent(
        '{application/json: {schema: {properties: {plek: {properties: {type: {}, coordinates: {}}}}}}}',
      ),
    ],
    bad: [
      { document: withContent(`{application/json: ${FEATURE}}`), at: ['/content'] },
      { document: withContent('{application/gml+xml: {}}'), at: ['/content'] },
    ],
  },
} satisfies LintRule;
