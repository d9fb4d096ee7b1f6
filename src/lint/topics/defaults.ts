import { equalJson, isArray, type Json } from '../../core/json.ts';
import { inDutch } from '../engine/dutch.ts';
import type { VisitorCheck } from '../rule.ts';
import { statedTypes } from './schemas.ts';

const typeOf = (value: Json): string =>
  value === null ? 'null' : isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** A `default` has to be of the schema's own type and among its values (OpenAPI 3.1, section 4.8.24). */
export const checkDefaults: VisitorCheck = ({ api, report }) => ({
  Schema(schema, { location }) {
    const value = schema.default as Json | undefined;
    if (value === undefined) return;
    const types = statedTypes(api, api.nodeAt(location, schema));
    const type = typeOf(value);
    const fits =
      types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
    const values = schema.enum as readonly Json[] | undefined;
    const isListed = !isArray(values) || values.some(item => equalJson(item, value));
    if (fits && isListed) return;
    const detail = fits ? 'must be equal to one of the allowed values' : `must be ${types.join(', ')}`;
    report(location.child('default'), { name: 'default', detail, uitleg: inDutch(detail) });
  },
});
