import { member } from '../../core/json.ts';
import type { Api, Operation, Parameter } from '../api.ts';
import { geographyOf, holdsGeometry } from './geography.ts';
import { isGeometry } from './modules.ts';

/** `filter` holds an expression of any kind (OGC CQL2): geometric where the answer is. */
const NAMES_FILTER =
  /^(filter|(geo|filter)?(intersects|within|contains|touches|crosses|overlaps|disjoint|dwithin|geometry|geometrie|filter))$/i;

const SAYS_GEOMETRY = /geometri|ruimtelijk|spatial|geojson|polyg|\bwkt\b|\bs_(intersects|within)/i;

/** The query parameter that filters by geometry: by its name beside geometry in the answer, its text or its schema. */
export function geometricFilterOf(api: Api, operation: Operation): Parameter | undefined {
  const { isUsed, answers } = geographyOf(api);
  const isGeographic = answers.some(answer => answer.operation === operation && holdsGeometry(answer));
  return operation.parameters.find(({ name, in: place, schema, node }) => {
    if (place !== 'query') return false;
    if (!NAMES_FILTER.test(name)) return isUsed && isGeometry(api, schema);
    return isGeographic || SAYS_GEOMETRY.test(String(member(node.value, 'description')));
  });
}
