import {
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
  member,
} from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { ANNOTATIONS } from '../../vocabulary/schema.ts';
import { admits, FACETS, readFacets } from '../algebra/facets.ts';
import { selecting } from '../discriminator.ts';
import { isOrNull } from '../in-place.ts';
import { typeNames, typeOf } from '../json-types.ts';
import {
  childEntries,
  childNode,
  childNodes,
  type HidingKeyword,
  isFlagged,
  isReference,
} from '../reading.ts';

/** How a value is looked at. */
interface Look {
  readonly resolve: Resolve;
  /** C2: what a property of the value may not be flagged with, since that has to be told. */
  readonly flags: readonly HidingKeyword[];
}

interface Counted extends Look {
  /** How many schemas were asked so far. */
  asked: number;
}

/** Keywords of which it can be told here what they ask; with any other the compiled schema has to decide. */
const PLAIN: ReadonlySet<string> = new Set([
  ...ANNOTATIONS,
  ...FACETS.map(({ keyword }) => keyword),
  ...['type', 'nullable', 'enum', 'const', 'exclusiveMinimum', 'exclusiveMaximum', 'readOnly', 'writeOnly'],
  ...['properties', 'required', 'additionalProperties', 'items', '$ref', 'allOf', 'anyOf', 'oneOf'],
  'discriminator',
]);

/** Deeper than any value that a person shows. */
const DEEPEST = 100;

/** Schemas are asked this often; choices inside each other double the ways with each level. */
const MOST_ASKED = 20_000;

/** The schemas around that speak of the same value. */
type Inside = readonly Json[];

/**
 * Whether a value satisfies a schema, as far as that is told by the facets of the algebra. True is certain; false says
 * nothing: then the compiled schema decides. Most examples are a text beside `type: string`, and compiling their schemas
 * takes a hundred times as long as looking.
 */
export const isPlainlyValid = (schema: Node, value: Json, look: Look): boolean =>
  isValid(schema, value, { ...look, asked: 0 }, 0, []);

function isValid(schema: Node, value: Json, look: Counted, depth: number, around: Inside): boolean {
  look.asked += 1;
  if (look.asked > MOST_ASKED) return false;
  if (!isObject(schema.value) || depth > DEEPEST) return schema.value === true;
  // What leads back to itself in place is read by a rule of its own (docs/engine.md, C8), not here.
  if (around.includes(schema.value)) return false;
  const inside = [...around, schema.value];
  if (isReference(schema)) {
    const target = look.resolve(schema);
    // What a reference without a target asks is not known, and nothing is held to it.
    if (target && !isValid(target, value, look, depth + 1, inside)) return false;
    if (schema.dialect === '3.0') return true;
  }
  if (value === null && schema.value.nullable === true && schema.dialect === '3.0') return true;
  return (
    Object.keys(schema.value).every(name => PLAIN.has(name) || name.startsWith('x-')) &&
    isListed(schema.value, value) &&
    hasType(schema, value) &&
    meetsParts(schema, value, look, depth + 1, inside) &&
    (isArray(value)
      ? hasItems(schema, value, look, depth + 1)
      : !isObject(value) || hasMembers(schema, value, look, depth + 1))
  );
}

const isListed = ({ enum: values, const: only }: JsonObject, value: Json): boolean =>
  (values === undefined || (isArray(values) && values.some(listed => equalJson(listed, value)))) &&
  (only === undefined || equalJson(only, value));

function hasType({ value: schema, dialect }: Node, value: Json): boolean {
  if (!isObject(schema)) return false;
  const names = typeNames(schema.type);
  const type = typeOf(value);
  const isOfType =
    names.length === 0 || names.includes(type) || (names.includes('integer') && Number.isInteger(value));
  return isOfType && admits(type, readFacets(type, schema, dialect), value);
}

/** What is asked of the same value by `allOf` and by a choice; a choice with no branch asks nothing. */
function meetsParts(schema: Node, value: Json, look: Counted, depth: number, inside: Inside): boolean {
  const meets = (part: Node): boolean => isValid(part, value, look, depth, inside);
  return (
    childNodes(schema, 'allOf').every(meets) &&
    (['anyOf', 'oneOf'] as const).every(name => {
      const branches = childNodes(schema, name);
      return (
        branches.length === 0 ||
        branches.some(branch =>
          isOrNull(schema, branch) ? value === null : isSelected(schema, branch, value) && meets(branch),
        )
      );
    })
  );
}

/** Each discriminator of a document counts for a value of that document. */
const ALL = { has: () => true };

/** C3: whether a value has what selects a branch, where a discriminator does. */
function isSelected(schema: Node, branch: Node, value: Json): boolean {
  const selected = selecting(schema, branch, ALL);
  if (!selected) return true;
  const said = member(value, selected.property);
  return isString(said) && selected.values.includes(said);
}

function hasItems(schema: Node, items: readonly Json[], look: Counted, depth: number): boolean {
  const inner = childNode(schema, 'items');
  return !inner || items.every(item => isValid(inner, item, look, depth, []));
}

function hasMembers(schema: Node, value: JsonObject, look: Counted, depth: number): boolean {
  const { required } = schema.value as JsonObject;
  const isWhole =
    required === undefined ||
    (isArray(required) && required.every(name => typeof name === 'string' && Object.hasOwn(value, name)));
  if (!isWhole) return false;
  const described = new Map(childEntries(schema, 'properties'));
  const other = childNode(schema, 'additionalProperties');
  return Object.entries(value).every(([name, inner]) => {
    const own = described.get(name);
    if (own && look.flags.some(flag => isFlagged(own, flag, look.resolve))) return false;
    const place = own ?? other;
    return !place || inner === undefined || isValid(place, inner, look, depth, []);
  });
}
