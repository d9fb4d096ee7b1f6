import type { Json } from '../../core/json.ts';
import type { Forms } from '../collections.ts';
import { textOf } from '../reference.ts';
import { type Attribute, attributesOf, formsIn, innerForms } from '../schema/attributes.ts';
import { referredSchema } from '../schema/words.ts';
import { attributesAnchor, type Group, type Place, type Site } from '../site.ts';
import { slugOf } from '../slug.ts';

/** A kind of thing that the document describes: what a resource is about, or a group of data. */
export interface ModelObject {
  /** The same for one object wherever it is named. */
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  /** The API that it belongs to; `undefined` for a data type. */
  readonly group: Group | undefined;
}

/** An attribute of one object that leads to another: the URL of it, or the thing itself. */
export interface ModelRelation {
  readonly from: ModelObject;
  readonly attribute: string;
  /** Where the attribute is described. */
  readonly place: Place;
  readonly to: ModelObject;
  /** `0..1`, `1`, `0..n` or `1..n`: how many there are, as far as the document says so. */
  readonly times: string;
  readonly description: string;
}

export interface Model {
  readonly objects: readonly ModelObject[];
  readonly relations: readonly ModelRelation[];
}

/** Attributes in a group count as those of the object that holds the group, up to this depth. */
const DEPTH = 2;

/** How many data types stand in a model at most, where no object refers to another. */
const MOST_TYPES = 24;

/** Every page asks, for its navigation. */
const models = new WeakMap<Group, Model>();

/** The objects of a group of resources, with those that they lead to, and how they lead there. */
export function dataModelOf(site: Site, group: Group): Model {
  const model = models.get(group) ?? readModel(site, group);
  models.set(group, model);
  return model;
}

/** Whether a document has a model: one without relations between its objects has none to show. */
export const hasDataModel = (site: Site): boolean =>
  site.groups.some(group => dataModelOf(site, group).relations.length > 0);

function readModel(site: Site, group: Group): Model {
  const known = objectsOf(site);
  const own = group.resources.flatMap(({ file, collections }) =>
    collections.flatMap((collection, index) => {
      const object = known.get(idOf({ file, anchor: attributesAnchor(collection, index) }));
      return object ? [{ object, forms: collection.forms }] : [];
    }),
  );
  const among = own.flatMap(({ object, forms }) =>
    relationsFrom(site, object, forms, place => known.get(idOf(place))),
  );
  const relations =
    among.length > 0
      ? among
      : own.flatMap(({ object, forms }) =>
          relationsFrom(site, object, forms, place => typeAt(site, known, place)),
        );
  const others = relations.map(({ to }) => to);
  const objects = new Map([...own.map(({ object }) => object), ...others].map(object => [object.id, object]));
  const isReadable = among.length > 0 || objects.size - own.length <= MOST_TYPES;
  return isReadable
    ? { objects: [...objects.values()], relations }
    : { objects: own.map(({ object }) => object), relations: [] };
}

const idOf = ({ file, anchor }: Place): string => `${file}#${anchor}`;

/** What the resources are about; a call that is about nothing is no object. */
function objectsOf({ groups }: Site): Map<string, ModelObject> {
  const objects = groups.flatMap(group =>
    group.resources.flatMap(({ file, title, collections }) =>
      collections.flatMap((collection, index): ModelObject[] => {
        const place = { file, anchor: attributesAnchor(collection, index) };
        const name = collection.name ?? title;
        return formsIn(collection.forms).length > 0 ? [{ id: idOf(place), name, place, group }] : [];
      }),
    ),
  );
  return new Map(objects.map(object => [object.id, object]));
}

/** Where no object refers to another, the groups of data that they hold are what they lead to. */
function typeAt(site: Site, known: ReadonlyMap<string, ModelObject>, place: Place): ModelObject | undefined {
  const name = [...site.types].find(([, file]) => file === place.file)?.[0];
  if (name === undefined) return known.get(idOf(place));
  const { properties } = site.shapeOf({ $ref: `#/components/schemas/${name}` });
  return properties.size > 0 ? { id: idOf(place), name, place, group: undefined } : undefined;
}

/**
 * What an object leads to. An attribute that is deeper, such as in the unfolded form of a reference, is told where no
 * nearer one of that name leads to the same object.
 */
function relationsFrom(
  site: Site,
  from: ModelObject,
  forms: Forms,
  objectAt: (place: Place) => ModelObject | undefined,
): ModelRelation[] {
  const top = new Map(attributesOf(site, forms).map(attribute => [attribute.name, attribute]));
  const found = new Map<string, ModelRelation>();
  let level: readonly Step[] = [...top.values()].map(attribute => ({ attribute, path: [], within: [] }));
  while (level.length > 0) {
    const told = level.map(step => ({ step, target: targetOf(site, step.attribute, objectAt) }));
    for (const { step, target } of told) {
      const { name } = step.attribute;
      // The unfolded form of a reference is told by the reference.
      const [nearest, path] = top.has(name)
        ? [top.get(name) ?? step.attribute, [name]]
        : [step.attribute, [...step.path, name]];
      const key = `${name} ${target?.id}`;
      if (target && !found.has(key)) found.set(key, relation(site, from, nearest, path, target));
    }
    level = told.flatMap(({ step, target }) => (target ? [] : stepsBelow(site, step)));
  }
  return [...found.values()];
}

/** An attribute with the groups that it stands in. */
interface Step {
  readonly attribute: Attribute;
  readonly path: readonly string[];
  readonly within: readonly Json[];
}

function stepsBelow(site: Site, { attribute, path, within }: Step): Step[] {
  const { name, schema, forms } = attribute;
  if (path.length >= DEPTH || within.includes(schema)) return [];
  return attributesOf(site, innerForms(site, forms)).map(inner => ({
    attribute: inner,
    path: [...path, name],
    within: [...within, schema],
  }));
}

/** The object that an attribute, or each item of it, is or has the URL of. */
function targetOf(
  site: Site,
  { name, schema }: Attribute,
  objectAt: (place: Place) => ModelObject | undefined,
): ModelObject | undefined {
  const shape = site.shapeOf(schema);
  const item = shape.items === undefined ? shape : site.shapeOf(shape.items);
  const isUrl = item.types.includes('string') && item.keywords.format === 'uri';
  const wanted = isUrl ? referredSchema(site, item, name) : item.name;
  const place = wanted === undefined ? undefined : site.placeOfSchema.get(wanted);
  return place && objectAt(place);
}

function relation(
  site: Site,
  from: ModelObject,
  attribute: Attribute,
  path: readonly string[],
  to: ModelObject,
): ModelRelation {
  const { presence, schema } = attribute;
  const shape = site.shapeOf(schema);
  const isList = shape.types.includes('array') || shape.items !== undefined;
  const isSent = presence.create !== undefined && presence.create !== 'absent';
  const isRequired = (isSent ? presence.create : (presence.read ?? presence.value)) === 'required';
  const least = isList ? shape.keywords.minItems : undefined;
  const isThere = isList
    ? isRequired && typeof least === 'number' && least > 0
    : isRequired && !shape.nullable;
  const [first = ''] = path;
  return {
    from,
    attribute: path.join('.'),
    place: { file: from.place.file, anchor: slugOf(`${from.place.anchor}.${first}`) },
    to,
    times: isList ? `${isThere ? 1 : 0}..n` : isThere ? '1' : '0..1',
    description: textOf(shape.keywords.description),
  };
}
