// node scripts/bench-recordings.mjs: `zds validate --har` beside `redocly drift` on recordings of 50 MB that it makes
// itself, in pairs: time of the processor, peak memory. In one recording the same fourteen exchanges come again and
// again; in the other no body with an identifier in it comes twice. Needs a build. Judges nothing.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { measure, median } from './measure.mjs';
import { ROOT } from './prepare.mjs';

const SIZE = 50_000_000;
const EXCHANGES = path.join(ROOT, 'tests/validate/fixtures/opname.har');
const PEER = 'node_modules/@redocly/cli/bin/cli.js';
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Another UUID for each, the same in every run. */
function another(uuid, round) {
  const digits = createHash('sha256').update(`${round} ${uuid}`).digest('hex');
  return [8, 4, 4, 4, 12].map((length, part) => digits.slice(part * 4, part * 4 + length)).join('-');
}

/** A recording of {@link SIZE} bytes or a little more, and how many exchanges it has. */
function makeRecording(file, isVaried) {
  const { log } = JSON.parse(readFileSync(EXCHANGES, 'utf8'));
  const texts = log.entries.map(entry => JSON.stringify(entry, undefined, 2));
  mkdirSync(path.dirname(file), { recursive: true });
  const out = openSync(file, 'w');
  let [size, count] = [0, 0];
  const put = text => {
    size += writeSync(out, text);
  };
  put('{"log":{"version":"1.2","creator":{"name":"zds","version":"1"},"entries":[');
  for (; size < SIZE; count += 1) {
    const text = texts[count % texts.length];
    put(count > 0 ? ',\n' : '');
    put(isVaried ? text.replaceAll(UUID, uuid => another(uuid, count)) : text);
  }
  put(']}}\n');
  closeSync(out);
  return count;
}

/** @param times pairs of runs, after one that is not counted */
export function benchRecordings(times = 3) {
  for (const [called, isVaried] of [
    ['the same bodies', false],
    ['bodies that never repeat', true],
  ]) {
    const file = path.join(ROOT, `build/bench/${isVaried ? 'varied' : 'repeating'}.har`);
    const name = `zds validate --har of 50 MB, ${makeRecording(file, isVaried)} exchanges, ${called}`;
    const ours = () => measure(['dist/zds.cjs', 'validate', '--har', file]);
    const drift = ['drift', file, '--api', 'spec/openapi.yaml', '--match-mode', 'basepath'];
    const theirs = () => (existsSync(path.join(ROOT, PEER)) ? measure([PEER, ...drift]) : undefined);
    const runs = Array.from({ length: times + 1 }, () => [ours(), theirs()]).slice(1);
    const of = (side, what) => median(runs.map(run => run[side][what]));
    const own = `${name}: ${of(0, 'seconds').toFixed(2)} s, ${of(0, 'megabytes').toFixed(0)} MB`;
    if (runs[0][1] === undefined) console.log(`${own}; not beside redocly drift, for want of ${PEER}`);
    else {
      const ratio = median(runs.map(([mine, other]) => mine.seconds / other.seconds));
      const peer = `${of(1, 'seconds').toFixed(2)} s, ${of(1, 'megabytes').toFixed(0)} MB`;
      console.log(`${own}, beside redocly drift ${peer}; ratio of time ${ratio.toFixed(2)}`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) benchRecordings();
