import type { Json, JsonObject } from '../core/json.ts';

export type OpenapiVersion = '3.0' | '3.1' | '3.2';

/** A plain value, and what it may be. */
export interface ValueType {
  readonly name?: undefined;
  readonly type?: 'string' | 'boolean' | 'number' | 'integer' | 'array' | 'object';
  readonly values?: readonly string[];
  /** Of a list. */
  readonly items?: ValueType;
  readonly minimum?: number;
  /** Any JSON value: a `$ref` in it is text. */
  readonly isData?: true;
  /** A text that refers to an object of this type, as `$ref` does. */
  readonly refersTo?: ObjectType;
}

/** An object of OpenAPI, a map of such from free names, or a list of them. */
export interface ObjectType {
  readonly name: string;
  /** The fixed fields, each with its place in the order in which they are visited. */
  readonly fields: ReadonlyMap<string, { readonly field: FieldType; readonly rank: number }>;
  /** What stands under all other names; without it there are none. */
  readonly others?: FieldType | undefined;
  readonly items?: ObjectType;
  readonly required: (value: JsonObject) => readonly string[];
  readonly oneOf: readonly string[];
  /** Of the fixed fields those that fit what else the object says. */
  readonly allowed?: ((value: JsonObject) => readonly string[]) | undefined;
  /** Whether names that start with `x-` are extensions. */
  readonly isExtensible: boolean;
  /** Whether `true` or `false` may stand in its place. */
  readonly orFlag: boolean;
}

export type Held = ObjectType | ValueType;

/** What a field holds, which may depend on what stands there and under which name. */
export type FieldType = Held | ((value: Json, name: string) => Held | undefined);

/** As {@link FieldType}, with types of objects by their names: `[Tag]` is a list of them, `=Schema` a text that refers to one. */
export type Stated = string | ValueType | ((value: Json, name: string) => string | ValueType | undefined);

/** A field of some versions alone. */
export interface Versioned {
  readonly field: Stated;
  readonly from: OpenapiVersion;
  readonly until: OpenapiVersion;
}

export interface StatedObject {
  readonly fields?: Readonly<Record<string, Stated | Versioned | readonly Versioned[]>>;
  readonly others?: Stated;
  readonly required?: readonly string[] | ((value: JsonObject, version: OpenapiVersion) => readonly string[]);
  readonly oneOf?: (version: OpenapiVersion) => readonly string[];
  readonly allowed?: (value: JsonObject) => readonly string[];
  readonly isExtensible?: false;
  readonly orFlag?: (version: OpenapiVersion) => boolean;
}

export const since = (from: OpenapiVersion, field: Stated): Versioned => ({ field, from, until: '3.2' });
export const until = (until: OpenapiVersion, field: Stated): Versioned => ({ field, from: '3.0', until });

export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean' } as const;
export const NUMBER = { type: 'number' } as const;
export const COUNT = { type: 'integer', minimum: 0 } as const;
export const LIST = { type: 'array' } as const;
export const TEXTS = { type: 'array', items: TEXT } as const;
export const ANYTHING = {} as const;
export const DATA = { isData: true } as const;

export const anyOf = (...values: readonly string[]) => ({ values });

/** A map from free names, which has no extensions. */
export const mapOf = (others: Stated): StatedObject => ({ others, isExtensible: false });
