import type { Finding } from '../core/finding.ts';
import { groupedBy } from '../core/group.ts';
import { canonicalText, type Json } from '../core/json.ts';
import { type Report, type Suppressed, summarise } from '../core/report.ts';
import { TOOL } from '../core/tool.ts';
import { type Document, isSupported, locate } from '../source/index.ts';
import { idOf } from '../vocabulary/tree.ts';
import { describe } from './api.ts';
import { allRules, ownRules, rowOf, ruleById } from './catalogue.ts';
import { builtinRules } from './engine/builtin.ts';
import { designRulesOf } from './engine/design-rules.ts';
import { withoutEchoes } from './engine/echoes.ts';
import { invalidExamples } from './engine/examples.ts';
import { coveredBy, type Exceptions, exceptionRule, excuse, locateRow } from './engine/exceptions.ts';
import { faultyIgnores, IGNORE, ignoreAround, ignoreRule } from './engine/ignores.ts';
import { type LevelChoice, levelsOf } from './engine/levels.ts';
import { manualTexts } from './engine/manual.ts';
import { observe } from './engine/observed-api.ts';
import { validateOfficially } from './engine/official.ts';
import { causeHash, type PlacedFinding, placeFindings } from './engine/placed-findings.ts';
import { type Causes, causesOf, oncePerCause } from './engine/same-cause.ts';
import { unreadOf } from './engine/unread.ts';
import { closedFiles, danglingReferences, refusedVersion, verdictOnDocument } from './engine/validity.ts';
import { walk } from './engine/walk.ts';
import type { Level, Profile } from './rule.ts';

export { lintRules, manualRules, rulesWithCases } from './catalogue.ts';
export {
  parseExceptions,
  readExceptions,
} from './engine/exceptions.ts';

export interface LintOptions {
  /** Default: `zds`. */
  readonly profile?: Profile;
  /** By rule id; goes before the profile. */
  readonly severities?: Readonly<Record<string, LevelChoice>>;
  /** Only what is new against this document is reported; what it had and is gone stands in `repaired`. */
  readonly base?: Document;
  /** See {@link readExceptions}. They are held against the base too. */
  readonly exceptions?: Exceptions | undefined;
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Ids of rules that met a part that was not read. */
  readonly unknown: ReadonlySet<string>;
  readonly causes: Causes;
}

/**
 * Checks a document by the rules of a profile.
 *
 * @throws UserError `usage` for a rule id in `severities` that does not exist
 */
export async function lint(document: Document, options: LintOptions = {}): Promise<Report> {
  const levels = levelsOf(allRules, options.profile ?? 'zds', options.severities ?? {});
  const head = await check(document, levels, options.exceptions);
  const base = options.base && (await check(options.base, withoutCounts(levels), options.exceptions));
  const added = base ? without(head.findings, base) : head.findings;
  const findings = oncePerCause(added, head.causes);
  const designRules = designRulesOf([...allRules, ...manualTexts], levels, head.findings, head.unknown);
  const repaired = base && oncePerCause(without(base.findings, head), base.causes);
  const named = [...findings, ...(repaired ?? []), ...head.suppressed.map(({ finding }) => finding)];
  return {
    tool: TOOL,
    command: 'lint',
    inputs: [document.label],
    ...(designRules ? { designRules } : {}),
    findings,
    ...(base ? { known: head.findings.length - added.length } : {}),
    ...(repaired ? { repaired } : {}),
    suppressed: head.suppressed,
    summary: summarise(findings),
    rules: Object.fromEntries(named.flatMap(({ rule }) => rowOf(rule) ?? []).map(row => [row.id, row])),
  };
}

/** How many places a row covers is said of the document that it stands beside: a base may name its files otherwise. */
const withoutCounts = (levels: ReadonlyMap<string, Level>): ReadonlyMap<string, Level> =>
  new Map([...levels].filter(([id]) => id !== exceptionRule.id));

/**
 * Fixes what is mechanical of what {@link lint} reports with the same options, in the texts of the document.
 *
 * @returns the new text of each file that changes, by its key
 * @throws UserError as `lint` does
 */
export async function fix(document: Document, options: LintOptions = {}): Promise<Map<string, string>> {
  const { findings } = await lint(document, options);
  const { repairs } = await import('./fix/index.ts');
  return repairs(document, findings);
}

/**
 * The findings that another run does not know, excused or not. Of equal findings the last in the file count as new by
 * their fingerprint: each is told at a place where the other run found nothing, if there is one.
 */
