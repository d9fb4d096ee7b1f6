import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TOOL } from '../../src/core/tool.ts';

const SRC = path.resolve('src');

const FEATURES = ['lint', 'bundle', 'types', 'site', 'validate', 'backlog', 'release', 'migration'] as const;

/** What a document says, and what its schemas allow: what every feature stands on. */
const MODEL = ['core', 'vocabulary', 'regex', 'source', 'json-schema', 'openapi'] as const;

/** The folders that the files of a folder may import from, beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  vocabulary: ['core'],
  regex: ['core'],
  source: ['core', 'vocabulary'],
  'json-schema': ['core', 'vocabulary', 'regex'],
  openapi: ['core', 'vocabulary', 'source', 'json-schema'],
  report: ['core'],
  config: ['core', 'source'],
  diff: MODEL,
  ...Object.fromEntries(FEATURES.map(feature => [feature, MODEL])),
  review: [...MODEL, 'report', 'config', 'diff', ...FEATURES],
  ci: ['core', 'source', 'openapi', 'report', 'diff', 'lint', 'review'],
  'index.ts': ['core', 'source', 'report', 'config', 'ci', 'diff', 'review', ...FEATURES],
  cli: ['index.ts'],
};

/** Tables, which may be longer than other files. */
const TABLES = new Set([
  'cli/help-dutch.ts',
  'openapi/exchange.ts',
  'diff/examples.ts',
  'diff/notes.ts',
  'diff/texts/en.ts',
  'diff/texts/nl.ts',
  'lint/engine/cases.ts',
  'lint/engine/dutch.ts',
  'lint/engine/manual.ts',
  'lint/rules/index.ts',
  'lint/topics/vocabulary.ts',
  'lint/topics/words.ts',
  'report/schema.ts',
  'json-schema/algebra/facets.ts',
]);

interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly lines: number;
}

/** Lines to be read: how many an import takes, or a name that is passed on, is up to the formatter. */
const linesOf = (text: string): number =>
  text.replaceAll(/^(import |export type \{)[^;]*;\n/gm, '').split('\n').length - 1;

const FILES: readonly SourceText[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => {
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    return { name: path.relative(SRC, file), text, lines: linesOf(text) };
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
  name.startsWith('json-schema/') && /\b(requests?|responses?|paths?|operations?)\b/i.test(text);

/** The fields that say which operations, messages and components there are: who asks for these by name, reads a document. */
const FIELDS = [
  ...['paths', 'webhooks', 'x-webhooks', 'additionalOperations', 'x-tagGroups', 'components', 'pathItems'],
  ...['parameters', 'requestBody', 'requestBodies', 'responses', 'callbacks', 'mediaTypes'],
  ...['security', 'securitySchemes', 'servers'],
].join('|');

const READS_FIELD = new RegExp(
  `'(${FIELDS})'|\\b(bundle|root|value|whole)\\.(${FIELDS})\\b|\\.(additionalOperations|requestBodies)\\b`,
);

/** Comments, sentences, labels of a page, and what only says where to point. */
const SAID =
  /\/\*[\s\S]*?\*\/|\/\/.*$|"[^"\n]*"|`[^`]*`|\b(placeOfField|componentsOf|componentsBehind|labelOf|labelText)\([^;]*?'[\w-]+'|\.child\('\w+'\)|\bPick<[^>]*>/gm;

const readsFields = ({ name, text }: SourceText): boolean =>
  !/^(openapi|vocabulary)\//.test(name) && READS_FIELD.test(text.replaceAll(SAID, ''));

/** These write documents, or parts of them, in the words of another version or tool. */
const WRITERS: readonly string[] = [
  'bundle/form-styles.ts',
  'bundle/inlined.ts',
  'bundle/inner-references.ts',
  'bundle/openapi-3-0.ts',
  'bundle/openapi-3-1.ts',
  'bundle/order.ts',
  'bundle/own-bundle.ts',
  'bundle/reachable.ts',
  'bundle/slice.ts',
  'lint/engine/official.ts',
  'lint/fix/operation-ids.ts',
  'lint/fragment.ts',
  'review/ways/recipes.ts',
  'site/extensions.ts',
  'bundle/openapi-core.ts',
  'types/aliases.ts',
  'types/known-parts.ts',
  'types/spelling.ts',
];

/** Here the field itself is what the rule, the row or the page is about. */
const ABOUT_A_FIELD: readonly string[] = [
  'diff/accounts/mentioned.ts',
  'diff/accounts/node-pair.ts',
  'diff/accounts/pair-written.ts',
  'diff/accounts/paired.ts',
  'diff/accounts/reasons.ts',
  'diff/accounts/written.ts',
  'diff/components.ts',
  'diff/documents.ts',
  'diff/responses.ts',
  'lint/engine/observed-api.ts',
  'lint/engine/reference-lists.ts',
  'lint/rules/adr-http-methods.ts',
  'lint/rules/adr-http-response-code.ts',
  'lint/rules/adr-http-safety.ts',
  'lint/topics/outcomes.ts',
  'lint/topics/path-items.ts',
  'lint/topics/servers.ts',
  'lint/topics/texts.ts',
  'lint/topics/unused.ts',
  'site/home.ts',
  'site/operation/links.ts',
  'site/operation/operations.ts',
  'site/pages/access.ts',
  'site/pages/components.ts',
  'site/site.ts',
  'site/unused.ts',
];

/** Names of types that more than one file exports. A name that is passed on (`export type { X }`) is one type. */
const exportedTwice = (files: readonly SourceText[]): string[] => {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name ?? ''),
  );
  return names.filter((name, index) => names.indexOf(name) !== index);
};

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
  return name.startsWith('lint/rules/') ? 70 : 300;
};

