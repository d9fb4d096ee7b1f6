import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { compareDocuments, content, I, lines, operation, S, THEN } from './documents.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});

/** A request whose body is schema A, and another operation beside it. */
const api = (schemas: Record<string, Json>, beside: Json = S): JsonObject => {
  const first = operation({ requestBody: { required: true, ...content(ref('A')) } }, 'post', { schemas });
  const other = operation({ requestBody: { required: true, ...content(object({ beside })) } }, 'put');
  const paths = { '/zaken': first.paths, '/besluiten': other.paths } as Record<string, JsonObject>;
  return {
    ...first,
    paths: {
      '/zaken': paths['/zaken']?.['/zaken'] ?? null,
      '/besluiten': paths['/besluiten']?.['/zaken'] ?? null,
    },
  };
};

/** A parent that lists its children, each of which extends it, as generators write inheritance. */
const family = (choice: string, parent: JsonObject, child: JsonObject): Record<string, Json> => ({
  A: object({ soort: S, ...parent }, { [choice]: [ref('Cat'), ref('Dog')], required: ['soort'] }),
  Cat: { allOf: [ref('A'), object(child, { required: ['meow'] })] },
  Dog: { allOf: [ref('A'), object({ bark: S }, { required: ['bark'] })] },
});

describe('a parent that lists its children (C8)', () => {
  it.each(['oneOf', 'anyOf'])('%s: a change in a child is a change with a witness', choice => {
    const [old, next] = [api(family(choice, {}, { meow: S })), api(family(choice, {}, { meow: I }))];
    expect(lines(compareDocuments(old, next))).toEqual(['type-changed meow: breaking breaking witness']);
    expect(lines(compareDocuments(old, old))).toEqual([]);
  });

  it('a change in the parent is a change of every child', () => {
    const [old, next] = [
      api(family('oneOf', { naam: S }, { meow: S })),
      api(family('oneOf', { naam: I }, { meow: S })),
    ];
    expect(lines(compareDocuments(old, next))).toEqual(['type-changed naam: breaking breaking witness']);
  });

  it('a grandparent, and a child that is used by itself', () => {
    const generations = (meow: Json): Record<string, Json> => ({
      A: object({ soort: S }, { oneOf: [ref('Pet')] }),
      Pet: { allOf: [ref('A'), object({ naam: S })], oneOf: [ref('Cat')] },
      Cat: { allOf: [ref('Pet'), object({ meow }, { required: ['meow'] })] },
    });
    expect(lines(compareDocuments(api(generations(S)), api(generations(I))))).toEqual([
      'type-changed meow: breaking breaking witness',
    ]);
    const [cat, changed] = [generations(S), generations(I)];
    const wrapped = ({ A, ...others }: Record<string, Json>) => ({ ...others, B: A ?? null, A: ref('Cat') });
    expect(lines(compareDocuments(api(renamed(wrapped(cat))), api(renamed(wrapped(changed)))))).toEqual([
      'type-changed meow: breaking breaking witness',
    ]);
  });
});

/** References to the parent, which now has another name. */
const renamed = (schemas: Record<string, Json>): Record<string, Json> => ({
  ...(JSON.parse(
    JSON.stringify(schemas).replaceAll('#/components/schemas/A"', '#/components/schemas/B"'),
  ) as Record<string, Json>),
});

describe('a schema that only refers to itself', () => {
  it.each<[string, Json, Json]>([
    ['allOf', { allOf: [ref('A'), object({ a: S })] }, { allOf: [ref('A'), object({ a: I })] }],
    ['not', { not: ref('A'), ...object({ a: S }) }, { not: ref('A'), ...object({ a: I }) }],
    [
      'if',
      { if: object({ a: S }), [THEN]: ref('A'), ...object({ a: S }) },
      { if: object({ a: S }), [THEN]: ref('A'), ...object({ a: I }) },
    ],
  ])('%s: nothing is proved of it, and the rest is compared', (_, before, after) => {
    const found = compareDocuments(api({ A: before }), api({ A: after }, I));
    const about = (name: string) => lines(found).filter(line => line.includes(name));
    expect(about('beside')).toEqual(['type-changed beside: breaking breaking witness']);
    expect(found.findings.length).toBeGreaterThan(1);
    const others = found.findings.filter(({ args }) => args.name !== 'beside');
    expect(others.some(({ clients }) => clients === 'warning' || clients === 'breaking')).toBe(true);
    expect(lines(compareDocuments(api({ A: before }), api({ A: before })))).toEqual([]);
  });

  it('many schemas that all extend each other cost no more than their number', () => {
    const names = Array.from({ length: 30 }, (_, index) => (index === 0 ? 'A' : `A${index}`));
    const all = (leaf: Json): Record<string, Json> =>
      Object.fromEntries(
        names.map(name => [name, { allOf: names.map(ref), ...object(name === 'A7' ? { leaf } : {}) }]),
      );
    expect(lines(compareDocuments(api(all(S)), api(all(I)))).length).toBeGreaterThan(0);
  });
});

describe('formats of parts that speak of one value', () => {
  const body = (...formats: readonly string[]): JsonObject =>
    api({ A: object({ a: { allOf: [S, ...formats.map(format => ({ format }))] } }) });
  const changes = (old: JsonObject, next: JsonObject): string[] =>
    lines(compareDocuments(old, next)).map(line => line.split(':')[0] ?? '');

  it.each([
    [
      ['hostname', 'duration'],
      ['duration', 'hostname'],
    ],
    [
      ['uuid', 'hostname'],
      ['hostname', 'uuid'],
    ],
    [['hostname'], ['hostname', 'hostname']],
  ])('%j and %j say the same', (before, after) => {
    expect(changes(body(...before), body(...after))).toEqual([]);
  });

  it.each([
    [
      ['uuid', 'hostname'],
      ['uuid', 'duration'],
    ],
    [['hostname', 'duration'], ['hostname']],
    [['hostname'], ['hostname', 'duration']],
  ])('%j and %j do not, whichever stands first', (before, after) => {
    expect(changes(body(...before), body(...after))).toEqual(['format-annotation-changed a']);
  });
});
