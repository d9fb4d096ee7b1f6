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

/** Keywords that say what the text below them is. */
const SHOWN = new Set(['example', 'examples', 'default', 'servers']);

type Place = Pick<Node, 'file' | 'pointer'>;

/** A string or number of a document. */
interface ShownText extends Around {
  readonly text: string;
  readonly place: Place;
}

/** The strings and numbers of examples, defaults and servers in all files, used or not. */
export function shownTexts(document: Document): readonly ShownText[] {
  const known = shown.get(document) ?? textsOf(document, ({ role }) => role !== 'other');
  shown.set(document, known);
  return known;
}

/** Several rules ask. */
const shown = new WeakMap<Document, readonly ShownText[]>();

/**
 * The strings and numbers in all files that a test holds for, used or not.
 *
 * @param isWanted of what is known of a text; where none has to be read to tell, none is
 */
export function textsOf(document: Document, isWanted: (around: Around) => boolean): ShownText[] {
  const found: ShownText[] = [];
  for (const { key: file, value } of document.files.values()) {
    const path: (string | number)[] = [];
    const see: See = (text, around) =>
      void found.push({ ...around, text, place: { file, pointer: join('', ...path) } });
    visit(value, { of: '', role: 'other' }, path, { isWanted, see });
  }
  return found;
}

/** A character of ASCII by its number, and a line that goes on at the next (YAML 1.2.2, sections 5.7 and 7.3.1). */
const ESCAPED = /\\(?:x[0-7]|u00[0-7]|U000000[0-7])/;
const CONTINUED = /\\\r?\n\s*\\?/g;

/** Whether a text of a document may have a part of that form; false is certain. */
export const mayHold = ({ files }: Document, part: RegExp): boolean =>
  [...files.values()].some(file => {
    const text = file.text.replace(CONTINUED, '');
    return part.test(text) || ESCAPED.test(text);
  });

type See = (text: string, around: Around) => void;

interface Search {
  readonly isWanted: (around: Around) => boolean;
  readonly see: See;
}

/** @param path of the item, changed on the way: one list serves all */
function visit(item: Json | undefined, around: Around, path: (string | number)[], search: Search): void {
  if (isString(item) || typeof item === 'number') {
    if (search.isWanted(around)) search.see(String(item), around);
  } else if (isArray(item))
    for (let index = 0; index < item.length; index++) visitBelow(item[index], index, around, path, search);
  else if (isObject(item)) visitMembers(item, around, path, search);
}

function visitBelow(
  value: Json | undefined,
  token: string | number,
  around: Around,
  path: (string | number)[],
  search: Search,
): void {
  if (typeof value !== 'object' && !search.isWanted(around)) return;
  path.push(token);
  visit(value, around, path, search);
  path.pop();
}

function visitMembers(item: JsonObject, outside: Around, path: (string | number)[], search: Search): void {
  const around = isString(item.name) && isString(item.in) ? { ...outside, of: item.name } : outside;
  const isWanted = search.isWanted(around);
  for (const key in item) {
    const child = item[key];
    // Most values are no text that is looked for.
    if (!isWanted && typeof child !== 'object' && !SHOWN.has(key)) continue;
    if (around.role !== 'example' && isObject(child) && NAMED.has(key)) {
      path.push(key);
      visitNamed(child, around.role, path, search);
      path.pop();
    } else visitBelow(child, key, aroundMember(around, key, child), path, search);
  }
}

function visitNamed(map: JsonObject, role: Around['role'], path: (string | number)[], search: Search): void {
  for (const name in map) visitBelow(map[name], name, { of: name, role }, path, search);
}

function aroundMember(around: Around, key: string, value: Json | undefined): Around {
  const { of, role } = around;
  if (role === 'example') return { role, of: key === 'value' ? of : key };
  // `default` is a value in a schema and an answer among responses.
  if (key === 'example' || key === 'examples' || (key === 'default' && !isObject(value)))
    return { of, role: 'example' };
  return key === 'servers' ? { of, role: 'server' } : around;
}
