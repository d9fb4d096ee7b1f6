import { isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { withDiscriminators } from './discriminators.ts';
import { inlined } from './inlined.ts';
import { withOlderTexts } from './later-texts.ts';
import { respelt } from './respelt.ts';
import { schemaIn30 } from './schema-3-0.ts';
import { noWordsFor, refuseBeyond } from './unsupported.ts';

/**
 * The same description in OpenAPI 3.0.3, for generators that know no other. Only what travels counts: where 3.0 has
 * no words for a constraint (`patternProperties`, tuples) the call fails, rather than give a weaker description.
 *
 * @throws UserError `usage` that names the first place and what 3.0 cannot say
 */
export const toOpenapi30 = (bundle: JsonObject): JsonObject =>
  respelt('3.0', withOlderTexts(bundle), converted, spellIn30);

function converted(bundle: JsonObject): JsonObject {
  const { webhooks, info, paths, ...rest } = inlined('3.0', ['pathItem', 'mediaType'], bundle);
  if (rest.jsonSchemaDialect !== undefined) throw noWordsFor('3.0', 'jsonSchemaDialect', '#');
  const spellable: JsonObject = {
    ...rest,
    info: isObject(info) ? infoIn30(info) : null,
    paths: paths ?? {},
    ...(webhooks !== undefined && { 'x-webhooks': webhooks }),
  };
  refuseBeyond('3.0', spellable);
  return { ...withDiscriminators(rebuild('openapi', spellable, spellIn30) as JsonObject), openapi: '3.0.3' };
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
