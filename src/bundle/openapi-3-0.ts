import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { withDiscriminators } from './discriminators.ts';
import { withOlderTexts } from './later-texts.ts';
import { schemaIn30 } from './schema-3-0.ts';
import { noWordsFor, refuseBeyond } from './unsupported.ts';

/**
 * The same description in OpenAPI 3.0.3, for generators that know no other. Only what travels counts: where 3.0 has
 * no words for a constraint (`patternProperties`, tuples) the call fails, rather than give a weaker description.
 *
 * @throws UserError `usage` that names the first place and what 3.0 cannot say
 */
export function toOpenapi30(bundle: JsonObject): JsonObject {
  const { components, webhooks, jsonSchemaDialect, info, paths, ...rest } = withOlderTexts(bundle);
  if (jsonSchemaDialect !== undefined && !KNOWN_DIALECTS.has(jsonSchemaDialect)) {
    throw noWordsFor('3.0', 'jsonSchemaDialect', '#');
  }
  const items = member(components, 'pathItems');
  const { pathItems: _, ...sections } = isObject(components) ? components : {};
  const inlined: JsonObject = {
    ...rest,
    info: isObject(info) ? infoIn30(info) : null,
    paths: withoutReferences(paths ?? {}, items),
    ...(webhooks !== undefined && { 'x-webhooks': withoutReferences(webhooks, items) }),
    ...(components !== undefined && { components: sections }),
  };
  refuseBeyond('3.0', inlined);
  return { ...withDiscriminators(rebuild('openapi', inlined, spellIn30) as JsonObject), openapi: '3.0.3' };
}

const KNOWN_DIALECTS: ReadonlySet<Json> = new Set([
  'https://spec.openapis.org/oas/3.1/dialect/base',
  'https://json-schema.org/draft/2020-12/schema',
]);

/** Section `pathItems` of components is new in 3.1 (OpenAPI 3.1.0, section 4.8.7). */
function withoutReferences(paths: Json, items: Json | undefined): Json {
  if (!isObject(paths)) return paths;
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const ref = member(item, '$ref');
      const name = isString(ref) ? /^#\/components\/pathItems\/(.+)$/.exec(ref)?.[1] : undefined;
      const target = name === undefined ? undefined : member(items, name);
      if (!isObject(item) || !isObject(target)) return [path, item];
      const { $ref: _, ...siblings } = item;
      return [path, { ...target, ...siblings }];
    }),
  );
}

/** `summary` of Info and `identifier` of License are new in 3.1 (OpenAPI 3.1.0, sections 4.8.2 and 4.8.4). */
function infoIn30({ summary, license, ...info }: JsonObject): JsonObject {
  const { identifier, ...known } = isObject(license) ? license : {};
  const url = isString(identifier) && { url: `https://spdx.org/licenses/${identifier}.html` };
  return {
    ...info,
    ...(summary !== undefined && { 'x-summary': summary }),
    ...(license !== undefined && { license: { ...known, ...url } }),
  };
}

function spellIn30(kind: Kind, value: Json): Json {
  if (kind === 'schema') return schemaIn30(value);
  if (!isObject(value)) return value;
  // A Reference Object has no siblings in 3.0 (section 4.7.23); those of 3.1 are texts.
  if (isString(value.$ref) && kind !== 'pathItem') return { $ref: value.$ref };
  return value;
}
