import { isArray, isObject, isString, member } from '../../core/json.ts';
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
  return [...servers.values()].flatMap(server => urlsOf(api, server));
}

/** Every url that a server can have. */
export function urlsOf(api: Api, server: Node): ServerUrl[] {
  const node = api.child(server, 'url');
  if (!node || !isString(node.value)) return [];
  return filledIn(node.value, server).map(url => ({ node, url }));
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
    if (!isArray(listed)) return;
    const variable = String(key);
    if (listed.length === 0) report(location.child('enum'), { variable, wat: 'is leeg', what: 'is empty' });
    else if (isString(value) && !listed.includes(value))
      report(location.child('default'), {
        variable,
        wat: `heeft de standaardwaarde '${value}' niet`,
        what: `lacks the default '${value}'`,
      });
  },
});

export const checkServersPresent: VisitorCheck = ({ report }) => ({
  Root(root, { location }) {
    if (!Object.hasOwn(root, 'servers')) report(location.child('openapi'), { name: 'openapi' });
    else if (!isArray(root.servers) || root.servers.length === 0)
      report(location.child('servers'), { name: 'servers' });
  },
});

export const checkServerSlashes: VisitorCheck = ({ report }) => ({
  Server({ url }, { location }) {
    if (isString(url) && url.endsWith('/') && url !== '/') report(location.child('url'), { name: 'url' });
  },
});

/** The variables of a url and those that are described are the same (OpenAPI 3.1.1, section 4.8.5). */
export const checkServerVariableNames: VisitorCheck = ({ report }) => ({
  Server({ url, variables }, { location }) {
    if (!isString(url) || url === '') return;
    const named = [...url.matchAll(/{([^}]+)}/g)].map(([, name]) => name ?? '');
    const described = Object.keys(Object(variables));
    for (const name of named)
      if (!described.includes(name))
        report(location.child('url'), {
          name: 'url',
          detail: `the variable \`${name}\` is not described.`,
          uitleg: `de variabele \`${name}\` is niet beschreven.`,
        });
    for (const name of described)
      if (!named.includes(name))
        report(location.child(['variables', name]), {
          name,
          detail: `the variable \`${name}\` is not in the url.`,
          uitleg: `de variabele \`${name}\` komt in de url niet voor.`,
        });
  },
});
