import { isString, type JsonObject } from '../core/json.ts';
import { visit, writtenReferences } from '../source/references.ts';

/**
 * Takes the URIs of schemas out of a bundle where a reference stands inside: each is a place in the bundle, and would be
 * relative to that URI (JSON Schema 2020-12 Core, 8.2.1). 3.0 has no `$id`, and keeps what is called so.
 *
 * @param bundle is written into
 */
export function dropBases(bundle: JsonObject): void {
  if (String(bundle.openapi).startsWith('3.0')) return;
  visit(bundle, {
    meetObject(object, _, isMap) {
      if (!isMap && isString(object.$id) && writtenReferences(object).length > 0)
        Reflect.deleteProperty(object, '$id');
    },
  });
}
