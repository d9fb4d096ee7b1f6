import { digest } from '../core/digest.ts';
import type { Finding, SourceLocation } from '../core/finding.ts';
import { type Report, summarise } from '../core/report.ts';
import type { RuleInfo } from '../core/rule.ts';
import type { Args, Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import type { Role } from '../openapi/message-validator.ts';

/** A reason with the place in the value that it is about; of the whole value there is no place to name. */
export const at = (pointer: string, { nl, en }: Text): Text =>
  pointer === '' ? { nl, en } : { nl: `${pointer} ${nl}`, en: `${pointer} ${en}` };

export const MESSAGES: Readonly<Record<Role, Text>> = {
  request: { nl: 'verzoek', en: 'request' },
  response: { nl: 'antwoord', en: 'response' },
  schema: { nl: 'schema', en: 'schema' },
};

export const findingOf = (rule: RuleInfo, cause: string, args: Args, location: SourceLocation): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  args,
  affects: [],
  new: location,
  fingerprint: digest([rule.id, location.file, location.pointer, cause].join('\n')),
});

/** The findings in the order in which a reader meets them. */
export function reportOf(
  inputs: readonly string[],
  found: readonly Finding[],
  rules: readonly RuleInfo[],
): Report {
  const findings = [...found].sort(byPlace);
  const named = new Set(findings.map(({ rule }) => rule));
  return {
    tool: TOOL,
    command: 'validate',
    inputs,
    findings,
    suppressed: [],
    summary: summarise(findings),
    rules: Object.fromEntries(rules.filter(({ id }) => named.has(id)).map(rule => [rule.id, rule])),
  };
}

function byPlace({ new: a }: Finding, { new: b }: Finding): number {
  if (!a || !b || a.file !== b.file) return (a?.file ?? '') < (b?.file ?? '') ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
