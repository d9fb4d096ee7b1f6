import { isObject, isString, type Json, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { lastToken } from '../core/pointer.ts';

/**
 * The name that a discriminator knows a schema by, of which the reference is given: that of its component, or of its file as
 * it is called once the files are one (OpenAPI 3.1.1, section 4.8.25.4, leaves the name of a file to whoever reads it).
 */
export function nameBehind(reference: string): string {
  const [file = '', fragment = ''] = reference.split('#');
  return fragment === '' ? lastToken(file).replace(/\.(?:ya?ml|json)$/, '') : lastToken(fragment);
}

/**
 * The values of a discriminator that select the branch behind a reference: those that `mapping` gives it, else the name
 * of its component (OpenAPI 3.1.0, section 4.8.25).
 */
export function selectingValues(discriminator: Json | undefined, reference: string): readonly string[] {
  const mapping = member(discriminator, 'mapping');
  const name = nameBehind(reference);
  const mapped = Object.entries(isObject(mapping) ? mapping : {})
    .filter(([, target]) => target === reference || target === name)
    .map(([value]) => value);
  return mapped.length > 0 ? mapped : [name];
}

/** The property and the values by which a discriminator that counts selects a branch: one that is a reference. */
export function selecting(
  { value }: Node,
  branch: Node,
  counts: Pick<ReadonlySet<string>, 'has'>,
): { readonly property: string; readonly values: readonly string[] } | undefined {
  const discriminator = member(value, 'discriminator');
  const property = member(discriminator, 'propertyName');
  const reference = member(branch.value, '$ref');
  if (!isString(property) || !isString(reference) || !counts.has(property)) return undefined;
  return { property, values: selectingValues(discriminator, reference) };
}
