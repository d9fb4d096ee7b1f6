import type { Node } from '../model/node.ts';
import type { Api, Operation, PathEntry } from './api.ts';
import { facetsOf } from './facets.ts';
import {
  answerOf,
  bodyOf,
  collectionsOf,
  isItemPath,
  itemOf,
  itemPathBelow,
  operationAt,
} from './resources.ts';
import { propertiesOf } from './schemas.ts';

export type FormKind = 'read' | 'create' | 'replace' | 'patch';

/** One form in which a resource travels. */
export interface Form {
  readonly kind: FormKind;
  readonly operation: Operation;
  readonly schema: Node;
  /** What travels in this form: `readOnly` is left out of requests and `writeOnly` of answers. */
  readonly attributes: ReadonlyMap<string, Node>;
}

export interface Resource {
  /** Where one of them is: `/zaken/{uuid}`. */
  readonly path: PathEntry;
  readonly forms: readonly Form[];
}

/** The forms of each resource that has an item path, by what its operations send and answer. */
export function resourcesOf(api: Api): Resource[] {
  const items = new Map(collectionsOf(api).map(path => [itemPathBelow(api, path), path] as const));
  return api.paths
    .filter(path => isItemPath(path.template))
    .map(path => {
      const reads = operationAt(path, 'get');
      const creates = operationAt(items.get(path), 'post');
      const replaces = operationAt(path, 'put');
      const patches = operationAt(path, 'patch');
      const forms = [
        ...formOf(api, 'read', reads, itemOf(api, reads && answerOf(reads))),
        ...formOf(api, 'create', creates, creates && bodyOf(creates.requestContent)),
        ...formOf(api, 'replace', replaces, replaces && bodyOf(replaces.requestContent)),
        ...formOf(api, 'patch', patches, patches && bodyOf(patches.requestContent)),
      ];
      return { path, forms };
    });
}

function formOf(
  api: Api,
  kind: FormKind,
  operation: Operation | undefined,
  schema: Node | undefined,
): Form[] {
  const properties = propertiesOf(api, schema);
  if (!operation || !schema || properties.size === 0) return [];
  const hidden = kind === 'read' ? 'writeOnly' : 'readOnly';
  const attributes = new Map([...properties].filter(([, node]) => !facetsOf(api, node)[hidden]));
  return [{ kind, operation, schema, attributes }];
}

/** Pairs of forms to compare, each once: reading with every way of writing, and the ways of writing among each other. */
export const pairsOf = ({ forms }: Resource): [Form, Form][] =>
  forms.flatMap((left, index) => forms.slice(index + 1).map((right): [Form, Form] => [left, right]));

export const FORM_NAMES = {
  read: { nl: 'lezen', en: 'reading' },
  create: { nl: 'aanmaken', en: 'creating' },
  replace: { nl: 'vervangen', en: 'replacing' },
  patch: { nl: 'bijwerken (PATCH)', en: 'patching' },
} as const satisfies Record<FormKind, { readonly nl: string; readonly en: string }>;
