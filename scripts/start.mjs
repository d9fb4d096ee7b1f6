// npm start: the main job on the canonical document, into build/. Ends with a table: step, outcome, time, file to open.
// With --steps it says what it would run, and runs nothing.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { prepare, ROOT } from './prepare.mjs';

const started = performance.now();
const isAsked = process.argv.includes('--steps');
if (!isAsked) prepare();
mkdirSync(path.join(ROOT, 'build'), { recursive: true });

const { default: Table } = await import('cli-table3');
const { load } = await import('js-yaml');

const root = load(readFileSync(path.join(ROOT, 'spec/openapi.yaml'), 'utf8'));
const apis = root['x-tagGroups'].map(group => group.name.toLowerCase());

/** What a terminal shows in one line. */
const WIDTH = 80;

/** Outcomes in words, by exit code; a finding is the outcome of a lint or diff, not a failure of it. */
const OUTCOMES = { 0: 'fine', 1: 'findings', 2: 'wrong usage', 3: 'unreadable input' };

/** A line of a document that says what may be sent: an edit of texts alone touches none. */
const STRUCTURE =
  '^ *(- )?([$]ref|type|required|enum|const|pattern|format|nullable|readOnly|writeOnly|in|(min|max)[A-Z][a-z]+|(all|any|one)Of|properties|parameters|responses|security|operationId):';

const steps = [
  step(
    'lint',
    ['lint', '--format', 'html=build/lint.html', '--format', 'json=build/lint.json', '--format', 'text'],
    'build/lint.html',
  ),
  step('bundle', ['bundle', '-o', 'build/openapi.yaml'], 'build/openapi.yaml'),
  ...apis.map(api =>
    step(`bundle ${api}`, ['bundle', '--api', api, '-o', `build/${api}.yaml`], `build/${api}.yaml`),
  ),
  step(
    'diff',
    ['diff', '--format', 'html=build/diff.html', '--format', 'json=build/diff.json', '--format', 'text'],
    'build/diff.html',
  ),
  step(
    'review',
    [
      'review',
      ...beforeLastChange(),
      '--format',
      'html=build/review.html',
      '--format',
      'json=build/review.json',
      '--format',
      'text',
    ],
    'build/review.html',
  ),
  step('types', ['types', '-o', 'build/zds.ts'], 'build/zds.ts'),
  step('docs', ['docs', '-o', 'build/docs'], 'build/docs/index.html'),
];

/** The document before the last commit that changed more than its texts; where history has none, the latest release. */
function beforeLastChange() {
  const git = args => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? '';
  const files = ['spec/openapi.yaml', 'spec/apis', 'spec/shared'];
  const last = git(['log', '-1', '--format=%H', '-G', STRUCTURE, '--', ...files]);
  const before = last && git(['rev-parse', '--verify', '--quiet', `${last}^`]);
  return before ? ['--base', before] : [];
}

function step(name, args, file) {
  return { name, args, file };
}

/** Runs one step as a user would; resolves to what happened. */
function perform({ name, args, file }) {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/zds.cjs', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => output.push(chunk));
    child.on('error', reject);
    child.on('close', code => {
      const seconds = (performance.now() - from) / 1000;
      console.log(`  ${name}: ${OUTCOMES[code] ?? `ended with ${code}`} (${seconds.toFixed(1)} s)`);
      const text = Buffer.concat(output).toString();
      if (hasFailed({ code, name })) console.log(text.split('\n').slice(-12).flatMap(folded).join('\n'));
      resolve({ name, file, code, seconds, text });
    });
  });
}

if (isAsked) {
  for (const { args } of steps) console.log(`zds ${args.join(' ')}`);
  process.exit();
}

console.log('The canonical document, into build/:');
const queue = [...steps];
const results = [];
const workers = [1, 2].map(async () => {
  for (let next = queue.shift(); next; next = queue.shift()) results.push(await perform(next));
});
await Promise.all(workers);

/** A change that needs a decision is what a comparison finds, and no failure of it. */
function hasFailed({ code, name }) {
  return code > 1 || (code === 1 && name !== 'diff' && name !== 'review');
}

/** A line in pieces that a terminal shows whole. */
function folded(line) {
  const pieces = [];
  for (let at = 0; at < line.length || at === 0; at += WIDTH) pieces.push(line.slice(at, at + WIDTH));
  return pieces;
}

const reportOf = name => JSON.parse(readFileSync(path.join(ROOT, `build/${name}.json`), 'utf8'));

/** What a step that ended well has to say. */
const SUMMARIES = {
  lint: () => {
    const { error, warning, info } = reportOf('lint').summary;
    const grave = [count(error, 'error'), count(warning, 'warning')].filter(text => !text.startsWith('0'));
    const advice = info > 0 ? `${count(info, 'remark')}: advice, nothing has to be done` : '';
    return [grave.join(', ') || 'no errors or warnings', advice].filter(text => text !== '').join('; ');
  },
  diff: () => {
    const { verdict, compared } = reportOf('diff');
    const [old] = compared;
    const since = `since ${old.version}`;
    return verdict.bump === 'none' ? `nothing changed ${since}` : `${since}: needs a ${verdict.bump} version`;
  },
  review: () => {
    const { changes, sentence } = reportOf('review');
    if (changes.length === 0) return 'nothing changed since the last edit of more than texts';
    return `since before the last edit of more than texts, ${count(changes.length, 'change')}: ${sentence.en}`;
  },
};

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function outcomeOf({ code, name }) {
  if (hasFailed({ code, name }) && name !== 'lint') return OUTCOMES[code] ?? `ended with ${code}`;
  return SUMMARIES[name]?.() ?? OUTCOMES[code] ?? `ended with ${code}`;
}

/** The bundles are one row: what they have to say is that they are there. */
function rows() {
  const ordered = steps.map(({ name }) => results.find(result => result.name === name));
  const bundles = ordered.filter(({ name }) => name.startsWith('bundle'));
  const failed = bundles.filter(({ code }) => code !== 0).map(({ name }) => name);
  const bundleRow = [
    'bundles',
    failed.length > 0 ? `failed: ${failed.join(', ')}` : `${bundles.length}: the whole, and one for each API`,
    seconds(bundles),
    'build/openapi.yaml',
  ];
  return ordered
    .filter(({ name }) => name === 'bundle' || !name.startsWith('bundle'))
    .map(result =>
      result.name === 'bundle' ? bundleRow : [result.name, outcomeOf(result), seconds([result]), result.file],
    );
}

const seconds = some => `${some.reduce((sum, { seconds: each }) => sum + each, 0).toFixed(1)} s`;

// With its five borders the table is as wide as a terminal.
const table = new Table({
  head: ['step', 'outcome', 'time', 'file to open'],
  colWidths: [9, 35, 8, 23],
  wordWrap: true,
  style: { head: [], border: [] },
});
table.push(...rows());
console.log(table.toString());
console.log(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s. Open in a browser:`);
console.log('  build/docs/index.html   the standard as a site');
console.log('  build/review.html       the review of its last change');
process.exitCode = results.some(hasFailed) ? 1 : 0;
