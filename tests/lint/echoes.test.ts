import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const rulesOf = async (text: string, off: readonly string[] = []): Promise<string[]> => {
  const whole = {
    openapi: '3.1.0',
    info: { title: 'Zaken', version: '1.0.0' },
    paths: {},
    ...(load(text) as object),
  };
  const severities = Object.fromEntries(off.map(id => [id, 'off' as const]));
  const { findings } = await lint(documentOf('a.yaml', { 'a.yaml': JSON.stringify(whole) }), { severities });
  return findings.map(({ rule }) => rule);
};

const answering = (status: string): string =>
  `security: [{k: []}]\npaths: {/zaken: {get: {responses: {${status}: {description: Ja}}}}}`;

/** Two rules that say one thing of one place: the first is told, and the second only where the first is off. */
const PAIRS: readonly (readonly [told: string, echo: string, text: string])[] = [
  ['adr-version-header', 'zgw-api-version-header', answering('200')],
  ['zgw-problem-responses', 'sec-429', answering('200')],
  ['zgw-problem-responses', 'sec-500', answering('200')],
  ['zgw-problem-responses', 'sec-401-403', answering('200')],
  ['oas-title-present', 'oas-struct', 'info: {version: 1.0.0}'],
];

describe('one mistake is told once', () => {
  it.each(PAIRS)('by %s, and without it by %s', async (told, echo, text) => {
    const both = await rulesOf(text);
    expect([both.includes(told), both.includes(echo)]).toEqual([true, false]);
    expect(await rulesOf(text, [told])).toContain(echo);
  });

  it('of a 5xx answer this standard says more than the Design Rules', async () => {
    const found = await rulesOf(answering('500'));
    expect(found).toEqual(expect.arrayContaining(['adr-version-header', 'zgw-api-version-header']));
  });
});
