import { compareOperation } from './compare-operations.ts';
import { compareChannels, compareSchemas } from './compare-schemas.ts';
import { type Comparison, openLedger } from './comparison.ts';
import { compareExtraOperations } from './extra-operations.ts';
import { type ApiFacts, readFacts } from './facts.ts';
import type { Spec } from './spec-reader.ts';

/** The published facts of all APIs. */
export const facts = readFacts();

/** Every fact held against the document. What the document has beside them counts when all APIs are compared. */
export const compareFacts = (spec: Spec, apis: readonly ApiFacts[] = facts): Comparison => {
  const ledger = openLedger();
  for (const api of apis) {
    for (const [key, operation] of Object.entries(api.operations))
      compareOperation(ledger, spec, api, key, operation);
    compareSchemas(ledger, spec, api);
    compareChannels(ledger, spec, api);
  }
  if (apis === facts) compareExtraOperations(ledger, spec, facts);
  return ledger.result();
};
