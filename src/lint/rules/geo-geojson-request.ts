import type { LintRule } from '../rule.ts';
import { geoJsonMedia } from '../topics/geojson.ts';

export const rule: LintRule = {
  id: 'geo-geojson-request',
  source: 'ADR /geo/geojson-request',
  message: {
    nl: 'Dit verzoek bevat GeoJSON-features onder een ander mediatype; bied ook application/geo+json aan.',
    en: 'This request holds GeoJSON features under another media type; offer application/geo+json too.',
  },
  why: {
    nl: 'Kaartsoftware stuurt GeoJSON onder zijn eigen mediatype en krijgt hier status 415.',
    en: 'Map software sends GeoJSON under its own media type and gets status 415 here.',
  },
  ...geoJsonMedia('requests'),
};
