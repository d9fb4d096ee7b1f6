import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';

/** What is known about a string or number somewhere in a document. */
export interface Around {
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
    const enter = (key: string | number, item: Json | undefined, around: Around): void => {
      trail.push(key);
      visit(item, around);
      trail.pop();
    };
    const visit = (item: Json | undefined, around: Around): void => {
      if (isString(item) || typeof item === 'number') {
        tell(String(item), around, where);
      } else if (isArray(item)) {
        for (let index = 0; index < item.length; index++) enter(index, item[index], around);
      } else if (isObject(item)) {
        const inside = isString(item.name) && isString(item.in) ? { ...around, of: item.name } : around;
        for (const key of Object.keys(item)) {
          const child = item[key];
          if (around.role !== 'example' && NAMED.has(key) && isObject(child)) {
            trail.push(key);
            for (const name of Object.keys(child)) enter(name, child[name], { ...inside, of: name });
            trail.pop();
          } else enter(key, child, aroundMember(inside, key, child));
        }
      }
    };
    visit(value, { of: '', role: 'other' });
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
