import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { tokens } from '../core/pointer.ts';
import { apiOf, type DescribedApi, type Operation } from '../openapi/api.ts';
import { schemaNamedBy, schemaReference, schemasOf, withSchemas } from '../openapi/components.ts';
import type { MediaType } from '../openapi/parts.ts';
import { operationIdOf } from '../openapi/parts.ts';
import { documentOfValue, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import { writtenReferences } from '../source/references.ts';
import { partsOf } from '../vocabulary/openapi.ts';
import { edited, replacedAt } from './edits.ts';
import { NEVER_TYPE } from './marks.ts';

/** What a client gives to an operation or gets from it, under a name of its own. */
export interface NamedForm {
  readonly name: string;
  readonly operation: Operation;
  readonly is: 'body' | 'query' | 'response';
  /** For a response: its status as written, and its media type. */
  readonly at?: readonly [status: string, mediaType: string];
}

export interface WithForms {
  readonly bundle: JsonObject;
  /** What the bundle described before it had them. */
  readonly api: DescribedApi;
  readonly forms: readonly NamedForm[];
}

/**
 * A bundle in which a client sees what it may send and what it will get: names that are `readOnly` are refused in what
 * it sends, and names that are `writeOnly` are not in what it gets (OpenAPI 3.1.0, section 4.8.24). Each body gets a
 * name after its operation: `zaak_create` takes a `ZaakCreate`, `zaak_partial_update` a `ZaakPatch`.
 *
 * @param bundle one file, in its flat form
 */
export function withForms(bundle: JsonObject): WithForms {
  const document = documentOfValue(bundle);
  const api = apiOf(rootNode(document), resolver(document));
  const schemas = schemasOf(bundle);
  const sent = api.operations.filter(({ kind }) => kind === 'path');
  const directions = directionsOf(schemas, api, sent);
  const named = namesFor(sent, new Set(Object.keys(schemas)));
  const bodies = named.flatMap(({ operation, name }) => bodyOf(operation, name, api, directions));
  const places = bodies.flatMap(({ places: found, name }) => found.map(place => [place, name] as const));
  const components: JsonObject = {
    ...Object.fromEntries(
      Object.entries(schemas).map(([name, value]) => [name, directions.own(name, value)]),
    ),
    ...directions.variants(),
    ...Object.fromEntries(bodies.map(({ name, value }) => [name, value])),
  };
  const replaced = places.reduce<Json>(
    (value, [place, name]) => replacedAt(value, tokens(place), { $ref: schemaReference(name) }),
    bundle,
  ) as JsonObject;
  return {
    bundle: withSchemas(replaced, components),
    api,
    forms: named.flatMap(({ operation, name }) => formsOf(operation, name, bodies)),
  };
}

/** `zaak_partial_update` is `ZaakPatch`, `zaak__zoek` is `ZaakZoek`. */
function baseName(operationId: string): string {
  const words = operationId
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word !== '')
    .map(word => word[0]?.toUpperCase() + word.slice(1));
  return words
    .join('')
    .replace(/PartialUpdate$/, 'Patch')
    .replace(/^(\d)/, '_$1');
}

function namesFor(
  operations: readonly Operation[],
  taken: ReadonlySet<string>,
): readonly { readonly operation: Operation; readonly name: string }[] {
  const used = new Set(taken);
  return operations.flatMap(operation => {
    const id = operationIdOf(operation.value);
    if (id === undefined) return [];
    const base = baseName(id);
    if (!/^[A-Za-z_$][\w$]*$/.test(base)) return [];
    const name = used.has(base) ? `${base}Body` : base;
    if (used.has(name)) return [];
    used.add(name);
    return [{ operation, name }];
  });
}

interface Directions {
  /** A component as it reads under its own name. */
  readonly own: (name: string, value: Json | undefined) => Json | undefined;
  /** A schema as a client may send it. */
  readonly asSent: (schema: Json) => Json;
  /** The components that `asSent` made up so far. */
  readonly variants: () => JsonObject;
}

/** What is sent and got under one name gets a second name for what is sent. */
function directionsOf(schemas: JsonObject, api: DescribedApi, operations: readonly Operation[]): Directions {
  const reachedFrom = (values: readonly Json[]) => reachedComponents(values, schemas);
  const bodies = operations.flatMap(({ requestBody }) => (requestBody ? [requestBody.value] : []));
  const gotten = api.operations.flatMap(({ kind, responses, requestBody, parameters }) => [
    ...responses.map(({ node }) => node.value),
    ...(kind === 'path' || !requestBody ? [] : [requestBody.value]),
    ...(kind === 'path' ? [] : parameters.map(({ node }) => node.value)),
  ]);
  const [isSent, isGot] = [reachedFrom(bodies), reachedFrom(gotten)];
  const hides = new Map(
    Object.keys(schemas).map(name => {
      const reached = [...reachedFrom([{ $ref: schemaReference(name) }])];
      return [name, reached.some(inner => holdsFlag(schemas[inner] ?? null, 'readOnly'))] as const;
    }),
  );
  const made = new Map<string, Json>();
  const sentName = (name: string): string => {
    if (!isSent.has(name) || !isGot.has(name) || !hides.get(name)) return name;
    const variant = `${name}Write`;
    if (!made.has(variant)) {
      made.set(variant, true);
      made.set(variant, written(schemas[name] ?? true));
    }
    return variant;
  };
  const written = (schema: Json): Json => inDirection(schema, 'readOnly', sentName);
  return {
    own: (name, value) =>
      value === undefined
        ? undefined
        : isSent.has(name) && !isGot.has(name)
          ? written(value)
          : isGot.has(name)
            ? inDirection(value, 'writeOnly', same => same)
            : value,
    asSent: written,
    variants: () => Object.fromEntries(made),
  };
}

