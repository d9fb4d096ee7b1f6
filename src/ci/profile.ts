import { apiOf } from '../openapi/api.ts';
import { infoText } from '../openapi/info.ts';
import { type Document, resolver, rootNode } from '../source/index.ts';

/**
 * The profile of lint that fits a document where nobody has chosen one: `zds` for the standard itself, by its name;
 * `adr` for any other description of an HTTP API; `oas` for one without paths, which the API Design Rules say nothing of.
 */
export function profileFor(document: Document): 'zds' | 'adr' | 'oas' {
  const { paths, root } = apiOf(rootNode(document), resolver(document));
  if (/\bZDS\b|Zaak- en Documentservices/i.test(infoText(root.value, 'title') ?? '')) return 'zds';
  return paths.length > 0 ? 'adr' : 'oas';
}
