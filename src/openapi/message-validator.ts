import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { isArray, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { once } from '../core/once.ts';
import { type HidingKeyword, idOf } from '../json-schema/reading.ts';
import { type AjvManner, openAjv } from '../json-schema/validator/ajv.ts';
import { DEFERRED, REPORTED, type SchemaWriter } from '../json-schema/validator/manner.ts';
import { ON_NO_WAY } from '../json-schema/validator/reasons.ts';
import { writeSchema } from '../json-schema/validator/schema-writer.ts';
import { askedByNames } from '../json-schema/validator/telling-names.ts';
import type { Unreadable } from '../json-schema/validator/unreadable.ts';
import { countedBy, TooMuchWork, type WorkLimit, workLimit } from '../json-schema/validator/work-limit.ts';

/** What a value is: part of a request, part of a response, or a value of a schema wherever that is used. */
export type Role = 'request' | 'response' | 'schema';

export interface MessageValidation {
  /** Every error, with the schema and the value that it is about. */
  readonly errors: readonly ErrorObject[];
  /** JSON Pointers, in the value, of properties that a flag takes out of such a message. */
  readonly hidden: readonly string[];
}

/**
 * A schema that ajv gave up. `endless`: it refers to itself for the same value (JSON Schema 2020-12 Core, section 9.4.1).
 * `large`: no code can be made of it. `ways`: there are more ways through its choices than can be tried.
 */
interface GivenUp {
  readonly node: Node;
  readonly why: { readonly is: 'endless' | 'large' | 'ways' };
}

export interface MessageValidator {
  readonly validate: (schema: Node, value: Json, role: Role) => MessageValidation;
  /** What was met and could not be validated, so far. */
  readonly unreadable: () => readonly (Unreadable | GivenUp)[];
  /** The errors of each branch of an `anyOf` that failed. */
  readonly branches: (error: ErrorObject, role: Role) => readonly (readonly ErrorObject[])[];
}

/** `readOnly` leaves requests and `writeOnly` responses (OpenAPI 3.1.0, section 4.8.24; docs/engine.md, C2). */
const FLAGS: Readonly<Record<Role, readonly HidingKeyword[]>> = {
  request: ['readOnly'],
  response: ['writeOnly'],
  schema: ['readOnly', 'writeOnly'],
};

/**
 * Validates values by the schemas of a document, in the reading of a consumer (docs/engine.md, C1 to C4): the same
 * schemas that a witness is validated by, with every error told. That two branches of `oneOf` take the same value is a
 * flaw of the schema, which lint finds, and not of the value.
 *
 * @param values what the files of the document hold
 * @param use `once`: for values that are likely to be refused, and each the only one of its schema, of which no more is
 *   compiled then than the value has names for
 */
export function createMessageValidator(
  resolve: Resolve,
  values: readonly Json[],
  use: Use = 'often',
): MessageValidator {
  const reading: DocumentReading = {
    resolve,
    names: once(() => askedByNames(values)),
  };
  const unreadable = new Map<string, Unreadable | GivenUp>();
  const note = (found: Unreadable | GivenUp): unknown =>
    unreadable.set(JSON.stringify([idOf(found.node), found.why]), found);
  const instances = { quick: new Map<Role, Instance>(), explaining: new Map<Role, Instance>() };
  const instanceOf = (role: Role, kind: keyof typeof instances): Instance => {
    const instance =
      instances[kind].get(role) ?? openInstance(role, kind === 'explaining', use, reading, note);
    instances[kind].set(role, instance);
    return instance;
  };
  return {
    validate: (schema, value, role) => {
      try {
        // Most values are valid, and a validator that stops at the first error takes half the time to tell.
        if (use === 'often' && isValid(instanceOf(role, 'quick'), schema, value)) return CLEAN;
        return explained(instanceOf(role, 'explaining'), schema, value, () =>
          isValid(instanceOf(role, 'quick'), schema, value),
        );
      } catch (error) {
        note({ node: schema, why: { is: reasonOf(error) } });
        return CLEAN;
      }
    },
    unreadable: () => [...unreadable.values()],
    branches: (error, role) =>
      (isArray(error.schema as Json) ? (error.schema as JsonObject[]) : []).map(branch => {
        const instance = instanceOf(role, 'explaining');
        const validate = compiling(() => instance.ajv.compile(branch));
        instance.limit.start(error.data as Json);
        return validate(error.data) ? [] : errorsOf(instance, validate);
      }),
  };
}

type Use = 'often' | 'once';

/** One ajv for a role, which tells whether a value is valid or also why not. */
interface Instance {
  readonly ajv: Ajv2020;
  readonly writer: SchemaWriter;
  readonly use: Use;
  /** A message asks for the same node as the one before it, so most are found without their name. */
  readonly compiled: WeakMap<Node, ValidateFunction>;
  /** Of a schema that waited until a value got to its place. */
  readonly deferred: (id: string, value: Json) => ValidateFunction;
  /** What the last value had that a flag takes out. */
  readonly met: Set<string>;
  readonly limit: WorkLimit;
}

/** What a document says of the reading of all its schemas. */
interface DocumentReading {
  readonly resolve: Resolve;
  /** What spares a validator work that runs often; to find it takes a walk through the document. */
  readonly names: () => Pick<AjvManner, 'countsEvaluated' | 'hasInheritedNames'>;
}

/** Each discriminator of a document counts in a message of that document. */
const ALL = { has: () => true };

function openInstance(
  role: Role,
  explains: boolean,
  use: Use,
  { resolve, names }: DocumentReading,
  onUnreadable: (found: Unreadable) => void,
): Instance {
  const met = new Set<string>();
  const ajv = openAjv({ explains, ...(explains ? {} : names()) });
  const tell = (
    reported: readonly string[],
    data: object,
    _: unknown,
    context?: DataValidationCxt,
  ): boolean => {
    for (const name of reported)
      if (Object.hasOwn(data, name)) met.add(`${context?.instancePath ?? ''}/${name}`);
    return true;
  };
  const lacks = (reported: readonly string[], data: object): boolean =>
    !reported.some(name => Object.hasOwn(data, name));
  // A validator that stops at the first error takes a way in no time; one that explains keeps what each way says.
  const limit = workLimit(explains ? 20_000 : 2_000_000);
  ajv.addKeyword(countedBy(limit));
  // What is only told of a value is a reason to look at it again, and no reason where another branch takes it.
  ajv.addKeyword({ keyword: REPORTED, type: 'object', validate: explains ? tell : lacks });
  const written: Required<SchemaWriter>['deferred'] = new Map();
  const waiting = new Map<string, ValidateFunction>();
  const deferred = (id: string, value: Json): ValidateFunction => {
    const present = namesFor(use, value);
    const key = present ? JSON.stringify([id, ...present]) : id;
    const validate = waiting.get(key) ?? compiling(() => ajv.compile(written.get(id)?.(present) ?? true));
    waiting.set(key, validate);
    return validate;
  };
  ajv.addKeyword({
    keyword: DEFERRED,
    errors: false,
    compile: (id: string) => {
      let known: ValidateFunction | undefined;
      return (value, context) => {
        const validate = known ?? deferred(id, value);
        if (use === 'often') known = validate;
        return validate(value, context) === true;
      };
    },
  });
  const writer: SchemaWriter = {
    reading: { id: role, role: 'consumer', hides: undefined, discriminators: ALL, resolve },
    flags: FLAGS[role],
    hiddenMembers: role === 'schema' ? 'validated' : 'reported',
    addSchema: schema => ajv.addSchema(schema),
    added: new Map(),
    deferred: written,
    onUnreadable,
    isCounted: true,
  };
  return { ajv, writer, use, compiled: new WeakMap(), deferred, met, limit };
}

function isValid(instance: Instance, schema: Node, value: Json): boolean {
  const validate = validatorIn(instance, schema, value);
  instance.limit.start(value);
  return validate(value) === true;
}

/** A schema of which ajv cannot write code, since its parts are too many. */
class TooLarge extends Error {}

/** @throws TooLarge where the code would be nested deeper than can be written */
function compiling(compile: () => ValidateFunction): ValidateFunction {
  try {
    return compile();
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge();
    throw error;
  }
}

function reasonOf(error: unknown): GivenUp['why']['is'] {
  if (error instanceof TooLarge) return 'large';
  if (error instanceof TooMuchWork) return 'ways';
  if (error instanceof RangeError) return 'endless';
  throw error;
}

/** @param isRight whether the value is valid after all, asked where it takes too long to tell all that is wrong */
function explained(instance: Instance, schema: Node, value: Json, isRight: () => boolean): MessageValidation {
  const { met } = instance;
  met.clear();
  const validate = validatorIn(instance, schema, value);
  instance.limit.start(value);
  try {
    validate(value);
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return isRight() ? CLEAN : { errors: [onNoWay(value)], hidden: [] };
  }
  const hidden = [...met];
  return { errors: errorsOf(instance, validate), hidden };
}

/** The errors of the last value; those of a schema that waited are asked for again, since ajv keeps one for all of them. */
const errorsOf = (instance: Instance, { errors }: ValidateFunction): ErrorObject[] =>
  (errors ?? []).flatMap(error => {
    if (error.keyword !== DEFERRED) return [error];
    const validate = instance.deferred(error.schema as string, error.data as Json);
    validate(error.data);
    return errorsOf(instance, validate).map(inner => ({
      ...inner,
      instancePath: error.instancePath + inner.instancePath,
    }));
  });

const onNoWay = (data: Json): ErrorObject => ({
  keyword: ON_NO_WAY,
  instancePath: '',
  schemaPath: '#',
  params: {},
  data,
});

const CLEAN: MessageValidation = { errors: [], hidden: [] };

/** The names of a value, in order, where a schema is compiled for it alone. */
const namesFor = (use: Use, value: Json): ReadonlySet<string> | undefined =>
  use === 'once' ? new Set(isObject(value) ? Object.keys(value).sort() : []) : undefined;

function validatorIn(instance: Instance, schema: Node, value: Json): ValidateFunction {
  const { ajv, writer, use, compiled } = instance;
  if (use === 'once')
    return compiling(() => ajv.compile(writeSchema(writer, schema, false, namesFor(use, value))));
  const validate = compiled.get(schema) ?? compiling(() => compile(instance, schema));
  compiled.set(schema, validate);
  return validate;
}

function compile({ ajv, writer }: Instance, schema: Node): ValidateFunction {
  const key = `value ${idOf(schema)}`;
  const id = writer.added.get(key) ?? `value:${writer.added.size}`;
  if (!writer.added.has(key)) {
    writer.added.set(key, id);
    ajv.addSchema({ $id: id, allOf: [writeSchema(writer, schema)] });
  }
  const validate = ajv.getSchema(id);
  if (!validate) throw new TypeError(`ajv lost the schema ${id}`);
  return validate;
}
