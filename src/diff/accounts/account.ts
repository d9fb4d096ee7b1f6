import type { Json } from '../../core/json.ts';
import type { DifferenceReason } from '../../core/report.ts';
import { childNode } from '../../vocabulary/tree.ts';
import type { StatedRule } from '../rules/index.ts';
import { valueTexts } from '../stated-change.ts';
import type { Written } from './node-pair.ts';

/** Why nothing else is said of what is written differently: a reason, or a rule that says it. */
export type Account =
  | { readonly reason: DifferenceReason }
  | { readonly rule: StatedRule; readonly was?: string; readonly now?: string };

/** What stands at a place, on either side. */
export const valuesOf = ({ old, next, path, nextPath = path }: Written): (Json | undefined)[] => [
  childNode(old, ...path)?.value,
  childNode(next, ...nextPath)?.value,
];

/** A rule of which the sentence shows values, with those that stand at a place. */
export function valueChanged(rule: StatedRule, written: Written): Account {
  const [was, now] = valuesOf(written);
  return { rule, ...valueTexts(was, now) };
}
