import { digest } from '../core/digest.ts';
import type { Finding, SourceLocation } from '../core/finding.ts';
import { type Report, summarise } from '../core/report.ts';
import { TOOL } from '../core/tool.ts';
import { type Document, locate } from '../source/document.ts';
import { positionIn } from '../source/positions.ts';
import type { Backlog } from './backlog.ts';
import { type BrokenLink, follow } from './links.ts';
import { backlogRules, rowOf } from './rules.ts';

/** A finding for every link between the backlog and the document that leads nowhere or that one end does not know. */
export function checkBacklog(backlog: Backlog, document: Document): Report {
  const findings = follow(backlog, document).broken.map(
    (link): Finding => ({
      rule: link.rule,
      severity: rowOf(link.rule).severity,
      args: link.args,
      affects: 'operation' in link.at ? [{ operation: link.at.operation.label }] : [],
      new: placeOf(link, backlog, document),
      fingerprint: digest(JSON.stringify([link.rule, ...Object.values(link.args)])),
    }),
  );
  return {
    tool: TOOL,
    command: 'backlog',
    inputs: [document.label],
    findings,
    suppressed: [],
    summary: summarise(findings),
    rules: Object.fromEntries(
      backlogRules.filter(({ id }) => findings.some(({ rule }) => rule === id)).map(row => [row.id, row]),
    ),
  };
}

function placeOf({ at }: BrokenLink, backlog: Backlog, document: Document): SourceLocation {
  if ('operation' in at) return locate(document, at.operation.node.file, at.operation.node.pointer);
  const text = backlog.files[at.file];
  return { file: text.file, ...positionIn(text, at.pointer), pointer: at.pointer };
}
