import type { Operation } from '../contract/operations.ts';
import { isString } from '../model/json.ts';
import { keyword } from '../schema/position.ts';
import type { Fact } from './fact.ts';
import { state } from './state.ts';

/** How firmly an operation is promised, from least to most. */
const STABILITY = ['draft', 'alpha', 'experimental', 'beta', 'rc', 'stable'];

const sunsetOf = (operation: Operation): string | undefined => {
  const date = keyword(operation.node, 'x-sunset');
  return isString(date) ? date.slice(0, 10) : undefined;
};

const isDeprecated = (operation: Operation): boolean => keyword(operation.node, 'deprecated') === true;

/**
 * A removal is no surprise where the operation was deprecated and its sunset, if it names one, has passed (RFC 8594).
 * `today` is a date as `2026-01-31`.
 */
export const isRetired = (operation: Operation, today: string): boolean =>
  isDeprecated(operation) && (sunsetOf(operation) ?? '') < today;

const stabilityOf = (operation: Operation): string | undefined => {
  const level = keyword(operation.node, 'x-stability-level') ?? keyword(operation.node, 'x-stability');
  return isString(level) ? level : undefined;
};

/** An operation that is not promised yet may change at will. */
export const isUnstable = (operation: Operation): boolean =>
  ['draft', 'alpha', 'experimental'].includes(stabilityOf(operation) ?? 'stable');

/** Deprecation, sunset and stability of an operation. */
export function compareLifecycle(old: Operation, next: Operation): Fact[] {
  const about = { name: next.label, locus: { operation: next.label }, old: old.node, next: next.node };
  const facts: Fact[] = [];
  if (isDeprecated(old) !== isDeprecated(next)) {
    facts.push(state(isDeprecated(next) ? 'deprecated' : 'deprecation-lifted', about));
  }
  const [was, now] = [sunsetOf(old), sunsetOf(next)];
  if (was !== now && was !== undefined)
    facts.push(state('sunset-changed', { ...about, was, now: now ?? '–' }));
  const [level, nextLevel] = [stabilityOf(old), stabilityOf(next)];
  if (STABILITY.indexOf(nextLevel ?? 'stable') < STABILITY.indexOf(level ?? 'stable')) {
    facts.push(state('stability-lowered', { ...about, was: level ?? 'stable', now: nextLevel }));
  }
  return facts;
}
