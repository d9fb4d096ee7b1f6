import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { valueAt } from '../core/pointer.ts';
import { schemasOf } from '../openapi/components.ts';
import { splitReference } from '../source/references.ts';
import { edited } from './edits.ts';
import { TYPE_MARK } from './marks.ts';

/**
 * A copy that gives openapi-typescript nothing to look up. It brings a resolver of its own, which reads files and
 * fetches URLs for whatever looks like a reference, in extensions and mappings too. So what leads out of the bundle,
 * or nowhere, is left out; its type becomes `unknown`.
 */
export function closed(bundle: JsonObject): JsonObject {
  const leadsSomewhere = (ref: string): boolean => {
    const { file, fragment } = splitReference(ref);
    return file === '' && (!fragment.startsWith('/') || valueAt(bundle, fragment) !== undefined);
  };
  const nameOf = (target: string): string =>
    member(schemasOf(bundle), target) === undefined ? target : `#/components/schemas/${target}`;
  const isLeftOut = (key: string, child: Json | undefined): boolean =>
    key === TYPE_MARK ||
    (key === 'externalValue' && isString(child)) ||
    (key === '$ref' && !isObject(child) && !(isString(child) && leadsSomewhere(child)));
  const copy = (value: Json): Json =>
    edited(value, (inner, key) => {
      if (!isObject(inner)) return undefined;
      if (key === 'mapping') return mapping(inner);
      const entries = Object.entries(inner);
      const kept = entries.filter(([name, child]) => !isLeftOut(name, child));
      return kept.length < entries.length ? copy(Object.fromEntries(kept)) : undefined;
    });
  const mapping = (map: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(map).flatMap(([name, target]) => {
        if (!isString(target)) return target === undefined ? [] : [[name, copy(target)]];
        const ref = nameOf(target);
        return ref.startsWith('#') && leadsSomewhere(ref) ? [[name, ref]] : [];
      }),
    );
  return copy(bundle) as JsonObject;
}
