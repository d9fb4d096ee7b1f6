import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { componentAt } from '../openapi/components.ts';
import { splitReference } from '../source/references.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { noWordsFor, type OlderVersion } from './unsupported.ts';

/** The sections of components that came after 3.0, by the kind of what they hold. */
const SECTIONS: Readonly<Partial<Record<Kind, string>>> = { pathItem: 'pathItems', mediaType: 'mediaTypes' };

/**
 * The same description without the sections of its components that hold certain kinds: in place of each reference to
 * something in there stands what it refers to. Beside the reference of a path item its fields count too (OpenAPI 3.1.0,
 * section 4.8.9).
 *
 * @throws UserError `usage` for what holds itself, which no copy can say
 */
export function inlined(version: OlderVersion, kinds: readonly Kind[], bundle: JsonObject): JsonObject {
  const held = isObject(bundle.components) ? bundle.components : {};
  const gone = kinds.flatMap(kind => SECTIONS[kind] ?? []);
  if (!gone.some(section => held[section] !== undefined)) return bundle;
  const inside =
    (open: readonly string[]) =>
    (kind: Kind, value: Json): Json => {
      const found = kinds.includes(kind) ? targetIn(held, SECTIONS[kind], value) : undefined;
      if (!found) return value;
      const { ref, target, siblings } = found;
      if (open.includes(ref)) {
        throw noWordsFor(version, { nl: 'iets dat zichzelf bevat', en: 'what holds itself' }, ref);
      }
      const copy = rebuild(kind, target, inside([...open, ref]));
      return isObject(copy) ? { ...copy, ...siblings } : copy;
    };
  const components = Object.fromEntries(Object.entries(held).filter(([section]) => !gone.includes(section)));
  return rebuild('openapi', { ...bundle, components }, inside([])) as JsonObject;
}

/** What the reference of a value stands for, where that is a member of the section. */
function targetIn(held: JsonObject, section: string | undefined, value: Json) {
  if (!isObject(value) || !isString(value.$ref)) return undefined;
  const { $ref: ref, ...siblings } = value;
  const { file, fragment } = splitReference(ref);
  const at = file === '' ? componentAt(fragment) : undefined;
  if (at?.kind !== section || at?.inside.length !== 0) return undefined;
  const target = member(member(held, at.kind), at.name);
  return target === undefined ? undefined : { ref, target, siblings };
}