function without(findings: readonly Finding[], other: Outcome): Finding[] {
  const others = [...other.findings, ...other.suppressed.map(({ finding }) => finding)];
  const known = new Set(others.map(fingerprintOf));
  const before = new Set(others.map(placeOf));
  const isNew = (finding: Finding): boolean => !known.has(fingerprintOf(finding));
  const spots = groupedBy(
    findings.filter(finding => !isNew(finding) && !before.has(placeOf(finding))),
    sentenceOf,
  );
  return findings.filter(isNew).map(finding => {
    const spot = before.has(placeOf(finding)) ? spots.get(sentenceOf(finding))?.shift() : undefined;
    return spot?.new ? { ...finding, new: spot.new } : finding;
  });
}

/** What a finding says, and of which operations, wherever it stands. */
const sentenceOf = ({ rule, args, affects }: Finding): string =>
  canonicalText([rule, args as Json, affects as unknown as Json]);

const placeOf = (finding: Finding): string => `${sentenceOf(finding)} ${finding.new?.pointer}`;

const fingerprintOf = ({ fingerprint }: Finding): string => fingerprint;

async function check(
  document: Document,
  levels: ReadonlyMap<string, Level>,
  exceptions: Exceptions | undefined,
): Promise<Outcome> {
  const { placed, unknown, causes } = await findAll(document, levels);
  const ignored: Suppressed[] = [];
  const used = new Set<string>();
  const reported = placed.filter(({ finding }) => {
    const at = finding.new;
    const ignore = at && ignoreAround(document, at.file, at.pointer, finding.rule);
    if (!ignore) return true;
    ignored.push({ finding, by: IGNORE, reason: ignore.reason });
    used.add(idOf(ignore));
    return false;
  });
  const { kept, covered, counts } = excuse(document, reported, exceptions?.rows ?? []);
  const excused = covered.map(({ found, row }) => ({
    finding: found.finding,
    by: `${exceptions?.file}: ${row.selector}`,
    reason: row.reason,
  }));
  const miscounted = exceptions ? miscounts(exceptions, counts, levels) : [];
  return {
    findings: [...kept.map(({ finding }) => finding), ...ineffective(document, used, levels), ...miscounted],
    suppressed: [...ignored, ...excused],
    unknown,
    causes,
  };
}

async function findAll(
  document: Document,
  levels: ReadonlyMap<string, Level>,
): Promise<Pick<Outcome, 'unknown' | 'causes'> & { readonly placed: readonly PlacedFinding[] }> {
  const isOn = ({ id }: { readonly id: string }): boolean => levels.has(id);
  const unread = unreadOf(document);
  const api = observe(describe(document, unread.step), unread);
  if (!isSupported(document))
    return {
      placed: placeFindings(document, api, refusedVersion(api, document.version), levels),
      unknown: new Set(),
      causes: new Map(),
    };
  const parts = [
    walk(document, api, unread, ownRules.filter(isOn), builtinRules.filter(isOn)),
    await invalidExamples(document, unread, id => levels.has(id)),
  ];
  const walked = parts.flatMap(({ findings }) => findings);
  const unknown = parts.flatMap(part => part.unknown);
  const struct = walked.filter(({ rule }) => rule === 'oas-struct' || rule === 'oas-title-present');
  const official = levels.has('oas-struct') ? await validateOfficially(document, struct) : [];
  const dangling = danglingReferences(document);
  const verdict = verdictOnDocument(api, struct.length + official.length, dangling.length);
  const placed = placeFindings(
    document,
    api,
    [...withoutEchoes(walked), ...official, ...dangling, ...closedFiles(document), ...verdict],
    levels,
  );
  return { placed, unknown: new Set(unknown.map(({ rule }) => rule)), causes: causesOf(api, placed) };
}

function ineffective(
  document: Document,
  used: ReadonlySet<string>,
  levels: ReadonlyMap<string, Level>,
): Finding[] {
  const { id: rule } = ignoreRule;
  const severity = levels.get(rule);
  if (!severity) return [];
  return faultyIgnores(document, used, ruleById, id => levels.has(id)).map(({ file, pointer, args }) => ({
    rule,
    severity,
    args,
    affects: [],
    new: locate(document, file, pointer),
    fingerprint: causeHash([rule, pointer, args as Json]),
  }));
}

/** A row is counted where its rule is on, or does not exist at all. */
function miscounts(
  exceptions: Exceptions,
  counts: readonly number[],
  levels: ReadonlyMap<string, Level>,
): Finding[] {
  const severity = levels.get(exceptionRule.id);
  if (!severity) return [];
  return exceptions.rows.flatMap(({ rule, selector, places }, index) => {
    const found = counts[index] ?? 0;
    if (found === places || (ruleById.has(rule) && !levels.has(rule))) return [];
    const args = { exempt: rule, selector, found, places, ...coveredBy(found, rule, allRules) };
    const fingerprint = causeHash([exceptionRule.id, { exempt: rule, selector, found, places }]);
    return [
      { rule: exceptionRule.id, severity, args, affects: [], new: locateRow(exceptions, index), fingerprint },
    ];
  });
}
