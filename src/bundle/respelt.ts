import { equalJson, type Json, type JsonObject } from '../core/json.ts';
import { valueAt } from '../core/pointer.ts';
import { splitReference, writtenReferences } from '../source/references.ts';
import { type Kind, rebuild } from '../vocabulary/openapi.ts';
import { withNamedTargets } from './inner-references.ts';
import { noWordsFor, type OlderVersion } from './unsupported.ts';

/**
 * A description in another version, whose references lead to the same as before. Where the inside of a schema is written
 * elsewhere in that version, or in other words, what refers to it there refers to a component of its own.
 *
 * @param convert the description as a whole
 * @param spell a schema alone
 * @throws UserError `usage` where something else that is referred to is no longer there
 */
export function respelt(
  version: OlderVersion,
  bundle: JsonObject,
  convert: (bundle: JsonObject) => JsonObject,
  spell: (kind: Kind, value: Json) => Json,
): JsonObject {
  const made = convert(bundle);
  const isMoved = (ref: string): boolean => {
    const { fragment } = splitReference(ref);
    const target = valueAt(bundle, fragment);
    return target !== undefined && !equalJson(rebuild('schema', target, spell), valueAt(made, fragment));
  };
  const named = withNamedTargets(bundle, isMoved);
  const whole = named === bundle ? made : convert(named);
  refuseLost(version, named, whole);
  return whole;
}

function refuseLost(version: OlderVersion, before: JsonObject, after: JsonObject): void {
  for (const { ref, pointer } of writtenReferences(after)) {
    const { file, fragment } = splitReference(ref);
    if (file !== '' || valueAt(after, fragment) !== undefined || valueAt(before, fragment) === undefined)
      continue;
    throw noWordsFor(
      version,
      { nl: `een verwijzing naar ${ref}`, en: `a reference to ${ref}` },
      `#${pointer}`,
    );
  }
}
