import type { Locus } from '../core/finding.ts';
import { isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { STATED, type StatedChange, UNPROVED } from './change.ts';
import { type StatedRule, statedRow } from './rules/index.ts';

export interface Statement {
  readonly name: string;
  readonly was?: Json | undefined;
  readonly now?: Json | undefined;
  readonly locus?: Locus;
  /** The fields of both objects that it is about; everything in them where absent. */
  readonly covers?: readonly string[] | undefined;
  readonly old: Node;
  readonly next: Node;
}

/** A fact whose verdicts its row states. */
export function statedChange(
  rule: StatedRule,
  { name, was, now, locus = {}, covers, old, next }: Statement,
): StatedChange {
  const row = statedRow(rule);
  const isNew = was === undefined && now !== undefined;
  const { clients, providers } = isNew && row.whenAdded ? row.whenAdded : row;
  return {
    rule,
    name,
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
    locus,
    clients,
    providers,
    evidence: row.isUnproved ? UNPROVED : STATED,
    ...(covers ? { covers } : {}),
    old,
    next,
  };
}

/** A value as a message shows it. */
export const valueText = (value: Json | undefined): string | undefined =>
  value === undefined || isString(value) ? value : JSON.stringify(value);

/** Two values that are not the same, as a message shows them: as JSON where `5` and `"5"` would look alike. */
export function valueTexts(was: Json | undefined, now: Json | undefined): { was?: string; now?: string } {
  const isAlike = valueText(was) === valueText(now);
  const [before, after] = [was, now].map(value =>
    value !== undefined && isAlike ? JSON.stringify(value) : valueText(value),
  );
  return { ...(before === undefined ? {} : { was: before }), ...(after === undefined ? {} : { now: after }) };
}
