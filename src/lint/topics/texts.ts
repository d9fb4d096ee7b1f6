import { isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';

/** What is known about a string or number somewhere in a document. */
interface Around {
  /** The nearest name of what it is a value of: an attribute, parameter or header. */
  readonly of: string;
  readonly role: 'example' | 'server' | 'other';
}

/** A string or number of a document, and the way to it: from the innermost key outwards. */
interface DocumentText {
  readonly value: string;
  readonly around: Around;
  readonly file: string;
  readonly way: Way | undefined;
}

interface Way {
  readonly key: string | number;
  readonly up: Way | undefined;
}

/** Keywords whose members are named by the author. */
const NAMED = new Set(['properties', 'patternProperties', 'headers', 'schemas', '$defs']);

const known = new WeakMap<Document, readonly DocumentText[]>();

/** Every string and number of all files, used or not. Several rules ask: the files are gone through once. */
export function textsOf(document: Document): readonly DocumentText[] {
  const texts =
    known.get(document) ?? [...document.files.values()].flatMap(({ key, value }) => textsIn(key, value));
  known.set(document, texts);
  return texts;
}

function textsIn(file: string, whole: Json): DocumentText[] {
  const found: DocumentText[] = [];
  const visit = (item: Json | undefined, around: Around, way: Way | undefined): void => {
    if (isString(item) || typeof item === 'number') found.push({ value: String(item), around, file, way });
    else if (isArray(item))
      for (let index = 0; index < item.length; index++) visit(item[index], around, { key: index, up: way });
    else if (isObject(item)) visitMembers(item, around, way);
  };
  const visitMembers = (item: JsonObject, outside: Around, up: Way | undefined): void => {
    const around = isString(item.name) && isString(item.in) ? { ...outside, of: item.name } : outside;
    for (const key of Object.keys(item)) visitMember(key, item[key], around, { key, up });
  };
  const visitMember = (key: string, child: Json | undefined, around: Around, way: Way): void => {
    const { role } = around;
    if (role === 'example' || !NAMED.has(key) || !isObject(child))
      visit(child, aroundMember(around, key, child), way);
    else
      for (const name of Object.keys(child)) visit(child[name], { of: name, role }, { key: name, up: way });
  };
  visit(whole, { of: '', role: 'other' }, undefined);
  return found;
}

/** Where a text stands. */
export function placeOf({ file, way }: DocumentText): Pick<Node, 'file' | 'pointer'> {
  const trail: (string | number)[] = [];
  for (let at = way; at; at = at.up) trail.unshift(at.key);
  return { file, pointer: join('', ...trail) };
}

function aroundMember(around: Around, key: string, value: Json | undefined): Around {
  const { of, role } = around;
  if (role === 'example') return { role, of: key === 'value' ? of : key };
  // `default` is a value in a schema and an answer among responses.
  if (key === 'example' || key === 'examples' || (key === 'default' && !isObject(value)))
    return { of, role: 'example' };
  return key === 'servers' ? { of, role: 'server' } : around;
}
