import type { Finding } from '../../core/finding.ts';
import type { Document } from '../../source/index.ts';
import { describe } from '../api.ts';
import { applyRepairs } from './applied-repairs.ts';
import { missingOperationIds } from './operation-ids.ts';
import { missingVersionHeaders, optionalPathParameters, trailingSlashes } from './repairs.ts';
import type { Repair } from './text-edits.ts';

/** The rules whose findings can be fixed mechanically. */
const MENDABLE: ReadonlySet<string> = new Set([
  ...['oas-operation-id-present', 'adr-no-trailing-slash', 'oas-server-trailing-slash', 'oas-struct'],
  ...['adr-version-header', 'zgw-api-version-header'],
]);

/**
 * Fixes what is mechanical of what a run has found: an operation without `operationId`, a slash at the end of a path or
 * server url, a path parameter without `required: true`, an answer without the API-Version header that the document has
 * as a component. Only those places change: comments and layout stay.
 *
 * @param findings of the run: what is switched off, excused or of another profile is not among them, and stays
 * @returns the new text of each file that changes, by its key
 */
export function repairs(document: Document, findings: readonly Finding[]): Map<string, string> {
  const found = findings.filter(({ rule }) => MENDABLE.has(rule));
  if (found.length === 0) return new Map();
  const api = describe(document);
  const named = (repair: Repair & { readonly rules: readonly string[] }): boolean =>
    found.some(
      ({ rule, new: at }) =>
        repair.rules.includes(rule) && at?.file === repair.file && at.pointer === repair.pointer,
    );
  const wanted = [
    ...missingOperationIds(api),
    ...trailingSlashes(document, api),
    ...optionalPathParameters(document, found),
    ...missingVersionHeaders(document, api),
  ].filter(named);
  const texts = new Map<string, string>();
  for (const file of document.files.values()) {
    const text = applyRepairs(
      file.text,
      wanted.filter(repair => repair.file === file.key),
    );
    if (text !== file.text) texts.set(file.key, text);
  }
  return texts;
}
