import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TOOL } from '../../src/model/tool.ts';

const SRC = path.resolve('src');

const FEATURES = ['lint', 'bundle', 'types', 'docs', 'validate', 'backlog', 'release', 'impact'] as const;

/** The folders that the files of a folder may import from, beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  source: ['model'],
  schema: ['model'],
  report: ['model'],
  config: ['model', 'source'],
  contract: ['model', 'source', 'schema'],
  diff: ['model', 'source', 'schema', 'contract'],
  ...Object.fromEntries(FEATURES.map(feature => [feature, ['model', 'source', 'schema', 'contract']])),
  review: ['model', 'source', 'report', 'diff', ...FEATURES],
  'index.ts': ['model', 'source', 'report', 'config', 'diff', 'review', ...FEATURES],
  cli: ['index.ts'],
};

/** Tables, which may be longer than other files. */
const TABLES = new Set([
  'contract/exchange.ts',
  'diff/examples.ts',
  'diff/notes.ts',
  'diff/parts.ts',
  'lint/builtin.ts',
  'lint/dutch.ts',
  'lint/manual.ts',
  'lint/rules/index.ts',
  'lint/vocabulary.ts',
  'lint/words.ts',
  'schema/facets.ts',
]);

interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly lines: number;
}

const FILES: readonly SourceText[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => {
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    return { name: path.relative(SRC, file), text, lines: text.split('\n').length - 1 };
  });

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'(\.{1,2}\/[^']+)'/gm)].map(
    ([, target]) => target ?? '',
  );

/** Imports that the directions forbid, as `from -> to`. */
const forbiddenEdges = (files: readonly SourceText[]): string[] =>
  files.flatMap(({ name, text }) => {
    const [folder = ''] = name.split('/');
    return importsOf(text)
      .map(target => path.join(path.dirname(name), target).split('/')[0] ?? '')
      .filter(target => target !== folder && !ALLOWED[folder]?.includes(target))
      .map(target => `${name} -> ${target}`);
  });

/** The set algebra knows JSON Schema and has never heard of HTTP. */
const mentionsHttp = ({ name, text }: SourceText): boolean =>
  name.startsWith('schema/') && /\b(requests?|responses?|paths?|operations?)\b/i.test(text);

/** The files and the packages that a file imports at run time, itself or through others. */
function reachedFrom(start: string): [files: string[], packages: string[]] {
  const files = new Set([start]);
  const packages = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replaceAll(/^(import|export) type [^;]*;/gm, '');
    for (const [, target = ''] of text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'([^']+)'/gm)) {
      if (target.startsWith('.')) files.add(path.join(path.dirname(file), target));
      else packages.add(target);
    }
  }
  return [[...files].sort(), [...packages].sort()];
}

const limitOf = (name: string): number => {
  if (TABLES.has(name)) return 2000;
  return name.startsWith('lint/rules/') ? 60 : 300;
};

const sourceText = (name: string, text: string): SourceText => ({
  name,
  text,
  lines: text.split('\n').length - 1,
});

describe('architecture', () => {
  it('imports run one way', () => {
    expect(forbiddenEdges(FILES)).toEqual([]);
  });

  it('schema/ does not mention HTTP', () => {
    expect(FILES.filter(mentionsHttp).map(({ name }) => name)).toEqual([]);
  });

  it('a file can be read in one sitting', () => {
    expect(
      FILES.filter(({ name, lines }) => lines > limitOf(name)).map(({ name, lines }) => `${name}: ${lines}`),
    ).toEqual([]);
  });

  it('the engine stays below 8,000 lines, and a feature below 4,000', () => {
    const linesIn = (folders: readonly string[]) =>
      FILES.filter(
        ({ name }) =>
          folders.includes(name.split('/')[0] ?? '') && !TABLES.has(name) && !name.startsWith('lint/rules/'),
      ).reduce((sum, { lines }) => sum + lines, 0);
    expect(linesIn(['model', 'source', 'schema', 'contract', 'diff'])).toBeLessThan(8000);
    expect(FEATURES.filter(feature => linesIn([feature]) > 4000)).toEqual([]);
  });

  it('witnesses are rechecked without the algebra that found them', () => {
    const [files, packages] = reachedFrom('scripts/recheck.ts');
    expect(files.filter(name => /^src\/(schema|diff)\//.test(name))).toEqual([
      'src/schema/formats.ts',
      'src/schema/json-types.ts',
      'src/schema/pattern.ts',
      'src/schema/position.ts',
      'src/schema/spoken.ts',
      'src/schema/transformation.ts',
    ]);
    expect(packages.filter(name => !name.startsWith('node:'))).toEqual([
      'ajv-formats/dist/formats.js',
      'ajv/dist/2020.js',
      'js-yaml',
      're2js',
    ]);
  });

  it('only the command line ends the process', () => {
    expect(FILES.filter(({ text }) => text.includes('process.exit(')).map(({ name }) => name)).toEqual([
      'cli/main.ts',
    ]);
  });

  it('reports name the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(TOOL.version).toBe(version);
  });

  it('these checks find what they look for', () => {
    expect(forbiddenEdges([sourceText('model/a.ts', "import { read } from '../source/read.ts';\n")])).toEqual(
      ['model/a.ts -> source'],
    );
    expect(
      forbiddenEdges([sourceText('lint/a.ts', "const x = await import('../bundle/index.ts');\n")]),
    ).toEqual(['lint/a.ts -> bundle']);
    expect(mentionsHttp(sourceText('schema/a.ts', '// of a response\n'))).toBe(true);
    expect(mentionsHttp(sourceText('diff/a.ts', '// of a response\n'))).toBe(false);
  });
});
