import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { join } from '../core/pointer.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { isUsualDialect } from '../vocabulary/dialects.ts';
import { fieldsAfter, type Kind, partsOf } from '../vocabulary/openapi.ts';
import { keywordsWhere } from '../vocabulary/schema.ts';
import { FORM_HOLDERS, styleIn } from './form-styles.ts';
import { isRespelled } from './respelled.ts';

export type OlderVersion = '3.0' | '3.1';

/** What an older version has no words for, and no way around: for what came in 3.1 outside of schemas, there is one. */
function beyond(version: OlderVersion, kind: Kind): readonly string[] {
  if (kind !== 'schema') return fieldsAfter('3.1', kind);
  return version === '3.1'
    ? []
    : keywordsWhere(({ since }) => since === '3.1').filter(name => !isRespelled(name));
}

/** What stands in a field that older versions have, and came later, by the object that says it. */
interface Later {
  readonly kind: Kind;
  readonly since: '3.1' | '3.2';
  /** The first such thing, in a document of a version. */
  readonly find: (value: JsonObject, source: string) => string | Text | undefined;
}

const LATER: readonly Later[] = [
  // Since 3.1 an operation may do without (OpenAPI 3.1.0, section 4.8.10); 3.0 asks for one (3.0.3, section 4.7.16).
  {
    kind: 'operation',
    since: '3.1',
    find: ({ responses }) => (isEmpty(responses) ? NO_RESPONSES : undefined),
  },
  { kind: 'schema', since: '3.1', find: value => (testsWithin(value, MOST_TESTS) ? undefined : 'if') },
  { kind: 'securityScheme', since: '3.1', find: ({ type }) => oneOf(type, 'mutualTLS') },
  { kind: 'schema', since: '3.1', find: contentWithoutWords },
  { kind: 'schema', since: '3.1', find: ({ $schema }) => otherDialect($schema) },
  { kind: 'securityScheme', since: '3.2', find: value => fieldIn(value, 'oauth2MetadataUrl', 'deprecated') },
  { kind: 'securityScheme', since: '3.2', find: ({ flows }) => fieldIn(flows, 'deviceAuthorization') },
  {
    kind: 'parameter',
    since: '3.2',
    find: value => oneOf(value.in, 'querystring') ?? oneOf(value.style, 'cookie'),
  },
  // Read in a path and a cookie since 3.2 (OpenAPI 3.2.0, section 4.12.2.2), and in a query alone before.
  { kind: 'parameter', since: '3.2', find: reservedOutsideQuery },
  ...FORM_HOLDERS.map((kind): Later => ({ kind, since: '3.1', find: styleIn })),
  { kind: 'mediaType', since: '3.2', find: value => fieldIn(value, '$ref') },
  { kind: 'schema', since: '3.2', find: ({ xml }) => fieldIn(xml, 'nodeType') },
  { kind: 'schema', since: '3.2', find: ({ discriminator }) => fieldIn(discriminator, 'defaultMapping') },
];

function reservedOutsideQuery(
  { allowReserved, in: place, style = 'form' }: JsonObject,
  source: string,
): string | undefined {
  if (!source.startsWith('3.2')) return undefined;
  const isRead = place === 'path' || (place === 'cookie' && style === 'form');
  return allowReserved === true && isRead ? 'allowReserved' : undefined;
}

/** What a schema means that names another dialect depends on that dialect. */
const otherDialect = (uri: Json | undefined): string | undefined =>
  uri === undefined || isUsualDialect(uri) ? undefined : '$schema';

const NO_RESPONSES: Text = { nl: 'een operatie zonder antwoorden', en: 'an operation without responses' };

/** Each case of a condition repeats what it tests, so tests within tests double with each. */
const MOST_TESTS = 5;

const testsWithin = (schema: Json | undefined, most: number): boolean => {
  const test = member(schema, 'if');
  return test === undefined || (most > 0 && testsWithin(test, most - 1));
};

