import { type Json, member } from '../../core/json.ts';
import type { Api, Parameter } from '../api.ts';
import { facetsOf } from './facets.ts';
import { type GeoBody, holdsGeometry, isGeoMedia } from './geography.ts';
import { isItemPath, shapeOf } from './resources.ts';
import { partsOf, propertiesOf } from './schemas.ts';

export type BoxFault = 'shape' | 'exploded';

/** What to say of a box, in the words of a message. */
export const BOX_FAULTS = {
  absent: { nl: 'ontbreekt', en: 'is missing' },
  shape: { nl: 'is geen lijst van 4 of 6 getallen', en: 'is no array of 4 or 6 numbers' },
  exploded: { nl: 'mist style: form met explode: false', en: 'lacks style: form with explode: false' },
} as const satisfies Record<BoxFault | 'absent', { readonly nl: string; readonly en: string }>;

/** OGC API Features 1.0, section 7.15.3: four numbers, or six with heights, in one comma-separated value. */
export function boxFaultOf(api: Api, { node, schema }: Parameter): BoxFault | undefined {
  const { types } = facetsOf(api, schema);
  const items = partsOf(api, schema).flatMap(part => facetsOf(api, api.child(part, 'items')).types);
  const ofNumbers = items.length > 0 && items.every(type => type === 'number' || type === 'integer');
  const bounds = (keyword: string): Json[] =>
    partsOf(api, schema).flatMap(({ value }) => member(value, keyword) ?? []);
  const fits = (keyword: string): boolean => {
    const stated = bounds(keyword);
    return stated.length > 0 && stated.every(bound => bound === 4 || bound === 6);
  };
  if (types.join() !== 'array' || !ofNumbers || !fits('minItems') || !fits('maxItems')) return 'shape';
  const isForm = (member(node.value, 'style') ?? 'form') === 'form';
  // OpenAPI 3.1, section 4.8.12.2: `explode` is true where the style is form and nothing is said.
  return isForm && member(node.value, 'explode') === false ? undefined : 'exploded';
}

/** A GET that yields many geographic things: a list, a page, a FeatureCollection, or GeoJSON off an item path. */
export function isGeoCollection(api: Api, answer: GeoBody): boolean {
  const { operation, content } = answer;
  if (operation.method !== 'get' || isItemPath(operation.path) || !holdsGeometry(answer)) return false;
  return content.some(media => {
    const properties = propertiesOf(api, media.schema);
    if (properties.size === 0 && isGeoMedia(media)) return true;
    return properties.has('features') || /list|page/.test(shapeOf(api, media.schema));
  });
}
