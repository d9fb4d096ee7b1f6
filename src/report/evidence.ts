import type { Evidence } from '../model/finding.ts';
import { fill, type Lang } from '../model/lang.ts';
import { EVIDENCE_WORDS } from './labels.ts';

/** What a verdict rests on, in one line; a witness stands beside it as JSON, ready to paste. */
export function evidenceOf(evidence: Evidence, lang: Lang): string {
  const because = evidence.is === 'assumed' ? evidence.because : undefined;
  return fill(EVIDENCE_WORDS[evidence.is][lang], { because });
}

/** The witness as JSON in one line; `undefined` for any other evidence. */
export const witnessOf = (evidence: Evidence | undefined): string | undefined =>
  evidence?.is === 'witness' ? JSON.stringify(evidence.value) : undefined;
