import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { backlogRules } from '../../src/backlog/index.ts';
import { ciRules } from '../../src/ci/rules.ts';
import { diffRules } from '../../src/diff/index.ts';
import { rules } from '../../src/index.ts';
import { lintRules, manualRules } from '../../src/lint/index.ts';
import { releaseRules } from '../../src/release/index.ts';
import { reviewRules } from '../../src/review/rules.ts';
import { validateRules } from '../../src/validate/index.ts';

const SRC = path.resolve('src');

const TEXTS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file, text: readFileSync(path.join(SRC, file), 'utf8') }));

/** Ids that stand in code as the rule of a finding: `rule: 'x'`, `found('x', …)`, and in the tables of rules. */
const written = TEXTS.flatMap(({ file, text }) => [
  ...[...text.matchAll(/\brule: '([a-z][a-z0-9-]+)'/g)].map(([, id]) => ({ file, id })),
  ...(/(^|\/)rules\.ts$/.test(file)
    ? [...text.matchAll(/^\s+(?:id: |')([a-z]+(?:-[a-z0-9]+)+)'?:? /gm)].map(([, id]) => ({ file, id }))
    : []),
]);

describe('the catalogue of rules', () => {
  it('is that of every command', async () => {
    const lists = [diffRules(), lintRules(), validateRules, backlogRules, releaseRules, reviewRules, ciRules];
    expect(new Set(await rules())).toEqual(new Set([...lists.flat(), ...manualRules]));
  });

  it('has every rule that code names as the rule of a finding', async () => {
    const known = new Set((await rules()).map(({ id }) => id));
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter(({ id }) => id !== undefined && !known.has(id))).toEqual([]);
  });

  it('has each once, with a sentence, a reason and a source in both languages', async () => {
    const all = await rules();
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const bare = all.filter(({ message, why, source }) =>
      [message.nl, message.en, why.nl, why.en, source].some(text => text.trim() === ''),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
