import { isArray, isObject, isString } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { lastToken } from '../core/pointer.ts';
import { childEntries, childNode, childNodes, idOf, isReference } from '../json-schema/reading.ts';
import type { Role } from '../openapi/message-validator.ts';
import { type Kind, partsOf } from '../vocabulary/openapi.ts';

/** A value that a document shows, and the schema that it has to fit. */
export interface DocumentExample {
  readonly value: Node;
  readonly schema: Node;
  readonly role: Role;
}

/** Which messages a part belongs to; what is inside keeps the role of what is around. */
const ROLES: Partial<Record<Kind, Role>> = {
  parameter: 'request',
  requestBody: 'request',
  header: 'response',
  response: 'response',
};

/**
 * Every example that can be reached from the root: of media types, parameters and headers (OpenAPI 3.1.0, sections
 * 4.8.14, 4.8.12 and 4.8.21) and of schemas (JSON Schema 2020-12 validation, section 9.5), each once for a role.
 */
export function examplesOf(root: Node, resolve: Resolve): DocumentExample[] {
  const found: DocumentExample[] = [];
  const seen = new Set<string>();
  const visit = (kind: Kind, node: Node, around: Role): void => {
    const role = kind === 'schema' ? 'schema' : (ROLES[kind] ?? around);
    const key = `${kind} ${role} ${idOf(node)}`;
    if (seen.has(key)) return;
    seen.add(key);
    const target = isReference(node) ? resolve(node) : undefined;
    if (target) visit(kind, target, role);
    found.push(...shownIn(kind, node, role, resolve));
    for (const { kind: part, path } of partsOf(kind, node.value)) {
      const child = childNode(node, ...path);
      if (child) visit(part, child, role);
    }
  };
  visit('openapi', root, 'schema');
  return found;
}

function shownIn(kind: Kind, node: Node, role: Role, resolve: Resolve): DocumentExample[] {
  if (kind === 'schema') {
    const example = childNode(node, 'example');
    const values = [...(example ? [example] : []), ...childNodes(node, 'examples')];
    return values.map(value => ({ value, schema: node, role }));
  }
  if (kind !== 'mediaType' && kind !== 'parameter' && kind !== 'header') return [];
  const schema = childNode(node, 'schema');
  if (!schema) return [];
  return valuesOf(node, resolve)
    .filter(value => kind !== 'mediaType' || isJsonType(lastToken(node.pointer)) || !isString(value.value))
    .map(value => ({ value, schema, role }));
}

/** A text of a type that is not JSON is the message as it travels, and no value that a schema speaks of. */
export const isJsonType = (mediaType: string): boolean =>
  /^(application|\*)\/(.*\+)?(json|\*)\b|\+json\b/i.test(mediaType);

function valuesOf(node: Node, resolve: Resolve): Node[] {
  const example = childNode(node, 'example');
  const named = childEntries(node, 'examples').flatMap(([, written]) => {
    const object = isReference(written) ? resolve(written) : written;
    // `dataValue` is the name in 3.2 (OpenAPI 3.2.0, section 4.19); `externalValue` is not ours to fetch.
    const value = object && (childNode(object, 'value') ?? childNode(object, 'dataValue'));
    return value ? [value] : [];
  });
  return [...(example ? [example] : []), ...named].filter(
    ({ value }) => isObject(value) || isArray(value) || value !== undefined,
  );
}
