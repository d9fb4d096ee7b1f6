import { backlogOf } from '../backlog/index.ts';
import { type BundleOptions, bundle } from '../bundle/index.ts';
import { type DocsOptions, generateDocs } from '../site/index.ts';
import type { Document } from '../source/index.ts';

/** The documentation of a document, with the stories and rules beside it where there are any. */
export async function documentationOf(
  document: Document,
  options: DocsOptions & BundleOptions = {},
): Promise<Map<string, string>> {
  const { value } = await bundle(document, options);
  if ((await document.readBeside('backlog/stories.yaml')) === undefined) return generateDocs(value, options);
  const { stories, rules } = await backlogOf(document);
  return generateDocs(value, { backlog: { stories, rules }, ...options });
}
