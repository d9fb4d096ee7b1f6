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
import { type InPlace, reachedInPlace } from '../../json-schema/in-place.ts';
import { typeOf } from '../../json-schema/json-types.ts';
import { childNode, childNodes, isReference, keyword } from '../../json-schema/reading.ts';
import { appliedAlone, branchesOf } from '../../json-schema/view.ts';
import { mappedReference } from '../../openapi/components.ts';
import { rootNode } from '../../source/document.ts';
import { resolver } from '../../source/follow.ts';
import { componentOf, documentFor, entriesOf, stringsOf, textOf } from '../reference.ts';
import { absorb, addPart, type Draft, emptyDraft, type Shape, setVariants, type Variant } from './draft.ts';

export type { PartKeyword, SchemaPart, Shape } from './draft.ts';

/** Gives the shape of a schema. */
export type ShapeOf = (schema: Json) => Shape;

interface Shapes {
  readonly resolve: Resolve;
  readonly shapeAt: (node: Node) => Shape;
}

/** Gives the shape of any schema of a document; each one is worked out once. */
export function createShapes(root: JsonObject): ShapeOf {
  const document = documentFor(root);
  const resolve = resolver(document);
  const bySchema = new WeakMap<object, Shape>();
  const byReference = new Map<string, Shape>();
  const shapeAt = (node: Node): Shape => {
    const { value } = node;
    if (!isObject(value)) return shapeIn(node, { resolve, shapeAt });
    const ref = isString(value.$ref) && Object.keys(value).length === 1 ? value.$ref : undefined;
    const known = ref === undefined ? bySchema.get(value) : byReference.get(ref);
    if (known) return known;
    const remember = (shape: Shape): void =>
      void (ref === undefined ? bySchema.set(value, shape) : byReference.set(ref, shape));
    // What its alternatives lead back to, such as "one or many" of itself, tells nothing new about it.
    remember(emptyDraft());
    const shape =
      ref === undefined ? shapeIn(node, { resolve, shapeAt }) : shapeBehind(ref, resolve(node), shapeAt);
    remember(shape);
    return shape;
  };
  const start = rootNode(document);
  return schema => shapeAt({ ...start, value: schema });
}

function shapeBehind(ref: string, target: Node | undefined, shapeAt: (node: Node) => Shape): Shape {
  if (!target) return { ...emptyDraft(), dangling: ref };
  const own = shapeAt(target);
  const name = componentOf(ref) ?? own.name;
  return { ...own, name, reference: name === undefined ? ref : undefined };
}

function shapeIn(start: Node, shapes: Shapes): Shape {
  const draft = emptyDraft();
  // Of several parts the last wins, and each of them over what it refers to.
  const reached = reachedInPlace([start], shapes.resolve, node => appliedAlone(node).toReversed());
  for (const one of reached.toReversed()) {
    const { node } = one;
    if (node.value === false) draft.keywords.never = true;
    if (!isObject(node.value)) continue;
    if (isReference(node)) {
      draft.isReferring = true;
      if (!shapes.resolve(node)) draft.dangling = textOf(node.value.$ref);
    }
    absorb(draft, node.value, isNamed(one));
    absorbChoices(draft, one, shapes);
  }
  Object.assign(draft, identityOf(reached));
  if (draft.types.length === 0) draft.types = impliedTypes(draft);
  draft.also = draft.also.filter(([name, value]) => !equalJson(draft.keywords[name], value));
  return draft;
}

const referenceOf = (node: Node): string => textOf(keyword(node, '$ref'));

/** Whether a part is told by the name of a component: it refers to one, or something that does leads to it. */
const isNamed = ({ node, from }: InPlace): boolean =>
  from !== undefined &&
  ([node, from.node].some(one => componentOf(referenceOf(one)) !== undefined) || isNamed(from));

/** The component that a schema is alone, with annotations at most; else the place that it refers to. */
function identityOf(reached: readonly InPlace[]): Partial<Pick<Shape, 'name' | 'reference'>> {
  let reference: string | undefined;
  for (const { node } of reached) {
    const ref = referenceOf(node);
    const parts = appliedAlone(node).length + (ref === '' ? 0 : 1);
    if (parts !== 1 || childNode(node, 'properties')) break;
    const name = componentOf(ref);
    if (name !== undefined) return { name };
    if (ref !== '') reference ??= ref;
  }
  return reference === undefined ? {} : { reference };
}

function impliedTypes({ properties, items, values, variants }: Draft): string[] {
  if (properties.size > 0) return ['object'];
  if (items !== undefined) return ['array'];
  return values && variants.length === 0 ? [...new Set(values.map(typeOf))] : [];
}

