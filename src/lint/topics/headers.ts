import type { Node } from '../../core/node.ts';
import { contentOf } from '../../openapi/parts.ts';
import type { Api, Parameter } from '../api.ts';

/** Whether a header is among what is sent; names of headers know no case (RFC 9110, section 5.1). */
export const takesHeader = (parameters: readonly Parameter[], wanted: string): boolean =>
  parameters.some(({ name, in: place }) => place === 'header' && name.toLowerCase() === wanted.toLowerCase());

/** What a header holds: by its schema, or by that of its one media type (OpenAPI 3.1, section 4.8.21). */
export const schemaOfHeader = (api: Api, header: Node): Node | undefined =>
  api.child(header, 'schema') ?? contentOf(api, header)[0]?.schema;
