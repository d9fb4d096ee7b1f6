import {
  canonicalText,
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
} from '../model/json.ts';
import type { Node } from '../model/node.ts';
import { join, lastToken } from '../model/pointer.ts';
import { childNodes, idOf, isReference, type Position, type Term } from './position.ts';
import { prove } from './proofs.ts';
import type { Workspace } from './workspace.ts';

/**
 * Whether two schemas are written the same, references followed: then nothing below them has changed, whatever the
 * algebra knows of their keywords. Only examples are skipped.
 */
export function alike(space: Workspace, left: Term, right: Term): boolean {
  const [one, other] = [follow(left), follow(right)];
  if (one.node.dialect !== other.node.dialect) return false;
  return prove(space.likenesses, `${idOf(one.node)} = ${idOf(other.node)}`, () =>
    sameValue(space, one, other),
  );
}

/** Whether two places are described by the same schemas, in the same order. */
export const alikePlaces = (space: Workspace, left: Position, right: Position): boolean =>
  left.length === right.length &&
  left.every((term, index) => {
    const twin = right[index];
    return twin !== undefined && alike(space, term, twin);
  });

/** Past references and wrappers that say nothing else. */
function follow(term: Term): Term {
  let { node } = term;
  for (let step = 0; step < 64; step += 1) {
    const isPlain = isReference(node) && siblings(node.value, node.dialect).length === 0;
    const next = isPlain ? term.reading.resolve(node) : wrapped(node);
    if (!next) break;
    node = next;
  }
  return { node, reading: term.reading };
}

/** What stands alone in `allOf`, `anyOf` or `oneOf` (C3), `true` beside it in `allOf` not counted. */
function wrapped(node: Node): Node | undefined {
  const keys = isObject(node.value) ? Object.keys(node.value) : [];
  const [name] = keys;
  if (keys.length !== 1 || (name !== 'allOf' && name !== 'anyOf' && name !== 'oneOf')) return undefined;
  const parts = childNodes(node, name).filter(
    ({ value }) => name !== 'allOf' || (!equalJson(value, {}) && value !== true),
  );
  return parts.length === 1 ? parts[0] : undefined;
}

/** What counts beside a `$ref`: in 3.0 only what everybody reads there all the same (docs/engine.md, C2 and C3). */
const siblings = (value: Json, dialect: '3.0' | '3.1'): string[] =>
  isObject(value)
    ? Object.keys(value).filter(name => name !== '$ref' && (dialect === '3.1' || COUNTS_BESIDE_REF.has(name)))
    : [];

const COUNTS_BESIDE_REF = new Set(['nullable', 'readOnly', 'writeOnly']);

function sameValue(space: Workspace, left: Term, right: Term): boolean {
  const [one, other] = [left.node.value, right.node.value];
  if (isArray(one) && isArray(other)) {
    if (isUnordered(left.node) && isUnordered(right.node))
      return (
        canonicalText([...one].map(canonicalText).sort()) ===
        canonicalText([...other].map(canonicalText).sort())
      );
    return (
      one.length === other.length && one.every((_, index) => sameMember(space, left, right, String(index)))
    );
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  if (isString(one.$ref) && isString(other.$ref)) return sameReference(space, left, right);
  const names = namesOf(one, left.node.pointer);
  return (
    names.length === namesOf(other, right.node.pointer).length &&
    (one.discriminator === undefined || branchNames(one) === branchNames(other)) &&
    names.every(name => sameMember(space, left, right, name))
  );
}

/** The lists of JSON Schema whose order says nothing; below `const` and the like the same names are but names. */
const isUnordered = ({ pointer }: Node): boolean =>
  ['enum', 'required', 'type'].includes(lastToken(pointer)) && !/\/(const|default|enum)\//.test(pointer);

function sameReference(space: Workspace, left: Term, right: Term): boolean {
  const [one, other] = [left, right].map(({ node }) => siblings(node.value, node.dialect));
  if (!one || !other || one.length !== other.length) return false;
  if (!one.every(name => sameMember(space, left, right, name))) return false;
  const [target, twin] = [left.reading.resolve(left.node), right.reading.resolve(right.node)];
  if (!target || !twin) return target === twin && equalReference(left, right);
  return alike(space, { node: target, reading: left.reading }, { node: twin, reading: right.reading });
}

const equalReference = (left: Term, right: Term): boolean =>
  isObject(left.node.value) && isObject(right.node.value) && left.node.value.$ref === right.node.value.$ref;

function sameMember(space: Workspace, left: Term, right: Term, name: string): boolean {
  const [one, other] = [memberTerm(left, name), memberTerm(right, name)];
  if (!one || !other) return false;
  const isSchemaLike = isObject(one.node.value) && isObject(other.node.value);
  const leadsOn = ({ node }: Term): boolean => isReference(node) || wrapped(node) !== undefined;
  return isSchemaLike && (leadsOn(one) || leadsOn(other))
    ? alike(space, one, other)
    : sameValue(space, one, other);
}

function memberTerm({ node, reading }: Term, name: string): Term | undefined {
  const value = (node.value as JsonObject)[name];
  return value === undefined
    ? undefined
    : { node: { ...node, pointer: join(node.pointer, name), value }, reading };
}

/** `example` is skipped as a keyword, but not as the name of a property. */
const namesOf = (value: JsonObject, pointer: string): string[] =>
  Object.keys(value).filter(name => pointer.endsWith('/properties') || !SKIPPED.has(name));

const SKIPPED = new Set(['example', 'examples']);

/** A discriminator selects branches by the names of their components, so there a name is more than a way to a schema. */
const branchNames = (schema: JsonObject): string =>
  [schema.oneOf, schema.anyOf]
    .flatMap(list => (isArray(list) ? list : []))
    .map(branch => (isObject(branch) && isString(branch.$ref) ? lastToken(branch.$ref) : ''))
    .join();
