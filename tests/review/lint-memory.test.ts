import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type LintMemory, lintMemoryIn } from '../../src/review/lint-memory.ts';
import { type QualityOptions, qualityOf } from '../../src/review/quality.ts';
import { documentOf } from '../../src/source/index.ts';

function folders() {
  const root = mkdtempSync(path.join(tmpdir(), 'zds-memory-'));
  const build = path.join(root, 'build');
  for (const folder of ['.git', 'build', 'elders']) mkdirSync(path.join(root, folder));
  writeFileSync(path.join(build, 'main.js'), 'een');
  return { root, build };
}

describe('what lint found in a base', () => {
  it('is kept in the folder of git, for one build of the tool, and the oldest is forgotten', () => {
    const { root, build } = folders();
    const memory = lintMemoryIn(path.join(root, 'elders'), build);
    expect(memory?.read('a')).toBe(undefined);
    memory?.write('a', 'bevindingen');
    expect([memory?.read('a'), memory?.read('b')]).toEqual(['bevindingen', undefined]);
    writeFileSync(path.join(build, 'main.js'), 'twee');
    expect(lintMemoryIn(root, build)?.read('a')).toBe(undefined);
    for (let run = 0; run < 12; run += 1) memory?.write(`run ${run}`, '{}');
    expect(readdirSync(path.join(root, '.git/zds'))).toHaveLength(8);
  });

  it('stands below the folder that a worktree names', () => {
    const { root, build } = folders();
    const tree = path.join(root, 'elders');
    writeFileSync(path.join(tree, '.git'), 'gitdir: ../.git/worktrees/elders\n');
    lintMemoryIn(tree, build)?.write('a', '{}');
    expect(readdirSync(path.join(root, '.git/worktrees/elders/zds'))).toHaveLength(1);
  });

  it('is not kept outside a checkout, and not of sources that may change', () => {
    const { root } = folders();
    expect([lintMemoryIn('/', root), lintMemoryIn(root, path.join(root, 'elders'))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

const documentWith = (description: string) =>
  documentOf('a', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1', description },
      paths: {},
    }),
  });

describe('a review with a memory', () => {
  it('finds the same, and asks lint again as soon as anything it reads is another', async () => {
    const kept = new Map<string, string>();
    const memory: LintMemory = { read: key => kept.get(key), write: (key, text) => kept.set(key, text) };
    const [base, head] = [documentWith('een'), documentWith('twee')];
    const first = await qualityOf(base, head, {}, memory);
    expect(await qualityOf(base, head, {}, memory)).toEqual(first);
    expect(await qualityOf(base, head, {})).toEqual(first);
    expect(kept.size).toBe(1);
    for (const key of kept.keys()) kept.set(key, '{"findings":[');
    expect(await qualityOf(base, head, {}, memory)).toEqual(first);
    const others: readonly [typeof base, QualityOptions][] = [
      [head, {}],
      [base, { profile: 'adr' }],
      [base, { severities: { 'oas-valid-schema-examples': 'off' } }],
      [documentOf('b', { 'anders.json': base.files.get('openapi.json')?.text ?? '' }), {}],
    ];
    for (const [document, options] of others) await qualityOf(document, head, options, memory);
    expect(kept.size).toBe(1 + others.length);
    const excused = documentOf('c', {
      'openapi.json': head.files.get('openapi.json')?.text ?? '',
      'exceptions.yaml': '- {rule: zds-016, selector: "**", reason: Zo staat het er., places: 1}\n',
    });
    await qualityOf(base, excused, {}, memory);
    expect(kept.size).toBe(2 + others.length);
  });
});
