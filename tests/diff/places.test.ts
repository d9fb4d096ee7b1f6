import { describe, expect, it } from '@jest/globals';
import { diff } from '../../src/diff/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { request } from './documents.ts';

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
});
