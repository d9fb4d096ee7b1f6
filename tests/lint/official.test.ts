import { expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

async function struct(version: string, rest: string): Promise<(string | undefined)[]> {
  const text = `openapi: ${version}\n${rest}`;
  const { findings } = await lint(documentOf('a.yaml', { 'a.yaml': text }), { profile: 'oas' });
  return findings.filter(({ rule }) => rule === 'oas-struct').map(({ new: at }) => at?.pointer);
}

it.each(['MIT}', 'MIT, identifier: MIT}', "MIT, url: 'https://x.nl'}"])(
  'a licence {name: %s is valid',
  async licence => {
    expect(
      await struct('3.1.0', `info: {title: t, version: 1.0.0, license: {name: ${licence}}\npaths: {}`),
    ).toEqual([]);
  },
);

const scheme = (text: string): string =>
  `info: {title: t, version: 1.0.0}\npaths: {}\ncomponents: {securitySchemes: {b: {type: http, ${text}}}}`;

it.each(['Bearer', 'bearer', 'BEARER'])('the scheme %s may tell its format', async name => {
  expect(await struct('3.0.3', scheme(`scheme: ${name}, bearerFormat: JWT`))).toEqual([]);
});

it('another scheme may not', async () => {
  const found = await struct('3.0.3', scheme('scheme: basic, bearerFormat: JWT'));
  expect(found.length).toBeGreaterThan(0);
});
