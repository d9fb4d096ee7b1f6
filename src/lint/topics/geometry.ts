import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { partsOf, propertiesOf } from './schemas.ts';

/** GeoJSON (RFC 7946, section 3.1): every geometry but a collection has coordinates. */
const isGeometry = (api: Api, schema: Node | undefined): boolean =>
  partsOf(api, schema).some(part => propertiesOf(api, part).has('coordinates'));

/** A schema with a geometry among its properties, or in a group of them; what `_expand` adds does not count. */
export function holdsGeometry(api: Api, schema: Node | undefined, depth = 1): boolean {
  return [...propertiesOf(api, schema)].some(
    ([name, property]) =>
      name !== '_expand' &&
      (isGeometry(api, property) || (depth > 0 && holdsGeometry(api, property, depth - 1))),
  );
}
