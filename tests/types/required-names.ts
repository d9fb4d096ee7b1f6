import ts from 'typescript';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../src/core/json.ts';
import { apiOf } from '../../src/openapi/api.ts';
import { documentOfValue, rootNode } from '../../src/source/document.ts';
import { resolver } from '../../src/source/follow.ts';

/** Where types and document disagree on which names have to be there. */
export interface RequiredNames {
  /** Names that were held against the types. */
  readonly checked: number;
  /** `place: name` for each name that the document requires and the types leave out or make optional. */
  readonly lost: readonly string[];
  /** `place: name` for each name that the types demand and the document does not. */
  readonly demanded: readonly string[];
}

interface Found {
  readonly is: 'fine' | 'lost' | 'demanded';
  readonly at: string;
}

/** What a schema says of the names of an object, through references and parts. */
interface Names {
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, readonly Json[]>;
  /** Names by which a reader chooses among alternatives: OpenAPI asks that they are there (3.1.0, section 4.8.25). */
  readonly choosing: ReadonlySet<string>;
}

const PREFIX = '#/components/schemas/';

/**
 * Counts required names that types lose, and optional names that they demand: of every component and of what each
 * operation takes and answers. What is required is worked out from the bundle as it was written, not from its flat form.
 *
 * @param bundle one file, not flattened
 * @param checker of a program that holds the types
 * @param source the file with the types of that bundle
 */
export function requiredNames(
  bundle: JsonObject,
  checker: ts.TypeChecker,
  source: ts.SourceFile,
): RequiredNames {
  const schemas = member(bundle.components, 'schemas');
  const walk = walker(checker, isObject(schemas) ? schemas : {});
  const root = (name: string): ts.Type | undefined => {
    const symbol = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
      .find(one => one.name === name);
    return symbol && checker.getDeclaredTypeOfSymbol(symbol);
  };
  const found = [
    ...Object.entries(isObject(schemas) ? schemas : {}).flatMap(([name, schema]) =>
      walk(schema ?? null, typeAt(checker, root('components'), ['schemas', name]), name),
    ),
    ...messagesOf(bundle).flatMap(({ schema, path }) =>
      walk(schema, typeAt(checker, root('operations'), path), path.join(' ')),
    ),
  ];
  return {
    checked: found.length,
    lost: found.filter(({ is }) => is === 'lost').map(({ at }) => at),
    demanded: found.filter(({ is }) => is === 'demanded').map(({ at }) => at),
  };
}

interface MessageSchema {
  readonly schema: Json;
  /** Names that lead from `operations` to its type. */
  readonly path: readonly string[];
}

function messagesOf(bundle: JsonObject): MessageSchema[] {
  const document = documentOfValue(bundle);
  const { operations } = apiOf(rootNode(document), resolver(document));
  return operations
    .filter(({ kind, value }) => kind === 'path' && isString(value.operationId))
    .flatMap(({ value, requestContent, responses, parameters }) => {
      // openapi-typescript writes a slash for the hash, which its own references could not tell from a fragment.
      const id = String(value.operationId).replaceAll('#', '/');
      return [
        ...requestContent.flatMap(media =>
          media.schema
            ? [{ schema: media.schema.value, path: [id, 'requestBody', 'content', media.name] }]
            : [],
        ),
        ...responses.flatMap(({ status, content }) =>
          content.flatMap(media =>
            media.schema
              ? [{ schema: media.schema.value, path: [id, 'responses', status, 'content', media.name] }]
              : [],
          ),
        ),
        ...['query', 'header', 'path'].map(place => ({
          schema: parametersAsObject(parameters.filter(parameter => parameter.in === place)),
          path: [id, 'parameters', place],
        })),
      ];
    });
}

/** Parameters of one place, as the object that a client gives. */
const parametersAsObject = (parameters: readonly { readonly node: { readonly value: Json } }[]): Json => ({
  properties: Object.fromEntries(
    parameters.map(({ node }) => [String(member(node.value, 'name')), member(node.value, 'schema') ?? true]),
  ),
  required: parameters.flatMap(({ node }) =>
    member(node.value, 'required') === true ? [String(member(node.value, 'name'))] : [],
  ),
});

function typeAt(
  checker: ts.TypeChecker,
  type: ts.Type | undefined,
  path: readonly string[],
): ts.Type | undefined {
  return path.reduce<ts.Type | undefined>((at, name) => {
    const symbol = at && checker.getPropertyOfType(checker.getNonNullableType(at), name);
    return symbol && checker.getTypeOfSymbol(symbol);
  }, type);
}

