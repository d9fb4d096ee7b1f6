import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import { join } from '../core/pointer.ts';
import { UserError } from '../core/user-error.ts';
import { fieldsAfter, type Kind, partsOf } from '../vocabulary/openapi.ts';
import { keywordsWhere } from '../vocabulary/schema.ts';
import { isRespelled } from './respelled.ts';

/** What an older version has no words for, and no way around: for what came in 3.1 outside of schemas, there is one. */
function beyond(version: '3.0' | '3.1', kind: Kind): readonly string[] {
  if (kind !== 'schema') return fieldsAfter('3.1', kind);
  return version === '3.1'
    ? []
    : keywordsWhere(({ since }) => since === '3.1').filter(name => !isRespelled(name));
}

/** `unevaluatedProperties` looks at what these evaluate (JSON Schema 2020-12 core, section 11.3); 3.0 cannot. */
const APPLICATORS = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'];

export const noWordsFor = (version: string, what: string, where: string): UserError =>
  new UserError(
    'usage',
    {
      nl: `${where}: OpenAPI ${version} kan '${what}' niet uitdrukken`,
      en: `${where}: OpenAPI ${version} has no words for '${what}'`,
    },
    { nl: 'Maak de bundel zonder --openapi.', en: 'Bundle it without --openapi.' },
  );

/** @throws UserError `usage` at the first thing that a version cannot say */
export const refuseBeyond = (version: '3.0' | '3.1', bundle: JsonObject): void =>
  refuse(version, 'openapi', bundle, '#');

function refuse(version: '3.0' | '3.1', kind: Kind, value: Json, where: string): void {
  if (!isObject(value)) return;
  const unknown = beyond(version, kind).find(name => value[name] !== undefined);
  if (unknown) throw noWordsFor(version, unknown, where);
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
