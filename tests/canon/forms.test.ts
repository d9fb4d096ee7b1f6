import { describe, expect, it } from '@jest/globals';
import { operationsOf } from './examples.ts';
import { expandTexts, experimentalTags, wrapperTexts } from './forms.ts';
import { readSpec, readSpecWith, readText } from './spec-reader.ts';

const spec = readSpec();

const changed = (file: string, from: string, to: string) => {
  const text = readText(file);
  expect(text).toContain(from);
  return readSpecWith(file, text.replace(from, to));
};

describe('expand', () => {
  it('names per resource what can be unfolded', () => {
    expect(expandTexts(spec)).toEqual([]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['one too few', '`roltype` en', 'en', ['rol_list: roltype', 'rol_retrieve: roltype']],
    ['one too many', '`roltype` en', '`roltype`, `kleur` en', ['rol_list: kleur', 'rol_retrieve: kleur']],
  ])('%s is seen', (_, from, to, expected) => {
    expect(expandTexts(changed('apis/zaken/parameters/expandRol.yaml', from, to))).toEqual(expected);
  });
});

describe('a form of a resource', () => {
  it('begins with what the resource is', () => {
    expect(wrapperTexts(spec)).toEqual([]);
  });

  it('that begins with its form is seen', () => {
    const file = 'apis/zaken/schemas/RolRequest.yaml';
    expect(wrapperTexts(changed(file, '  De betrokkenheid', '  Een ROL: de betrokkenheid'))).toEqual([
      'RolRequest',
    ]);
  });
});

describe('experimental', () => {
  it('are the operations on zaaknotities, all of them, and no other', () => {
    const inTag = operationsOf(spec).filter(
      ({ value }) => Array.isArray(value.tags) && value.tags.includes('zaaknotities'),
    );
    expect(experimentalTags(spec)).toEqual(['zaaknotities']);
    expect(inTag.map(({ value }) => value['x-zds-status'])).toEqual(inTag.map(() => 'experimenteel'));
    expect(inTag).toHaveLength(6);
  });
});
