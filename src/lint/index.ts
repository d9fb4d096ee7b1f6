import type { Report } from '../model/report.ts';
import { summarise } from '../model/report.ts';
import type { RuleInfo } from '../model/rule.ts';
import { TOOL } from '../model/tool.ts';
import type { Document } from '../source/index.ts';
import { describe } from './api.ts';
import { builtinRules } from './builtin.ts';
import { walk } from './engine.ts';
import { placeFindings } from './findings.ts';
import { type LevelChoice, levelsOf } from './levels.ts';
import { manualTexts } from './manual.ts';
import type { Profile, RuleText } from './rule.ts';
import { ownRules } from './rules/index.ts';

export interface LintOptions {
  /** Default: `zds`. */
  readonly profile?: Profile;
  /** By rule id; goes before the profile. */
  readonly severities?: Readonly<Record<string, LevelChoice>>;
}

const allRules: readonly RuleText[] = [...ownRules, ...builtinRules];

export async function lint(document: Document, options: LintOptions = {}): Promise<Report> {
  const levels = levelsOf(allRules, options.profile ?? 'zds', options.severities ?? {});
  const isOn = ({ id }: RuleText): boolean => levels.has(id);
  const api = describe(document);
  const raw = await walk(document, api, ownRules.filter(isOn), builtinRules.filter(isOn));
  const findings = placeFindings(document, api, raw, levels).map(({ finding }) => finding);
  return {
    tool: TOOL,
    command: 'lint',
    inputs: [document.label],
    findings,
    suppressed: [],
    summary: summarise(findings),
    rules: Object.fromEntries(lintRules.map(rule => [rule.id, rule])),
  };
}

/** Every rule that a document can break. */
export const lintRules: readonly RuleInfo[] = allRules.map(infoOf);

function infoOf({ id, severity, message, why, source }: RuleText): RuleInfo {
  return { id, kind: 'lint', severity, message, why, source };
}

/** What a reviewer has to ask, for no document shows it. */
export const manualRules: readonly RuleInfo[] = manualTexts.map(text => ({ ...infoOf(text), manual: true }));
