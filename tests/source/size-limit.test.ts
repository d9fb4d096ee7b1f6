import { afterEach, describe, expect, it } from '@jest/globals';
import { mostMebibytes, parse } from '../../src/source/parse.ts';

const text = `"${'x'.repeat(1024 * 1024)}"`;

afterEach(() => {
  delete process.env.ZDS_MAX_MIB;
});

describe('the size of a file', () => {
  it.each([
    [undefined, 32],
    ['', 32],
    ['1', 1],
    ['64', 64],
    ['511', 511],
  ])('%j is %d MiB', (set, most) => {
    expect(mostMebibytes(set)).toBe(most);
  });

  it.each(['0', '512', '-1', '1.5', '64 MiB', 'x'])('%j is no size', set => {
    expect(() => mostMebibytes(set)).toThrow(`ZDS_MAX_MIB is "${set}"`);
  });

  it('is what ZDS_MAX_MIB says at the moment of reading', () => {
    process.env.ZDS_MAX_MIB = '1';
    expect(() => parse('a.yaml', text)).toThrow('a.yaml: larger than 1 MiB');
    process.env.ZDS_MAX_MIB = '2';
    expect(parse('a.yaml', text)).toBe('x'.repeat(1024 * 1024));
  });
});
