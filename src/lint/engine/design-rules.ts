import type { Finding } from '../../core/finding.ts';
import { grouped } from '../../core/group.ts';
import type { Report } from '../../core/report.ts';
import type { Level, RuleText } from '../rule.ts';

/** The section of the core of the API Design Rules that a rule comes from. */
const sectionOf = ({ source }: RuleText): string | undefined => /^ADR (\/core\/\S+)/.exec(source)?.[1];

/**
 * How many of the Design Rules a document meets. Violated: with an error or a warning. Not to be judged: a question for
 * a reviewer, one whose rule is off, one of which something was not read, and one that a finding merely advises on.
 *
 * @param unknown ids of the rules that met a part that was not read
 * @returns `undefined` for a run without Design Rules
 */
export function designRulesOf(
  rules: readonly RuleText[],
  levels: ReadonlyMap<string, Level>,
  findings: readonly Finding[],
  unknown: ReadonlySet<string>,
): Report['designRules'] {
  const sections = grouped(
    rules.flatMap((rule): [string, string][] => {
      const section = sectionOf(rule);
      return section === undefined ? [] : [[section, rule.id]];
    }),
  );
  if (![...sections.values()].flat().some(id => levels.has(id))) return undefined;
  const grave = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule));
  const advised = new Set(findings.map(({ rule }) => rule));
  const verdicts = [...sections.values()].map(ids => {
    if (ids.some(id => grave.has(id))) return 'violated';
    const isOpen = !ids.some(id => levels.has(id)) || ids.some(id => unknown.has(id) || advised.has(id));
    return isOpen ? 'unjudged' : 'passed';
  });
  const count = (wanted: string): number => verdicts.filter(verdict => verdict === wanted).length;
  return { passed: count('passed'), violated: count('violated'), unjudged: count('unjudged') };
}
