import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../core/finding.ts';
import { type Report, summarise } from '../core/report.ts';
import { TOOL } from '../core/tool.ts';
import { CHECKSUMS, checksum, readChecksums } from './checksums.ts';
import { type ReleaseRule, releaseRules } from './rules.ts';

/**
 * Whether releases are as they were: every file that `checksums.json` lists is there unchanged, and there is no other.
 * A folder that does not exist holds no releases, and so nothing is wrong with them.
 *
 * @param folder of the releases, such as `spec/releases`
 * @throws UserError `unreadable` for a `checksums.json` that is none
 */
export function checkReleases(folder: string): Report {
  const manifest = path.join(folder, CHECKSUMS);
  const listed = existsSync(manifest) ? readChecksums(readFileSync(manifest, 'utf8')) : {};
  const present = filesIn(folder).filter(file => file !== CHECKSUMS);
  const findings = [...new Set([...Object.keys(listed), ...present])].sort().flatMap(file => {
    const rule = verdictOn(folder, file, listed[file], present.includes(file));
    return rule ? [findingOf(rule, folder, file)] : [];
  });
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
  return checksum(readFileSync(path.join(folder, file))) === expected ? undefined : 'release-changed';
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

const findingOf = (rule: ReleaseRule, folder: string, file: string): Finding => ({
  rule,
  severity: 'error',
  args: { path: file },
  affects: [],
  new: { file: path.join(folder, file).split(path.sep).join('/'), line: 1, column: 1, pointer: '' },
  fingerprint: checksum(`${rule} ${file}`).slice(0, 16),
});
