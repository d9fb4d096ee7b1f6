import { isArray, isObject, isString, type Json, type JsonObject } from '../../../src/core/json.ts';
import { join, type Pointer, tokens } from '../../../src/core/pointer.ts';

/** Which way a value travels: from the client to the server, or back. */
type Direction = 'request' | 'response';

/** One way in which a property is reached. */
export interface Reach {
  readonly direction: Direction;
  readonly isRequired: boolean;
  /** In the body of a PUT, that replaces the whole. */
  readonly isPut: boolean;
  /** Where several branches or a condition decide, another rule may have the last word. */
  readonly isContested: boolean;
  /** For an object: no other part of `allOf` speaks of it. */
  readonly isAlone?: boolean;
}

/** A schema that messages have a value for. */
export interface Place {
  readonly pointer: Pointer;
  readonly value: Json;
  /** The names under which it is reached; several where schemas share it. */
  readonly names: ReadonlySet<string>;
  readonly reaches: readonly Reach[];
}

export interface Places {
  readonly schemas: readonly Place[];
  /** The schemas that speak of an object with properties. */
  readonly objects: readonly Place[];
}

interface Context {
  readonly direction: Direction;
  readonly isPut: boolean;
  readonly isContested: boolean;
  readonly isAlone?: boolean;
  readonly name: string;
}

export const at = (root: Json, pointer: Pointer): Json | undefined =>
  tokens(pointer).reduce<Json | undefined>(
    (value, token) => (isArray(value) ? value[Number(token)] : isObject(value) ? value[token] : undefined),
    root,
  );

/** The pointer at the end of a chain of references within the document; `undefined` for one that leaves it. */
export function landing(root: Json, pointer: Pointer): Pointer | undefined {
  let current = pointer;
  for (let step = 0; step < 16; step += 1) {
    const value = at(root, current);
    const reference = isObject(value) ? value.$ref : undefined;
    if (!isString(reference)) return value === undefined ? undefined : current;
    if (!reference.startsWith('#/')) return undefined;
    current = decodeURIComponent(reference.slice(1));
  }
  return undefined;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export interface OperationPlace {
  readonly pointer: Pointer;
  readonly label: string;
  readonly method: string;
  readonly value: JsonObject;
}

export const operationPlaces = (root: JsonObject): OperationPlace[] =>
  entries(root.paths).flatMap(([path, item]) =>
    entries(item).flatMap(([method, value]) =>
      METHODS.includes(method) && isObject(value)
        ? [
            {
              pointer: join('', 'paths', path, method),
              label: `${method.toUpperCase()} ${path}`,
              method,
              value,
            },
          ]
        : [],
    ),
  );

export const entries = (value: Json | undefined): [string, Json][] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner]]))
    : [];

