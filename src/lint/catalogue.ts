import { once } from '../core/once.ts';
import type { RuleInfo } from '../core/rule.ts';
import { linkOf, officialNames } from './engine/adr-linter.ts';
import { builtinRules } from './engine/builtin.ts';
import { engineCases, examplesOfFiles } from './engine/cases.ts';
import { exceptionRule } from './engine/exceptions.ts';
import { ignoreRule } from './engine/ignores.ts';
import { levelIn } from './engine/levels.ts';
import { manualTexts } from './engine/manual.ts';
import { validityRules } from './engine/validity.ts';
import { exampleOf } from './example.ts';
import { type LintRule, PROFILES, type RuleText } from './rule.ts';
import * as rules from './rules/index.ts';

/** Those with a file of their own, by id. */
export const ownRules: readonly LintRule[] = Object.values(rules).sort((one, other) =>
  one.id < other.id ? -1 : 1,
);

type AnyRule = RuleText & Partial<LintRule>;

/** Every rule there is, whatever does the checking. */
export const allRules: readonly AnyRule[] = [
  ...ownRules,
  ...builtinRules,
  ...validityRules,
  exceptionRule,
  ignoreRule,
];

export const ruleById: ReadonlyMap<string, AnyRule> = new Map(allRules.map(rule => [rule.id, rule]));

/** Every rule with examples, each over one file, which the tests run. */
export const rulesWithCases = (): readonly (RuleText & Pick<LintRule, 'cases'>)[] =>
  allRules.flatMap(rule => {
    const cases = casesOf(rule);
    return cases ? [{ ...rule, cases }] : [];
  });

const casesOf = (rule: AnyRule): LintRule['cases'] | undefined => rule.cases ?? engineCases[rule.id];

/** Every rule that a document can break. */
export const lintRules = once((): readonly RuleInfo[] => [...ruleById.keys()].flatMap(id => rowOf(id) ?? []));

/** What a reviewer has to ask, for no document shows it. */
export const manualRules: readonly RuleInfo[] = manualTexts.map(text => ({
  ...infoOf(text),
  kind: 'review',
  manual: true,
}));

const rows = new Map<string, RuleInfo>();

/** The row of a rule, made when it is asked for: a run names a few of them. */
export function rowOf(id: string): RuleInfo | undefined {
  const rule = ruleById.get(id);
  const row = rows.get(id) ?? (rule && describedBy(rule));
  if (row) rows.set(id, row);
  return row;
}

/** The example is written out when it is asked for, which a report in text does not. */
function describedBy(rule: AnyRule): RuleInfo {
  const info = infoOf(rule);
  const given = examplesOfFiles[rule.id];
  if (given) return { ...info, example: given };
  const cases = casesOf(rule);
  if (!cases) return info;
  const example = once(() => exampleOf(cases));
  return {
    ...info,
    get example() {
      return example();
    },
  };
}

function infoOf(rule: RuleText): RuleInfo {
  const { id, severity, message, why, source } = rule;
  const link = linkOf(source);
  const official = officialNames(id);
  const levels = PROFILES.flatMap(profile => {
    const level = levelIn(rule, profile);
    return level ? [[profile, level] as const] : [];
  });
  return {
    ...{ id, kind: 'lint' as const, severity, message, why, source },
    ...(rule.asks ? { asks: rule.asks } : {}),
    ...(link ? { link } : {}),
    ...(official.length > 0 ? { official } : {}),
    ...(levels.length > 0 ? { levels: Object.fromEntries(levels) } : {}),
  };
}
