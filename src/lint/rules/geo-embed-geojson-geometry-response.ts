import type { LintRule } from '../rule.ts';
import { geometryShape } from '../topics/geojson.ts';

export const rule: LintRule = {
  id: 'geo-embed-geojson-geometry-response',
  source: 'ADR /geo/embed-geojson-geometry-response',
  why: {
    nl: 'Kaartsoftware leest geometrie als GeoJSON; van een eigen vorm moet elke afnemer omzetten.',
    en: 'Map software reads geometry as GeoJSON; from a shape of your own each consumer has to convert.',
  },
  ...geometryShape('answers'),
};