function walker(checker: ts.TypeChecker, schemas: JsonObject) {
  const namesOf = namesIn(schemas);
  const seen = new Map<Json, Set<ts.Type>>();
  const walk = (schema: Json, type: ts.Type | undefined, at: string): Found[] => {
    if (type === undefined) return [];
    const types = seen.get(schema) ?? new Set();
    if (types.has(type)) return [];
    seen.set(schema, types.add(type));
    const bare = checker.getNonNullableType(type);
    if (bare.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return [];
    const item = member(schema, 'items');
    const itemType = checker.getIndexTypeOfType(bare, ts.IndexKind.Number);
    if (item !== undefined && itemType) return walk(item, itemType, `${at}[]`);
    const names = namesOf(schema);
    return [...names.properties].flatMap(([name, described]) => {
      const place = `${at}: ${name}`;
      // What stands inside one of several alternatives is looked at under the name of that alternative.
      const symbols = objectsIn(checker, bare).map(one => checker.getPropertyOfType(one, name));
      const [symbol] = symbols;
      const inner = symbol && symbols.length === 1 ? checker.getTypeOfSymbol(symbol) : undefined;
      return [
        { is: judged(checker, names, name, described, symbols), at: place },
        ...described.flatMap(one => walk(one, inner, `${at}.${name}`)),
      ];
    });
  };
  return walk;
}

const objectsIn = (checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] =>
  type.isUnion()
    ? type.types.filter(one => !checker.isArrayType(one) && (one.flags & ts.TypeFlags.StructuredType) !== 0)
    : [type];

function judged(
  checker: ts.TypeChecker,
  { required, choosing }: Names,
  name: string,
  described: readonly Json[],
  symbols: readonly (ts.Symbol | undefined)[],
): Found['is'] {
  const isOptional = symbols.some(symbol => !symbol || (symbol.flags & ts.SymbolFlags.Optional) !== 0);
  const isSaid = (flag: string) => described.some(schema => member(schema, flag) === true);
  if (!required.has(name)) return isOptional || choosing.has(name) ? 'fine' : 'demanded';
  if (!isOptional) return 'fine';
  const isRefused = symbols.every(
    symbol =>
      symbol && (checker.getTypeOfSymbol(symbol).flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) !== 0,
  );
  const isLeftOut = symbols.every(symbol => !symbol) && isSaid('writeOnly');
  return (isRefused && isSaid('readOnly')) || isLeftOut ? 'fine' : 'lost';
}

function namesIn(schemas: JsonObject): (schema: Json) => Names {
  const targetOf = (ref: Json | undefined): Json | undefined =>
    isString(ref) && ref.startsWith(PREFIX) ? schemas[ref.slice(PREFIX.length)] : undefined;
  /** Behind a reference, or in every one of its alternatives, an alternative may turn out to be no object. */
  const mayBeObject = (schema: Json, above: readonly Json[]): boolean => {
    if (!canBeObject(schema)) return false;
    if (!isObject(schema) || above.includes(schema)) return true;
    const inside = [...above, schema];
    const target = targetOf(schema.$ref);
    const choices = [schema.oneOf, schema.anyOf].filter(isArray);
    return (
      (target === undefined || mayBeObject(target, inside)) &&
      choices.every(list => list.some(one => mayBeObject(one, inside)))
    );
  };
  const none: Names = { required: new Set(), properties: new Map(), choosing: new Set() };
  const of = (schema: Json, above: readonly Json[]): Names => {
    if (!isObject(schema) || above.includes(schema) || !canBeObject(schema)) return none;
    const inside = [...above, schema];
    const { $ref, required, properties, allOf, oneOf, anyOf, discriminator } = schema;
    const target = targetOf($ref);
    const parts = [...(target === undefined ? [] : [target]), ...(isArray(allOf) ? allOf : [])].map(part =>
      of(part, inside),
    );
    const choices = [oneOf, anyOf]
      .filter(isArray)
      .map(list => list.filter(one => mayBeObject(one, [])).map(one => of(one, inside)));
    const property = member(discriminator, 'propertyName');
    return {
      required: new Set([
        ...(isArray(required) ? required.filter(isString) : []),
        ...parts.flatMap(part => [...part.required]),
        ...choices.flatMap(inEach),
      ]),
      properties: together([
        ...(isObject(properties)
          ? [new Map(Object.entries(properties).map(([name, value]) => [name, [value ?? null]] as const))]
          : []),
        ...parts.map(part => part.properties),
        ...choices.flat().map(choice => choice.properties),
      ]),
      choosing: new Set([
        ...(isString(property) ? [property] : []),
        ...[...parts, ...choices.flat()].flatMap(part => [...part.choosing]),
      ]),
    };
  };
  return schema => of(schema, []);
}

const canBeObject = (schema: Json): boolean => {
  const type = member(schema, 'type');
  return type === undefined || (isArray(type) ? type : [type]).includes('object');
};

const inEach = (choices: readonly Names[]): string[] =>
  [...(choices[0]?.required ?? [])].filter(name => choices.every(({ required }) => required.has(name)));

function together(maps: readonly ReadonlyMap<string, readonly Json[]>[]): Map<string, readonly Json[]> {
  const all = new Map<string, readonly Json[]>();
  for (const map of maps)
    for (const [name, values] of map) all.set(name, [...(all.get(name) ?? []), ...values]);
  return all;
}
