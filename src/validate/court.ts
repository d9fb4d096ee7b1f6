import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isArray, type Json, type JsonObject } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { idOf } from '../json-schema/reading.ts';
import { compilePattern } from '../regex/re2.ts';
import { type Chamber, type Role, refer, type Unjudged } from './spelling.ts';

export interface Judgement {
  readonly errors: readonly ErrorObject[];
  /** JSON Pointers, in the value, of properties that a flag takes out of such a message. */
  readonly hidden: readonly string[];
}

export interface Court {
  readonly judge: (schema: Node, value: Json, role: Role) => Judgement;
  /** What was met and could not be judged, so far. */
  readonly unjudged: () => readonly Unjudged[];
  /** The errors of each branch of an `anyOf` that failed. */
  readonly branches: (error: ErrorObject, role: Role) => readonly (readonly ErrorObject[])[];
}

/**
 * Judges values by the schemas of a document with ajv, in both spellings. `oneOf` reads as a union (C3): that two
 * branches take the same value is a flaw of the schema, which lint finds, and not of the value.
 */
export function openCourt(resolve: Resolve): Court {
  const chambers = new Map<Role, Chamber>();
  const unjudged = new Map<string, Unjudged>();
  const chamberOf = (role: Role): Chamber => {
    const chamber =
      chambers.get(role) ?? openChamber(role, resolve, found => unjudged.set(idOf(found.node), found));
    chambers.set(role, chamber);
    return chamber;
  };
  return {
    judge: (schema, value, role) => judgeIn(chamberOf(role), schema, value),
    unjudged: () => [...unjudged.values()],
    branches: (error, role) =>
      (isArray(error.schema as Json) ? (error.schema as JsonObject[]) : []).map(branch => {
        const validate = chamberOf(role).ajv.compile(branch);
        return validate(error.data) ? [] : (validate.errors ?? []);
      }),
  };
}

function openChamber(role: Role, resolve: Resolve, report: Chamber['report']): Chamber {
  const met = new Set<string>();
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    validateSchema: false,
    unevaluated: true,
    inlineRefs: false,
    code: { regExp: Object.assign(matcherOf, { code: 'new RegExp' }) },
  });
  addFormats.default(ajv);
  ajv.addKeyword({
    keyword: 'hides',
    type: 'object',
    validate: (names: readonly string[], data: object, _: unknown, context?: { instancePath: string }) => {
      for (const name of names)
        if (Object.hasOwn(data, name)) met.add(`${context?.instancePath ?? ''}/${name}`);
      return true;
    },
  });
  return { ajv, role, resolve, report, added: new Map(), met };
}

/** For ajv, which tells patterns apart by their text. What RE2 cannot express is left out before ajv sees it. */
const matcherOf = (source: string) => ({
  test: (text: string) => compilePattern(source)?.matches(text) ?? true,
  toString: () => source,
});

function judgeIn(chamber: Chamber, schema: Node, value: Json): Judgement {
  chamber.met.clear();
  try {
    const id = refer(chamber, schema, undefined);
    const validate = chamber.ajv.getSchema(id);
    if (!validate) throw new TypeError(`ajv lost the schema ${id}`);
    return { errors: validate(value) ? [] : (validate.errors ?? []), hidden: [...chamber.met] };
  } catch (error) {
    // ajv says with a plain Error that a keyword has a value that it cannot have; a schema that refers to itself for
    // the same value exhausts the stack (JSON Schema 2020-12 core, section 9.4.1).
    if (!(error instanceof RangeError) && !(error instanceof Error && error.constructor === Error))
      throw error;
    chamber.report({ node: schema, why: { is: 'schema', detail: error.message } });
    return { errors: [], hidden: [] };
  }
}
