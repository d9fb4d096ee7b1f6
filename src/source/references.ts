import { isArray, isObject, isString, type Json } from '../core/json.ts';
import { join, type Pointer } from '../core/pointer.ts';
import { DATA_KEYS, NAME_MAPS } from '../vocabulary/openapi.ts';

/** A `$ref`, or a file named by a discriminator mapping, as it is written. */
export interface WrittenReference {
  /** Of the object that holds `$ref`; of the mapping entry itself. */
  readonly pointer: Pointer;
  readonly ref: string;
}

/** Every reference of a parsed file (OpenAPI 3.1, section 4.8.23), without the look-alikes in examples and defaults. */
export function writtenReferences(value: Json): WrittenReference[] {
  const found: WrittenReference[] = [];
  collect(value, [], false, found);
  return found;
}

/** The path is kept as a list, since few of the places that are passed hold a reference. */
function collect(value: Json, path: (string | number)[], named: boolean, found: WrittenReference[]): void {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      collect(item, path, false, found);
      path.pop();
    }
    return;
  }
  if (!isObject(value)) return;
  // Nothing that stands under a free name is a text: a `$ref` there stands for the whole map.
  if (isString(value.$ref)) found.push({ pointer: join('', ...path), ref: value.$ref });
  for (const key in value) {
    const child = value[key];
    if (typeof child !== 'object' || child === null) continue;
    path.push(key);
    if (named) collect(child, path, false, found);
    else collectMember(key, child, path, found);
    path.pop();
  }
}

function collectMember(key: string, child: Json, path: (string | number)[], found: WrittenReference[]): void {
  if (key === 'mapping') collectMapping(child, join('', ...path), found);
  else if (NAME_MAPS.has(key) && !(key === 'examples' && isArray(child)))
    collect(child, path, isObject(child), found);
  else if (key !== 'examples' && !DATA_KEYS.has(key) && !key.startsWith('x-'))
    collect(child, path, false, found);
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
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
