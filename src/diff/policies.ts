import { isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { keyword } from '../json-schema/reading.ts';
import type { Operation } from '../openapi/operations.ts';
import { mayChangeAtWill } from '../openapi/status.ts';
import type { StatedChange } from './change.ts';
import { type Statement, statedChange, valueText } from './stated-change.ts';

/** How firmly an operation is promised, from least to most. */
const STABILITY = ['draft', 'alpha', 'experimental', 'beta', 'rc', 'stable'];

/** The date without its time; what is no date is kept as it is written. */
export const sunsetOf = (value: Json | undefined): string | undefined =>
  value === undefined
    ? undefined
    : isString(value)
      ? value.replace(/^(\d{4}-\d{2}-\d{2})T.*/, '$1')
      : valueText(value);

const isDeprecated = (node: Node): boolean => keyword(node, 'deprecated') === true;

/**
 * A removal is no surprise where the operation was deprecated and its sunset, if it names one, has passed (RFC 8594).
 * A sunset that is no date has announced nothing. `today` is a date as `2026-01-31`.
 */
export function isRetired({ node }: Operation, today: string): boolean {
  const sunset = sunsetOf(keyword(node, 'x-sunset'));
  return (
    isDeprecated(node) && (sunset === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(sunset) && sunset < today))
  );
}

/** The level as it is written; what is no text is shown as JSON. */
const stabilityOf = (node: Node): string | undefined =>
  valueText(keyword(node, 'x-stability-level') ?? keyword(node, 'x-stability'));

/** An operation that is not promised yet may change at will. */
export const isUnstable = (operation: Operation): boolean =>
  mayChangeAtWill(keyword(operation.node, 'x-zds-status')) ||
  ['draft', 'alpha', 'experimental'].includes(stabilityOf(operation.node) ?? 'stable');

/** Deprecation, sunset and stability of an operation, a parameter or a header. */
export function compareLifecycle(place: Statement): StatedChange[] {
  const about = { ...place, covers: ['deprecated', 'x-sunset', 'x-stability-level', 'x-stability'] };
  const { old, next } = about;
  const facts: StatedChange[] = [];
  if (isDeprecated(old) !== isDeprecated(next)) {
    facts.push(statedChange(isDeprecated(next) ? 'deprecated' : 'deprecation-lifted', about));
  }
  const isLifted = isDeprecated(old) && !isDeprecated(next);
  const [was, now] = [old, next].map(node => sunsetOf(keyword(node, 'x-sunset')));
  if (was === undefined && now !== undefined) facts.push(statedChange('sunset-announced', { ...about, now }));
  else if (was !== now) {
    const rule = isLifted && now === undefined ? 'sunset-withdrawn' : 'sunset-changed';
    facts.push(statedChange(rule, { ...about, was, now }));
  }
  const [level, nextLevel] = [stabilityOf(old), stabilityOf(next)];
  if (level !== nextLevel) {
    const [rank, nextRank] = [level, nextLevel].map(one => STABILITY.indexOf(one ?? 'stable'));
    const shown = { ...about, was: level ?? 'stable', now: nextLevel ?? 'stable' };
    if (rank === -1 || nextRank === -1) facts.push(statedChange('stability-unknown', shown));
    else if (rank !== nextRank)
      facts.push(
        statedChange(Number(nextRank) < Number(rank) ? 'stability-lowered' : 'stability-raised', shown),
      );
  }
  return facts;
}
