import type { Document } from '../../source/index.ts';
import { describe } from '../api.ts';
import {
  missingOperationIds,
  missingVersionHeaders,
  optionalPathParameters,
  trailingSlashes,
} from './repairs.ts';
import { applyRepairs, orderMethods } from './text-edits.ts';

/**
 * Mends what is mechanical: an operation without `operationId`, a slash at the end of a path or server url, a path
 * parameter without `required: true`, an answer without the API-Version header that the document has as a component,
 * methods of a path out of order. Only those places change: comments and layout stay, and a second run finds nothing.
 *
 * @returns the new text of each file that changes, by its key
 */
export function fix(document: Document): Map<string, string> {
  const api = describe(document);
  const repairs = [
    ...missingOperationIds(api),
    ...trailingSlashes(document, api),
    ...optionalPathParameters(api),
    ...missingVersionHeaders(document, api),
  ];
  const texts = new Map<string, string>();
  for (const file of document.files.values()) {
    const mended = applyRepairs(
      file.text,
      repairs.filter(repair => repair.file === file.key),
    );
    const pathItems = api.paths.filter(({ node }) => node.file === file.key).map(({ node }) => node.pointer);
    // A path that lost its slash has another pointer by now.
    const text = orderMethods(mended, pathItems.map(withoutSlash));
    if (text !== file.text) texts.set(file.key, text);
  }
  return texts;
}

const withoutSlash = (pointer: string): string => pointer.replace(/^(\/paths\/.+?)(~1)+$/, '$1');
