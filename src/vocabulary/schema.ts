/** What the value of a keyword holds: a schema, a list or a map of schemas, JSON values as they are, or what is said. */
type Holds = 'schema' | 'list' | 'map' | 'data' | 'said';

/**
 * What a keyword is for: it applies schemas to the same value or to a part of it, limits what is allowed, describes
 * it, flags it, or identifies the schema (JSON Schema 2020-12 Core, section 7.6 and 7.7).
 */
type Role = 'in-place' | 'inside' | 'limit' | 'annotation' | 'flag' | 'identity';

interface Keyword {
  readonly holds: Holds;
  readonly role: Role;
  /** The first version of OpenAPI whose Schema Object has it. */
  readonly since: '3.0' | '3.1';
}

const rows = <Name extends string, Held extends Holds>(
  names: readonly Name[],
  holds: Held,
  role: Role,
  since: Keyword['since'] = '3.0',
) =>
  Object.fromEntries(names.map(name => [name, { holds, role, since }])) as Record<
    Name,
    Keyword & { readonly holds: Held }
  >;

/** The keywords of OpenAPI 3.0.3 (section 4.7.24), JSON Schema 2020-12 and, from before it, `definitions`. */
export const KEYWORDS = {
  ...rows(['allOf', 'anyOf', 'oneOf'], 'list', 'in-place'),
  ...rows(['not'], 'schema', 'in-place'),
  ...rows(['if', 'then', 'else'], 'schema', 'in-place', '3.1'),
  ...rows(['dependentSchemas'], 'map', 'in-place', '3.1'),
  ...rows(['properties'], 'map', 'inside'),
  ...rows(['patternProperties'], 'map', 'inside', '3.1'),
  ...rows(['items', 'additionalProperties'], 'schema', 'inside'),
  ...rows(['contains', 'propertyNames', 'unevaluatedItems'], 'schema', 'inside', '3.1'),
  ...rows(['unevaluatedProperties', 'contentSchema'], 'schema', 'inside', '3.1'),
  ...rows(['prefixItems'], 'list', 'inside', '3.1'),
  ...rows(['$defs', 'definitions'], 'map', 'identity', '3.1'),
  ...rows(['$ref'], 'said', 'identity'),
  ...rows(['$id', '$anchor', '$schema', '$dynamicRef'], 'said', 'identity', '3.1'),
  ...rows(['type', 'nullable', 'format', 'pattern', 'minLength', 'maxLength'], 'said', 'limit'),
  ...rows(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'], 'said', 'limit'),
  ...rows(['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'], 'said', 'limit'),
  ...rows(['minContains', 'maxContains', 'dependentRequired'], 'said', 'limit', '3.1'),
  ...rows(['contentEncoding', 'contentMediaType'], 'said', 'limit', '3.1'),
  ...rows(['discriminator'], 'said', 'limit'),
  ...rows(['enum', 'required'], 'data', 'limit'),
  ...rows(['const'], 'data', 'limit', '3.1'),
  ...rows(['title', 'description', 'deprecated', 'externalDocs', 'xml'], 'said', 'annotation'),
  // `summary` stands beside a reference (OpenAPI 3.1.0, section 4.8.23).
  ...rows(['$comment', 'summary'], 'said', 'annotation', '3.1'),
  ...rows(['default', 'example'], 'data', 'annotation'),
  ...rows(['examples'], 'data', 'annotation', '3.1'),
  ...rows(['readOnly', 'writeOnly'], 'said', 'flag'),
};

/**
 * What counts beside a `$ref` in 3.0, which ignores the rest (OpenAPI 3.0.3, section 4.7.23.1): by the letter nothing
 * does, and published documents mean these there, and tools read them (docs/engine.md, C2).
 */
export const COUNTS_BESIDE_REFERENCE: ReadonlySet<string> = new Set(['nullable', 'readOnly', 'writeOnly']);

/** In 3.0, which has no `contentMediaType`: what the bytes of `format: byte` are. Bundles in 3.0 keep it so. */
export const PACKED = 'x-contentMediaType';

export type KeywordName = keyof typeof KEYWORDS;

/** The names of the keywords that a test holds for, in the order of the table. */
export const keywordsWhere = (isSought: (keyword: Keyword) => boolean): KeywordName[] =>
  (Object.keys(KEYWORDS) as KeywordName[]).filter(name => isSought(KEYWORDS[name]));

type HoldsSchemas = 'schema' | 'list' | 'map';

/** A keyword whose value holds schemas. */
export type SchemaKeyword = {
  [Name in KeywordName]: (typeof KEYWORDS)[Name]['holds'] extends HoldsSchemas ? Name : never;
}[KeywordName];

/** Those keywords, each with how. */
export const SUBSCHEMAS: readonly (readonly [SchemaKeyword, HoldsSchemas])[] = (
  keywordsWhere(({ holds }) => ['schema', 'list', 'map'].includes(holds)) as SchemaKeyword[]
).map(name => [name, KEYWORDS[name].holds]);

/** Keywords that say nothing about values (JSON Schema 2020-12 Validation, section 9; OpenAPI 3.1.0, section 4.8.24). */
export const ANNOTATIONS: ReadonlySet<string> = new Set(keywordsWhere(({ role }) => role === 'annotation'));
