import { isObject, isString, type JsonObject } from '../core/json.ts';
import { rebuild } from '../vocabulary/openapi.ts';
import type { Label } from './labels.ts';
import { currentRules } from './rules.ts';
import { byName, type Site } from './site.ts';

/** The document itself, for who wants to work with it. */
export const DESCRIPTION_FILE = 'openapi.json';

/** The first calls of a new client. */
export const START_FILE = 'getting-started.html';

/** Whether there is such a page: one API of a document may have none of the calls. */
export const hasFirstSteps = ({ firstSteps, placeOfOperation }: Site): boolean =>
  firstSteps.some(step => [...placeOfOperation.keys()].some(({ id }) => id === step.operation));

/** Pages of what stands beside a document that the navigation leads to; none where there is nothing to tell. */
export function contentLinks(site: Site): { readonly file: string; readonly label: Label }[] {
  return [
    ...(currentRules(site).length > 0 ? [{ file: 'rules.html', label: 'rules' } as const] : []),
    ...(site.backlog.stories?.length ? [{ file: 'stories.html', label: 'stories' } as const] : []),
  ];
}

/** Every `format` that a schema of the document has. */
export function formatsIn({ root }: Site): readonly string[] {
  const known = formats.get(root);
  if (known) return known;
  const found = new Set<string>();
  rebuild('openapi', root, (kind, value) => {
    if (kind === 'schema' && isObject(value) && isString(value.format)) found.add(value.format);
    return value;
  });
  const sorted = [...found].sort(byName);
  formats.set(root, sorted);
  return sorted;
}

/** Every page asks, for its navigation. */
const formats = new WeakMap<JsonObject, readonly string[]>();

/** Data types have a list where there are any, and where the pages have words of their own for formats. */
export const hasTypesPage = (site: Site): boolean => site.types.size > 0 || formatsIn(site).length > 0;
