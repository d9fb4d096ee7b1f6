import { member } from '../../core/json.ts';
import { childOf } from '../../source/index.ts';
import type { VisitorCheck } from '../rule.ts';
import { alwaysTypes, partsOf } from './schemas.ts';

/** A list in a parameter says how it is written in the address or header (OpenAPI 3.1.1, section 4.8.12.2). */
export const checkListParameters: VisitorCheck = ({ api, report }) => ({
  Parameter(value, { location }) {
    const parameter = api.nodeAt(location, value);
    const schema = childOf(parameter, 'schema');
    if (!schema || ['style', 'explode'].every(key => member(parameter.value, key) !== undefined)) return;
    const hasItems = partsOf(api, schema).some(part =>
      ['items', 'prefixItems'].some(key => member(part.value, key) !== undefined),
    );
    if (alwaysTypes(api, schema).includes('array') || hasItems) report(parameter);
  },
});
