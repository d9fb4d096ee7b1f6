import type { Locus, Verdict } from '../core/finding.ts';
import { isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { type Change, STATED } from './change.ts';
import { type PartRule, partRow } from './parts.ts';

export interface Statement {
  readonly name: string;
  readonly was?: Json | undefined;
  readonly now?: Json | undefined;
  readonly locus?: Locus;
  readonly old: Node;
  readonly next: Node;
}

/** A fact whose verdicts its row states. */
export function statedChange(rule: PartRule, { name, was, now, locus = {}, old, next }: Statement): Change {
  const [clients, providers]: readonly [Verdict, Verdict] = partRow(rule).stated;
  return {
    rule,
    name,
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
    locus,
    clients,
    providers,
    evidence: STATED,
    old,
    next,
  };
}

/** A value as a message shows it; what is not there is a dash. */
export const valueText = (value: Json | undefined): string =>
  value === undefined ? '–' : isString(value) ? value : JSON.stringify(value);
