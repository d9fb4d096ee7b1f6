import { isObject, isString, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import type { Api } from '../api.ts';
import { facetsOf } from './facets.ts';
import { isGeometry } from './modules.ts';
import { exampleValues } from './moments.ts';
import { listedIn, partsOf, propertiesIn, propertiesOf } from './schemas.ts';

/** A place in a body that holds a geometry. */
export interface Geometry {
  readonly node: Node;
  /** The attribute that holds it; empty for the body itself. */
  readonly name: string;
  /**
   * `unstated`: by its name only. `position`: a latitude and longitude, which APIs that are not geographic have too.
   */
  readonly shape: 'geojson' | 'unstated' | 'other' | 'position';
}

const NAMES_GEOMETRY = /(geometry|geometrie|(^|[_-])(geom|wkt|gml|geojson)|[a-z](Geom|Wkt|Gml|GeoJson))$/i;

/** What a bare position may say beside its numbers; the grids and centres of OGC APIs say more and are no geometry. */
const BESIDE_COORDINATES = /^(coordinates|coordinaten|crs|srs|srid|epsg|bbox|dimension|dimensie)$/i;

/** What `_expand` adds on request belongs to another resource, and the WKT or GML of a reference system is no geometry. */
const IS_ABOUT_OTHERS = /^(_expand|(.*_|storage)?[cstv]rs)$/i;

const FEATURE_TYPES = new Set<unknown>(['Feature', 'FeatureCollection']);

/** RFC 7946, sections 3.2 and 3.3. */
export function isFeature(api: Api, schema: Node | undefined): boolean {
  const properties = propertiesOf(api, schema);
  if (!properties.has('type')) return false;
  if (properties.has('features') || (properties.has('geometry') && properties.has('properties'))) return true;
  return facetsOf(api, properties.get('type')).enumeration.some(value => FEATURE_TYPES.has(value));
}

/** The geometries in a body of a request (what is `readOnly` is not sent) or an answer (`writeOnly`). */
export function geometriesIn(api: Api, body: Node | undefined, hidden: 'readOnly' | 'writeOnly'): Geometry[] {
  const found: Geometry[] = [];
  const seen = new Set<object>();
  const visit = (entry: Node | undefined, name: string): void => {
    if (!entry || !isObject(entry.value) || seen.has(entry.value)) return;
    seen.add(entry.value);
    if (IS_ABOUT_OTHERS.test(name) || facetsOf(api, entry)[hidden]) return;
    const shape = shapeAt(api, entry, name);
    if (shape) found.push({ node: entry, name, shape });
    if (shape === 'geojson') return;
    for (const part of partsOf(api, entry)) visitWithin(part, name);
  };
  const visitWithin = (part: Node, name: string): void => {
    for (const [key, property] of propertiesIn(part)) visit(property, key);
    for (const keyword of ['items', 'additionalProperties']) visit(childOf(part, keyword), name);
  };
  visit(body, '');
  return found;
}

function shapeAt(api: Api, entry: Node, name: string): Geometry['shape'] | undefined {
  const reference = member(entry.value, '$ref');
  if (isString(reference) && !api.resolve(entry)) return /geojson/i.test(reference) ? 'geojson' : undefined;
  if (isGeometry(api, entry)) return 'geojson';
  const properties = propertiesOf(api, entry);
  const byName = NAMES_GEOMETRY.test(name) && shapeByName(api, entry);
  if (byName) return byName;
  const has = (...names: string[]): boolean => names.some(candidate => properties.has(candidate));
  if (isGeometryText(api, entry)) return 'other';
  const isBare = [...properties.keys()].every(key => BESIDE_COORDINATES.test(key));
  if (has('coordinates', 'coordinaten') && !has('type') && isBare) return 'position';
  if (has('x') && has('y') && properties.size <= 3) return 'position';
  if (has('lat', 'latitude', 'breedtegraad') && has('lon', 'lng', 'long', 'longitude', 'lengtegraad'))
    return 'position';
  return undefined;
}

/** A string whose example is Well-known Text (ISO 19125-1), or that is said to be that or GML. */
function isGeometryText(api: Api, entry: Node): boolean {
  const { types, description } = facetsOf(api, entry);
  if (types.length !== 1 || types[0] !== 'string') return false;
  if (/\b(WKT|GML)\b/.test(description)) return true;
  return [entry, ...partsOf(api, entry)].some(part =>
    exampleValues(api, part).some(({ value }) =>
      /^(MULTI)?(POINT|LINESTRING|POLYGON) *Z? *\(/.test(String(value)),
    ),
  );
}

/** Text such as WKT, bare numbers, or an object of another make; a wrapper around GeoJSON and a link are none. */
function shapeByName(api: Api, entry: Node): 'other' | 'unstated' | undefined {
  const { types, enumeration, format } = facetsOf(api, entry);
  const properties = [...propertiesOf(api, entry).values()];
  if (properties.length > 0)
    return properties.some(property => isGeometry(api, property)) ? undefined : 'other';
  if (types.includes('string'))
    return enumeration.length > 0 || /^ur[il]/.test(format ?? '') ? undefined : 'other';
  if (types.includes('array')) {
    const ofNumbers = facetsOf(api, listedIn(api, entry)).types.some(type => /number|array/.test(type));
    return ofNumbers ? 'other' : undefined;
  }
  return enumeration.length === 0 && (types.length === 0 || types.includes('object'))
    ? 'unstated'
    : undefined;
}
