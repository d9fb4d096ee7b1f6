import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import type { VisitorCheck } from '../rule.ts';

/** The url of a server with its variables filled in, and where it is written. */
export interface ServerUrl {
  readonly node: Node;
  readonly url: string;
}

/**
 * Every url that a server of the root, a path or an operation can have: default and listed values of its variables.
 *
 * @param kind `path` leaves out the servers of callbacks and webhooks, which are those of others
 */
export function serverUrls(api: Api, kind?: 'path'): ServerUrl[] {
  const operations = api.operations.filter(operation => !kind || operation.kind === kind);
  const holders = [api.root, ...api.paths.map(({ node }) => node), ...operations.map(({ node }) => node)];
  const servers = new Map<unknown, Node>();
  for (const holder of holders) {
    for (const entry of itemsOf(api.child(holder, 'servers'))) {
      const server = api.resolve(entry);
      if (server && isObject(server.value)) servers.set(server.value, server);
    }
  }
  return [...servers.values()].flatMap(server => {
    const node = api.child(server, 'url');
    if (!node || !isString(node.value)) return [];
    return filledIn(node.value, server).map(url => ({ node, url }));
  });
}

/** One url for each value of each variable, the others at their default; a variable without one stays as written. */
function filledIn(url: string, server: Node): string[] {
  const variables = member(server.value, 'variables');
  const names = new Set([...url.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? ''));
  const defaultOf = (name: string): string => {
    const value = member(member(variables, name), 'default');
    return isString(value) ? value : `{${name}}`;
  };
  const fillWith = (chosen: string, value: string): string =>
    url.replace(/\{([^}]*)\}/g, (_, name: string) => (name === chosen ? value : defaultOf(name)));
  const variants = [...names].flatMap(name => {
    const listed = member(member(variables, name), 'enum');
    return isArray(listed) ? listed.filter(isString).map(value => fillWith(name, value)) : [];
  });
  return [...new Set([fillWith('', ''), ...variants])];
}

/** The path segments of an absolute or relative url. */
export const segmentsOf = (url: string): string[] =>
  url
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(segment => segment !== '');

/** The host of an absolute url, without port. */
export const hostOf = (url: string): string | undefined =>
  /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(url)?.[1]?.toLowerCase();

/** True where a path has a major version before its first placeholder. */
export function hasVersion(segments: readonly string[]): boolean {
  const first = segments.findIndex(segment => segment.includes('{'));
  return segments.slice(0, first < 0 ? undefined : first).some(segment => /^v\d+$/.test(segment));
}

/** Values of a variable that is listed: at least one, and the default is one of them (OpenAPI 3.1.1, section 4.8.6). */
export const checkServerVariables: VisitorCheck = ({ report }) => ({
  ServerVariable({ enum: listed, default: value }, { location, key }) {
    if (!isArray(listed as Json | undefined)) return;
    const variable = String(key);
    if (listed?.length === 0) report(location.child('enum'), { variable, wat: 'is leeg', what: 'is empty' });
    else if (isString(value) && !listed?.includes(value))
      report(location.child('default'), {
        variable,
        wat: `heeft de standaardwaarde '${value}' niet`,
        what: `lacks the default '${value}'`,
      });
  },
});
