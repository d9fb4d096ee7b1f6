import { dirname, join } from 'node:path';
import { type Mapping, nameOf, type Place, type Spec } from './spec-reader.ts';

/** An object schema with its `allOf` taken together. */
export interface ObjectView {
  readonly properties: ReadonlyMap<string, Place>;
  readonly required: ReadonlySet<string>;
  /** The schema that holds alternatives and what chooses between them, if there is one. */
  readonly holder?: Place;
}

/** What an attribute allows: references followed, alternatives for the empty string and null taken apart. */
export interface AttributeView {
  readonly types: string;
  readonly value: Mapping;
  readonly place: Place;
  readonly name: string;
  readonly blank: boolean;
  readonly nullable: boolean;
  readonly codes?: readonly string[];
  readonly item?: AttributeView;
}

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Takes an object schema and everything in its `allOf` together; of alternatives, the attributes of each. */
export const viewObject = (spec: Spec, schema: Place): ObjectView => {
  const properties = new Map<string, Place>();
  const required = new Set<string>();
  let holder: Place | undefined;
  const addProperties = (part: Place): void => {
    for (const base of spec.list(part, 'allOf')) addProperties(base);
    const own = spec.at(part, 'properties');
    for (const key of Object.keys(own?.value ?? {})) {
      const property = own && spec.at(own, key);
      if (property && !properties.has(key)) properties.set(key, property);
    }
  };
  const add = (part: Place): void => {
    for (const base of spec.list(part, 'allOf')) add(base);
    addProperties(part);
    for (const key of strings(part.value.required)) required.add(key);
    if (part.value.discriminator || constOf(spec, part)) {
      holder = part;
      const branches = spec.list(part, 'oneOf');
      for (const branch of branches) addProperties(branch);
      for (const key of requiredByAll(spec, branches)) required.add(key);
    }
  };
  add(schema);
  return holder ? { properties, required, holder } : { properties, required };
};

const requiredBy = (spec: Spec, schema: Place): readonly string[] => [
  ...strings(schema.value.required),
  ...spec.list(schema, 'allOf').flatMap(base => requiredBy(spec, base)),
];

const requiredByAll = (spec: Spec, branches: readonly Place[]): readonly string[] => {
  const [first = [], ...others] = branches.map(branch => requiredBy(spec, branch));
  return first.filter(key => others.every(keys => keys.includes(key)));
};

const typesOf = (value: Mapping): readonly string[] =>
  typeof value.type === 'string' ? [value.type] : strings(value.type);

export const viewAttribute = (spec: Spec, schema: Place): AttributeView => {
  const all = spec.list(schema, 'anyOf');
  const isNull = (place: Place): boolean => place.value.type === 'null';
  const isBlank = (place: Place): boolean => nameOf(place.file) === 'BlankEnum';
  const target = all.find(place => !isNull(place) && !isBlank(place)) ?? schema;
  const { anyOf: _, ...beside } = schema.value;
  const value = all.length > 0 ? { ...target.value, ...beside } : schema.value;
  const types = typesOf(value);
  const item = spec.at({ file: target.file, value }, 'items');
  const codes = value.enum ?? (value.const === undefined ? undefined : [value.const]);
  return {
    types: types.filter(type => type !== 'null').join('|'),
    value,
    place: target,
    name: nameOf(target.file),
    blank: all.some(isBlank),
    nullable: all.some(isNull) || types.includes('null'),
    ...(codes === undefined ? {} : { codes: strings(codes) }),
    ...(item ? { item: viewAttribute(spec, item) } : {}),
  };
};

/** The property that every alternative gives values of its own: a discriminator without the keyword. */
const constOf = (spec: Spec, holder: Place): string | undefined => {
  const branches = spec.list(holder, 'oneOf');
  const [first] = branches;
  const names = Object.keys((first && spec.at(first, 'properties')?.value) ?? {});
  return names.find(name => branches.every(branch => codesIn(spec, branch, name).length > 0));
};

const codesIn = (spec: Spec, branch: Place, name: string): readonly string[] => {
  const { const: only, enum: several } = spec.at(branch, 'properties', name)?.value ?? {};
  return only === undefined ? strings(several) : [String(only)];
};

/** The property that chooses between the alternatives of a schema. */
export const chooserOf = (spec: Spec, holder: Place): string =>
  String(spec.at(holder, 'discriminator')?.value.propertyName ?? constOf(spec, holder) ?? '');

/** The alternative that a code chooses, by the mapping of a discriminator or by the value that it fixes. */
export const chosen = (spec: Spec, holder: Place, code: string): Place | undefined => {
  const target = spec.at(holder, 'discriminator', 'mapping')?.value[code];
  if (typeof target === 'string') return spec.open(join(dirname(holder.file), target));
  const name = constOf(spec, holder);
  return name === undefined
    ? undefined
    : spec.list(holder, 'oneOf').find(branch => codesIn(spec, branch, name).includes(code));
};
