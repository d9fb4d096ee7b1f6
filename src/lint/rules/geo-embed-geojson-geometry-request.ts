import type { LintRule } from '../rule.ts';
import { geometryShape } from '../topics/geojson.ts';

export const rule: LintRule = {
  id: 'geo-embed-geojson-geometry-request',
  source: 'ADR /geo/embed-geojson-geometry-request',
  why: {
    nl: 'Kaartsoftware schrijft geometrie als GeoJSON; voor een eigen vorm moet elke afnemer omzetten.',
    en: 'Map software writes geometry as GeoJSON; for a shape of your own each consumer has to convert.',
  },
  ...geometryShape('requests'),
};
