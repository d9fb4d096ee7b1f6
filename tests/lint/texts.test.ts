import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const KEY = `AKIA${'Q'.repeat(16)}`;

/** Where lint finds a secret in a document whose description is written so. */
async function told(description: string): Promise<string[]> {
  const text = `openapi: 3.1.0\ninfo: {title: t, version: 1.0.0}\npaths: {}\ncomponents:\n  schemas:\n    A:\n      description: ${description}\n`;
  const { findings } = await lint(documentOf('openapi.yaml', { 'openapi.yaml': text }), { profile: 'zds' });
  return findings
    .filter(({ rule }) => rule === 'sec-no-secret-in-examples')
    .map(({ new: at }) => at?.pointer ?? '');
}

const HERE = ['/components/schemas/A/description'];

describe('a key outside examples', () => {
  it.each([
    ['as it is', `Sleutel ${KEY}.`, HERE],
    ['with a letter by its number', `"Sleutel \\x41${KEY.slice(1)}."`, HERE],
    ['with a letter by its number, as JSON writes it', `"Sleutel A\\u004b${KEY.slice(2)}."`, HERE],
    ['over two lines', `"Sleutel AK\\\n        ${KEY.slice(2)}."`, HERE],
    ['a private key, folded', `-----BEGIN RSA PRIVATE\n        KEY-----`, HERE],
    ['nothing of the kind', `"Geen sleutel, \\xE9\\xE9n \\\n        tekst."`, []],
  ])('is found: %s', async (_, description, expected) => {
    expect(await told(description)).toEqual(expected);
  });
});
