import { isArray, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { entriesBehind } from '../../vocabulary/tree.ts';
import type { PlaceInFile } from '../engine/place.ts';
import type { VisitorCheck } from '../rule.ts';

/** A scope that a requirement asks, and no flow of its security scheme gives (OpenAPI 3.1.1, section 4.8.30). */
export const checkScopes: VisitorCheck = ({ api, report }) => {
  const given = new Map<string, ReadonlySet<string> | undefined>();
  const asked: { readonly scheme: string; readonly scopes: readonly Json[]; readonly place: PlaceInFile }[] =
    [];
  const scopesOf = (scheme: Node): ReadonlySet<string> =>
    new Set(
      entriesBehind(api.resolve, scheme, 'flows').flatMap(([, flow]) =>
        Object.keys(Object(member(flow.value, 'scopes'))),
      ),
    );
  return {
    SecurityScheme(value, { location, key }) {
      const isOAuth = value.type === 'oauth2';
      given.set(String(key), isOAuth ? scopesOf(api.nodeAt(location, value)) : undefined);
    },
    SecurityRequirement(requirement, { location }) {
      for (const [scheme, scopes] of Object.entries(requirement))
        if (isArray(scopes)) asked.push({ scheme, scopes, place: location.child(scheme) });
    },
    Root: {
      leave() {
        for (const { scheme, scopes, place } of asked)
          for (const [index, scope] of scopes.entries())
            if (given.get(scheme)?.has(String(scope)) === false)
              report(place.child(index), { name: String(index) });
      },
    },
  };
};
