import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { join, type Pointer } from '../core/pointer.ts';
import { DATA_KEYS, isPatterned, NAME_MAPS } from '../vocabulary/openapi.ts';

/** A `$ref`, or a file named by a discriminator mapping, as it is written. */
export interface WrittenReference {
  /** Of the object that holds `$ref`; of the mapping entry itself. */
  readonly pointer: Pointer;
  /** By place, where a file names its schemas by URI. */
  readonly ref: string;
  /** What stands in the file, where that is something else. */
  readonly written?: string;
}

/** Every reference of a parsed file (OpenAPI 3.1, section 4.8.23), without the look-alikes in examples and defaults. */
export function writtenReferences(value: Json): WrittenReference[] {
  const found: WrittenReference[] = [];
  visit(value, {
    // Nothing that stands under a free name is a text: a `$ref` there stands for the whole map.
    meetObject({ $ref }, path) {
      if (isString($ref)) found.push({ pointer: join('', ...path), ref: $ref });
    },
    meetMapping: (mapping, path) => found.push(...mappedReferences(mapping, join('', ...path))),
  });
  return found;
}

type Path = readonly (string | number)[];

interface Visitor {
  /** @param isMap whether the members stand under names that are free */
  readonly meetObject: (object: JsonObject, path: Path, isMap: boolean) => void;
  readonly meetMapping?: (mapping: Json, path: Path) => void;
}

/** Goes through a parsed file, except for what is data: examples, defaults, enumerations and extensions. */
export const visit = (value: Json, visitor: Visitor): void => visitBelow(value, [], false, visitor);

/** The path is kept as a list, since few of the places that are passed are asked for. */
function visitBelow(value: Json, path: (string | number)[], isMap: boolean, visitor: Visitor): void {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      visitBelow(item, path, false, visitor);
      path.pop();
    }
    return;
  }
  if (!isObject(value)) return;
  visitor.meetObject(value, path, isMap);
  for (const key in value) {
    const child = value[key];
    if (typeof child !== 'object' || child === null) continue;
    if (isMap && key.startsWith('x-') && isPatterned(path.at(-1), path.at(-2))) continue;
    path.push(key);
    if (isMap) visitBelow(child, path, false, visitor);
    else visitMember(key, child, path, visitor);
    path.pop();
  }
}

function visitMember(key: string, child: Json, path: (string | number)[], visitor: Visitor): void {
  if (key === 'mapping') visitor.meetMapping?.(child, path);
  else if (NAME_MAPS.has(key) && !(key === 'examples' && isArray(child)))
    visitBelow(child, path, isObject(child), visitor);
  else if (key !== 'examples' && !DATA_KEYS.has(key) && !key.startsWith('x-'))
    visitBelow(child, path, false, visitor);
}

/** A mapping value is a name or a reference (OpenAPI 3.1, section 4.8.25); only what looks like a file is one for sure. */
const mappedReferences = (mapping: Json, pointer: Pointer): WrittenReference[] =>
  Object.entries(isObject(mapping) ? mapping : {}).flatMap(([name, target]) =>
    isString(target) && /\.(ya?ml|json)(#|$)|^#\//.test(target)
      ? [{ pointer: join(pointer, name), ref: target }]
      : [],
  );

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