const sourceText = (name: string, text: string): SourceText => ({
  name,
  text,
  lines: linesOf(text),
});

describe('architecture', () => {
  it('imports run one way', () => {
    expect(forbiddenEdges(FILES)).toEqual([]);
  });

  it('json-schema/ does not mention HTTP', () => {
    expect(FILES.filter(mentionsHttp).map(({ name }) => name)).toEqual([]);
  });

  it('openapi/ alone reads which operations, messages and components there are', () => {
    expect(
      FILES.filter(readsFields)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...WRITERS, ...ABOUT_A_FIELD].sort());
  });

  it('a type has a name of its own', () => {
    expect(exportedTwice(FILES)).toEqual([]);
  });

  it('a file can be read in one sitting', () => {
    expect(
      FILES.filter(({ name, lines }) => lines > limitOf(name)).map(({ name, lines }) => `${name}: ${lines}`),
    ).toEqual([]);
  });

  it('witnesses are rechecked without the algebra that found them', () => {
    const [files, packages] = reachedFrom('src/diff/verify/recheck.ts');
    expect(files.filter(name => /^src\/(json-schema|regex|diff)\//.test(name))).toEqual([
      'src/diff/verify/recheck.ts',
      'src/json-schema/algebra/format-lengths.ts',
      'src/json-schema/algebra/formats.ts',
      'src/json-schema/children.ts',
      'src/json-schema/decimals.ts',
      'src/json-schema/discriminator.ts',
      'src/json-schema/in-place.ts',
      'src/json-schema/json-types.ts',
      'src/json-schema/mentioned-names.ts',
      'src/json-schema/reading.ts',
      'src/json-schema/validator/ajv-workarounds.ts',
      'src/json-schema/validator/ajv.ts',
      'src/json-schema/validator/asserted-formats.ts',
      'src/json-schema/validator/item-plan.ts',
      'src/json-schema/validator/manner.ts',
      'src/json-schema/validator/plain-keywords.ts',
      'src/json-schema/validator/schema-writer.ts',
      'src/json-schema/validator/unreadable.ts',
      'src/regex/re2.ts',
    ]);
    expect(packages.filter(name => !name.startsWith('node:'))).toEqual([
      'ajv-formats/dist/formats.js',
      'ajv/dist/2020.js',
      'ajv/dist/compile/codegen/index.js',
      'ajv/dist/compile/util.js',
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
    expect(forbiddenEdges([sourceText('core/a.ts', "import { read } from '../source/read.ts';\n")])).toEqual([
      'core/a.ts -> source',
    ]);
    expect(
      forbiddenEdges([sourceText('lint/a.ts', "const x = await import('../bundle/index.ts');\n")]),
    ).toEqual(['lint/a.ts -> bundle']);
    const [one, other] = [
      sourceText('diff/a.ts', 'export interface Row {}\n'),
      sourceText('lint/a.ts', 'export type Row = string;\n'),
    ];
    expect(exportedTwice([one, other])).toEqual(['Row']);
    for (const text of ["keyword(root, 'x-webhooks')", "member(value, 'requestBody')", 'bundle.components'])
      expect(readsFields(sourceText('lint/a.ts', `${text}\n`))).toBe(true);
    expect(readsFields(sourceText('lint/a.ts', "report(placeOfField(node, 'requestBody'));\n"))).toBe(false);
    expect(mentionsHttp(sourceText('json-schema/a.ts', '// of a response\n'))).toBe(true);
    expect(mentionsHttp(sourceText('diff/a.ts', '// of a response\n'))).toBe(false);
  });
});
