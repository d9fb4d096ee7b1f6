import type { SchemaValidateFunction } from 'ajv';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { idOf, type Reading, type Term } from '../reading.ts';
import type { Counters } from '../workspace.ts';
import { openAjv } from './ajv.ts';
import { DEFERRED, type SchemaWriter } from './manner.ts';
import { writeSchema } from './schema-writer.ts';
import { countedBy, TooMuchWork, type WorkLimit, workLimit } from './work-limit.ts';

/** What ajv says of a value: whether it is valid, and else the place (a JSON Pointer) that it stumbled over first. */
interface Validation {
  /**
   * Absent where ajv cannot tell: the code that it writes for `unevaluated*` crashes on some schemas, and the ways through
   * choices inside each other may be too many.
   */
  readonly isValid?: boolean;
  readonly at?: string;
}

export type Validate = (term: Term, value: Json) => Validation;

/**
 * Validates witnesses by something nobody here wrote: ajv on the documents' own schemas, rewritten only as the
 * conventions ask (docs/engine.md, C1 to C4). It shares no idea of what a schema means with the algebra.
 */
export function createWitnessValidator(counters: Counters): Validate {
  const instances = new Map<Reading['role'], Instance>();
  const writers = new Map<string, SchemaWriter>();
  return ({ reading, node }, value) => {
    const instance = instances.get(reading.role) ?? openInstance(counters);
    instances.set(reading.role, instance);
    const writer = writers.get(reading.id) ?? {
      ...instance.writing,
      reading,
      flags: reading.hides ? [reading.hides] : [],
      hiddenMembers: reading.role === 'producer' ? 'refused' : 'tolerated',
      added: new Map(),
    };
    writers.set(reading.id, writer);
    const validate = instance.validatorFor(`${reading.id}|${idOf(node)}`, () => writeSchema(writer, node));
    instance.limit.start(value);
    const isValid = run(validate, value);
    if (isValid === undefined) return {};
    const at = validate.errors?.at(-1)?.instancePath;
    return isValid || at === undefined ? { isValid } : { isValid, at };
  };
}

function run(validate: ValidateFunction, value: Json): boolean | undefined {
  try {
    return validate(value);
  } catch (error) {
    if (UNTOLD.some(kind => error instanceof kind)) return undefined;
    throw error;
  }
}

const UNTOLD = [TypeError, RangeError, TooMuchWork] as const;

/** A witness is small: what asks a schema more often than this goes through choices that double the ways at each level. */
const MOST_ASKED = 500_000;

/** One ajv for a role, whichever the document and the direction. */
interface Instance {
  readonly writing: Required<Pick<SchemaWriter, 'addSchema' | 'deferred' | 'isCounted'>>;
  readonly limit: WorkLimit;
  readonly validatorFor: (id: string, write: () => JsonObject | boolean) => ValidateFunction;
}

function openInstance(counters: Counters): Instance {
  const ajv = openAjv({ explains: false });
  const validators = new Map<string, ValidateFunction>();
  const validatorFor: Instance['validatorFor'] = (id, write) => {
    const validate = validators.get(id) ?? ajv.compile(write());
    if (!validators.has(id)) counters.compilations += 1;
    validators.set(id, validate);
    return validate;
  };
  const deferred: Instance['writing']['deferred'] = new Map();
  const validateDeferred: SchemaValidateFunction = (id: string, value: Json, _, context) => {
    const write = deferred.get(id);
    if (!write) throw new Error(`no schema was deferred as ${id}`);
    const names = isObject(value) ? Object.keys(value).sort() : [];
    const validate = validatorFor(JSON.stringify([id, ...names]), () => write(new Set(names)));
    const isValid = validate(value, context);
    validateDeferred.errors = validate.errors ?? [];
    return isValid;
  };
  ajv.addKeyword({ keyword: DEFERRED, errors: true, validate: validateDeferred });
  const limit = workLimit(MOST_ASKED);
  ajv.addKeyword(countedBy(limit));
  const writing = {
    addSchema: (schema: JsonObject) => ajv.addSchema(schema),
    deferred,
    isCounted: true,
  } as const;
  return { writing, limit, validatorFor };
}
