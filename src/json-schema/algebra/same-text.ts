import {
  canonicalText,
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
} from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, lastToken } from '../../core/pointer.ts';
import { DATA_KEYS, NAME_MAPS } from '../../vocabulary/openapi.ts';
import { ANNOTATIONS, COUNTS_BESIDE_REFERENCE } from '../../vocabulary/schema.ts';
import { nameBehind } from '../discriminator.ts';
import { childNodes, isReference, nodeKey, type Position, type Term } from '../reading.ts';
import type { Counting, Workspace } from '../workspace.ts';
import { prove } from './proofs.ts';

/**
 * Whether two schemas are written the same, references followed: then nothing below them has changed, whatever the
 * algebra knows of their keywords. Examples are skipped; where only limits count, texts and other annotations too.
 */
export function sameText(
  space: Workspace,
  left: Term,
  right: Term,
  counting: Counting = 'everything',
): boolean {
  const [one, other] = [pastReferences(left), pastReferences(right)];
  if (one.node.dialect !== other.node.dialect) return false;
  if (space.isUntouched(one.node, other.node)) return true;
  const [before, after] = [
    nodeKey(one.node, one.reading.resolve),
    nodeKey(other.node, other.reading.resolve),
  ];
  return prove(space.likenesses[counting], before, after, () => sameValue({ space, counting }, one, other));
}

/** Whether two places are described by the same schemas, in the same order. */
export const samePlaces = (space: Workspace, left: Position, right: Position): boolean =>
  left.length === right.length &&
  left.every((term, index) => {
    const match = right[index];
    return match !== undefined && sameText(space, term, match);
  });

/** Past references and wrappers that say nothing else. */
export function pastReferences(term: Term): Term {
  let { node } = term;
  for (let step = 0; step < 64; step += 1) {
    const isPlain = isReference(node) && siblings(node.value, node.dialect).length === 0;
    const next = isPlain ? term.reading.resolve(node) : wrapped(node);
    if (!next) break;
    node = next;
  }
  return node === term.node ? term : { node, reading: term.reading };
}

/** What stands alone in `allOf`, `anyOf` or `oneOf` (C3), `true` beside it in `allOf` not counted. */
function wrapped(node: Node): Node | undefined {
  if (!isObject(node.value)) return undefined;
  const { allOf, anyOf, oneOf } = node.value;
  if ((allOf ?? anyOf ?? oneOf) === undefined) return undefined;
  const [name = '', ...others] = Object.keys(node.value);
  if (others.length > 0) return undefined;
  const parts = childNodes(node, name).filter(
    ({ value }) => name !== 'allOf' || (!equalJson(value, {}) && value !== true),
  );
  return parts.length === 1 ? parts[0] : undefined;
}

/** What counts beside a `$ref`: in 3.0 only what everybody reads there all the same (docs/engine.md, C2). */
const siblings = (value: Json, dialect: '3.0' | '3.1'): string[] =>
  isObject(value)
    ? Object.keys(value).filter(
        name => name !== '$ref' && (dialect === '3.1' || COUNTS_BESIDE_REFERENCE.has(name)),
      )
    : [];

interface Question {
  readonly space: Workspace;
  readonly counting: Counting;
}

function sameValue(question: Question, left: Term, right: Term): boolean {
  const [one, other] = [left.node.value, right.node.value];
  if (isArray(one) && isArray(other)) {
    return (
      one.length === other.length && one.every((_, index) => sameMember(question, left, right, String(index)))
    );
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  if (isString(one.$ref) && isString(other.$ref)) return sameReference(question, left, right);
  const names = namesOf(left.node, one, question);
  return (
    names.length === namesOf(right.node, other, question).length &&
    (one.discriminator === undefined || branchNames(one) === branchNames(other)) &&
    names.every(name => sameMember(question, left, right, name))
  );
}

function sameReference(question: Question, left: Term, right: Term): boolean {
  const [one, other] = [left, right].map(({ node }) =>
    siblings(node.value, node.dialect).filter(name => !SKIPPED[question.counting].has(name)),
  );
  if (!one || !other || one.length !== other.length) return false;
  if (!one.every(name => sameMember(question, left, right, name))) return false;
  const [target, match] = [left.reading.resolve(left.node), right.reading.resolve(right.node)];
  if (!target || !match) return target === match && equalReference(left, right);
  return follows(question, { node: target, reading: left.reading }, { node: match, reading: right.reading });
}

const follows = ({ space, counting }: Question, left: Term, right: Term): boolean =>
  sameText(space, left, right, counting);

const equalReference = (left: Term, right: Term): boolean =>
  isObject(left.node.value) && isObject(right.node.value) && left.node.value.$ref === right.node.value.$ref;

function sameMember(question: Question, left: Term, right: Term, name: string): boolean {
  const [before, after] = [(left.node.value as JsonObject)[name], (right.node.value as JsonObject)[name]];
  if (before === undefined || after === undefined) return false;
  if (typeof before !== 'object' || before === null) return before === after;
  if (isKeyword(left.node) && LISTS.has(name) && isArray(before) && isArray(after))
    return sameList(before, after);
  if (isKeyword(left.node) && DATA_KEYS.has(name)) return equalJson(before, after);
  const [one, other] = [memberTerm(left, name, before), memberTerm(right, name, after)];
  const isSchemaLike = isObject(before) && isObject(after);
  const leadsOn = ({ node }: Term): boolean => isReference(node) || wrapped(node) !== undefined;
  return isSchemaLike && (leadsOn(one) || leadsOn(other))
    ? follows(question, one, other)
    : sameValue(question, one, other);
}

/** The lists of JSON Schema whose order says nothing. */
const LISTS: ReadonlySet<string> = new Set(['enum', 'required', 'type']);

const sameList = (one: readonly Json[], other: readonly Json[]): boolean =>
  canonicalText(one.map(canonicalText).sort()) === canonicalText(other.map(canonicalText).sort());

const memberTerm = ({ node, reading }: Term, name: string, value: Json): Term => ({
  node: { ...node, pointer: join(node.pointer, name), value },
  reading,
});

/** Whether the names in an object are keywords, and not free names such as those of properties. */
const isKeyword = ({ pointer }: Node): boolean => !NAME_MAPS.has(lastToken(pointer));

/** The keywords of a schema that limit its values. */
export const limitsOf = (node: Node): string[] =>
  isObject(node.value)
    ? Object.keys(node.value).filter(name => !SKIPPED.limits.has(name) && !name.startsWith('x-'))
    : [];

/** Whether two schemas say the same with a keyword, references followed. */
export const sameKeyword = (
  space: Workspace,
  left: Term,
  right: Term,
  name: string,
  counting: Counting,
): boolean => sameMember({ space, counting }, left, right, name);

const namesOf = (node: Node, value: JsonObject, { counting }: Question): string[] =>
  isKeyword(node) ? Object.keys(value).filter(name => !SKIPPED[counting].has(name)) : Object.keys(value);

const EXAMPLES = ['example', 'examples'];

const SKIPPED: Readonly<Record<Counting, ReadonlySet<string>>> = {
  everything: new Set(EXAMPLES),
  limits: new Set([...ANNOTATIONS, ...['x-sunset', 'x-enumDescriptions', 'x-extensible-enum']]),
};

/** A discriminator selects branches by the names of their components, so there a name is more than a way to a schema. */
const branchNames = (schema: JsonObject): string =>
  [schema.oneOf, schema.anyOf]
    .flatMap(list => (isArray(list) ? list : []))
    .map(branch => (isObject(branch) && isString(branch.$ref) ? nameBehind(branch.$ref) : ''))
    .join();
