import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { diff } from '../../src/diff/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { compareDocuments, O, request, S } from './documents.ts';

const opened = (file: string, maxLength: number) => {
  const Groep = {
    oneOf: [{ $ref: '#/components/schemas/Rood' }, { $ref: '#/components/schemas/Blauw' }],
    discriminator: { propertyName: 'kleur' },
  };
  const variant = {
    type: 'object',
    properties: { kleur: { type: 'string' }, naam: { type: 'string', maxLength } },
  };
  const value = request({ $ref: '#/components/schemas/Groep' }, { Groep, Rood: variant, Blauw: variant });
  return documentOf(file, { [file]: JSON.stringify(value, undefined, 1) });
};

describe('where a finding stands', () => {
  it.each([
    ['oud.json', 'nieuw.json'],
    ['oud?v=1.json', 'nieuw?v=2.json'],
    ['oud?present=naam', 'nieuw?kleur=Rood'],
  ])('is told by line and column, also in a file called %s', (old, next) => {
    const { findings } = diff(opened(old, 40), opened(next, 20));
    const places = findings.map(finding => [
      finding.rule,
      finding.old?.file,
      finding.new?.file,
      finding.new?.line !== 1,
    ]);
    expect(places).toEqual([['max-length-tightened', old, next, true]]);
  });

  it('an extension that looks like a mark of ours means nothing', () => {
    const [plain, marked] = [{}, { 'x-described': true }].map(extension => {
      const [old, gone] = [
        request({ type: 'object', ...extension, properties: { naam: { type: 'string' } } }),
        request({ type: 'object', ...extension }),
      ];
      const [before, after] = [old, gone].map(value => documentOf('a', { a: JSON.stringify(value) }));
      return (
        before &&
        after &&
        diff(before, after).findings.map(({ rule, clients, providers }) => [rule, clients, providers])
      );
    });
    expect(marked).toEqual(plain);
    expect(plain).not.toEqual([]);
  });

  const X = { $ref: '#/components/schemas/X' };
  it.each([
    ['allOf', { allOf: [X] }],
    ['a choice', { oneOf: [X, { $ref: '#/components/schemas/Y' }] }],
    ['a reference', X],
    ['an enumeration', { type: 'string', enum: ['x'] }],
    ['a type', S],
  ])('of null that comes or goes is that of nullable, beside %s in 3.0', (_, schema) => {
    const around = (a: JsonObject): JsonObject => ({
      ...request(O({ a }), { X: O({ b: S }, ['b']), Y: O({ c: S }, ['c']) }),
      openapi: '3.0.3',
    });
    const [without, nullable] = [around(schema), around({ ...schema, nullable: true })];
    for (const [old, next, rule, side] of [
      [nullable, without, 'null-removed', 'old'],
      [without, nullable, 'null-added', 'new'],
    ] as const) {
      const { findings } = compareDocuments(old, next);
      expect(findings.map(finding => [finding.rule, finding[side]?.pointer.endsWith('/a/nullable')])).toEqual(
        [[rule, true]],
      );
      expect(findings.every(finding => finding[side === 'old' ? 'new' : 'old']?.pointer.includes('/a'))).toBe(
        true,
      );
    }
  });
});
