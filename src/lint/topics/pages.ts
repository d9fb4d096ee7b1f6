import type { Node } from '../../core/node.ts';
import type { Api, Operation } from '../api.ts';
import { partsOf, propertiesOf, typesOf } from './schemas.ts';

/** Names under which a page holds its items. */
const ITEMS = ['results', 'resultaten', 'items', 'data', 'features', '_embedded'];

/** What a page says about itself beside its items. */
const ABOUT_PAGES =
  /^(count|total|totaal|aantal|next|previous|volgende|vorige|cursor|_?links|page|pagina)|(Count|Aantal)$/;

const isArraySchema = (api: Api, schema: Node | undefined): boolean =>
  partsOf(api, schema).some(part => typesOf(part.value).includes('array'));

/** The schemas of the bodies that a successful answer may have. */
export const successSchemas = ({ responses }: Operation): Node[] =>
  responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []));

/** True for a GET that answers with an array, or with an object that pages through one. */
export function listsItems(api: Api, operation: Operation): boolean {
  return (
    operation.method === 'get' &&
    successSchemas(operation).some(schema => isArraySchema(api, schema) || isPage(api, schema))
  );
}

/** True for an object that holds the items of a page, as such, in `_embedded`, or in the one list beside a count. */
export function isPage(api: Api, schema: Node): boolean {
  const properties = propertiesOf(api, schema);
  const embedded = propertiesOf(api, properties.get('_embedded'));
  const lists = [...properties.values()].filter(property => isArraySchema(api, property));
  return (
    ITEMS.some(name => isArraySchema(api, properties.get(name))) ||
    [...embedded.values()].some(property => isArraySchema(api, property)) ||
    (lists.length === 1 && [...properties.keys()].some(name => ABOUT_PAGES.test(name)))
  );
}
