import type { Json } from '../core/json.ts';
import type { Lang } from '../core/text.ts';
import type { Document } from '../source/document.ts';
import type { DiffOptions } from './diff.ts';
import type { Phase } from './explain.ts';
import type { VerifiedWitness } from './verify/verify.ts';

export type { DiffOptions } from './diff.ts';
export type { Phase } from './explain.ts';
export type { Verified, VerifiedWitness } from './verify/verify.ts';

/** What one phase of a comparison gives, as plain JSON: `changes`, `assessed`, `grouped`, `witnessed`, `findings`. */
export async function explainDiff(
  old: Document,
  next: Document,
  phase: Phase,
  options?: DiffOptions,
): Promise<Json> {
  const feature = await import('./explain.ts');
  return feature.explainPhase(old, next, phase, options);
}

/**
 * Holds each witness of a JSON report of a comparison against both documents, by ajv alone.
 *
 * @throws UserError `usage` where it is no report of a comparison
 */
export async function verifyDiff(old: Document, next: Document, report: Json): Promise<VerifiedWitness[]> {
  const feature = await import('./verify/verify.ts');
  return feature.verifyReport(old, next, report);
}

/** What {@link verifyDiff} found, for people. */
export async function renderVerified(verified: readonly VerifiedWitness[], lang: Lang): Promise<string> {
  const feature = await import('./verify/verify.ts');
  return feature.sayVerified(verified, lang);
}
