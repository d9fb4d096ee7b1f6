import { digest } from '../../core/digest.ts';
import type { Finding, SourceLocation } from '../../core/finding.ts';
import { isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { keyword } from '../../json-schema/reading.ts';
import { pathShape } from '../../openapi/path-shape.ts';
import { type Document, locate } from '../../source/index.ts';
import type { Problem } from './problems.ts';

/** Codes of business rules that a problem touches, by operation and attribute. */
export type RulesAt = (problem: Problem) => readonly string[];

/** The same problem in other exchanges is one finding. */
export interface Collected {
  readonly problem: Problem;
  /** Numbers of the exchanges. */
  readonly exchanges: number[];
  /** Of the first. */
  readonly place: SourceLocation;
}

/** Tells problems apart, by what is wrong and where in the contract: not by the value or the exchange. */
export function keyOf({ rule, locus, cause, severity, args }: Problem): string {
  const { operation, message, status, part, property = [] } = locus;
  const at = operation === undefined ? String(args.where) : pathShape(operation);
  return JSON.stringify([rule.id, severity, at, message, status, part, property, cause]);
}

/** Puts problems together as they come. */
export interface ProblemCollection {
  readonly add: (problem: Problem, place: SourceLocation, exchange: number | undefined) => void;
  readonly all: () => readonly Collected[];
}

export function createCollection(): ProblemCollection {
  const found = new Map<string, Collected>();
  return {
    add: (problem, place, exchange) => {
      const key = `${place.file} ${keyOf(problem)}`;
      const known = found.get(key) ?? { problem, exchanges: [], place };
      found.set(key, known);
      if (exchange !== undefined && known.exchanges.at(-1) !== exchange) known.exchanges.push(exchange);
    },
    all: () => [...found.values()],
  };
}

/** A problem as a finding: at the exchange, with what the document says there. */
export function messageFinding(
  document: Document,
  { problem, exchanges, place }: Collected,
  rulesAt: RulesAt,
): Finding {
  const { rule, severity, args, locus, pointer, nodes } = problem;
  const [described] = nodes;
  const says = nodes.map(saidBy).find(text => text !== undefined);
  const rules = rulesAt(problem);
  return {
    rule: rule.id,
    severity,
    args,
    affects: Object.keys(locus).length > 0 ? [locus] : [],
    new: place,
    sent: {
      exchanges,
      pointer,
      ...(says === undefined ? {} : { says }),
      ...(rules.length > 0 ? { rules } : {}),
      ...(described ? { described: locate(document, described.file, described.pointer) } : {}),
    },
    fingerprint: digest(keyOf(problem)),
  };
}

const LONGEST = 300;

/** The first paragraph of a description, or the summary. */
function saidBy(node: Node): string | undefined {
  const text = keyword(node, 'description') ?? keyword(node, 'summary');
  if (!isString(text) || text.trim() === '') return undefined;
  const [paragraph = ''] = text.trim().split(/\n\s*\n/);
  const line = paragraph.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
