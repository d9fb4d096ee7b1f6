import { response, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { moduleApplies, usesGeometry } from '../topics/modules.ts';

export const rule = {
  id: 'adr-module-geospatial',
  source: 'ADR /core/modules/geospatial',
  message: {
    nl: 'Het document beschrijft geometrie; de geomodule van de ADR geldt erbij (regels geo-…).',
    en: 'The document describes geometry; the geo module of the ADR applies too (rules geo-…).',
  },
  ...moduleApplies(usesGeometry),
  cases: {
    good: [schema('Zaak', '{properties: {naam: {type: string}}}')],
    bad: [
      { document: schema('Zaak', '{properties: {zaakgeometrie: {type: object}}}'), at: ['#'] },
      { document: response('200', '{content: {application/geo+json: {}}}'), at: ['#'] },
    ],
  },
} satisfies LintRule;
