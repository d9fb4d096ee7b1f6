import { isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { isUsualDialect } from '../vocabulary/dialects.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';

/** Texts and labels that came with 3.2 and change no message, by the object that has them. */
const LABELS: Readonly<Partial<Record<Kind | 'tag', readonly string[]>>> = {
  tag: ['summary', 'parent', 'kind'],
  server: ['name'],
  response: ['summary'],
  example: ['serializedValue'],
};

/**
 * A document of 3.2 whose texts an older version can hold: what it has no field for is kept as an extension, an example
 * as data is its value, and a response has a description (OpenAPI 3.2.0, sections 4.7, 4.17, 4.19 and 4.22).
 */
export function withOlderTexts(bundle: JsonObject): JsonObject {
  const { $self, jsonSchemaDialect, ...rest } = bundle;
  const own = isString($self) ? $self : undefined;
  return rebuild(
    'openapi',
    {
      ...rest,
      ...(jsonSchemaDialect !== undefined && !isUsualDialect(jsonSchemaDialect) && { jsonSchemaDialect }),
    },
    (kind, value) => older(kind, own === undefined ? value : withinItself(value, own)),
  ) as JsonObject;
}

/** A reference by the name that the document gives itself (OpenAPI 3.2.0, section 4.1.2.2.1) leads to the document. */
const withinItself = (value: Json, own: string): Json =>
  isObject(value) && isString(value.$ref) && value.$ref.startsWith(`${own}#`)
    ? { ...value, $ref: value.$ref.slice(own.length) }
    : value;

function older(kind: Kind, value: Json): Json {
  if (!isObject(value)) return value;
  if (kind === 'openapi' && isArray(value.tags))
    return { ...value, tags: value.tags.map(tag => (isObject(tag) ? aside('tag', tag) : tag)) };
  if (kind === 'response' && !isString(value.$ref))
    return aside(kind, { ...value, description: value.description ?? value.summary ?? '' });
  if (kind === 'example' && value.dataValue !== undefined) {
    const { dataValue, ...example } = value;
    return aside(kind, { ...example, value: dataValue });
  }
  return aside(kind, value);
}

/** Beside a reference `summary` and `description` are of 3.1 already. */
function aside(kind: Kind | 'tag', value: JsonObject): JsonObject {
  const labels = LABELS[kind];
  if (!labels || isString(value.$ref)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, said]) => [labels.includes(name) ? `x-${name}` : name, said]),
  );
}
