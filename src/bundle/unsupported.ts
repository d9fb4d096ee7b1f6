import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { join } from '../core/pointer.ts';
import { UserError } from '../core/user-error.ts';
import { type Kind, partsOf } from '../vocabulary/openapi.ts';

type Beyond = Partial<Record<Kind, readonly string[]>>;

/** Fields of OpenAPI 3.2 that carry something on the wire. */
const OPENAPI_3_2 = {
  pathItem: ['query', 'additionalOperations'],
  mediaType: ['itemSchema', 'itemEncoding', 'prefixEncoding'],
  components: ['mediaTypes'],
} as const satisfies Beyond;

/** What an older version has no words for, and no way around. */
const BEYOND: Readonly<Record<'3.0' | '3.1', Beyond>> = {
  '3.1': OPENAPI_3_2,
  '3.0': {
    ...OPENAPI_3_2,
    schema: [
      ...['patternProperties', 'propertyNames', 'prefixItems', 'unevaluatedItems', '$defs', 'definitions'],
      ...['$dynamicRef', '$id', '$anchor', 'minContains', 'maxContains'],
    ],
  },
};

/** `unevaluatedProperties` looks at what these evaluate (JSON Schema 2020-12 core, section 11.3); 3.0 cannot. */
const APPLICATORS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'];

export const noWordsFor = (version: string, what: string, where: string): UserError =>
  new UserError(
    'usage',
    `${where}: OpenAPI ${version} has no words for '${what}'`,
    'Bundle it without --openapi.',
  );

/** @throws UserError `usage` at the first thing that a version cannot say */
export const refuseBeyond = (version: '3.0' | '3.1', bundle: JsonObject): void =>
  refuse(version, 'openapi', bundle, '#');

function refuse(version: '3.0' | '3.1', kind: Kind, value: Json, where: string): void {
  if (!isObject(value)) return;
  const beyond = BEYOND[version][kind]?.find(name => value[name] !== undefined);
  if (beyond) throw noWordsFor(version, beyond, where);
  if (version === '3.0' && kind === 'schema' && value.unevaluatedProperties !== undefined) {
    const beside = APPLICATORS.find(name => value[name] !== undefined);
    if (beside) throw noWordsFor(version, `unevaluatedProperties beside ${beside}`, where);
  }
  for (const { kind: part, path } of partsOf(kind, value)) {
    const child = path.reduce<Json | undefined>(
      (at, token) => (isArray(at) ? at[Number(token)] : member(at, token)),
      value,
    );
    if (child !== undefined) refuse(version, part, child, join(where, ...path));
  }
}
