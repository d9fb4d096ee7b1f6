import { equalJson, type Json, type JsonObject } from '../../core/json.ts';

/** One of several forms that a value can take. */
interface Variant {
  /** Value of the discriminator property that chooses this variant (OpenAPI 3.1, section 4.8.25). */
  readonly code: string | undefined;
  readonly schema: Json;
}

/** A schema flattened for a reader: references and `allOf` taken together, both spellings of null as one bit. */
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
  /** What parts without a name say. */
  said: (readonly [string, Json])[];
};

/** Each of these applies schemas; what belongs to it is read with it (JSON Schema 2020-12 Core, sections 10 and 11). */
export const PART_KEYWORDS = [
  'prefixItems',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'if',
  'not',
  'contains',
  'contentSchema',
  'unevaluatedItems',
  'unevaluatedProperties',
  'oneOf',
  'anyOf',
  '$defs',
  'definitions',
] as const;

export const CHOICES: ReadonlySet<string> = new Set(['oneOf', 'anyOf']);

export type PartKeyword = (typeof PART_KEYWORDS)[number];

export const STRUCTURE = new Set([
  ...[
    ...PART_KEYWORDS,
    ...['then', 'else', 'minContains', 'maxContains'],
    '$ref',
    'allOf',
    'oneOf',
    'anyOf',
    'type',
    'nullable',
    'properties',
    'required',
    'enum',
    'const',
    'items',
  ],
  'discriminator',
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
  said: [],
  dangling: undefined,
});

/** Adds another shape to a draft; what the other says about itself alone gives way to what the draft says. */
export function merge(draft: Draft, shape: Shape, isReference = false): void {
  draft.keywords = { ...draft.keywords, ...shape.keywords } as Draft['keywords'];
  draft.name = shape.name;
  draft.reference = shape.reference;
  draft.isReferring ||= isReference || shape.isReferring;
  draft.isNull = shape.isNull;
  for (const part of shape.parts) addPart(draft, part);
  if (shape.name === undefined) draft.said.push(...(shape as Draft).said);
  if (shape.types.length > 0) draft.types = shape.types;
  draft.nullable ||= shape.nullable;
  for (const [name, property] of shape.properties) addProperty(draft, name, property);
  for (const name of shape.required) draft.required.add(name);
  mergeValues(draft, shape);
  draft.items = both(draft.items, shape.items);
  mergeVariants(draft, shape);
  draft.choices = [...draft.choices, ...shape.choices];
  draft.dangling = shape.dangling ?? draft.dangling;
}

/** Two schemas for one place; both hold there. */
export function both(first: Json | undefined, second: Json | undefined): Json | undefined {
  if (first === undefined || second === undefined || equalJson(first, second)) return second ?? first;
  return { allOf: [first, second] };
}

export function addProperty(draft: Draft, name: string, property: Json): void {
  draft.properties.set(name, both(draft.properties.get(name), property) ?? property);
}

function mergeValues(draft: Draft, { values }: Shape): void {
  if (values && draft.values && !equalJson(values, draft.values)) draft.said.push(['enum', draft.values]);
  draft.values = values ?? draft.values;
}

/** One choice is told by its variants; where a second one has to be made too, that is told beside it. */
function mergeVariants(draft: Draft, { variants, discriminator }: Shape): void {
  if (
    variants.length > 0 &&
    draft.variants.length > 0 &&
    !equalJson(schemasOf(variants), schemasOf(draft.variants))
  )
    addPart(draft, { keyword: 'oneOf', schema: { oneOf: schemasOf(draft.variants) } });
  if (variants.length > 0) draft.variants = variants;
  draft.discriminator = discriminator ?? draft.discriminator;
}

const schemasOf = (variants: readonly Variant[]): Json[] => variants.map(({ schema }) => schema);

/** Two parts of one schema can say the same, as a base and what is made of it do. */
export function addPart(draft: Draft, part: SchemaPart): void {
  const isKnown = draft.parts.some(
    ({ keyword, schema }) => keyword === part.keyword && equalJson(schema[keyword], part.schema[keyword]),
  );
  if (!isKnown) draft.parts = [...draft.parts, part];
}
