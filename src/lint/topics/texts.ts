import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';

/** What is known about a string or number somewhere in a document. */
interface Around {
  /** The nearest name of what it is a value of: an attribute, parameter or header. */
  readonly of: string;
  readonly role: 'example' | 'server' | 'other';
}

/** `where` tells the place while the text is being visited. */
type Tell = (value: string, around: Around, where: () => Pick<Node, 'file' | 'pointer'>) => void;

/** Keywords whose members are named by the author. */
const NAMED = new Set(['properties', 'patternProperties', 'headers', 'schemas', '$defs']);

/** Visits every string and number of all files, used or not. A pointer is made only for those that are asked. */
export function visitTexts(document: Document, tell: Tell): void {
  for (const { key: file, value } of document.files.values()) {
    const trail: (string | number)[] = [];
    const where = () => ({ file, pointer: join('', ...trail) });
    visit({ trail, tell: (text, around) => tell(text, around, where) }, value, { of: '', role: 'other' });
  }
}

/** Where a walk through a file is, and whom it tells of texts. */
interface Walk {
  readonly trail: (string | number)[];
  readonly tell: (text: string, around: Around) => void;
}

function visit(walk: Walk, item: Json | undefined, around: Around): void {
  if (isString(item) || typeof item === 'number') {
    walk.tell(String(item), around);
  } else if (isArray(item)) {
    for (let index = 0; index < item.length; index++) enter(walk, index, item[index], around);
  } else if (isObject(item)) {
    const inside = isString(item.name) && isString(item.in) ? { ...around, of: item.name } : around;
    for (const key of Object.keys(item)) visitMember(walk, key, item[key], inside);
  }
}

function visitMember(walk: Walk, key: string, child: Json | undefined, around: Around): void {
  if (around.role === 'example' || !NAMED.has(key) || !isObject(child)) {
    enter(walk, key, child, aroundMember(around, key, child));
    return;
  }
  walk.trail.push(key);
  for (const name of Object.keys(child)) enter(walk, name, child[name], { ...around, of: name });
  walk.trail.pop();
}

function enter(walk: Walk, key: string | number, item: Json | undefined, around: Around): void {
  walk.trail.push(key);
  visit(walk, item, around);
  walk.trail.pop();
}

function aroundMember(around: Around, key: string, value: Json | undefined): Around {
  const { of, role } = around;
  if (role === 'example') return { role, of: key === 'value' ? of : key };
  // `default` is a value in a schema and an answer among responses.
  if (key === 'example' || key === 'examples' || (key === 'default' && !isObject(value)))
    return { of, role: 'example' };
  return key === 'servers' ? { of, role: 'server' } : around;
}
