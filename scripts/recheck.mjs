// Judges every witness of a comparison once more: node scripts/recheck.mjs OLD NEW [REPORT.json]
// REPORT.json is what `zds diff OLD NEW --format json` wrote; without it the comparison is made for both audiences.
// Needs a build. Ends with 1 where a witness is none.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './prepare.mjs';

const [oldName, nextName, reportName] = process.argv.slice(2);
if (nextName === undefined) {
  console.error('Usage: node scripts/recheck.mjs OLD NEW [REPORT.json]');
  process.exit(2);
}
const file = path.join(ROOT, 'build/recheck.mjs');
mkdirSync(path.dirname(file), { recursive: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ['scripts/recheck.ts'],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { recheckBetween } = await import(file);
const { diff, read } = await import(path.join(ROOT, 'dist/index.js'));

const AUDIENCES = ['clients', 'providers'];
const open = name => read(name, { allowOutside: true });
const [old, next] = [await open(oldName), await open(nextName)];
const recheck = recheckBetween(old, next);

const counts = { clean: 0, told: 0, mixed: 0, none: 0 };
/** Judges the witnesses of a report, whose audience is one of those given. */
function judge({ findings }, audiences) {
  for (const { rule, args, affects, evidence } of findings) {
    if (evidence?.is !== 'witness') continue;
    const judged = places => audiences.map(audience => recheck(audience, affects, evidence.value, places));
    // Clean only with the places beside it: the witness tells what else it is refused for.
    const told = judged(evidence.beside ?? []).map(one => (one === 'clean' ? 'told' : one));
    const outcomes = [...judged([]), ...told];
    const outcome = ['clean', 'told', 'mixed'].find(one => outcomes.includes(one)) ?? 'none';
    counts[outcome] += 1;
    if (outcome !== 'clean') console.log(`${outcome}: ${rule} ${[args.name].flat().join(', ')}`);
  }
}
if (reportName === undefined) {
  for (const audience of AUDIENCES) judge(await diff(old, next, { audience }), [audience]);
} else {
  judge(JSON.parse(readFileSync(reportName, 'utf8')), AUDIENCES);
}
const { clean, told, mixed, none } = counts;
console.log(
  `${clean + told + mixed + none} witnesses: ${clean} refused only at the named place, ${told} also at places that they name, ${mixed} elsewhere too, ${none} no witness`,
);
process.exitCode = none > 0 ? 1 : 0;
