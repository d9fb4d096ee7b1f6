import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childNodes, isReference } from '../../vocabulary/tree.ts';
import { components, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { visitProperties } from '../topics/visits.ts';

/** A schema and the parts of it that are written in place. */
const writtenIn = (schema: Node): Node[] =>
  isReference(schema)
    ? []
    : [schema, ...['allOf', 'oneOf', 'anyOf'].flatMap(name => childNodes(schema, name).flatMap(writtenIn))];

export const rule = {
  id: 'zgw-geojson-schemas',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Deze geometrie is ter plekke uitgeschreven; verwijs naar één gedeeld GeoJSON-schema.',
    en: 'This geometry is written out on the spot; refer to one shared GeoJSON schema.',
  },
  why: {
    nl: 'Twee beschrijvingen van dezelfde geometrie lopen uiteen, en kaartsoftware kent er maar één.',
    en: 'Two descriptions of one geometry drift apart, and map software knows only one.',
  },
  check: ({ api, report }) =>
    visitProperties(api, (_name, entry) => {
      const isGeometry = writtenIn(entry).some(
        ({ value }) => member(member(value, 'properties'), 'coordinates') !== undefined,
      );
      if (isGeometry) report(entry);
    }),
  cases: {
    good: [
      components(
        'schemas: {Point: {properties: {coordinates: {}}}, Zaak: {properties: {plek: {$ref: "#/components/schemas/Point"}}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {plek: {properties: {type: {}, coordinates: {}}}}}'),
        at: ['/properties/plek'],
      },
    ],
  },
} satisfies LintRule;
