import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/core/finding.ts';
import { isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { compare } from '../../src/diff/comparison.ts';
import { diff } from '../../src/diff/index.ts';
import { createWitnessValidator } from '../../src/json-schema/validator/witness-validator.ts';
import { pairs, schemas } from '../json-schema/generated.ts';
import { document, request, response } from './documents.ts';
import { chooser, REWRITES } from './rewrite/rewrites.ts';

/** `ZDS_DEEP=1` looks 25 times as far. */
const DEEP = process.env.ZDS_DEEP === '1' ? 25 : 1;

/** The generated schema as a body, with its `#/$defs/A` as a component. */
function placed(place: typeof request, generated: JsonObject): JsonObject {
  const defs = isObject(generated.$defs) ? generated.$defs : {};
  const moved = JSON.parse(
    JSON.stringify({ root: generated.root, A: defs.A }).replaceAll('#/$defs/', '#/components/schemas/'),
  ) as JsonObject;
  return place(moved.root ?? true, { A: moved.A ?? true });
}

const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not'];

/** Whether a schema leads to `#/$defs/A` for the same value: A then refers to itself, and nothing is proved of it. */
function refersToItself(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  const dependent = isObject(schema.dependentSchemas) ? Object.values(schema.dependentSchemas) : [];
  return (
    schema.$ref === '#/$defs/A' ||
    [...IN_PLACE.flatMap(name => schema[name] ?? []), ...dependent].some(refersToItself)
  );
}

/** Items that nothing has looked at are not worked out beside `contains` (docs/limits.md). */
const leavesItems = (schema: Json | undefined): boolean =>
  isObject(schema)
    ? (schema.contains !== undefined && schema.unevaluatedItems !== undefined) ||
      Object.values(schema).some(leavesItems)
    : Array.isArray(schema) && schema.some(leavesItems);

/** Null in another spelling has to be proved, and some of the generated keywords cannot be (docs/engine.md). */
const STRUCTURAL = REWRITES.filter(([what]) => !what.includes('null'));

const wire = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ surface }) => surface === 'wire');

describe('laws of the comparison', () => {
  it('reflexive: a document differs in nothing from itself', () => {
    fc.assert(
      fc.property(schemas, schema => {
        const value = placed(request, schema);
        const { findings } = diff(document(value), document(value));
        // A reference that leads back to itself is told of each document by itself.
        expect(findings.filter(({ rule }) => !/^reference-(circular|unresolved)$/.test(rule))).toEqual([]);
      }),
      { numRuns: 40 * DEEP, endOnFailure: true },
    );
  });

  it('witness: each is accepted by its producer and refused by its consumer, and no break goes without', () => {
    let witnesses = 0;
    fc.assert(
      fc.property(pairs, fc.constantFrom(request, response), ([before, after], place) => {
        const [old, next] = [document(placed(place, before)), document(placed(place, after))];
        const { findings } = diff(old, next);
        for (const { clients, evidence, surface } of findings) {
          if (clients !== 'breaking' || surface !== 'wire') continue;
          if (evidence?.is !== 'witness') throw new Error(`a break that rests on ${evidence?.is}`);
          witnesses += 1;
          expect(isWitness(old, next, place === request, evidence.value)).toBe(true);
        }
      }),
      { numRuns: 280 * DEEP, endOnFailure: true },
    );
    expect(witnesses).toBeGreaterThan(40 * DEEP);
  });

  it('mirror: what clients lose by a change, providers lose by undoing it', () => {
    const breaks = (findings: readonly Finding[], audience: 'clients' | 'providers') =>
      // C6 and what was free-form treat clients and providers apart on purpose.
      findings.some(
        finding => finding[audience] === 'breaking' && !/^(enum-value|schema-)/.test(finding.rule),
      );
    fc.assert(
      fc.property(pairs, fc.constantFrom(request, response), ([before, after], place) => {
        const [old, next] = [document(placed(place, before)), document(placed(place, after))];
        const forth = diff(old, next).findings;
        const back = diff(next, old).findings;
        const isApart = [...forth, ...back].some(({ rule }) => /^(enum-value|schema-)/.test(rule));
        if (!isApart) expect(breaks(forth, 'providers')).toBe(breaks(back, 'clients'));
      }),
      { numRuns: 40 * DEEP, endOnFailure: true },
    );
  });

  it('rewrite: another spelling of the same document is no change', () => {
    fc.assert(
      fc.property(
        schemas,
        fc.constantFrom(request, response),
        fc.constantFrom(...STRUCTURAL),
        fc.integer({ min: 1, max: 1_000_000 }),
        (schema, place, [, rewrite], seed) => {
          fc.pre(
            !refersToItself(isObject(schema.$defs) ? schema.$defs.A : undefined) && !leavesItems(schema),
          );
          const value = placed(place, schema);
          expect(wire(diff(document(value), rewrite(value, chooser(seed))).findings)).toEqual([]);
        },
      ),
      { numRuns: 120 * DEEP, endOnFailure: true },
    );
  });
});

/** Asks a judge of its own, with nothing remembered. */
function isWitness(
  old: ReturnType<typeof document>,
  next: ReturnType<typeof document>,
  isRequest: boolean,
  value: Json,
): boolean {
  const comparison = compare(old, next);
  const judge = createWitnessValidator(comparison.space.counters);
  const hides = isRequest ? 'readOnly' : 'writeOnly';
  const node = (side: 'old' | 'next') => {
    const { operations, messages } = comparison[side];
    const [operation] = operations;
    const answer = operation?.answers[0];
    if (!operation || !answer) throw new Error('no operation');
    return isRequest
      ? messages.request(operation, operation.body?.media[0], [])
      : messages.response(operation, answer, answer.media[0]);
  };
  const [producer, consumer] = isRequest ? (['old', 'next'] as const) : (['next', 'old'] as const);
  return (
    judge({ node: node(producer), reading: comparison[producer].readings('producer', hides) }, value)
      .isValid === true &&
    judge({ node: node(consumer), reading: comparison[consumer].readings('consumer', hides) }, value)
      .isValid === false
  );
}
