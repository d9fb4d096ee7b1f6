import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { LintRule } from '../../src/lint/rule.ts';
import * as rules from '../../src/lint/rules/index.ts';

const ownRules: readonly LintRule[] = Object.values(rules);

it('each rule looks in one way: at the whole document, or at what it visits', () => {
  const unclear = ownRules.filter(
    ({ check, checkApi }) => (check === undefined) === (checkApi === undefined),
  );
  expect(unclear.map(({ id }) => id)).toEqual([]);
});

it('lists every rule file, each under the id that is its name', () => {
  execFileSync('node', ['scripts/lint-rules.mjs', '--check']);
  const files = readdirSync('src/lint/rules').filter(file => file !== 'index.ts');
  expect(ownRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});
