import type { Response } from './api.ts';

/** True for 4xx, 5xx, their ranges, and for `default` where successes have answers of their own. */
export function isFailure(status: string, beside: readonly Pick<Response, 'status'>[]): boolean {
  if (/^[45]/.test(status)) return true;
  return status === 'default' && beside.some(other => /^[23]/.test(other.status));
}
