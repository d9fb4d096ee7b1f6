import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

/** A command block of a walk-through, with the output that the page shows below it. */
interface Step {
  readonly script: string;
  /** Exit code of its last line, which a comment there states unless it is 0. */
  readonly code: number;
  /** Runs of lines in the order of the output; the page has `…` between them. */
  readonly excerpts: readonly string[];
}

interface Block {
  readonly language: string;
  readonly text: string;
}

const PAGES = ['docs/een-wijziging.md', 'docs/a-change.md'];
const isDeep = process.env.ZDS_DEEP !== undefined;
if (!isDeep) {
  console.log(
    'The walk-through runs up to its first comparison, in Dutch; test:deep runs it whole (ZDS_DEEP=1).',
  );
}
/** Steps that run always: the folder, the story, the comparison. Those after them take half a minute a language. */
const QUICK = 3;

const blocksOf = (page: string): Block[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ language, text }),
  );

function stepsOf(page: string): Step[] {
  const blocks = blocksOf(page).filter(({ language }) => language !== 'yaml');
  return blocks.flatMap(({ language, text }, at) => {
    const next = blocks[at + 1];
    if (language !== 'sh') return [];
    return [
      {
        script: text,
        code: Number(/# exit ?code (\d)\n$/.exec(text)?.[1] ?? 0),
        excerpts: next?.language === 'text' ? next.text.split('…\n') : [],
      },
    ];
  });
}

/** The excerpts that do not stand in the output, in its order. */
function missingFrom(output: string, excerpts: readonly string[]): string[] {
  let from = 0;
  return excerpts.filter(excerpt => {
    const at = output.indexOf(excerpt, from);
    if (at >= 0) from = at + excerpt.length;
    return at < 0;
  });
}

const folders = PAGES.map(() => mkdtempSync(path.join(tmpdir(), 'zds-walk-')));
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs a step where the one before it ended; the folder of the page is one of the test. */
function run({ script }: Step, at: number, folder: string): { code: number | null; output: string } {
  const functions = `toolkit=${path.resolve('.')}\nzds() { node "$toolkit/dist/zds.cjs" "$@"; }\n`;
  const place = at === 0 ? '' : `${functions}cd ${folder}\n`;
  const { LANG: _, LC_ALL: __, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-c', place + script.replaceAll('build/oefening', folder)],
    { encoding: 'utf8', env: { ...rest, NODE_OPTIONS: '', NO_COLOR: '1' } },
  );
  return { code: status, output: stdout + stderr };
}

describe('missing excerpts', () => {
  it('are those that are absent, and those that stand too early', () => {
    expect(missingFrom('a\nb\nc\n', ['a\n', 'c\n'])).toEqual([]);
    expect(missingFrom('a\nb\nc\n', ['a\n', 'd\n'])).toEqual(['d\n']);
    expect(missingFrom('a\nb\nc\n', ['b\n', 'a\n'])).toEqual(['a\n']);
  });
});

describe.each(PAGES.map((page, at) => ({ page, folder: folders[at] ?? '' })))('$page', ({ page, folder }) => {
  const steps = stepsOf(page);
  const isDutch = page === PAGES[0];
  const tried = isDeep ? steps : steps.slice(0, isDutch ? QUICK : 0);

  it('has the same steps as the other page', () => {
    const plain = (text: string): string => text.replace(/--lang \w+|# exit ?code/g, '');
    const [dutch = [], english = []] = PAGES.map(stepsOf);
    expect(dutch.map(({ script }) => plain(script))).toEqual(english.map(({ script }) => plain(script)));
    expect(steps.length).toBe(9);
  });

  it('quotes files of the standard as they are', () => {
    const files = ['backlog/stories', 'proposals/catalogi-1-4-0', 'decisions/catalogi-1-4-0'];
    const standard = files.map(file => readFileSync(`spec/${file}.yaml`, 'utf8')).join('\n');
    const quotes = blocksOf(page).filter(({ language }) => language === 'yaml');
    expect(quotes.length).toBe(3);
    expect(quotes.filter(({ text }) => !standard.includes(text))).toEqual([]);
  });

  if (tried.length > 0) {
    it.each(tried.map((step, at) => ({ step, at, name: step.script.trim().split('\n').at(-1) ?? '' })))(
      '$name',
      ({ step, at }) => {
        const { code, output } = run(step, at, folder);
        const missing = missingFrom(output, step.excerpts);
        expect({ code, missing, output: missing.length > 0 ? output : '' }).toEqual({
          code: step.code,
          missing: [],
          output: '',
        });
      },
    );
  }
});
