import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { withSubcommands } from '../../src/cli/help.ts';
import { programIn } from '../../src/cli/program.ts';
import { zds } from './zds.ts';

const READMES = ['README.md', 'README.en.md'];

const PAGES = [
  ...READMES,
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];

const textOf = (page: string): string => readFileSync(page, 'utf8');

/** Calls of the tool in code spans, in blocks, and among the examples of help. */
function callsIn(page: string): string[] {
  const text = textOf(page);
  const spans = [...text.matchAll(/`((?:npx )?zds [a-z][^`\n]*|node dist\/zds\.cjs [^`\n]*)`/g)];
  const lines = [...text.matchAll(/^(?: {2})?((?:npx )?zds [a-z].*?)(?: {2,}\S.*)?$/gm)];
  return [...spans, ...lines].map(([, call = '']) => call.replace(/^(npx zds|zds|node dist\/zds\.cjs) /, ''));
}

/** A call that stands for many: it holds a name in capitals, a list that goes on, or an option without its value. */
const isTemplate = (call: string): boolean =>
  /\b[A-Z]{2,}\b|…| --(har|notes|proposal)$/.test(call) && !/HEAD|REV:/.test(call);

const wordsOf = (call: string): string[] =>
  [...call.replace(/ > \S+$/, '').matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );

const WRITTEN = [...new Set(PAGES.flatMap(callsIn))];

const CALLS = WRITTEN.filter(call => !isTemplate(call)).map((call): [string] => [call]);

/** What a template has that no call can have. */
const reasonOf = (call: string): string => {
  const names = [...new Set(call.match(/\b[A-Z]{2,}\b|…/g))];
  return names.length > 0 ? `stands for any ${names.join(', ')}` : 'an option without its value';
};

const TEMPLATES = WRITTEN.filter(isTemplate).map(call => `zds ${call}: ${reasonOf(call)}`);
console.log(`not run, for they are no calls but stand for many:\n${TEMPLATES.join('\n')}`);

describe('every call in the pages is one that the command line understands', () => {
  it('there are some', () => {
    expect(CALLS.length).toBeGreaterThan(40);
  });

  it.each(CALLS)('zds %s', async call => {
    const program = await programIn('en', () => {});
    for (const command of withSubcommands(program)) {
      command.configureOutput({ outputError: () => {}, writeErr: () => {}, writeOut: () => {} });
      if (command.commands.length === 0) command.action(() => {});
    }
    await expect(program.parseAsync(wordsOf(call), { from: 'user' })).resolves.toBe(program);
  });
});

const folder = mkdtempSync(path.join(tmpdir(), 'zds-documented-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('every command line of the README works', () => {
  /** What a command line of the README gets; init and ci are run in a repository of somebody else by tests/ci. */
  const CODES: Readonly<Record<string, readonly number[]>> = { review: [0, 1] };

  it.each([...new Set(READMES.flatMap(callsIn))].filter(call => !/^(init|ci)$/.test(call)))(
    'zds %s',
    call => {
      const args = wordsOf(call.replace(/-o (\S+)/, (_, file) => `-o ${path.join(folder, file)}`));
      const { code, err } = zds(args);
      expect({ isExpected: (CODES[args[0] ?? ''] ?? [0]).includes(code ?? -1), err }).toEqual({
        isExpected: true,
        err: '',
      });
    },
  );

  it('what npm runs is there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = PAGES.flatMap(page =>
      [...textOf(page).matchAll(/\bnpm (?:run )?(start|test|build|check|pages|bench|test:deep)\b/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    expect([...new Set(named)].filter(name => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('the README', () => {
  it('shows what the tool says of the proposal in its picture', async () => {
    const { picture } = (await import('../../scripts/picture.mjs' as string)) as {
      picture: (lang: string) => Promise<string>;
    };
    for (const lang of ['nl', 'en']) expect(textOf(`docs/picture.${lang}.svg`)).toBe(await picture(lang));
  });

  it('gives the figure that the back-test measured', () => {
    const rows = [...textOf('docs/back-test.md').matchAll(/^\|.*→.*\|$/gm)].map(([row]) =>
      row.split('|').map(cell => cell.trim()),
    );
    const broke = rows.filter(cells => cells[3]?.startsWith('breaking') && cells[5] !== 'major').length;
    expect(textOf('README.md')).toContain(`van de ${rows.length} stappen`);
    expect(textOf('README.md')).toContain(`braken er ${broke} clients`);
    expect(textOf('README.en.md')).toContain(`of the ${rows.length} steps`);
    expect(textOf('README.en.md')).toContain(`${broke} broke clients`);
  });

  it('leads to files that are there', () => {
    const links = READMES.flatMap(page =>
      [...textOf(page).matchAll(/\]\(([^)#]+)/g)].map(([, to]) => to ?? ''),
    );
    expect(
      links.filter(link => !readdirSync(path.dirname(link) || '.').includes(path.basename(link))),
    ).toEqual([]);
  });
});
