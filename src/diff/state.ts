import type { Locus, Verdict } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { Node } from '../model/node.ts';
import { type Fact, STATED } from './fact.ts';
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
export function state(rule: PartRule, { name, was, now, locus = {}, old, next }: Statement): Fact {
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
