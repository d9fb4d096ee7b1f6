import { isArray, isObject, isString, type Json, type JsonObject } from '../../src/core/json.ts';
import { type Kind, partsOf } from '../../src/vocabulary/openapi.ts';

/** Everything a document says that a reader must be able to find: `where` it stands and the text of it. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

const scalars = (value: Json | undefined): string[] => {
  if (value === undefined || value === null) return [];
  if (isArray(value)) return value.flatMap(scalars);
  if (isObject(value)) return Object.entries(value).flatMap(([key, part]) => [key, ...scalars(part)]);
  return [String(value)];
};

const names = (value: Json | undefined): string[] =>
  isObject(value) ? Object.keys(value).filter(name => !name.startsWith('x-')) : [];

const fields = (value: JsonObject, list: readonly string[]): string[] =>
  list.flatMap(field => scalars(value[field]));

const SCHEMA_VALUES = [
  ...['enum', 'const', 'default', 'example', 'format', 'pattern', 'multipleOf', 'required'],
  ...['maxLength', 'minimum', 'maximum', 'maxItems', 'maxProperties', 'contentMediaType', 'minContains'],
  ...['contentEncoding', 'dependentRequired', 'maxContains'],
];

/** What an object says by itself; the objects in it say their own. */
const SAYS: Readonly<Partial<Record<Kind, (value: JsonObject) => string[]>>> = {
  openapi: value => [
    ...fields((value.info ?? {}) as JsonObject, [
      'title',
      'version',
      'summary',
      'termsOfService',
      'license',
      'contact',
    ]).filter(text => !['name', 'url', 'email', 'identifier'].includes(text)),
    ...names(value.webhooks),
    ...scalars((value.externalDocs as JsonObject | undefined)?.url),
  ],
  components: value => [...names(value.schemas), ...names(value.securitySchemes)],
  operation: value => [
    ...fields(value, ['operationId', 'summary']),
    ...names(value.responses),
    ...names(value.callbacks),
    ...scalars(value.security),
  ],
  parameter: value => fields(value, ['name', 'example', 'style']),
  header: value => fields(value, ['example']),
  requestBody: value => names(value.content),
  response: value => [...names(value.headers), ...names(value.content), ...names(value.links)],
  mediaType: value => [...fields(value, ['example']), ...names(value.encoding)],
  encoding: value => [...fields(value, ['contentType']), ...names(value.headers)],
  example: value => fields(value, ['summary', 'value', 'dataValue', 'externalValue']),
  link: value => fields(value, ['operationId', 'parameters']),
  server: value => [
    ...fields(value, ['url']),
    ...names(value.variables),
    ...Object.values((value.variables ?? {}) as JsonObject).flatMap(variable =>
      fields(variable as JsonObject, ['default', 'enum']),
    ),
  ],
  securityScheme: value => [
    ...fields(value, ['name', 'scheme', 'bearerFormat', 'openIdConnectUrl']),
    ...Object.values((value.flows ?? {}) as JsonObject).flatMap(flow =>
      fields(flow as JsonObject, ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'scopes']),
    ),
  ],
  schema: value => [
    ...fields(value, SCHEMA_VALUES),
    ...names(value.properties),
    ...names(value.patternProperties),
  ],
};

/** All that a document says, each text once. */
export function saidIn(root: JsonObject): Said[] {
  const found = new Map<string, string>();
  const visit = (kind: Kind, value: Json, where: string): void => {
    if (!isObject(value) || isString(value.$ref)) return;
    for (const text of SAYS[kind]?.(value) ?? []) if (!found.has(text)) found.set(text, `${kind} ${where}`);
    for (const part of partsOf(kind, value)) {
      const inner = part.path.reduce<Json | undefined>(
        (holder, token) => (holder as Record<string, Json> | undefined)?.[token],
        value,
      );
      if (inner !== undefined) visit(part.kind, inner, `${where}/${part.path.join('/')}`);
    }
  };
  visit('openapi', root, '');
  return [...found].map(([text, where]) => ({ where, text }));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text that a reader sees on the pages of a site, all of them after each other. */
export const textOf = (files: ReadonlyMap<string, string>): string =>
  flat(
    [...files]
      .filter(([file]) => file.endsWith('.html'))
      .map(([, page]) =>
        page
          .slice(page.indexOf('<main'))
          .replaceAll(/<wbr>/g, '')
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ENTITIES[name] ?? ''),
      )
      .join(' '),
  );

/** A text as itself, or as it stands in JSON; spaces and line ends do not count. */
export function missingFrom(text: string, said: readonly Said[]): Said[] {
  const dense = text.replaceAll(/\s|\\n/g, '');
  const isThere = (wanted: string): boolean =>
    [wanted, JSON.stringify(wanted).slice(1, -1)].some(one => dense.includes(one.replaceAll(/\s|\\n/g, '')));
  return said.filter(({ text: wanted }) => !isThere(wanted));
}
