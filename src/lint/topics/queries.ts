import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api, Operation } from '../api.ts';
import { alwaysTypes, propertiesOf } from './schemas.ts';

/** In a query: key by key, or all keys in one parameter (`querystring`, OpenAPI 3.2.0, section 4.12.1). */
const isInQuery = ({ in: place }: { readonly in: string }): boolean =>
  place === 'query' || place === 'querystring';

/** True where a caller sends something that can be wrong: a body, or query parameters. */
export const takesInput = ({ requestBody, parameters }: Operation): boolean =>
  requestBody !== undefined || parameters.some(isInQuery);

/**
 * Whether the names of members are the keys of the query, and the name of the parameter is none: all of a query in
 * `querystring`, and an object in `query` whose members are written apart, as is usual (RFC 6570, section 3.2.8).
 */
export function spreadsMembers(api: Api, { value }: Node, schema: Node | undefined): boolean {
  if (member(value, 'in') === 'querystring') return true;
  const isApart = (member(value, 'style') ?? 'form') === 'form' && member(value, 'explode') !== false;
  const types = schema ? alwaysTypes(api, schema) : [];
  return member(value, 'in') === 'query' && isApart && types.length > 0 && types.every(isObjectType);
}

const isObjectType = (type: string): boolean => type === 'object' || type === 'null';

/** The keys of queries that schemas of parameters name, each where its schema writes it. */
export const keysInSchemas = (api: Api): [name: string, key: Node][] =>
  api.operations
    .flatMap(({ parameters }) => parameters.filter(({ node, schema }) => spreadsMembers(api, node, schema)))
    .flatMap(({ schema }) => [...propertiesOf(api, schema)]);
