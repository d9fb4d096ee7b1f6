import {
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
  member,
} from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { ANNOTATIONS } from '../../vocabulary/schema.ts';
import { JSON_TYPES } from '../json-types.ts';
import { childNode, childNodes, isFlagged, isReference, type Position, type Term } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import type { Below } from './difference.ts';

/** Keywords of which one text says one thing, whatever the documents say elsewhere. */
const PLAIN: ReadonlySet<string> = new Set([
  ...ANNOTATIONS,
  ...['type', 'nullable', 'readOnly', 'writeOnly', 'format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
  ...['properties', 'required', 'additionalProperties', 'items'],
]);

/** What else may stand in a schema of a scalar. */
const LISTS: ReadonlySet<string> = new Set(['enum', 'const']);

/** What says the same beside a choice. */
const BESIDE_CHOICE: ReadonlySet<string> = new Set([
  ...ANNOTATIONS,
  'anyOf',
  'nullable',
  'readOnly',
  'writeOnly',
]);

const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'null']);

/** One schema of either document, the end of references that say nothing else. */
interface Pair {
  readonly old: Term;
  readonly next: Term;
}

/**
 * Where to look further in two schemas of one text, of which only what they refer to differs: for objects and arrays, for
 * a choice between those and scalars, each of another type, and for objects of our own. There no set is worked out to
 * find that nothing differs here. `undefined` says nothing: then the sets tell.
 */
export function belowWrittenAlike(space: Workspace, old: Position, next: Position): Below[] | undefined {
  const [before, after] = [old[0], next[0]];
  if (!before || !after || old.length > 1 || next.length > 1) return undefined;
  const pair = pairAtEnd(space, before, after);
  const value = pair?.old.node.value;
  if (!pair || !isObject(value)) return undefined;
  if (space.isUntouched(pair.old.node, pair.next.node)) return [];
  return value.anyOf === undefined ? belowPlain(space, pair, value) : belowChoice(space, pair, value);
}

function pairAtEnd(space: Workspace, old: Term, next: Term): Pair | undefined {
  const [before, after] = [atEnd(old), atEnd(next)];
  if (!before || !after || before.node.dialect !== after.node.dialect) return undefined;
  const isAlike = space.isWrittenAlike(before.node, after.node) || areOwnAlike(before.node, after.node);
  return isAlike ? { old: before, next: after } : undefined;
}

/** Whether two objects that stand in no file have the same names, and demand the same. */
function areOwnAlike({ value: one, isClosed }: Node, { value: other, isClosed: isToo }: Node): boolean {
  if (!isClosed || !isToo || !isObject(one) || !isObject(other)) return false;
  const [said, isSaid] = [one, other].map(({ properties, ...rest }) => [Object.keys(properties ?? {}), rest]);
  return equalJson(said, isSaid);
}

/** Longer chains of references are left to the sets, as are those that lead round. */
const LONGEST_CHAIN = 8;

function atEnd({ node, reading }: Term): Term | undefined {
  let current: Node | undefined = node;
  for (let step = 0; current && isReference(current); step += 1) {
    if (step === LONGEST_CHAIN || !isObject(current.value) || Object.keys(current.value).length > 1)
      return undefined;
    current = reading.resolve(current);
  }
  return current && { node: current, reading };
}

function belowPlain(space: Workspace, pair: Pair, value: JsonObject): Below[] | undefined {
  for (const name in value) if (!PLAIN.has(name) && !name.startsWith('x-')) return undefined;
  if (value.type === 'object') return belowObject(space, pair, value);
  return value.type === 'array' ? belowItems(space, pair) : undefined;
}

function belowObject(space: Workspace, pair: Pair, value: JsonObject): Below[] | undefined {
  const { properties = {}, required = [] } = value;
  if (!isObject(properties) || !isArray(required) || !isUntouchedAt(space, pair, 'additionalProperties'))
    return undefined;
  const demanded = required.filter(isString);
  if (!demanded.every(name => Object.hasOwn(properties, name))) return undefined;
  const below: Below[] = [];
  for (const name of new Set([...demanded, ...Object.keys(properties)])) {
    if (isUntouchedAt(space, pair, 'properties', name)) continue;
    const member = pairAt(pair, 'properties', name);
    const isHidden = member && hiddenAlike(member);
    if (!member || isHidden === undefined) return undefined;
    if (!isHidden) below.push(placeOf(name, member));
  }
  return below;
}

function belowItems(space: Workspace, pair: Pair): Below[] | undefined {
  if (isUntouchedAt(space, pair, 'items')) return [];
  const items = pairAt(pair, 'items');
  return items && [placeOf('[]', items)];
}

/** A choice is no more than its branches where no two of them are of one type. */
function belowChoice(space: Workspace, pair: Pair, value: JsonObject): Below[] | undefined {
  for (const name in value) if (!BESIDE_CHOICE.has(name) && !name.startsWith('x-')) return undefined;
  const below = new Map<Json, Below[]>();
  const branches = childNodes(pair.old.node, 'anyOf');
  const matches = childNodes(pair.next.node, 'anyOf');
  for (const [index, branch] of branches.entries()) {
    const match = matches[index];
    const both = match && pairAtEnd(space, { ...pair.old, node: branch }, { ...pair.next, node: match });
    const said = both?.old.node.value;
    const inside = isObject(said) ? belowBranch(space, both, said) : undefined;
    const type = isObject(said) && inside ? typeOf(said) : undefined;
    if (!inside || type === undefined || below.has(type)) return undefined;
    below.set(type, inside);
  }
  return JSON_TYPES.flatMap(type => below.get(type) ?? []);
}

function belowBranch(space: Workspace, pair: Pair | undefined, value: JsonObject): Below[] | undefined {
  if (!pair) return undefined;
  if (!isString(value.type) || !SCALARS.has(value.type)) return belowPlain(space, pair, value);
  return Object.keys(value).every(name => PLAIN.has(name) || LISTS.has(name)) ? [] : undefined;
}

const typeOf = ({ type }: JsonObject): Json | undefined => (type === 'integer' ? 'number' : type);

/** Whether one text stands at a place in both, or none; all that it refers to is the same too. */
function isUntouchedAt(space: Workspace, { old, next }: Pair, ...steps: readonly string[]): boolean {
  let [one, other]: (Json | undefined)[] = [old.node.value, next.node.value];
  for (const name of steps) [one, other] = [member(one, name), member(other, name)];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  return space.isUntouched({ file: old.node.file, value: one }, { file: next.node.file, value: other });
}

function pairAt({ old, next }: Pair, ...steps: readonly string[]): Pair | undefined {
  const [one, other] = [childNode(old.node, ...steps), childNode(next.node, ...steps)];
  return one && other && { old: { ...old, node: one }, next: { ...next, node: other } };
}

const placeOf = (step: string, { old, next }: Pair): Below => ({ step, old: [old], next: [next] });

/** Whether a flag takes a member out, which may stand in what it refers to; `undefined` where one document says so. */
function hiddenAlike(pair: Pair): boolean | undefined {
  const [was, is] = [pair.old, pair.next].map(
    ({ node, reading: { hides, resolve } }) => hides !== undefined && isFlagged(node, hides, resolve),
  );
  return was === is ? was : undefined;
}
