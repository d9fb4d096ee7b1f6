import { describe, expect, it } from '@jest/globals';
import { ambiguityOf } from '../../src/regex/ambiguity.ts';

describe('patterns that people write', () => {
  it.each([
    '^[0-9]{9}$',
    '^[1-9][0-9]{9}$',
    '[a-z\\_]+',
    '^[a-z0-9]+(-[a-z0-9]+)*$',
    '^[a-z]+(\\.[a-z]+)*$',
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
    '^([0-9]{1,3}\\.){3}[0-9]{1,3}$',
    '^[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+$',
    '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?$',
    '^P(?!$)(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?$',
    '^[1-9][0-9]{3} ?[A-Z]{2}$',
    '^NL[0-9]{2}[A-Z]{4}[0-9]{10}$',
    '^(GET|POST|PUT|PATCH|DELETE)$',
    '^(ab|ac)*$',
    '^[A-Z]+[A-Z0-9]*$',
    '^.*zaak.*$',
    '^\\p{L}+( \\p{L}+)*$',
    '^(\\d{3},)*\\d{1,3}$',
    '^(a{6})*$',
    '(',
  ])('%s is fine', pattern => {
    expect(ambiguityOf(pattern)).toBeUndefined();
  });
});

describe('patterns that stall', () => {
  it.each([
    '^(a+)+$',
    '^(a*)*$',
    '^([a-zA-Z0-9]+)*$',
    '^(a|aa)+$',
    '^(a|a)*$',
    '^(\\w|\\d)*$',
    '^(\\w+\\s?)+$',
    '^(\\d+,?)*$',
    '^(.*)*$',
    '^(a?b?)*$',
    '^([a-z]{1,50})*$',
    '^(a+){20}$',
    '^x(?=(a+)+$)',
    '^((ab)*|(ab)+)*$',
  ])('%s is nested', pattern => {
    expect(ambiguityOf(pattern)).toBe('nested');
  });

  it.each(['\\d+\\d+$', '\\s*\\s*x', '^.*.*=', '^(x[0-9]+\\d*)$'])('%s is adjacent', pattern => {
    expect(ambiguityOf(pattern)).toBe('adjacent');
  });
});
