import { isArray, isObject, isString, type Json } from '../model/json.ts';
import { escapeToken, join, type Pointer } from '../model/pointer.ts';

/** A `$ref`, or a file named by a discriminator mapping, as it is written. */
export interface WrittenReference {
  /** Of the object that holds `$ref`; of the mapping entry itself. */
  readonly pointer: Pointer;
  readonly ref: string;
}

/** Keys whose value maps free names to objects: a name there is no keyword, whatever it looks like. */
const NAME_MAPS = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'],
  ...[
    'schemas',
    'responses',
    'parameters',
    'examples',
    'requestBodies',
    'headers',
    'securitySchemes',
    'links',
  ],
  ...[
    'callbacks',
    'pathItems',
    'mediaTypes',
    'paths',
    'webhooks',
    'x-webhooks',
    'content',
    'encoding',
    'variables',
  ],
]);

/** Keys whose value is data: a `$ref` in there is text. */
const DATA = new Set(['example', 'default', 'const', 'enum', 'value', 'required', 'security', 'scopes']);

/** Every reference of a parsed file (OpenAPI 3.1, section 4.8.23), without the look-alikes in examples and defaults. */
export function writtenReferences(value: Json): WrittenReference[] {
  const found: WrittenReference[] = [];
  collect(value, '', false, found);
  return found;
}

function collect(value: Json, pointer: Pointer, named: boolean, found: WrittenReference[]): void {
  if (isArray(value)) {
    value.forEach((item, index) => {
      collect(item, `${pointer}/${index}`, false, found);
    });
    return;
  }
  if (!isObject(value)) return;
  if (!named && isString(value.$ref)) found.push({ pointer, ref: value.$ref });
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (typeof child !== 'object' || child === null) continue;
    const below = `${pointer}/${escapeToken(key)}`;
    if (named) collect(child, below, false, found);
    else if (key === 'mapping') collectMapping(child, below, found);
    else if (key === 'examples' && isArray(child)) continue;
    else if (NAME_MAPS.has(key)) collect(child, below, isObject(child), found);
    else if (!DATA.has(key) && !key.startsWith('x-')) collect(child, below, false, found);
  }
}

/** A mapping value is a name or a reference (OpenAPI 3.1, section 4.8.25); only what looks like a file is one for sure. */
function collectMapping(mapping: Json, pointer: Pointer, found: WrittenReference[]): void {
  if (!isObject(mapping)) return;
  for (const [name, target] of Object.entries(mapping)) {
    if (isString(target) && /\.(ya?ml|json)(#|$)|^#\//.test(target)) {
      found.push({ pointer: join(pointer, name), ref: target });
    }
  }
}

/** The two halves of a reference: the file, `''` for the same one, and the fragment without `#`, percent-decoded. */
export function splitReference(ref: string): { readonly file: string; readonly fragment: string } {
  const hash = ref.indexOf('#');
  return hash < 0
    ? { file: ref, fragment: '' }
    : { file: ref.slice(0, hash), fragment: decodeFragment(ref.slice(hash + 1)) };
}

/** RFC 6901, section 6. A stray `%` stays as it is: the pointer then leads nowhere, which is reported as such. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
