// Judges a pull request against its base: lint findings that it adds and what it changes, as annotations beside the
// lines and as a job summary. Reads the environment that GitHub Actions gives (GITHUB_BASE_REF, GITHUB_STEP_SUMMARY).
// ZDS_FAIL_ON sets from which severity of the comparison on the job fails (default: breaking).
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './prepare.mjs';

const base = process.env.GITHUB_BASE_REF;
if (!base)
  stop(
    'GITHUB_BASE_REF is not set: this runs on pull requests.',
    'On your own machine: zds lint --base main; zds diff main',
  );

const commit = mergeBase(`origin/${base}`);
const summary = mkdtempSync(path.join(tmpdir(), 'zds-'));
try {
  const lint = judge('lint', ['--base', commit]);
  const diff = judge('diff', [
    commit,
    './spec/openapi.yaml',
    '--fail-on',
    process.env.ZDS_FAIL_ON ?? 'breaking',
  ]);
  process.exitCode = Math.max(lint, diff);
} finally {
  rmSync(summary, { recursive: true, force: true });
}

/** The commit that the pull request starts from. */
function mergeBase(branch) {
  const found = git(['merge-base', '--end-of-options', branch, 'HEAD']);
  if (found) return found;
  if (git(['rev-parse', '--is-shallow-repository']) === 'true') {
    stop(
      `This clone is shallow and does not hold the commit where ${branch} and the pull request part.`,
      'Run: git fetch --unshallow origin (in the workflow: fetch-depth: 0)',
    );
  }
  stop(`The base ${branch} is not in this clone.`, `Run: git fetch origin ${base}`);
}

function git(args) {
  const { status, stdout } = spawnSync('git', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs one command of zds with annotations on standard output and its Markdown in the job summary. */
function judge(command, args) {
  const page = path.join(summary, `${command}.md`);
  const { status } = spawnSync(
    process.execPath,
    ['dist/zds.cjs', command, ...args, '--format', 'github', '--format', `markdown=${page}`],
    { cwd: ROOT, stdio: 'inherit' },
  );
  const target = process.env.GITHUB_STEP_SUMMARY;
  if (target && existsSync(page)) appendFileSync(target, `${readFileSync(page, 'utf8')}\n`);
  return status ?? 1;
}

/** Says what is wrong and what to do, also as an annotation, and ends with the exit code for wrong usage. */
function stop(what, hint) {
  console.error(`zds: ${what}\n     ${hint}`);
  if (process.env.GITHUB_ACTIONS) console.log(`::error title=zds::${what} ${hint}`);
  process.exit(2);
}
