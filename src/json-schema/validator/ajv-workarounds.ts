/**
 * Where ajv 8 departs from JSON Schema 2020-12, schemas are written in another way that says the same. Each function
 * names what ajv does wrong; a new version of ajv is held against the tests of this file before one is dropped.
 */
import type { CodeKeywordDefinition, SchemaValidateFunction } from 'ajv';
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { Name } from 'ajv/dist/compile/codegen/index.js';
import { evaluatedPropsToName } from 'ajv/dist/compile/util.js';
import { isArray, isObject, type Json, type JsonObject } from '../../core/json.ts';
import { isMultiple } from '../decimals.ts';
import { evaluatedItems, type ItemPlan } from './item-plan.ts';

/**
 * ajv counts what an `if` that failed has looked at as evaluated (Core, section 10.2.2.1 says: only when it holds); a
 * branch of `anyOf` that failed it does not count.
 */
export const conditional = (test: Json, then: Json, otherwise: Json): JsonObject => ({
  anyOf: [{ allOf: [test, then] }, { allOf: [{ not: test }, otherwise] }],
});

/** Beside `prefixItems` ajv lets an empty array pass whatever `contains` asks; apart from it, it does not. */
export function apartFromPrefix(
  written: Readonly<Record<string, Json | undefined>>,
): [others: { [keyword: string]: Json | undefined }, apart: Json[]] {
  const { contains, minContains, maxContains, ...others } = written;
  if (contains === undefined || written.prefixItems === undefined) return [{ ...written }, []];
  const counts = Object.entries({ minContains, maxContains }).filter(([, count]) => count !== undefined);
  return [others, [{ contains, ...Object.fromEntries(counts) }]];
}

/** Names that ajv passes over: an own property `__proto__`, and the empty name where it is required. */
const LOST: ReadonlyMap<string, string> = new Map([
  ['', '^$'],
  ['__proto__', '^__proto__$'],
]);

/** What names that ajv passes over stand for, by a pattern that fits the one name. */
export function namedByPattern(
  written: Readonly<Record<string, Json | undefined>>,
): [others: { [keyword: string]: Json | undefined }, apart: Json[]] {
  const { properties, patternProperties, required } = written;
  const demanded = isArray(required) ? [...LOST].filter(([name]) => required.includes(name)) : [];
  const apart = demanded.map(([, pattern]) => ({
    not: { type: 'object', patternProperties: { [pattern]: false } },
  }));
  if (!isObject(properties) || !Object.hasOwn(properties, '__proto__')) return [{ ...written }, apart];
  const { ['__proto__']: inner, ...others } = properties;
  const patterns = isObject(patternProperties) ? patternProperties : {};
  const moved = { ...patterns, '^__proto__$': inner };
  return [{ ...written, properties: others, patternProperties: moved }, apart];
}

/** ajv divides in binary, where 0.6 is no multiple of 0.1 (Validation, section 6.2.1). */
export function countMultiplesInDecimals(ajv: Ajv2020): void {
  const validate: SchemaValidateFunction = (step: number, value: number) => {
    const isOne = isMultiple(value, step);
    validate.errors = isOne
      ? []
      : [{ keyword: 'multipleOf', message: `must be multiple of ${step}`, params: { multipleOf: step } }];
    return isOne;
  };
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({ keyword: 'multipleOf', type: 'number', schemaType: 'number', errors: true, validate });
}

/** Keywords whose branches may fail while the whole holds, and the keyword that each has to stand before. */
const BRANCHES = { anyOf: 'allOf', dependentSchemas: 'unevaluatedProperties' } as const;

/**
 * Where nothing was evaluated before, ajv goes on with the list of names that a branch filled: also when the branch
 * failed, which then counts, and when it was not looked at, so that there is no list (Core, section 10.2: annotations of
 * a failed schema are dropped). A list that is there before the branches takes in only those of branches that hold.
 */
export function forgetFailedBranches(ajv: Ajv2020): void {
  for (const [keyword, before] of Object.entries(BRANCHES)) {
    const definition = ajv.getKeyword(keyword) as CodeKeywordDefinition;
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      ...definition,
      before,
      code: (context, ruleType) => {
        const { gen, it } = context;
        if (it.opts.unevaluated && it.props !== true && !(it.props instanceof Name))
          it.props = evaluatedPropsToName(gen, it.props);
        definition.code(context, ruleType);
      },
    });
  }
}

const UNEVALUATED = 'x-unevaluated-items';

/**
 * ajv counts the items that a branch evaluated as `true` of them, and refuses what is fine; it counts a branch that did
 * not hold; and beside `contains` it takes every item for evaluated. So the items that are left are found here, by the plan, and held against the rest.
 */
export const unevaluatedItems = (rest: Json, plan: ItemPlan): JsonObject => ({
  [UNEVALUATED]: { rest, plan: plan as unknown as Json },
});

/** Makes the keyword of {@link unevaluatedItems} known to an ajv. */
export function addUnevaluatedItems(ajv: Ajv2020): void {
  const compiled = new WeakMap<object, ValidateFunction>();
  const holds = (schema: Json, value: Json): boolean => {
    if (!isObject(schema)) return schema !== false;
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate(value) === true;
  };
  const validateRest: SchemaValidateFunction = (
    { rest, plan }: { readonly rest: Json; readonly plan: ItemPlan },
    value: Json,
  ) => {
    if (!isArray(value)) return true;
    const evaluated = evaluatedItems(plan, value, holds);
    const limit = value.findIndex((item, index) => !evaluated.has(index) && !holds(rest, item));
    validateRest.errors = limit < 0 ? [] : [{ keyword: 'unevaluatedItems', params: { limit } }];
    return limit < 0;
  };
  ajv.addKeyword({ keyword: UNEVALUATED, errors: true, validate: validateRest });
}