/** Walks all messages of a document, on its own: nothing here knows how the comparison walks. */
export function placesIn(root: JsonObject): Places {
  const schemas = new Map<Pointer, { value: Json; names: Set<string>; reaches: Reach[] }>();
  const objects = new Map<Pointer, { value: Json; names: Set<string>; reaches: Reach[] }>();
  const seen = new Set<string>();
  const isOld = String(root.openapi).startsWith('3.0');

  const note = (
    found: typeof schemas,
    pointer: Pointer,
    { name, ...context }: Context,
    isRequired: boolean,
  ): void => {
    const value = at(root, pointer);
    if (value === undefined) return;
    const entry = found.get(pointer) ?? { value, names: new Set(), reaches: [] };
    found.set(pointer, entry);
    entry.names.add(name);
    entry.reaches.push({ ...context, isRequired });
  };

  /** The schemas that all speak of one value, and whether branches or conditions do as well. */
  const partsAt = (pointer: Pointer): { parts: Pointer[]; branches: Pointer[]; isContested: boolean } => {
    const value = at(root, pointer);
    if (!isObject(value)) return { parts: [], branches: [], isContested: false };
    const target = isString(value.$ref) ? landing(root, pointer) : undefined;
    const inner = target === undefined ? [] : [partsAt(target)];
    const own = isOld && isString(value.$ref) ? undefined : value;
    const all = isArray(own?.allOf)
      ? own.allOf.map((_, index) => partsAt(join(pointer, 'allOf', index)))
      : [];
    const choices = ['anyOf', 'oneOf'].flatMap(keyword => {
      const list = own?.[keyword];
      return isArray(list) ? list.map((_, index) => join(pointer, keyword, index)) : [];
    });
    const real = choices.filter(choice => !isNull(at(root, choice)));
    const single = real.length === 1 && real[0] !== undefined ? [partsAt(real[0])] : [];
    const below = [...inner, ...all, ...single];
    return {
      parts: [...(own ? [pointer] : []), ...below.flatMap(({ parts }) => parts)],
      branches: [...(real.length > 1 ? real : []), ...below.flatMap(({ branches }) => branches)],
      isContested:
        real.length > 1 ||
        // What extends a schema with a discriminator stands in its place, with names of its own.
        ['if', 'not', 'dependentSchemas', 'patternProperties', 'propertyNames', 'discriminator'].some(
          name => own?.[name] !== undefined,
        ) ||
        below.some(({ isContested }) => isContested),
    };
  };

  const carries = (pointer: Pointer, flag: string): boolean =>
    partsAt(pointer).parts.some(part => {
      const value = at(root, part);
      return isObject(value) && value[flag] === true;
    });

  const walk = (pointer: Pointer, context: Context, isRequired: boolean): void => {
    const key = `${pointer} ${isRequired} ${JSON.stringify(context)}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { parts, branches, isContested } = partsAt(pointer);
    const inside: Context = { ...context, isContested: context.isContested || isContested };
    for (const part of new Set([pointer, ...parts])) note(schemas, part, inside, isRequired);
    for (const branch of branches) walk(branch, { ...inside, isContested: true }, isRequired);
    const required = new Set(
      parts.flatMap(part => {
        const value = at(root, part);
        return isObject(value) && isArray(value.required) ? value.required.filter(isString) : [];
      }),
    );
    const declared = parts.flatMap(part =>
      entries(at(root, join(part, 'properties'))).map(
        ([name]) => [name, join(part, 'properties', name)] as const,
      ),
    );
    const hides = context.direction === 'request' ? 'readOnly' : 'writeOnly';
    for (const [name, property] of declared) {
      const twins = declared.filter(([other]) => other === name);
      if (twins.some(([, twin]) => carries(twin, hides))) continue;
      const below = { ...inside, name, isContested: inside.isContested || twins.length > 1 };
      walk(property, below, required.has(name));
    }
    const speaking = parts.filter(part => {
      const value = at(root, part);
      return isObject(value) && (value.properties !== undefined || value.required !== undefined);
    });
    const isLimited = parts.some(part =>
      ['additionalProperties', 'unevaluatedProperties'].some(
        name => at(root, join(part, name)) !== undefined,
      ),
    );
    for (const part of declared.length > 0 ? speaking : []) {
      const isAlone = speaking.length === 1;
      note(objects, part, { ...inside, isAlone, isContested: inside.isContested || isLimited }, true);
    }
    // What stands in a list of results is called after itself, not after the list.
    const items = inside.name === 'results' ? { ...inside, name: 'body' } : inside;
    for (const part of parts) {
      for (const keyword of ['items', 'additionalProperties']) {
        if (isObject(at(root, join(part, keyword)))) walk(join(part, keyword), items, isRequired);
      }
    }
  };

  const content = (holder: Pointer, context: Context): void => {
    for (const [type] of entries(at(root, join(holder, 'content'))))
      walk(join(holder, 'content', type, 'schema'), context, true);
  };

  const operation = (pointer: Pointer, method: string, isOutbound: boolean): void => {
    const base = { isPut: method === 'put' && !isOutbound, isContested: false, name: 'body' };
    const [to, back]: [Direction, Direction] = isOutbound ? ['response', 'request'] : ['request', 'response'];
    const aside = (holder: Pointer | undefined, name: string, direction: Direction): void => {
      if (holder === undefined) return;
      // In a URL or a header other rules hold as well: a schema that stands there too is no place for these edits.
      walk(join(holder, 'schema'), { ...base, isPut: false, isContested: true, name, direction }, false);
    };
    for (const owner of [pointer, pointer.slice(0, pointer.lastIndexOf('/'))]) {
      const list = at(root, join(owner, 'parameters'));
      for (const [index] of (isArray(list) ? list : []).entries()) {
        const holder = landing(root, join(owner, 'parameters', index));
        const parameter = holder === undefined ? undefined : at(root, holder);
        aside(holder, isObject(parameter) ? String(parameter.name) : '', to);
      }
    }
    const body = landing(root, join(pointer, 'requestBody'));
    if (body !== undefined) content(body, { ...base, direction: to });
    for (const [status] of entries(at(root, join(pointer, 'responses')))) {
      const answer = landing(root, join(pointer, 'responses', status));
      if (answer === undefined) continue;
      content(answer, { ...base, isPut: false, direction: back });
      for (const [name] of entries(at(root, join(answer, 'headers'))))
        aside(landing(root, join(answer, 'headers', name)), name, back);
    }
    for (const [name] of entries(at(root, join(pointer, 'callbacks')))) {
      const callback = landing(root, join(pointer, 'callbacks', name));
      if (callback === undefined) continue;
      for (const [url, item] of entries(at(root, callback)))
        for (const [inner] of entries(item))
          if (METHODS.includes(inner)) operation(join(callback, url, inner), inner, !isOutbound);
    }
  };

  for (const { pointer, method } of operationPlaces(root)) operation(pointer, method, false);
  const listed = (found: typeof schemas): Place[] =>
    [...found].map(([pointer, place]) => ({ pointer, ...place }));
  return { schemas: listed(schemas), objects: listed(objects) };
}

const isNull = (value: Json | undefined): boolean => isObject(value) && value.type === 'null';
