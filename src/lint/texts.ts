import { isArray, isObject, isString, type Json } from '../model/json.ts';
import type { Node } from '../model/node.ts';
import { join, type Pointer } from '../model/pointer.ts';
import type { Document } from '../source/index.ts';

/** A string or number somewhere in a document. */
export interface Text extends Pick<Node, 'file' | 'pointer'> {
  readonly value: string;
  /** The nearest name of what it is a value of: an attribute, parameter or header. */
  readonly of: string;
  readonly role: 'example' | 'server' | 'other';
}

type Around = Pick<Text, 'of' | 'role'>;

/** Keywords whose members are named by the author. */
const NAMED = new Set(['properties', 'patternProperties', 'headers', 'schemas', '$defs']);

const known = new WeakMap<Document, readonly Text[]>();

/** Every string and number of all files, used or not. Collected once a document. */
export function textsOf(document: Document): readonly Text[] {
  const texts = known.get(document) ?? collectTexts(document);
  known.set(document, texts);
  return texts;
}

function collectTexts(document: Document): Text[] {
  const texts: Text[] = [];
  const visit = (file: string, pointer: Pointer, value: Json | undefined, around: Around): void => {
    if (isString(value) || typeof value === 'number') {
      texts.push({ file, pointer, value: String(value), of: around.of, role: around.role });
    } else if (isArray(value)) {
      for (const [index, item] of value.entries()) visit(file, `${pointer}/${index}`, item, around);
    } else if (isObject(value)) {
      const inside = isString(value.name) && isString(value.in) ? { ...around, of: value.name } : around;
      for (const key of Object.keys(value)) {
        const item = value[key];
        const below = /[~/]/.test(key) ? join(pointer, key) : `${pointer}/${key}`;
        if (around.role !== 'example' && NAMED.has(key) && isObject(item)) {
          for (const [name, named] of Object.entries(item))
            visit(file, join(below, name), named, { ...inside, of: name });
        } else if (typeof item !== 'boolean') visit(file, below, item, aroundMember(inside, key, item));
      }
    }
  };
  for (const { key, value } of document.files.values()) visit(key, '', value, { of: '', role: 'other' });
  return texts;
}

function aroundMember(around: Around, key: string, value: Json | undefined): Around {
  const { of, role } = around;
  if (role === 'example') return { role, of: key === 'value' ? of : key };
  // `default` is a value in a schema and an answer among responses.
  if (key === 'example' || key === 'examples' || (key === 'default' && !isObject(value)))
    return { of, role: 'example' };
  return key === 'servers' ? { of, role: 'server' } : around;
}