const isOnlyRequired = ({ value }: Node): boolean =>
  isObject(value) &&
  isArray(value.required) &&
  Object.keys(value).every(key => key === 'required' || key === 'type');

/** Adds the choices that one schema offers; what stands alone in one is no choice, and said in its place already. */
function absorbChoices(draft: Draft, one: InPlace, shapes: Shapes): void {
  const { node } = one;
  const written = CHOICES.flatMap(name => childNodes(node, name));
  const offered = CHOICES.map(name => ({ name, branches: branchesOf(node, name) }));
  if (written.length > offered.flatMap(({ branches }) => branches).length) draft.nullable = true;
  draft.isReferring ||= written.some(isReference);
  const discriminator = keyword(node, 'discriminator');
  const mapped = written.length === 0 ? mappingOf(discriminator) : [];
  const variants = [...written, ...mapped.map(({ schema }) => ({ ...node, value: schema }))];
  // What is itself a variant takes the attributes of its base, not the choice between the variants.
  if (variants.some(variant => isAround(variant, one, shapes.resolve))) return;
  draft.discriminator = textOf(member(discriminator, 'propertyName')) || draft.discriminator;
  if (mapped.length > 0) setVariants(draft, mapped);
  const choices = offered.filter(({ branches }) => branches.length > 1);
  const sets = choices.filter(({ branches }) => branches.every(isOnlyRequired));
  for (const { branches } of sets)
    draft.choices = [...draft.choices, ...branches.map(({ value }) => stringsOf(member(value, 'required')))];
  const [first, second] = choices.filter(choice => !sets.includes(choice));
  if (second) addPart(draft, { keyword: second.name, schema: { [second.name]: keyword(node, second.name) } });
  if (first) absorbChoice(draft, first.branches, discriminator, shapes);
}

const CHOICES = ['oneOf', 'anyOf'] as const;

/** Whether a branch leads to a schema that leads to the choice. */
function isAround(branch: Node, { node, from }: InPlace, resolve: Resolve): boolean {
  const value = isReference(branch) ? resolve(branch)?.value : branch.value;
  return node.value === value || (from !== undefined && isAround(branch, from, resolve));
}

function absorbChoice(
  draft: Draft,
  branches: readonly Node[],
  discriminator: Json | undefined,
  { shapeAt }: Shapes,
): void {
  const shapes = branches.map(shapeAt);
  if (shapes.some(({ nullable }) => nullable)) draft.nullable = true;
  if (shapes.every(({ values }) => values !== undefined)) {
    draft.values = shapes.flatMap(({ values }) => values ?? []);
    draft.name = shapes.find(({ values }) => values?.some(value => value !== ''))?.name;
    const descriptions = shapes.flatMap(meaningsIn);
    if (descriptions.length > 0) draft.keywords['x-enumDescriptions'] ??= Object.fromEntries(descriptions);
    return;
  }
  const chooser = isObject(discriminator) ? undefined : chooserOf(shapes, branches, shapeAt);
  draft.discriminator ??= chooser?.name;
  setVariants(
    draft,
    branches.map((branch, index) => ({
      code: chooser?.codes[index] ?? codeOf(discriminator, branch, shapes[index]?.name),
      schema: branch.value,
    })),
  );
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
  [branch]: readonly Node[],
  shapeAt: Shapes['shapeAt'],
): { name: string; codes: string[] } | undefined {
  for (const name of shapes[0]?.properties.keys() ?? []) {
    const codes = shapes.flatMap(({ properties }) => {
      const value = properties.get(name);
      const values = branch && value !== undefined ? shapeAt({ ...branch, value }).values : undefined;
      return values && values.length > 0 && values.every(isString) ? [values.join(', ')] : [];
    });
    if (codes.length === shapes.length && new Set(codes).size === codes.length) return { name, codes };
  }
  return undefined;
}

/** A mapping without `oneOf` names the variants too: they point back with `allOf` (OpenAPI 3.1, section 4.8.25). */
const mappingOf = (discriminator: Json | undefined): (Variant & { readonly schema: JsonObject })[] =>
  entriesOf(member(discriminator, 'mapping')).map(([code, target]) => ({
    code,
    schema: { $ref: mappedReference(textOf(target)) },
  }));

/** The value of the discriminator for an alternative: as mapped, else the name of its component. */
const codeOf = (
  discriminator: Json | undefined,
  branch: Node,
  name: string | undefined,
): string | undefined =>
  isObject(discriminator)
    ? (mappingOf(discriminator).find(({ schema }) => schema.$ref === referenceOf(branch))?.code ?? name)
    : undefined;
