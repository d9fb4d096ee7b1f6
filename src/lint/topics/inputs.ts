import { isObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import type { Api } from '../api.ts';
import { oncePer } from '../engine/once-per-document.ts';
import { facetsOf, type SchemaFacets } from './facets.ts';
import { componentNameAt } from './names.ts';
import { pathsOperations } from './resources.ts';
import { partsOf, propertiesIn, typesOf } from './schemas.ts';

/** A place where a caller puts a value: a parameter, a body, an attribute or an item of those. */
export interface Input {
  readonly name: string;
  readonly facets: SchemaFacets;
  /** The schema with all that it is composed of. */
  readonly parts: readonly Node[];
}

/** Schemas inside a schema whose values travel with it. */
const INSIDE = ['items', 'additionalProperties', 'contains'];

/** Every place for a value in requests to the API, once; attributes that are `readOnly` are never sent. */
export const inputsOf = oncePer((api: Api): Input[] => {
  const inputs: Input[] = [];
  const seen = new Set<object>();
  const visit = (entry: Node | undefined, name: string): void => {
    if (!entry || !isObject(entry.value) || seen.has(entry.value)) return;
    seen.add(entry.value);
    const facets = facetsOf(api, entry);
    if (facets.readOnly) return;
    const parts = partsOf(api, entry);
    inputs.push({ name, facets, parts });
    for (const part of parts) {
      for (const [key, property] of propertiesIn(part)) visit(property, key);
      for (const keyword of INSIDE) visit(childOf(part, keyword), name);
    }
  };
  for (const { parameters, requestContent } of pathsOperations(api)) {
    for (const { schema, name } of parameters) visit(schema, name);
    for (const { schema } of requestContent) visit(schema, (schema && componentNameAt(schema)) ?? 'body');
  }
  return inputs;
});

/** Where a type of an input is written: the shared schema, where it comes from one, under that one's name. */
export function placeOfType({ name, parts }: Input, type: string): { where: Node; name: string } | undefined {
  const where = parts.find(part => typesOf(part.value).includes(type));
  return where && { where, name: componentNameAt(where) ?? name };
}
