// npm run bench: what installing costs; then whole-process time as a ratio within one run, in pairs, beside
// `redocly lint`, `redocly diff` and `openapi-typescript` on the same documents, on Node 22 where `npm test` installed
// it; with the large pairs of others too, where they stand beside the published documents. Time is that of the processor,
// all threads together: what else the machine does has little part in it.
// Then `zds validate --har` beside `redocly drift` on recordings of 50 MB (scripts/bench-recordings.mjs, which runs by
// itself too).
// Then how long a maintainer waits for the verdict after a save, with `zds review --watch`.
// Then the time of comparisons of documents 2 to 32 times as large, which should grow no faster than they do.
// Needs a build and a folder of published documents, by default ../shared/corpus. Judges nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { benchRecordings } from './bench-recordings.mjs';
import { installed } from './installed.mjs';
import { measure, median } from './measure.mjs';
import { ROOT } from './prepare.mjs';

const corpus = path.resolve(process.argv[2] ?? path.join(ROOT, '../shared/corpus'));
if (!existsSync(corpus)) {
  console.error('No published documents; give their folder as argument.');
  process.exit(2);
}
const at = name => path.join(corpus, name, 'openapi.yaml');
const zds = (...args) => ['dist/zds.cjs', ...args, '--allow-outside', '--fail-on', 'never'];
const redocly = file => ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--extends', 'recommended', file];
const redoclyDiff = (old, next) => ['node_modules/@redocly/cli/bin/cli.js', 'diff', old, next];

const ZAKEN = at('zaken/zrc/1.7.x/1.7.0');
const [OLD, NEW] = [at('catalogi/ztc/1.3.x/1.3.1'), at('catalogi/ztc/1.3.x/1.3.2')];
const PAIRS = [
  ['zds lint --profile adr, Zaken 1.7.0', zds('lint', '--profile', 'adr', ZAKEN), redocly(ZAKEN)],
  ['zds lint --profile zds, Zaken 1.7.0', zds('lint', '--profile', 'zds', ZAKEN), redocly(ZAKEN)],
  ['zds diff, Catalogi 1.3.1 → 1.3.2', zds('diff', OLD, NEW), redocly(NEW)],
  ['zds diff, the same, beside redocly diff', zds('diff', OLD, NEW), redoclyDiff(OLD, NEW)],
  ['zds --version, beside bare node', ['dist/zds.cjs', '--version'], ['-e', '0']],
];

const time = args => measure(args).seconds;

for (const line of installed()) console.log(line);

const slice = path.join(ROOT, 'build/bench/zaken.yaml');
mkdirSync(path.dirname(slice), { recursive: true });
spawnSync(process.execPath, ['dist/zds.cjs', 'bundle', '--api', 'zaken', '-q', '-o', slice], { cwd: ROOT });
PAIRS.push([
  'zds types of the Zaken API, forms and enumerations included',
  ['dist/zds.cjs', 'types', slice, '-q', '-o', path.join(ROOT, 'build/bench/zaken.ts')],
  ['node_modules/openapi-typescript/bin/cli.js', slice, '-o', path.join(ROOT, 'build/bench/peer.ts')],
]);

const RECORDING = 'tests/validate/fixtures/opname.har';
PAIRS.push([
  'zds validate --har of 14 exchanges, beside redocly drift',
  ['dist/zds.cjs', 'validate', '--har', RECORDING],
  [
    ...['node_modules/@redocly/cli/bin/cli.js', 'drift', RECORDING],
    ...['--api', 'spec/openapi.yaml', '--match-mode', 'basepath'],
  ],
]);

