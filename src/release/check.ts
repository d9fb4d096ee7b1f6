import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { currentDay } from '../core/day.ts';
import { digest, sha256 } from '../core/digest.ts';
import type { Finding } from '../core/finding.ts';
import { type Report, summarise } from '../core/report.ts';
import type { Args } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { positionIn } from '../source/positions.ts';
import { readOwnText } from '../source/text-file.ts';
import { CHECKSUMS, HISTORY, readChecksums } from './checksums.ts';
import { lifecycleProblems } from './lifecycle.ts';
import { type ReleaseRule, releaseRules } from './rules.ts';
import { readSupport, SUPPORT } from './support.ts';

/** Files beside the releases that change with each of them, and so have no checksum. */
const BESIDE: ReadonlySet<string> = new Set([CHECKSUMS, HISTORY, SUPPORT]);

/**
 * Whether releases are as they were: every file that `checksums.json` lists is there unchanged, and there is no other.
 * A folder that does not exist holds no releases, and so nothing is wrong with them.
 *
 * @param folder of the releases, such as `spec/releases`
 * @throws UserError `unreadable` for a `checksums.json` that is none, `usage` for a `support.yaml` that its schema refuses
 */
export async function checkReleases(folder: string): Promise<Report> {
  const manifest = path.join(folder, CHECKSUMS);
  const listed = existsSync(manifest) ? readChecksums(readFileSync(manifest, 'utf8')) : {};
  const present = filesIn(folder).filter(file => !BESIDE.has(file));
  const changed = [...new Set([...Object.keys(listed), ...present])].sort().flatMap(file => {
    const rule = verdictOn(folder, file, listed[file], present.includes(file));
    return rule ? [findingOf(rule, folder, file, { path: file })] : [];
  });
  const frozen = [
    ...new Set(present.filter(file => file.includes('/')).map(file => file.replace(/\/.*/, ''))),
  ];
  const findings = [...changed, ...(await supportFindings(folder, frozen, currentDay()))];
  const broken = new Set<string>(findings.map(({ rule }) => rule));
  return {
    tool: TOOL,
    command: 'release check',
    inputs: [folder],
    findings,
    suppressed: [],
    summary: summarise(findings),
    rules: Object.fromEntries(releaseRules.filter(({ id }) => broken.has(id)).map(rule => [rule.id, rule])),
  };
}

function verdictOn(
  folder: string,
  file: string,
  expected: string | undefined,
  isPresent: boolean,
): ReleaseRule | undefined {
  if (expected === undefined) return 'release-unlisted';
  if (!isPresent) return 'release-missing';
  return sha256(readFileSync(path.join(folder, file))) === expected ? undefined : 'release-changed';
}

/** Paths below a folder, with `/` on every platform. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => !entry.isDirectory())
        .map(entry =>
          path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
        )
    : [];

/** What is wrong in the list of releases, at the line of the release; nothing where there is no list. */
async function supportFindings(folder: string, frozen: readonly string[], today: string): Promise<Finding[]> {
  const releases = await readSupport(folder);
  if (!releases) return [];
  const text = readOwnText(path.join(folder, SUPPORT), SUPPORT);
  return lifecycleProblems(releases, frozen, today).map(({ rule, version, args }) => {
    const at = releases.findIndex(release => release.version === version);
    const pointer = at < 0 ? '' : `/releases/${at}`;
    const { line, column } = positionIn({ text }, pointer);
    const finding = findingOf(rule, folder, SUPPORT, args);
    const place = { file: path.join(folder, SUPPORT).split(path.sep).join('/'), line, column, pointer };
    return { ...finding, new: place, fingerprint: digest(`${rule} ${version}`) };
  });
}

const findingOf = (rule: ReleaseRule, folder: string, file: string, args: Args): Finding => ({
  rule,
  severity: 'error',
  args,
  affects: [],
  new: { file: path.join(folder, file).split(path.sep).join('/'), line: 1, column: 1, pointer: '' },
  fingerprint: digest(`${rule} ${file}`),
});
