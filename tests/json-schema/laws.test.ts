import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { accepts } from '../../src/json-schema/algebra/accepts.ts';
import { includes } from '../../src/json-schema/algebra/includes.ts';
import { normalise } from '../../src/json-schema/algebra/normalise.ts';
import { counterexamples } from '../../src/json-schema/counterexample/counterexamples.ts';
import { createWitnessValidator } from '../../src/json-schema/validator/witness-validator.ts';
import { openWorkspace } from '../../src/json-schema/workspace.ts';
import { pairs, rootTerm, schemas, values } from './generated.ts';

/** `ZDS_DEEP=1` looks thirty times as far. */
const RUNS = process.env.ZDS_DEEP === '1' ? 93_000 : 3_100;

describe('laws of the set algebra, with ajv as the judge', () => {
  it('reflexive: every set includes itself, and its closed reading', () => {
    fc.assert(
      fc.property(schemas, schema => {
        const space = openWorkspace();
        expect(
          includes(space, [rootTerm('old', schema, 'consumer')], [rootTerm('old', schema, 'consumer')]),
        ).toBe(true);
        expect(
          includes(space, [rootTerm('next', schema, 'consumer')], [rootTerm('old', schema, 'producer')]),
        ).toBe(true);
      }),
      { numRuns: RUNS / 20, endOnFailure: true },
    );
  });

  it('sound: what is proved included holds no value that the consumer refuses', () => {
    let proved = 0;
    fc.assert(
      fc.property(pairs, fc.array(values, { minLength: 8, maxLength: 8 }), ([old, next], random) => {
        const space = openWorkspace();
        const [producer, consumer] = [rootTerm('old', old, 'producer'), rootTerm('next', next, 'consumer')];
        if (!includes(space, [consumer], [producer])) return;
        proved += 1;
        const judge = createWitnessValidator(space.counters);
        // One in sixty-four is searched as hard as for a witness.
        const found = proved % 64 === 0 ? counterexamples(space, [producer], [consumer], { is: 'any' }) : [];
        for (const value of [...random, ...found]) {
          if (judge(producer, value).isValid === true && judge(consumer, value).isValid === false) {
            throw new Error(`proved, yet ${show(value)} is refused:\n${show(old)}\n${show(next)}`);
          }
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(proved).toBeGreaterThan(RUNS / 10);
  }, 600_000);

  it('wide: what ajv accepts the algebra accepts, so that it never passes a witness over', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        schemas,
        fc.array(values, { minLength: 8, maxLength: 8 }),
        fc.constantFrom('consumer' as const, 'producer' as const),
        (schema, tried, role) => {
          const space = openWorkspace();
          const term = rootTerm('old', schema, role);
          const judge = createWitnessValidator(space.counters);
          for (const value of tried.filter(one => judge(term, one).isValid === true)) {
            accepted += 1;
            if (!accepts(space, [term], value))
              throw new Error(`ajv accepts ${show(value)}, the algebra does not:\n${show(schema)}`);
          }
        },
      ),
      { numRuns: RUNS / 10, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(RUNS / 10);
  }, 600_000);

  it('choices of choices that all lead to one schema do not double at each step', () => {
    const to = (step: number): Json => ({ $ref: `#/$defs/C${step}` });
    for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
      const steps = Array.from({ length: 28 }, (_, step) => [
        `C${step}`,
        { [keyword]: [to(step + 1), to(step + 1)] },
      ]);
      const $defs = { ...Object.fromEntries(steps), C28: { type: 'string' } };
      const term = rootTerm('old', { $defs, root: to(0) }, 'consumer');
      const form = normalise(openWorkspace(), [term]);
      expect(new Set(form.map(({ type }) => type))).toEqual(new Set(['string']));
      expect(form.length).toBeLessThanOrEqual(2);
    }
  });

  it('wide: names of a branch that does not hold are left to what unevaluatedProperties says', () => {
    const limit = fc.constantFrom<Json>({}, false, { type: 'string' }, { type: 'integer' }, { maxLength: 1 });
    const branch = fc.record({
      properties: fc.dictionary(fc.constantFrom('a', 'b'), limit),
      required: fc.subarray(['a', 'b', 'c']),
    });
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Json>('x', 'xx', 1, null));
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(branch, { minLength: 1, maxLength: 3 }), limit, value, (anyOf, rest, tried) => {
        const root = { type: 'object', anyOf, unevaluatedProperties: rest };
        const space = openWorkspace();
        const term = rootTerm('old', { root }, 'consumer');
        if (createWitnessValidator(space.counters)(term, tried).isValid !== true) return;
        accepted += 1;
        expect(accepts(space, [term], tried)).toBe(true);
      }),
      { numRuns: RUNS / 4 },
    );
    expect(accepted).toBeGreaterThan(RUNS / 40);
  });

  it('what a set refuses by its names is no member of it, whatever is said of that member', () => {
    const space = openWorkspace();
    const [one, other] = [{}, { anyOf: [{ allOf: [{}] }] }].map((rest, index) => {
      const properties = { a: { type: 'null' } };
      const root = {
        type: 'object',
        properties,
        propertyNames: { minLength: 2 },
        additionalProperties: rest,
      };
      return [rootTerm(`file ${index}`, { root }, 'consumer')];
    });
    expect(includes(space, one ?? [], other ?? [])).toBe(true);
  });

  it('what unevaluatedItems asks of a schema that leads back to itself in place is written out', () => {
    const A = { $ref: '#/$defs/A' };
    const rest = { type: 'array', unevaluatedItems: { type: 'string' } };
    const THEN = 'then';
    const circles: JsonObject[] = [
      { ...rest, if: { minItems: 1 }, [THEN]: A },
      { ...rest, if: { minItems: 1 }, [THEN]: { allOf: [A] } },
      { ...rest, ...A },
      { ...rest, allOf: [{ prefixItems: [{}] }, A] },
    ];
    const told = circles.flatMap(branch =>
      ['anyOf', 'oneOf'].map(choice => {
        const schema = {
          $defs: { A: { [choice]: [{ type: 'null' }, branch] } },
          root: { properties: { a: A } },
        };
        const judge = createWitnessValidator(openWorkspace().counters);
        return judge(rootTerm('old', schema as unknown as JsonObject, 'consumer'), { a: null }).isValid;
      }),
    );
    expect(told).toEqual(told.map(() => true));
  });

  it('values that are listed and excluded are none, whichever stands first and whatever else is said', () => {
    const listed = fc.uniqueArray(fc.constantFrom<Json>('x', 'y', 'xyz', 1, 2.5, true, null), {
      minLength: 1,
    });
    const beside = fc.constantFrom<JsonObject[]>([], [{ maxLength: 2 }], [{ type: ['string', 'integer'] }]);
    fc.assert(
      fc.property(listed, listed, beside, fc.boolean(), (values, excluded, others, isNested) => {
        const space = openWorkspace();
        const not = isNested ? { anyOf: excluded.map(value => ({ const: value })) } : { enum: excluded };
        const parts: JsonObject[] = [{ enum: values }, { not }, ...others];
        const left = values.filter(value => !excluded.includes(value));
        const [one, other, plain] = [
          { allOf: parts },
          { allOf: parts.toReversed() },
          { allOf: [{ enum: left }, ...others] },
        ].map((root, index) => [rootTerm(`file ${index}`, { root }, 'consumer')]);
        for (const [outer, inner] of [
          [one, other],
          [other, one],
          [plain, one],
          [one, plain],
        ])
          expect(includes(space, outer ?? [], inner ?? [])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('items are unique as JSON values, in whatever order their members stand', () => {
    const space = openWorkspace();
    const term = rootTerm('old', { root: { type: 'array', uniqueItems: true } }, 'consumer');
    const judge = createWitnessValidator(space.counters);
    const told = [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [{ a: 1 }, { a: 2 }],
      [1, '1'],
    ].map(value => [judge(term, value).isValid, accepts(space, [term], value)]);
    expect(told).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
  });
});

const show = (value: Json | JsonObject): string => JSON.stringify(value);
