import { equalJson, isArray, isString, type Json, type JsonObject } from '../../core/json.ts';
import { type SchemaKeyword, SUBSCHEMAS } from '../../vocabulary/schema.ts';
import { entriesOf, stringsOf } from '../reference.ts';

/** One of several forms that a value can take. */
export interface Variant {
  /** Value of the discriminator property that chooses this variant (OpenAPI 3.1, section 4.8.25). */
  readonly code: string | undefined;
  readonly schema: Json;
}

/** What is said at one place, for a reader: of all schemas there, both spellings of null as one bit. */
export interface Shape {
  /** The component that the schema is, when it is nothing but a reference with annotations. */
  readonly name: string | undefined;
  /** JSON types without `null`; empty for any type. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** All other keywords, the outermost winning: `maxLength`, `format`, `description`, `readOnly`, extensions. */
  readonly keywords: JsonObject;
  readonly properties: ReadonlyMap<string, Json>;
  readonly required: ReadonlySet<string>;
  /** Values of `enum` or `const`, without `null`. */
  readonly values: readonly Json[] | undefined;
  readonly items: Json | undefined;
  readonly variants: readonly Variant[];
  readonly discriminator: string | undefined;
  /** Sets of attributes of which one has to be there: `anyOf` with nothing but `required`. */
  readonly choices: readonly (readonly string[])[];
  /**
   * What applies other schemas to the value or to parts of it, each as it is written: `not`, `if` with `then` and
   * `else`, `patternProperties`. One keyword can stand there more than once.
   */
  readonly parts: readonly SchemaPart[];
  /** What a part without a name says otherwise than the outermost does: nobody finds it elsewhere. */
  readonly also: readonly (readonly [keyword: string, value: Json])[];
  /** Null and nothing else. */
  readonly isNull: boolean;
  /** The reference that the schema is, where that names no component but a place within one. */
  readonly reference: string | undefined;
  /** True where a reference takes part in it. */
  readonly isReferring: boolean;
  /** A reference leads nowhere. */
  readonly dangling: string | undefined;
}

/** Keywords of one schema that belong together. */
export interface SchemaPart {
  readonly keyword: PartKeyword;
  readonly schema: JsonObject;
}

export type Draft = { -readonly [Key in keyof Shape]: Shape[Key] } & {
  readonly properties: Map<string, Json>;
  readonly required: Set<string>;
  keywords: Record<string, Json>;
};

/** What the shape itself tells, and what is read with another keyword. */
const IN_SHAPE = ['allOf', 'properties', 'items', 'then', 'else'] as const;

/** Each of these applies schemas, or belongs to one that does; what it is read with is told in its line. */
export type PartKeyword = Exclude<SchemaKeyword, (typeof IN_SHAPE)[number]> | 'dependentRequired';

const APPLYING = SUBSCHEMAS.map(([name]) => name);

const isPart = (name: SchemaKeyword): name is Exclude<SchemaKeyword, (typeof IN_SHAPE)[number]> =>
  !IN_SHAPE.some(one => one === name);

/** A choice is told by its variants. */
const PARTS: readonly PartKeyword[] = [
  ...APPLYING.filter(isPart).filter(name => name !== 'oneOf' && name !== 'anyOf'),
  'dependentRequired',
];

const STRUCTURE: ReadonlySet<string> = new Set([
  ...APPLYING,
  ...['$ref', 'type', 'nullable', 'required', 'enum', 'const', 'discriminator'],
  ...['dependentRequired', 'minContains', 'maxContains'],
]);

export const emptyDraft = (): Draft => ({
  name: undefined,
  types: [],
  nullable: false,
  keywords: {},
  properties: new Map(),
  required: new Set(),
  values: undefined,
  items: undefined,
  variants: [],
  discriminator: undefined,
  choices: [],
  parts: [],
  also: [],
  isNull: false,
  reference: undefined,
  isReferring: false,
  dangling: undefined,
});

/** Adds what one schema says itself; the nearest comes last, and what it says wins. */
export function absorb(draft: Draft, schema: JsonObject, isNamed: boolean): void {
  for (const [keyword, value] of entriesOf(schema)) {
    if (STRUCTURE.has(keyword)) continue;
    draft.keywords[keyword] = value;
    if (!isNamed && !keyword.startsWith('x-')) draft.also = [...draft.also, [keyword, value]];
  }
  for (const keyword of PARTS) if (schema[keyword] !== undefined) addPart(draft, { keyword, schema });
  absorbTypes(draft, schema);
  for (const [name, property] of entriesOf(schema.properties))
    draft.properties.set(name, both(draft.properties.get(name), property));
  for (const name of stringsOf(schema.required)) draft.required.add(name);
  absorbValues(draft, schema.const === undefined ? schema.enum : [schema.const]);
  if (schema.items !== undefined) draft.items = both(draft.items, schema.items);
}

function absorbTypes(draft: Draft, schema: JsonObject): void {
  const types = isString(schema.type) ? [schema.type] : stringsOf(schema.type);
  if (types.includes('null') || schema.nullable === true) draft.nullable = true;
  if (types.length === 0) return;
  draft.isNull = types.every(type => type === 'null');
  draft.types = types.filter(type => type !== 'null');
}

function absorbValues(draft: Draft, values: Json | undefined): void {
  if (!isArray(values)) return;
  if (values.includes(null)) draft.nullable = true;
  draft.isNull = values.length > 0 && values.every(value => value === null);
  const others = values.filter(value => value !== null);
  if (draft.values && !equalJson(draft.values, others)) draft.also = [...draft.also, ['enum', draft.values]];
  draft.values = others;
}

/** Two schemas for one place; both hold there. */
const both = (first: Json | undefined, second: Json): Json =>
  first === undefined || equalJson(first, second) ? second : { allOf: [first, second] };

/** One choice is told by its variants; where a second one has to be made too, that is told beside it. */
export function setVariants(draft: Draft, variants: readonly Variant[]): void {
  const before = draft.variants.map(({ schema }) => schema);
  const now = variants.map(({ schema }) => schema);
  if (before.length > 0 && !equalJson(before, now))
    addPart(draft, { keyword: 'oneOf', schema: { oneOf: before } });
  draft.variants = variants;
}

/** Two parts of one schema can say the same, as a base and what is made of it do. */
export function addPart(draft: Draft, part: SchemaPart): void {
  const isKnown = draft.parts.some(
    ({ keyword, schema }) => keyword === part.keyword && equalJson(schema[keyword], part.schema[keyword]),
  );
  if (!isKnown) draft.parts = [...draft.parts, part];
}
