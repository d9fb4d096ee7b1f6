import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');

it('npm start has a step for each part of the work, a review of the last change among them', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--steps'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const steps = stdout.trim().split('\n');
  const names = [...new Set(steps.map(step => step.split(' ')[1]))];
  expect([stderr, names]).toEqual(['', ['lint', 'bundle', 'diff', 'review', 'types', 'docs']]);
  const [review = ''] = steps.filter(step => step.startsWith('zds review'));
  expect(review.replace(/--base [0-9a-f]{40} /, '')).toBe(
    'zds review --format html=build/review.html --format json=build/review.json --format text',
  );
});
