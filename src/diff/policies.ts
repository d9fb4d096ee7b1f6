import { isDay } from '../core/day.ts';
import { isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { keyword } from '../json-schema/reading.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
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
export function isRetired({ node }: ComparableOperation, today: string): boolean {
  const sunset = sunsetOf(keyword(node, 'x-sunset'));
  return isDeprecated(node) && (sunset === undefined || (isDay(sunset) && sunset < today));
}

/** The level as it is written; what is no text is shown as JSON. */
function stabilityOf(node: Node): string | undefined {
  const level = keyword(node, 'x-stability-level');
  return valueText(level === undefined ? keyword(node, 'x-stability') : level);
}

/** An operation that is not promised yet may change at will. */
export const isUnstable = (operation: ComparableOperation): boolean =>
  mayChangeAtWill(keyword(operation.node, 'x-zds-status')) ||
  ['draft', 'alpha', 'experimental'].includes(stabilityOf(operation.node) ?? 'stable');

/** Deprecation, sunset and stability of an operation, a parameter or a header. */
export function compareLifecycle(place: Statement): StatedChange[] {
  const about = { ...place, covers: ['deprecated', 'x-sunset', 'x-stability-level', 'x-stability'] };
  return [...compareDeprecation(about), ...compareSunset(about), ...compareStability(about)];
}

function compareDeprecation(about: Statement): StatedChange[] {
  const [was, now] = [isDeprecated(about.old), isDeprecated(about.next)];
  return was === now ? [] : [statedChange(now ? 'deprecated' : 'deprecation-lifted', about)];
}

function compareSunset(about: Statement): StatedChange[] {
  const was = sunsetOf(keyword(about.old, 'x-sunset'));
  const now = sunsetOf(keyword(about.next, 'x-sunset'));
  if (was === now) return [];
  if (was === undefined) return [statedChange('sunset-announced', { ...about, now })];
  const isWithdrawn = now === undefined && isDeprecated(about.old) && !isDeprecated(about.next);
  return [statedChange(isWithdrawn ? 'sunset-withdrawn' : 'sunset-changed', { ...about, was, now })];
}

function compareStability(about: Statement): StatedChange[] {
  const [was, now] = [stabilityOf(about.old) ?? 'stable', stabilityOf(about.next) ?? 'stable'];
  if (was === now) return [];
  const [rank, nextRank] = [STABILITY.indexOf(was), STABILITY.indexOf(now)];
  const rule =
    rank < 0 || nextRank < 0
      ? 'stability-unknown'
      : nextRank < rank
        ? 'stability-lowered'
        : 'stability-raised';
  return [statedChange(rule, { ...about, was, now })];
}
