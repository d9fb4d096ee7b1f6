import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import type { Document } from '../source/index.ts';
import { fieldOf, type Kind } from '../vocabulary/openapi.ts';

/**
 * The value of a document that is its own bundle, so that nothing has to be gathered: it is one file, and each of its
 * references stands where OpenAPI has one and leads to a place in that file. `undefined` where that is not so, and where
 * something could be a reference to the bundler that is none to us.
 */
export function ownBundle(document: Document): JsonObject | undefined {
  const [file] = document.files.values();
  if (document.files.size > 1 || document.missing.length > 0 || !isObject(file?.value)) return undefined;
  const { value } = file;
  return referencesIn('openapi', value) === likelyReferencesIn(value, value.components)
    ? rootOf(document, value)
    : undefined;
}

/** A copy, which bundling may write into. YAML reads `openapi: 3.1` as a number, and a bundle has its third part too. */
export const rootOf = ({ version }: Document, value: Json): JsonObject => ({
  ...(structuredClone(value) as JsonObject),
  openapi: version.replace(/^\d+\.\d+$/, '$&.0'),
});

/** How many objects that OpenAPI knows are a reference. */
function referencesIn(kind: Kind, value: Json): number {
  if (!isObject(value)) return 0;
  let count = isString(value.$ref) && kind !== 'openapi' && kind !== 'components' ? 1 : 0;
  for (const [key, child] of Object.entries(value)) {
    const [shape, part] = fieldOf(kind, key) ?? [];
    if (part === undefined) continue;
    for (const inner of shape === 'one' ? [child] : membersOf(child, shape === 'list'))
      count += referencesIn(part, inner ?? null);
  }
  return count;
}

const membersOf = (value: Json | undefined, isList: boolean): readonly (Json | undefined)[] =>
  isList ? (isArray(value) ? value : []) : isObject(value) ? Object.values(value) : [];

/** How many places could be a reference to whoever does not know what is data. */
function likelyReferencesIn(value: Json, components: Json | undefined): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  for (const [key, child] of Object.entries(value)) {
    if (isString(child))
      count += key === '$ref' || key === 'externalValue' || key === 'defaultMapping' ? 1 : 0;
    else if (key === 'mapping' && !namesComponents(child, components)) count += 1;
    else if (typeof child === 'object') count += likelyReferencesIn(child, components);
  }
  return count;
}

/** A mapping to whole schemas among the components, which are what they stand for themselves. */
const namesComponents = (mapping: Json | undefined, components: Json | undefined): boolean =>
  isObject(mapping) &&
  Object.values(mapping).every(
    target => isString(target) && (!/[/#.]/.test(target) || isPlainSchema(target, components)),
  );

function isPlainSchema(ref: string, components: Json | undefined): boolean {
  const name = /^#\/components\/schemas\/([\w-]+)$/.exec(ref)?.[1];
  const schema =
    name !== undefined && isObject(components) && isObject(components.schemas)
      ? components.schemas[name]
      : undefined;
  return isObject(schema) && schema.$ref === undefined;
}
