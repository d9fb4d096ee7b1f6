import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { ownRules } from '../../src/lint/rules/index.ts';

it('lists every rule file, each under the id that is its name', () => {
  execFileSync('node', ['scripts/lint-rules.mjs', '--check']);
  const files = readdirSync('src/lint/rules').filter(file => file !== 'index.ts');
  expect(ownRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
