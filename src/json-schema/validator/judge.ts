import type { SchemaValidateFunction } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { compilePattern } from '../../regex/re2.ts';
import { ASSERTED_FORMATS } from '../algebra/formats.ts';
import { idOf, type Reading, type Term } from '../reading.ts';
import type { Counters } from '../workspace.ts';
import { type Court, LATER, place } from './transformation.ts';

/** What ajv says of a value: whether it is fine, and else the place (a JSON Pointer) that it stumbled over first. */
export interface Judgement {
  /** Absent where ajv cannot tell: the code that it writes for `unevaluated*` crashes on some schemas, and errs on others. */
  readonly isFine?: boolean;
  readonly at?: string;
}

export type Judge = (term: Term, value: Json) => Judgement;

/**
 * A judge that nobody here wrote: ajv on the documents' own schemas, rewritten only as the conventions ask
 * (docs/engine.md, C1 to C4). It shares no idea of what a schema means with the algebra that it judges.
 */
export function createJudge(counters: Counters): Judge {
  const benches = new Map<Reading['role'], Bench>();
  const courts = new Map<string, Court>();
  return ({ reading, node }, value) => {
    const bench = benches.get(reading.role) ?? openBench(reading.role, counters);
    benches.set(reading.role, bench);
    const court = courts.get(reading.id) ?? { ...bench, reading, added: new Map() };
    courts.set(reading.id, court);
    const validate = bench.validatorFor(`${reading.id}|${idOf(node)}`, () => place(court, node, false));
    const isFine = run(validate, value);
    const isDoubtful =
      bench.doubtful.size > 0 && validate.errors?.some(({ keyword }) => keyword === 'unevaluatedItems');
    if (isFine === undefined || isDoubtful) return {};
    const at = validate.errors?.at(-1)?.instancePath;
    return isFine || at === undefined ? { isFine } : { isFine, at };
  };
}

function run(validate: ValidateFunction, value: Json): boolean | undefined {
  try {
    return validate(value);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One ajv for a role, whichever the document and the direction. */
interface Bench extends Required<Pick<Court, 'ajv' | 'postponed' | 'doubtful'>> {
  readonly validatorFor: (id: string, write: () => JsonObject | boolean) => ValidateFunction;
}

function openBench(role: Reading['role'], counters: Counters): Bench {
  // What RE2 cannot express is never produced as far as we know, and never refused.
  const isUnknown = role === 'consumer';
  // ajv keeps one matcher for each `toString()`.
  const matcher = (source: string) => ({
    test: compilePattern(source)?.matches ?? (() => isUnknown),
    toString: () => source,
  });
  const ajv = new Ajv2020({
    strict: false,
    unevaluated: true,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    messages: false,
    // What a judgement runs is short; making its code shorter takes longer.
    code: { optimize: false, regExp: Object.assign(matcher, { code: 'new RegExp' }) },
  });
  const known: Readonly<Record<string, unknown>> = fullFormats;
  for (const name of ASSERTED_FORMATS)
    ajv.addFormat(name, known[name] as Parameters<typeof ajv.addFormat>[1]);
  const validators = new Map<string, ValidateFunction>();
  const validatorFor: Bench['validatorFor'] = (id, write) => {
    const validate = validators.get(id) ?? ajv.compile(write());
    if (!validators.has(id)) counters.compilations += 1;
    validators.set(id, validate);
    return validate;
  };
  const postponed: Bench['postponed'] = new Map();
  const satisfiesLater: SchemaValidateFunction = (id: string, value: Json, _, context) => {
    const write = postponed.get(id);
    if (!write) throw new Error(`no schema was postponed as ${id}`);
    const names = isObject(value) ? Object.keys(value).sort() : [];
    const validate = validatorFor(JSON.stringify([id, ...names]), () => write(new Set(names)));
    const isFine = validate(value, context);
    satisfiesLater.errors = validate.errors ?? [];
    return isFine;
  };
  ajv.addKeyword({ keyword: LATER, errors: true, validate: satisfiesLater });
  return { ajv, postponed, doubtful: new Set(), validatorFor };
}
