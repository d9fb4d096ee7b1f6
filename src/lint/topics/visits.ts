import type { Oas3Visitor } from '@redocly/openapi-core';
import type { Node } from '../../core/node.ts';
import { childNode, entriesOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';

/** Looks at each schema once, whatever refers to it. */
export const visitSchemas = (api: Api, look: (schema: Node) => void): Oas3Visitor => ({
  Schema: (value, { location }) => look(api.nodeAt(location, value)),
});

/** Looks at each property of each schema, as it is written there. */
export const visitProperties = (api: Api, look: (name: string, property: Node) => void): Oas3Visitor =>
  visitSchemas(api, schema => {
    for (const [name, property] of entriesOf(childNode(schema, 'properties'))) look(name, property);
  });
