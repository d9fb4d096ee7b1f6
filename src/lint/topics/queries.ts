import type { Node } from '../../core/node.ts';
import type { Api, Operation } from '../api.ts';
import { propertiesOf } from './schemas.ts';

/** In a query: key by key, or all keys in one parameter (`querystring`, OpenAPI 3.2.0, section 4.12.1). */
const isInQuery = ({ in: place }: { readonly in: string }): boolean =>
  place === 'query' || place === 'querystring';

/** True where a caller sends something that can be wrong: a body, or query parameters. */
export const takesInput = ({ requestBody, parameters }: Operation): boolean =>
  requestBody !== undefined || parameters.some(isInQuery);

/** The keys that parameters in `querystring` hold, each where its schema writes it. */
export const keysInQueryStrings = (api: Api): [name: string, key: Node][] =>
  api.operations
    .flatMap(({ parameters }) => parameters.filter(({ in: place }) => place === 'querystring'))
    .flatMap(({ schema }) => [...propertiesOf(api, schema)]);