/** The standard with a typical change: an attribute becomes required, another shorter. */
const EDITED = path.join(ROOT, 'build/bench/edited');
rmSync(EDITED, { recursive: true, force: true });
cpSync(path.join(ROOT, 'spec'), EDITED, { recursive: true });
const edit = (file, from, to) => {
  const whole = path.join(EDITED, 'apis/zaken/schemas', file);
  const text = readFileSync(whole, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} no longer has ${from}`);
  writeFileSync(whole, text.replace(from, to));
};
edit('ZaakRequest.yaml', '  - startdatum', '  - startdatum\n  - toelichting');
edit('ZaakKern.yaml', 'maxLength: 80', 'maxLength: 50');
const HEAD = path.join(EDITED, 'openapi.yaml');
const REVIEW = [
  ...['dist/zds.cjs', 'review', '--base', 'spec/openapi.yaml', '--head', HEAD],
  ...['--format', 'html=build/bench/review.html', '-q'],
];
const FIRST_REVIEW = 'zds review of two breaks in the standard, lint and page included, the first of a base';
PAIRS.push(
  [FIRST_REVIEW, REVIEW, redocly('spec/openapi.yaml')],
  ['zds review, the next one of that base', REVIEW, redocly('spec/openapi.yaml')],
);

/** What a review keeps of its base, in the folder of git. */
function forgetBases() {
  const { stdout } = spawnSync('git', ['rev-parse', '--git-path', 'zds'], { cwd: ROOT, encoding: 'utf8' });
  if (stdout.trim() !== '') rmSync(path.resolve(ROOT, stdout.trim()), { recursive: true, force: true });
}

/** Large pairs of others, beside the corpus: fewer runs, for each takes seconds. */
const shared = path.join(corpus, '..');
const LARGE = [
  ['Stripe', 'foreign/pairs/stripe1'],
  ['Elasticsearch', 'foreign/pairs/es1'],
  ['250 mutually recursive schemas', 'cases/pathological/p1'],
].flatMap(([name, folder]) => {
  const whole = path.join(shared, folder);
  if (!existsSync(whole)) {
    console.log(`zds diff, ${name}: not measured, for want of ${folder}`);
    return [];
  }
  const [next, old] = readdirSync(whole)
    .filter(file => /^(new|old)\./.test(file))
    .sort()
    .map(file => path.join(whole, file));
  return [
    [`zds diff, ${name}`, zds('diff', old, next), redocly(next)],
    [`zds diff, ${name}, beside redocly diff`, zds('diff', old, next), redoclyDiff(old, next)],
  ];
});

const MEASURED = [...PAIRS.map(pair => [...pair, 6]), ...LARGE.map(pair => [...pair, 4])];

for (const [name, ours, other, times] of MEASURED) {
  const runs = Array.from({ length: times }, () => {
    if (name === FIRST_REVIEW) forgetBases();
    return [time(ours), time(other)];
  }).slice(1);
  const [mine, theirs] = [0, 1].map(side => median(runs.map(run => run[side])));
  const ratio = median(runs.map(([a, b]) => a / b));
  console.log(`${name}: ${mine.toFixed(2)} s beside ${theirs.toFixed(2)} s, ratio ${ratio.toFixed(2)}`);
}

benchRecordings();

const { diff, read, renderVerdict, review } = await import(path.join(ROOT, 'dist/index.js'));

/** Seconds from a save to the verdict, as `zds review --watch` gives it: one file changed, the others are known. */
async function waitsForVerdict(saves) {
  const base = await read('spec/openapi.yaml', { cwd: ROOT });
  let head = await read(HEAD, { cwd: ROOT });
  const waits = [];
  for (let save = 0; save < saves; save += 1) {
    const [from, to] = [50 + save, 51 + save];
    edit('ZaakKern.yaml', `maxLength: ${from}`, `maxLength: ${to}`);
    const start = performance.now();
    head = await read(HEAD, { cwd: ROOT, previous: head });
    await renderVerdict(await review(base, head, { quality: false, ways: false }), { lang: 'nl' });
    waits.push((performance.now() - start) / 1000);
  }
  return waits;
}

const waits = await waitsForVerdict(9);
console.log(
  `zds review --watch, from a save to the verdict: ${median(waits.slice(2)).toFixed(2)} s, the first time ${waits[0]?.toFixed(2)} s`,
);

await build({
  absWorkingDir: ROOT,
  entryPoints: ['tests/diff/grown.ts'],
  outfile: 'build/bench/grown.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const folder = path.join(ROOT, 'build/bench');
mkdirSync(folder, { recursive: true });
const { grown, layered } = await import(path.join(folder, 'grown.mjs'));

/** A document of a size, in memory after this. */
async function open(make, size, length) {
  const file = path.join(folder, `${make.name}-${size}-${length}.json`);
  writeFileSync(file, JSON.stringify(make(size, length)));
  return read(file);
}

/** Median milliseconds of a comparison; the first runs warm the engine up. */
async function timeOf(make, size) {
  const [old, next] = [await open(make, size, 40), await open(make, size, 50)];
  const times = [];
  for (let run = 0; run < 9; run += 1) {
    const from = performance.now();
    await diff(old, next);
    times.push(performance.now() - from);
  }
  return median(times.slice(2));
}

for (const [what, make, smallest] of [
  ['resources', grown, 1],
  ['levels of variants', layered, 2],
]) {
  await timeOf(make, smallest);
  const unit = await timeOf(make, smallest);
  for (const factor of [1, 2, 4, 8, 16, 32]) {
    const time = factor === 1 ? unit : await timeOf(make, smallest * factor);
    console.log(
      `diff, ${smallest * factor} ${what}: ${time.toFixed(1)} ms, ${(time / unit).toFixed(1)} times that of ${smallest}`,
    );
  }
}
