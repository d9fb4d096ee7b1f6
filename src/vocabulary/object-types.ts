import type { JsonObject } from '../core/json.ts';
import type {
  FieldType,
  Held,
  ObjectType,
  OpenapiVersion,
  Stated,
  StatedObject,
  ValueType,
  Versioned,
} from './fields.ts';
import { OBJECTS } from './objects.ts';

/** The types of a version by name, made when they are first asked for. */
export function objectTypes(version: OpenapiVersion): ReadonlyMap<string, ObjectType> {
  const known = made.get(version) ?? typesOf(version);
  made.set(version, known);
  return known;
}

const made = new Map<OpenapiVersion, ReadonlyMap<string, ObjectType>>();

type Fields = Map<string, { readonly field: FieldType; readonly rank: number }>;

function typesOf(version: OpenapiVersion): Map<string, ObjectType> {
  const stated = Object.entries(OBJECTS).map(([name, object]) => ({
    object,
    type: typeOf(name, object, version),
  }));
  const types = new Map<string, ObjectType>(stated.map(({ type }) => [type.name, type]));
  for (const { object, type } of stated) {
    const { fields = {}, others } = object;
    let rank = 0;
    for (const [name, field] of Object.entries(fields)) {
      const inVersion = fieldIn(version, field);
      if (inVersion !== undefined) type.fields.set(name, { field: fieldOf(types, inVersion), rank: rank++ });
    }
    if (others !== undefined) type.others = fieldOf(types, others);
  }
  return types;
}

function typeOf(name: string, object: StatedObject, version: OpenapiVersion) {
  const { required = [], oneOf, allowed, isExtensible = true, orFlag } = object;
  return {
    name,
    fields: new Map() as Fields,
    others: undefined as FieldType | undefined,
    required:
      typeof required === 'function' ? (value: JsonObject) => required(value, version) : () => required,
    oneOf: oneOf?.(version) ?? [],
    allowed,
    isExtensible,
    orFlag: orFlag?.(version) ?? false,
  };
}

function fieldIn(
  version: OpenapiVersion,
  stated: Stated | Versioned | readonly Versioned[],
): Stated | undefined {
  const choices = Array.isArray(stated) ? (stated as readonly Versioned[]) : [stated as Stated | Versioned];
  for (const choice of choices) {
    if (typeof choice !== 'object' || !('from' in choice)) return choice;
    if (choice.from <= version && version <= choice.until) return choice.field;
  }
  return undefined;
}

function fieldOf(types: Map<string, ObjectType>, stated: Stated): FieldType {
  if (typeof stated !== 'function') return heldBy(types, stated);
  return (value, name) => {
    const held = stated(value, name);
    return held === undefined ? undefined : heldBy(types, held);
  };
}

function heldBy(types: Map<string, ObjectType>, stated: string | ValueType): Held {
  if (typeof stated !== 'string') return stated;
  const [, kind = '', name = ''] = /^([[=]?)(\w+)/.exec(stated) ?? [];
  const known = types.get(kind === '[' ? `${name}List` : name);
  if (known) return kind === '=' ? { type: 'string', refersTo: known } : known;
  if (kind !== '[') throw new Error(`there is no object ${name}`);
  const list = {
    ...typeOf(`${name}List`, { isExtensible: false }, '3.0'),
    items: heldBy(types, name) as ObjectType,
  };
  types.set(list.name, list);
  return list;
}
