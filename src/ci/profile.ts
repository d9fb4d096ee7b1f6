import { isObject, member } from '../core/json.ts';
import { infoText } from '../openapi/info.ts';
import type { Document } from '../source/index.ts';

/**
 * The profile of lint that fits a document where nobody has chosen one: `zds` for the standard itself, by its name;
 * `adr` for any other description of an HTTP API; `oas` for one without paths, which the API Design Rules say nothing of.
 */
export function profileFor({ files, root }: Document): 'zds' | 'adr' | 'oas' {
  const value = files.get(root)?.value;
  if (/\bZDS\b|Zaak- en Documentservices/i.test(infoText(value, 'title') ?? '')) return 'zds';
  const paths = member(value, 'paths');
  return isObject(paths) && Object.keys(paths).length > 0 ? 'adr' : 'oas';
}
