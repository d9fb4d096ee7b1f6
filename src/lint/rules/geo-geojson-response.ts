import type { LintRule } from '../rule.ts';
import { geoJsonMedia } from '../topics/geojson.ts';

export const rule: LintRule = {
  id: 'geo-geojson-response',
  source: 'ADR /geo/geojson-response',
  message: {
    nl: 'Dit antwoord bevat geografische objecten en is niet als application/geo+json te krijgen; bied dat ook aan.',
    en: 'This answer holds geographic features and cannot be had as application/geo+json; offer that too.',
  },
  why: {
    nl: 'Kaartsoftware herkent GeoJSON aan het mediatype en kan dit antwoord niet zonder maatwerk openen.',
    en: 'Map software knows GeoJSON by its media type and cannot open this answer without custom work.',
  },
  ...geoJsonMedia('answers'),
};
