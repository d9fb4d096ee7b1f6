import type { Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import type { Visitor } from '../rule.ts';
import { propertiesIn } from './schemas.ts';

/** Looks at each schema once, whatever refers to it. */
export const visitSchemas = (api: Api, look: (schema: Node) => void): Visitor => ({
  Schema: (value, { location }) => look(api.nodeAt(location, value)),
});

/** Looks at each property of each schema, as it is written there. */
export const visitProperties = (api: Api, look: (name: string, property: Node) => void): Visitor =>
  visitSchemas(api, schema => {
    for (const [name, property] of propertiesIn(schema)) look(name, property);
  });

/** Looks at each operation, parameter, header and schema once, by what it is called: each can be deprecated by itself. */
export const visitParts = (api: Api, look: (part: Node, name: string) => void): Visitor => ({
  Operation(value, { location }) {
    const found = api.operationOf(value);
    if (found) look({ ...api.nodeAt(location, value), value: found.value as unknown as Json }, found.label);
  },
  Parameter: (value, { location }) => look(api.nodeAt(location, value), String(value.name)),
  Header: (value, { location, key }) => look(api.nodeAt(location, value), String(key)),
  Schema: (value, { location, key }) => look(api.nodeAt(location, value), String(key)),
});
