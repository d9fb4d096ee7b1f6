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

/** Keywords whose members are named by the author. */
const NAMED = new Set(['properties', 'patternProperties', 'headers', 'schemas', '$defs']);

type Place = Pick<Node, 'file' | 'pointer'>;

/**
 * Shows every string and number of all files, used or not.
 *
 * @param see gets a text, what is known about it, and a function that tells its place: few texts are asked for that
 */
export function eachText(
  document: Document,
  see: (text: string, around: Around, place: () => Place) => void,
): void {
  for (const { key: file, value } of document.files.values()) {
    const path: (string | number)[] = [];
    const place = (): Place => ({ file, pointer: join('', ...path) });
    visit(value, { of: '', role: 'other' }, path, (text, around) => see(text, around, place));
  }
}

type See = (text: string, around: Around) => void;

/** @param path of the item, changed on the way: one list serves all */
function visit(item: Json | undefined, around: Around, path: (string | number)[], see: See): void {
  if (isString(item) || typeof item === 'number') see(String(item), around);
  else if (isArray(item))
    for (let index = 0; index < item.length; index++) {
      path.push(index);
      visit(item[index], around, path, see);
      path.pop();
    }
  else if (isObject(item)) visitMembers(item, around, path, see);
}

function visitMembers(item: JsonObject, outside: Around, path: (string | number)[], see: See): void {
  const around = isString(item.name) && isString(item.in) ? { ...outside, of: item.name } : outside;
  for (const key of Object.keys(item)) {
    const child = item[key];
    path.push(key);
    if (around.role !== 'example' && NAMED.has(key) && isObject(child))
      visitNamed(child, around.role, path, see);
    else visit(child, aroundMember(around, key, child), path, see);
    path.pop();
  }
}

function visitNamed(map: JsonObject, role: Around['role'], path: (string | number)[], see: See): void {
  for (const of of Object.keys(map)) {
    path.push(of);
    visit(map[of], { of, role }, path, see);
    path.pop();
  }
}

function aroundMember(around: Around, key: string, value: Json | undefined): Around {
  const { of, role } = around;
  if (role === 'example') return { role, of: key === 'value' ? of : key };
  // `default` is a value in a schema and an answer among responses.
  if (key === 'example' || key === 'examples' || (key === 'default' && !isObject(value)))
    return { of, role: 'example' };
  return key === 'servers' ? { of, role: 'server' } : around;
}