function reachedComponents(values: readonly Json[], schemas: JsonObject): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...values];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    for (const { ref } of writtenReferences(value)) {
      const name = schemaNamedBy(ref);
      if (name === undefined || reached.has(name)) continue;
      reached.add(name);
      queue.push(schemas[name] ?? null);
    }
  }
  return reached;
}

const propertiesOf = (schema: Json): [string, Json][] => {
  const properties = member(schema, 'properties');
  return isObject(properties)
    ? Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    : [];
};

type Flag = 'readOnly' | 'writeOnly';

/** Whether a schema, inside itself but not behind references, has a property with a flag. */
const holdsFlag = (schema: Json, flag: Flag): boolean =>
  propertiesOf(schema).some(([, value]) => member(value, flag) === true) ||
  partsOf('schema', schema).some(({ path }) => holdsFlag(valueAt(schema, path), flag));

const valueAt = (value: Json, path: readonly string[]): Json =>
  path.reduce<Json>((at, key) => (isArray(at) ? at[Number(key)] : member(at, key)) ?? null, value);

/** A schema without the properties that a flag takes out: what is sent refuses them by name. */
function inDirection(schema: Json, flag: Flag, rename: (name: string) => string): Json {
  if (!isObject(schema)) return schema;
  const inner = edited(schema, (value, key) => {
    const ref = member(value, '$ref');
    const name = key !== 'properties' ? schemaNamedBy(ref) : undefined;
    return name === undefined ? undefined : { ...(value as JsonObject), $ref: schemaReference(rename(name)) };
  });
  return withoutFlagged(inner, flag);
}

function withoutFlagged(schema: Json, flag: Flag): Json {
  return edited(schema, value => {
    const hidden = propertiesOf(value)
      .filter(([, property]) => member(property, flag) === true)
      .map(([name]) => name);
    if (hidden.length === 0 || !isObject(value)) return undefined;
    const shown = Object.fromEntries(
      propertiesOf(value).flatMap(([name, property]) => {
        if (!hidden.includes(name)) return [[name, withoutFlagged(property, flag)]];
        return flag === 'readOnly' ? [[name, NEVER_TYPE]] : [];
      }),
    );
    const required = isArray(value.required)
      ? value.required.filter(name => !hidden.includes(String(name)))
      : [];
    const { required: _required, ...others } = value;
    return { ...others, properties: shown, ...(required.length > 0 && { required }) };
  });
}

interface Body {
  readonly name: string;
  readonly operation: Operation;
  readonly value: Json;
  /** JSON Pointers of the schemas that it takes the place of. */
  readonly places: readonly string[];
}

const isJson = ({ name }: MediaType): boolean => /[/+]json($|;)/i.test(name);

/** The JSON body of an operation: one form for all its JSON media types that say the same. */
function bodyOf(operation: Operation, name: string, api: DescribedApi, directions: Directions): Body[] {
  const media = operation.requestContent.filter(isJson).filter(({ schemaEntry }) => schemaEntry);
  const [first] = media;
  if (!first?.schemaEntry) return [];
  const text = JSON.stringify(first.schemaEntry.value);
  const same = media.filter(({ schemaEntry }) => JSON.stringify(schemaEntry?.value) === text);
  const target = api.resolve(first.schemaEntry)?.value;
  const known = new Set(propertiesOf(target ?? null).map(([property]) => property));
  const refused = isOpen(target)
    ? []
    : answeredNames(operation, api).filter(property => !known.has(property));
  return [
    {
      name,
      operation,
      value: {
        allOf: [
          directions.asSent(first.schemaEntry.value),
          ...(refused.length > 0
            ? [{ properties: Object.fromEntries(refused.map(property => [property, NEVER_TYPE])) }]
            : []),
        ],
      },
      places: same.flatMap(({ schemaEntry }) => (schemaEntry ? [schemaEntry.pointer] : [])),
    },
  ];
}

/** A body that says what its other names hold, or is a choice, is not to be narrowed from outside. */
const isOpen = (schema: Json | undefined): boolean =>
  schema === undefined ||
  ['additionalProperties', 'patternProperties', 'oneOf', 'anyOf', 'allOf'].some(
    name => member(schema, name) !== undefined,
  );

/** What the same operation answers with: names of these that a request does not take come from the other side. */
const answeredNames = ({ responses }: Operation, { resolve }: DescribedApi): readonly string[] =>
  responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap(({ content }) => content.filter(isJson).slice(0, 1))
    .flatMap(({ schema }) => (schema ? propertiesOf(resolve(schema)?.value ?? null) : []))
    .map(([name]) => name);

function formsOf(operation: Operation, name: string, bodies: readonly Body[]): NamedForm[] {
  const base = name.replace(/Body$/, '');
  const answer = operation.responses.find(
    ({ status, content }) => /^2\d\d$/.test(status) && content.some(isJson),
  );
  const media = answer?.content.find(isJson);
  return [
    ...(bodies.some(body => body.name === name) ? [{ name, operation, is: 'body' } as const] : []),
    ...(operation.parameters.some(parameter => parameter.in === 'query')
      ? [{ name: `${base}Query`, operation, is: 'query' } as const]
      : []),
    ...(answer && media
      ? [{ name: `${base}Response`, operation, is: 'response', at: [answer.status, media.name] } as const]
      : []),
  ];
}
