import type { Operation } from '../contract/operations.ts';
import { isArray, isObject, isString, type JsonObject } from '../model/json.ts';
import { childNode, dereference } from '../schema/position.ts';
import type { SideView } from './comparison.ts';

/** What a caller must hold together: schemes by what they are on the wire, with their scopes. */
export type Credentials = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The alternatives that give access (OpenAPI 3.1.0, 4.8.30). No requirement, or an empty one, lets anybody in. An
 * OAuth scheme with several flows is one alternative for each flow.
 */
export function credentialsFor(view: SideView, operation: Operation): Credentials[] {
  const listed = operation.security?.value;
  if (!isArray(listed) || listed.length === 0) return [new Map()];
  return listed.filter(isObject).flatMap(requirement => expand(view, requirement));
}

function expand(view: SideView, requirement: JsonObject): Credentials[] {
  let alternatives: ReadonlyMap<string, ReadonlySet<string>>[] = [new Map()];
  for (const [name, scopes] of Object.entries(requirement)) {
    const wanted = new Set(isArray(scopes) ? scopes.filter(isString) : []);
    alternatives = alternatives.flatMap(before =>
      waysOf(view, name).map(
        way => new Map([...before, [way, new Set([...(before.get(way) ?? []), ...wanted])]]),
      ),
    );
  }
  return alternatives;
}

/** The ways to satisfy a scheme, named by what is sent: its name in the document is nobody's business. */
function waysOf({ root, resolve }: SideView, name: string): string[] {
  const written = childNode(root, 'components', 'securitySchemes', name);
  const scheme = written && dereference(written, resolve)?.value;
  if (!isObject(scheme)) return [name];
  switch (scheme.type) {
    case 'apiKey':
      return [
        `apiKey ${scheme.in} ${scheme.in === 'header' ? String(scheme.name).toLowerCase() : scheme.name}`,
      ];
    case 'http':
      return [`http ${String(scheme.scheme).toLowerCase()}`];
    case 'oauth2': {
      const flows = isObject(scheme.flows)
        ? Object.keys(scheme.flows).filter(flow => !flow.startsWith('x-'))
        : [];
      return flows.length === 0 ? ['oauth2'] : flows.map(flow => `oauth2 ${flow}`);
    }
    default:
      return [String(scheme.type)];
  }
}

/** Whether whoever holds `held` is let in by one of the alternatives. */
export const isLetIn = (held: Credentials, alternatives: readonly Credentials[]): boolean =>
  alternatives.some(wanted =>
    [...wanted].every(([scheme, scopes]) => {
      const own = held.get(scheme);
      return own !== undefined && [...scopes].every(scope => own.has(scope));
    }),
  );

export const sayCredentials = (credentials: Credentials): string =>
  credentials.size === 0
    ? '–'
    : [...credentials]
        .map(([scheme, scopes]) => (scopes.size > 0 ? `${scheme} (${[...scopes].join(', ')})` : scheme))
        .sort()
        .join(' + ');