const isEmpty = (value: Json | undefined): boolean => !isObject(value) || Object.keys(value).length === 0;

const oneOf = (value: Json | undefined, ...later: readonly string[]): string | undefined =>
  later.find(name => name === value);

const fieldIn = (value: Json | undefined, ...names: readonly string[]): string | undefined =>
  names.find(name => member(value, name) !== undefined);

/** 3.0 has the formats `byte` and `binary`, and no more, for what is packed in a string (3.0.3, section 4.7.24.2). */
function contentWithoutWords({ contentEncoding, contentMediaType, contentSchema, format }: JsonObject) {
  if (contentSchema !== undefined) return 'contentSchema';
  const isPacked = contentEncoding !== undefined || contentMediaType !== undefined;
  if (isPacked && format !== undefined && format !== 'byte' && format !== 'binary') return 'contentEncoding';
  if (contentEncoding !== undefined && !isEncodingIn30(contentEncoding)) return 'contentEncoding';
  const isSaid = contentEncoding !== undefined || contentMediaType === undefined;
  return isSaid || contentMediaType === 'application/octet-stream' ? undefined : 'contentMediaType';
}

/** `base64url` has other characters than `base64` (RFC 4648, sections 4 and 5), which is what `byte` means. */
const isEncodingIn30 = (encoding: Json): boolean => encoding === 'base64' || encoding === 'binary';

const isBeyond = (since: string, version: OlderVersion): boolean => since > version;

function laterIn({ version, source }: Conversion, kind: Kind, value: JsonObject): string | Text | undefined {
  const rows = LATER.filter(row => row.kind === kind && isBeyond(row.since, version));
  return rows.map(({ find }) => find(value, source)).find(found => found !== undefined);
}

/** `unevaluatedProperties` looks at what these evaluate (JSON Schema 2020-12 core, section 11.3); 3.0 cannot. */
const APPLICATORS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'];

/** @param what a keyword or value as it is written, or what it is in words */
export function noWordsFor(version: OlderVersion, what: string | Text, where: string): UserError {
  const { nl, en } = typeof what === 'string' ? { nl: what, en: what } : what;
  return new UserError(
    'usage',
    {
      nl: `${where}: OpenAPI ${version} kan '${nl}' niet uitdrukken`,
      en: `${where}: OpenAPI ${version} has no words for '${en}'`,
    },
    { nl: 'Maak de bundel zonder --openapi.', en: 'Bundle it without --openapi.' },
  );
}

/** @throws UserError `usage` at the first thing that a version cannot say */
export const refuseBeyond = (version: OlderVersion, bundle: JsonObject): void =>
  refuse({ version, source: String(bundle.openapi) }, 'openapi', bundle, '#');

/** The version that is asked for, and that of the document. */
interface Conversion {
  readonly version: OlderVersion;
  readonly source: string;
}

function refuse(conversion: Conversion, kind: Kind, value: Json, where: string): void {
  const { version } = conversion;
  if (!isObject(value)) return;
  const unknown =
    beyond(version, kind).find(name => value[name] !== undefined) ?? laterIn(conversion, kind, value);
  if (unknown) throw noWordsFor(version, unknown, where);
  if (version === '3.0' && kind === 'schema' && value.unevaluatedProperties !== undefined) {
    const beside = APPLICATORS.find(name => value[name] !== undefined);
    if (beside) {
      const name = 'unevaluatedProperties';
      throw noWordsFor(version, { nl: `${name} naast ${beside}`, en: `${name} beside ${beside}` }, where);
    }
  }
  for (const { kind: part, path } of partsOf(kind, value)) {
    const child = path.reduce<Json | undefined>(
      (at, token) => (isArray(at) ? at[Number(token)] : member(at, token)),
      value,
    );
    if (child !== undefined) refuse(conversion, part, child, join(where, ...path));
  }
}
