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
import {
  addPart,
  addProperty,
  both,
  CHOICES,
  type Draft,
  emptyDraft,
  merge,
  PART_KEYWORDS,
  type Shape,
  STRUCTURE,
} from './draft.ts';

export type { PartKeyword, SchemaPart, Shape } from './draft.ts';

/** Gives the shape of a schema. */
export type ShapeOf = (schema: Json) => Shape;

/** Gives the shape of any schema of a document; each one is flattened once. */
export function createShapes(root: JsonObject): ShapeOf {
  const bySchema = new WeakMap<object, Shape>();
  const byReference = new Map<string, Shape>();
  const byBareReference = new Map<string, Shape>();
  let pending = 0;
  const shapeOf: ShapeOf = schema => {
    const known = typeof schema === 'object' && schema !== null ? bySchema.get(schema) : undefined;
    if (known) return known;
    if (typeof schema !== 'object' || schema === null) return flatten(schema, ofReference, shapeOf);
    const ref = bareReference(schema);
    const found = ref === undefined ? undefined : byBareReference.get(ref);
    if (found) return found;
    // What its alternatives lead back to, such as "one or many" of itself, tells nothing new about it.
    bySchema.set(schema, emptyDraft());
    const shape = flatten(schema, ofReference, shapeOf);
    bySchema.set(schema, shape);
    // Within a circle it is not yet known what the reference leads to.
    if (ref !== undefined && pending === 0) byBareReference.set(ref, shape);
    return shape;
  };
  const ofReference = (ref: string): Shape => {
    const known = byReference.get(ref);
    if (known) return known;
    const target = targetOf(root, ref);
    // A schema that contains itself through allOf or oneOf adds nothing to itself.
    byReference.set(ref, { ...emptyDraft(), dangling: target === undefined ? ref : undefined });
    if (target === undefined) return ofReference(ref);
    pending += 1;
    const own = shapeOf(target);
    pending -= 1;
    // What is itself a variant takes the attributes of its base, not the choice between the variants.
    const isVariant = own.variants.some(({ schema }) => member(schema, '$ref') === ref);
    const name = componentOf(ref) ?? own.name;
    const shape = {
      ...own,
      name,
      reference: name === undefined ? ref : undefined,
      ...(isVariant ? { variants: [], discriminator: undefined } : {}),
    };
    byReference.set(ref, shape);
    return shape;
  };
  return shapeOf;
}

/** The reference that a schema is, where it says nothing else. */
const bareReference = (schema: object): string | undefined =>
  '$ref' in schema && isString(schema.$ref as Json) && Object.keys(schema).length === 1
    ? (schema.$ref as string)
    : undefined;

function flatten(schema: Json, ofReference: (ref: string) => Shape, shapeOf: ShapeOf): Shape {
  const draft = emptyDraft();
  if (isObject(schema)) {
    if (isString(schema.$ref)) merge(draft, ofReference(schema.$ref), true);
    const parts = listOf(schema.allOf);
    for (const part of parts) merge(draft, shapeOf(part));
    if (parts.length + (schema.$ref ? 1 : 0) + entriesOf(schema.properties).length > 1) {
      draft.name = undefined;
      draft.reference = undefined;
    }
    absorbOwn(draft, schema);
    absorbAlternatives(draft, schema, shapeOf);
  } else if (schema === false) draft.keywords.never = true;
  if (draft.types.length === 0) draft.types = impliedTypes(draft);
  draft.also = draft.said.filter(([keyword, value]) => !equalJson(draft.keywords[keyword], value));
  return draft;
}

function impliedTypes({ properties, items, values, variants }: Draft): string[] {
  if (properties.size > 0) return ['object'];
  if (items !== undefined) return ['array'];
  return values && variants.length === 0 ? [...new Set(values.map(typeOf))] : [];
}

const typeOf = (value: Json): string => (isArray(value) ? 'array' : typeof value);

function absorbOwn(draft: Draft, schema: JsonObject): void {
  absorbKeywords(draft, schema);
  absorbTypes(draft, schema);
  for (const [name, property] of entriesOf(schema.properties)) addProperty(draft, name, property);
  for (const name of stringsOf(schema.required)) draft.required.add(name);
  absorbValues(draft, schema.const === undefined ? schema.enum : [schema.const]);
  if (schema.items !== undefined) draft.items = both(draft.items, schema.items);
  if (isObject(schema.discriminator)) absorbDiscriminator(draft, schema, schema.discriminator);
}

function absorbKeywords(draft: Draft, schema: JsonObject): void {
  for (const [keyword, value] of entriesOf(schema)) {
    if (STRUCTURE.has(keyword)) continue;
    draft.keywords[keyword] = value;
    if (!keyword.startsWith('x-')) draft.said.push([keyword, value]);
  }
  for (const keyword of PART_KEYWORDS)
    if (schema[keyword] !== undefined && !CHOICES.has(keyword)) addPart(draft, { keyword, schema });
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
  if (draft.values && !equalJson(draft.values, others)) draft.said.push(['enum', draft.values]);
  draft.values = others;
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
  const [first, second] = (['oneOf', 'anyOf'] as const).flatMap(keyword => {
    const alternatives = listOf(schema[keyword]);
    if (alternatives.length === 0) return [];
    if (!alternatives.every(isOnlyRequired)) return [{ keyword, alternatives }];
    draft.choices = [...draft.choices, ...alternatives.map(alternative => stringsOf(alternative.required))];
    return [];
  });
  if (second) addPart(draft, { keyword: second.keyword, schema: { [second.keyword]: second.alternatives } });
  if (first) absorbChoice(draft, schema, first.alternatives, shapeOf);
}

function absorbChoice(
  draft: Draft,
  schema: JsonObject,
  alternatives: readonly Json[],
  shapeOf: ShapeOf,
): void {
  const all = alternatives.map(alternative => ({ alternative, shape: shapeOf(alternative) }));
  draft.isReferring ||= alternatives.some(alternative => isString(member(alternative, '$ref')));
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
    const descriptions = real.flatMap(({ shape }) => meaningsIn(shape));
    if (descriptions.length > 0) draft.keywords['x-enumDescriptions'] ??= Object.fromEntries(descriptions);
  } else {
    const chooser = isObject(schema.discriminator)
      ? undefined
      : chooserOf(
          real.map(({ shape }) => shape),
          shapeOf,
        );
    draft.discriminator ??= chooser?.name;
    if (draft.variants.length > 0)
      addPart(draft, { keyword: 'oneOf', schema: { oneOf: draft.variants.map(variant => variant.schema) } });
    draft.variants = real.map(({ alternative, shape }, index) => ({
      code: chooser?.codes[index] ?? codeOf(schema.discriminator, alternative, shape),
      schema: alternative,
    }));
  }
}

/** What the values of an alternative mean: as its extension says, or the text of one that is a single value. */
function meaningsIn({ keywords, values }: Shape): [string, Json][] {
  const [only, ...others] = values ?? [];
  const text = textOf(keywords.description) || textOf(keywords.title);
  return only !== undefined && others.length === 0 && text !== ''
    ? [[String(only), text]]
    : entriesOf(keywords['x-enumDescriptions']);
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
