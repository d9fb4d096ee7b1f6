import {
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
  member,
} from '../../core/json.ts';
import { componentOf, entriesOf, listOf, stringsOf, targetOf, textOf } from '../reference.ts';

/** One of several forms that a value can take. */
export interface Variant {
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
  /** A reference leads nowhere. */
  readonly dangling: string | undefined;
}

type Draft = { -readonly [Key in keyof Shape]: Shape[Key] } & {
  readonly properties: Map<string, Json>;
  readonly required: Set<string>;
  keywords: Record<string, Json>;
};

const STRUCTURE = new Set([
  ...[
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

/** Gives the shape of a schema. */
export type ShapeOf = (schema: Json) => Shape;

/** Gives the shape of any schema of a document; each one is flattened once. */
export function createShapes(root: JsonObject): ShapeOf {
  const bySchema = new WeakMap<object, Shape>();
  const byReference = new Map<string, Shape>();
  const shapeOf: ShapeOf = schema => {
    const known = typeof schema === 'object' && schema !== null ? bySchema.get(schema) : undefined;
    if (known) return known;
    const shape = flatten(schema, ofReference, shapeOf);
    if (typeof schema === 'object' && schema !== null) bySchema.set(schema, shape);
    return shape;
  };
  const ofReference = (ref: string): Shape => {
    const known = byReference.get(ref);
    if (known) return known;
    const target = targetOf(root, ref);
    // A schema that contains itself through allOf or oneOf adds nothing to itself.
    byReference.set(ref, { ...emptyDraft(), dangling: target === undefined ? ref : undefined });
    if (target === undefined) return ofReference(ref);
    const own = shapeOf(target);
    // What is itself a variant takes the attributes of its base, not the choice between the variants.
    const isVariant = own.variants.some(({ schema }) => member(schema, '$ref') === ref);
    const shape = {
      ...own,
      name: componentOf(ref) ?? own.name,
      ...(isVariant ? { variants: [], discriminator: undefined } : {}),
    };
    byReference.set(ref, shape);
    return shape;
  };
  return shapeOf;
}

const emptyDraft = (): Draft => ({
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
  dangling: undefined,
});

function flatten(schema: Json, ofReference: (ref: string) => Shape, shapeOf: ShapeOf): Shape {
  const draft = emptyDraft();
  if (isObject(schema)) {
    if (isString(schema.$ref)) merge(draft, ofReference(schema.$ref));
    const parts = listOf(schema.allOf);
    for (const part of parts) merge(draft, shapeOf(part));
    if (parts.length + (schema.$ref ? 1 : 0) + entriesOf(schema.properties).length > 1)
      draft.name = undefined;
    absorbOwn(draft, schema);
    absorbAlternatives(draft, schema, shapeOf);
  } else if (schema === false) draft.keywords.never = true;
  if (draft.types.length === 0) draft.types = impliedTypes(draft);
  return draft;
}

/** Adds another shape to a draft; what the other says about itself alone gives way to what the draft says. */
function merge(draft: Draft, shape: Shape): void {
  draft.keywords = { ...draft.keywords, ...shape.keywords } as Draft['keywords'];
  draft.name = shape.name;
  if (shape.types.length > 0) draft.types = shape.types;
  draft.nullable ||= shape.nullable;
  for (const [name, property] of shape.properties) addProperty(draft, name, property);
  for (const name of shape.required) draft.required.add(name);
  draft.values = shape.values ?? draft.values;
  draft.items = shape.items ?? draft.items;
  if (shape.variants.length > 0) draft.variants = shape.variants;
  draft.discriminator = shape.discriminator ?? draft.discriminator;
  if (shape.choices.length > 0) draft.choices = shape.choices;
  draft.dangling = shape.dangling ?? draft.dangling;
}

function addProperty(draft: Draft, name: string, property: Json): void {
  const before = draft.properties.get(name);
  const differs = before !== undefined && !equalJson(before, property);
  draft.properties.set(name, differs ? { allOf: [before, property] } : property);
}

function impliedTypes({ properties, items, values, variants }: Draft): string[] {
  if (properties.size > 0) return ['object'];
  if (items !== undefined) return ['array'];
  return values && variants.length === 0 ? [...new Set(values.map(typeOf))] : [];
}

const typeOf = (value: Json): string => (isArray(value) ? 'array' : typeof value);

function absorbOwn(draft: Draft, schema: JsonObject): void {
  for (const [keyword, value] of entriesOf(schema)) {
    if (!STRUCTURE.has(keyword)) draft.keywords[keyword] = value;
  }
  const types = isString(schema.type) ? [schema.type] : stringsOf(schema.type);
  if (types.includes('null')) draft.nullable = true;
  if (types.length > 0) draft.types = types.filter(type => type !== 'null');
  if (schema.nullable === true) draft.nullable = true;
  for (const [name, property] of entriesOf(schema.properties)) {
    addProperty(draft, name, property);
  }
  for (const name of stringsOf(schema.required)) draft.required.add(name);
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (isArray(values)) {
    if (values.includes(null)) draft.nullable = true;
    draft.values = values.filter(value => value !== null);
  }
  if (schema.items !== undefined) draft.items = schema.items;
  if (isObject(schema.discriminator)) absorbDiscriminator(draft, schema, schema.discriminator);
}

/** A mapping without `oneOf` names the variants too: they point back with `allOf`. */
function absorbDiscriminator(draft: Draft, schema: JsonObject, discriminator: JsonObject): void {
  draft.discriminator = textOf(discriminator.propertyName) || undefined;
  if (isArray(schema.oneOf) || isArray(schema.anyOf)) return;
  draft.variants = mappingOf(discriminator).map(([code, ref]) => ({ code, schema: { $ref: ref } }));
}

/** Mapping values are references or bare names of schemas (OpenAPI 3.1, section 4.8.25). */
const mappingOf = (discriminator: Json | undefined): [string, string][] =>
  isObject(discriminator)
    ? entriesOf(discriminator.mapping).map(([code, ref]) => [
        code,
        textOf(ref).startsWith('#') ? textOf(ref) : `#/components/schemas/${textOf(ref)}`,
      ])
    : [];

const isOnlyRequired = (schema: Json): schema is JsonObject =>
  isObject(schema) &&
  isArray(schema.required) &&
  Object.keys(schema).every(key => key === 'required' || key === 'type');

const isNullAlone = (shape: Shape): boolean =>
  shape.nullable && shape.types.length === 0 && !shape.values?.length && shape.variants.length === 0;

function absorbAlternatives(draft: Draft, schema: JsonObject, shapeOf: ShapeOf): void {
  const alternatives = [...listOf(schema.oneOf), ...listOf(schema.anyOf)];
  if (alternatives.length === 0) return;
  if (alternatives.every(isOnlyRequired)) {
    draft.choices = alternatives.map(alternative => stringsOf(alternative.required));
    return;
  }
  const all = alternatives.map(alternative => ({ alternative, shape: shapeOf(alternative) }));
  const real = all.filter(({ shape }) => !isNullAlone(shape));
  if (all.some(({ shape }) => shape.nullable)) draft.nullable = true;
  const [only, ...others] = real;
  if (only && others.length === 0) {
    const own = draft.keywords;
    merge(draft, only.shape);
    draft.keywords = { ...draft.keywords, ...own };
  } else if (only && real.every(({ shape }) => shape.values !== undefined)) {
    draft.values = real.flatMap(({ shape }) => shape.values ?? []);
    draft.name = real.find(({ shape }) => shape.values?.some(value => value !== ''))?.shape.name;
    const descriptions = real.flatMap(({ shape }) => entriesOf(shape.keywords['x-enumDescriptions']));
    if (descriptions.length > 0) draft.keywords['x-enumDescriptions'] ??= Object.fromEntries(descriptions);
  } else {
    const chooser = isObject(schema.discriminator)
      ? undefined
      : chooserOf(
          real.map(({ shape }) => shape),
          shapeOf,
        );
    draft.discriminator ??= chooser?.name;
    draft.variants = real.map(({ alternative, shape }, index) => ({
      code: chooser?.codes[index] ?? codeOf(schema.discriminator, alternative, shape),
      schema: alternative,
    }));
  }
}

/** The attribute to which every alternative gives values of its own: a discriminator without the keyword. */
function chooserOf(
  shapes: readonly Shape[],
  shapeOf: ShapeOf,
): { name: string; codes: string[] } | undefined {
  for (const name of shapes[0]?.properties.keys() ?? []) {
    const codes = shapes.flatMap(shape => {
      const property = shape.properties.get(name);
      const values = property === undefined ? undefined : shapeOf(property).values;
      return values && values.length > 0 && values.every(isString) ? [values.join(', ')] : [];
    });
    if (codes.length === shapes.length && new Set(codes).size === codes.length) return { name, codes };
  }
  return undefined;
}

/** The value of the discriminator for an alternative: as mapped, else the name of its component. */
function codeOf(discriminator: Json | undefined, alternative: Json, shape: Shape): string | undefined {
  if (!isObject(discriminator)) return undefined;
  const ref = isObject(alternative) && isString(alternative.$ref) ? alternative.$ref : '';
  return mappingOf(discriminator).find(([, target]) => target === ref)?.[0] ?? shape.name;
}
