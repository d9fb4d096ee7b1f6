// npm start: the main job on the canonical document, into build/. Ends with a table: step, outcome, time, file to open.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { prepare, ROOT } from './prepare.mjs';

const started = performance.now();
prepare();
mkdirSync(path.join(ROOT, 'build'), { recursive: true });

const { default: Table } = await import('cli-table3');
const { load } = await import('js-yaml');

const root = load(readFileSync(path.join(ROOT, 'spec/openapi.yaml'), 'utf8'));
const apis = root['x-tagGroups'].map(group => group.name.toLowerCase());

/** Outcomes in words, by exit code; a finding is the outcome of a lint or diff, not a failure of it. */
const OUTCOMES = { 0: 'fine', 1: 'findings', 2: 'wrong usage', 3: 'unreadable input' };

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
    ['review', ...beforeLastChange(), '--format', 'html=build/review.html', '--format', 'text'],
    'build/review.html',
  ),
  step('types', ['types', '-o', 'build/zds.ts'], 'build/zds.ts'),
  step('docs', ['docs', '-o', 'build/docs'], 'build/docs/index.html'),
];

/** The document before the last commit that changed it; without such a history a review starts from the latest release. */
function beforeLastChange() {
  const git = args => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout?.trim() ?? '';
  const last = git(['log', '-1', '--format=%H', '--', 'spec/openapi.yaml', 'spec/apis', 'spec/shared']);
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
      if (code !== 0) console.log(text.split('\n').slice(-12).join('\n'));
      resolve({ name, file, code, seconds, text });
    });
  });
}

console.log('The canonical document, into build/:');
const queue = [...steps];
const results = [];
const workers = [1, 2].map(async () => {
  for (let next = queue.shift(); next; next = queue.shift()) results.push(await perform(next));
});
await Promise.all(workers);

const table = new Table({
  head: ['step', 'outcome', 'time', 'file to open'],
  style: { head: [], border: [] },
});
for (const { name } of steps) {
  const { code, seconds, file, text } = results.find(result => result.name === name);
  const summary = ['lint', 'diff'].includes(name)
    ? text.trimEnd().split('\n\n').at(-1).replaceAll('\n', '; ')
    : '';
  table.push([name, summary || OUTCOMES[code] || `ended with ${code}`, `${seconds.toFixed(1)} s`, file]);
}
console.log(table.toString());
console.log(
  `Done in ${((performance.now() - started) / 1000).toFixed(1)} s. Open build/docs/index.html in a browser.`,
);
process.exitCode = results.some(
  ({ code, name }) => code > 1 || (code === 1 && name !== 'diff' && name !== 'review'),
)
  ? 1
  : 0;
