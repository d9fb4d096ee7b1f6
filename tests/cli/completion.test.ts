import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { COMPLETIONS, type Shell, wordsOf } from '../../src/cli/completion.ts';
import { programIn } from '../../src/cli/program.ts';

const WORDS = wordsOf(await programIn('en', () => {}));

const SCRIPT = COMPLETIONS.bash(WORDS);

/** What bash offers after a line that has been typed, the last word of it begun. */
function offeredBy(typed: string): string[] {
  const words = typed.split(' ');
  const line = words.map(word => `'${word}'`).join(' ');
  const script = `${SCRIPT}\nCOMP_WORDS=(${line})\nCOMP_CWORD=${words.length - 1}\n_zds\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

describe('completion in bash', () => {
  it.each([
    ['zds re', ['review', 'release']],
    ['zds lint --pro', ['--profile']],
    ['zds lint --profile ad', ['adr', 'adr@2.2', 'adr@2.3']],
    ['zds ci --format co', ['codequality']],
    ['zds ci --fail-on ', ['breaking', 'warning', 'info', 'never']],
    ['zds release c', ['check', 'cut']],
    ['zds release check --la', ['--lang']],
    ['zds lint --lang nl --fi', ['--fix']],
    // Files: bash offers them itself.
    ['zds lint api', ['']],
    ['zds lint --output ', ['']],
  ])('%s', (typed, offered) => {
    expect(offeredBy(typed)).toEqual(offered);
  });
});

describe('every shell', () => {
  it.each(Object.keys(COMPLETIONS) as Shell[])(
    '%s knows every command and option, and its script is valid',
    shell => {
      const script = COMPLETIONS[shell](WORDS);
      const names = WORDS.flatMap(({ path, options }) => [...path, ...options.map(({ name }) => name)]);
      expect(names.filter(name => !script.includes(name))).toEqual([]);
      const check = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
      if (check.error) console.warn(`${shell} is not installed here: its script was not parsed`);
      else expect(check.stderr).toBe('');
    },
  );
});
