import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf, holdsFeatures, isGeoJsonMedia } from '../topics/geography.ts';

const withContent = (content: string) => operation('POST /panden', `{requestBody: {content: ${content}}}`);
const FEATURE =
  '{schema: {properties: {type: {enum: [Feature]}, geometry: {properties: {type: {}, coordinates: {}}}}}}';

export const rule = {
  id: 'geo-geojson-request',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /geo/geojson-request',
  message: {
    nl: 'Dit verzoek bevat GeoJSON-features onder een ander mediatype; bied ook application/geo+json aan.',
    en: 'This request holds GeoJSON features under another media type; offer application/geo+json too.',
  },
  why: {
    nl: 'Kaartsoftware stuurt GeoJSON onder zijn eigen mediatype en krijgt hier status 415.',
    en: 'Map software sends GeoJSON under its own media type and gets status 415 here.',
  },
  checkApi: ({ api, report }) => {
    for (const body of geographyOf(api).requests) {
      const { operation } = body;
      const place = api.child(operation.requestBody, 'content');
      if (place && holdsFeatures(api, body) && !operation.requestContent.some(isGeoJsonMedia)) report(place);
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
      { document: withContent(`{application/json: ${FEATURE}}`), at: ['/requestBody/content'] },
      { document: withContent('{application/gml+xml: {}}'), at: ['/requestBody/content'] },
    ],
  },
} satisfies LintRule;
