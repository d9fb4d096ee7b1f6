import type { Node } from '../../core/node.ts';
import { lastToken } from '../../core/pointer.ts';
import { componentsOf } from '../../openapi/components.ts';
import { COMPONENT_KINDS } from '../../vocabulary/openapi.ts';
import { nameAt } from '../engine/place.ts';
import { targetOf } from '../engine/typed-walk.ts';
import type { Act, ApiCheck, VisitorCheck, Where } from '../rule.ts';

export const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;
export const PASCAL_CASE = /^[A-Z][a-zA-Z0-9]*$/;
export const SNAKE_CASE = /^[a-z0-9]+(_[a-z0-9]+)*$/;
export const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Where a component stands, by kind and name. */
const COMPONENT = /^\/components\/[^/]*\/[^/]*$/;

/** The name of a component, whether it stands under `components` or has a file of its own. */
export function componentNameAt({ file, pointer }: Pick<Node, 'file' | 'pointer'>): string | undefined {
  if (pointer === '') return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return COMPONENT.test(pointer) ? lastToken(pointer) : undefined;
}

/** A name without what separates words and without case: `zaak-type`, `ZaakType` and `Zaak type` are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Names of components are letters, digits, `.`, `-` and `_` (OpenAPI 3.1.1, section 4.8.7); extensions name as they like. */
export const checkComponentNames: ApiCheck = ({ api, report }) => {
  for (const [name, entry] of COMPONENT_KINDS.flatMap(kind => componentsOf(api.root, kind)))
    if (!/^[\w.-]+$/.test(name)) report(entry, { name });
};

/** Parts of one type that a bundle would give one name: each is told. */
export const checkNamesUnique: VisitorCheck = ({ document, report }) => {
  const named = new Map<string, Map<string, Where>>();
  const add = (type: string, { file, pointer }: Where): void => {
    const id = `${type} ${(lastToken(pointer) || lastToken(file)).replace(/\.(ya?ml|json)$/, '')}`;
    const places = named.get(id) ?? new Map<string, Where>();
    named.set(id, places.set(`${file}#${pointer}`, { file, pointer }));
  };
  const component: Act = (_, { type, location }) => add(type.name, location);
  return {
    ref: {
      leave({ $ref: ref }, { type, location }) {
        const target = BUNDLED.has(type.name) && targetOf(document, location.file, String(ref));
        if (target) add(type.name, target);
      },
    },
    NamedSchemas: { Schema: component },
    NamedResponses: { Response: component },
    NamedParameters: { Parameter: component },
    NamedRequestBodies: { RequestBody: component },
    Root: {
      leave() {
        for (const places of named.values())
          if (places.size > 1) for (const place of places.values()) report(place, nameAt(place));
      },
    },
  };
};

const BUNDLED = new Set(['Schema', 'Response', 'Parameter', 'RequestBody']);
