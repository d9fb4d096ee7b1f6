import { isString, member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { crsParametersOf, geographyOf } from '../topics/geography.ts';
import { partsOf } from '../topics/schemas.ts';

export const rule = {
  id: 'geo-default-crs',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /geo/default-crs',
  message: {
    nl: "'{name}' heeft als standaard '{value}'; maak dat CRS84 (http://www.opengis.net/def/crs/OGC/1.3/CRS84).",
    en: "'{name}' defaults to '{value}'; make that CRS84 (http://www.opengis.net/def/crs/OGC/1.3/CRS84).",
  },
  why: {
    nl: 'Kaartsoftware gaat zonder opgave uit van CRS84; met een ander stelsel komt alles elders op de kaart.',
    en: 'Map software assumes CRS84 when nothing is said; with another system all ends up elsewhere on the map.',
  },
  checkApi: ({ api, report }) => {
    for (const { name, schema } of crsParametersOf(api)) {
      for (const part of partsOf(api, schema)) {
        const value = member(part.value, 'default');
        const isCrs = geographyOf(api).isUsed || /EPSG|opengis|\bcrs\b/i.test(String(value));
        // CRS84h is the same with heights.
        if (!isString(value) || !isCrs || /\bCRS84h?\]?$/i.test(value)) continue;
        report(placeOfField(part, 'default'), { name, value });
      }
    }
  },
  cases: {
    good: [
      parameter(
        "{name: crs, in: query, schema: {type: string, default: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'}}",
      ),
      parameter("{name: crs, in: query, schema: {type: string, default: '[OGC:CRS84]'}}"),
    ],
    bad: [
      {
        document: parameter("{name: crs, in: query, schema: {type: string, default: 'EPSG:28992'}}"),
        at: ['/schema/default'],
      },
    ],
  },
} satisfies LintRule;
