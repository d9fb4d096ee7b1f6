import { groupedBy } from '../../core/group.ts';
import { isArray, isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { UserError } from '../../core/user-error.ts';
import { childNode, keyword } from '../../json-schema/reading.ts';
import type { ComparableOperation } from '../../openapi/operations.ts';
import { type SentUrl, urlOf } from '../recording/exchange.ts';

/** What the document has for a request. */
export type Route =
  | {
      readonly is: 'operation';
      readonly operation: ComparableOperation;
      /** Raw text of the path's parameters. */
      readonly pathValues: ReadonlyMap<string, string>;
      /** Below the URL of the server. */
      readonly path: string;
    }
  /** Below a server of the document, and no operation there. `methods` are those that the path has. */
  | { readonly is: 'unknown'; readonly path: string; readonly methods: readonly string[] }
  /** Another server. */
  | { readonly is: 'elsewhere' };

export type Router = (method: string, url: SentUrl) => Route;

/** Where an API may stand. */
interface Base {
  /** Of the origin; absent where any will do. */
  readonly origin: RegExp | undefined;
  /** Of the start of the path. */
  readonly path: RegExp;
}

interface Template {
  readonly path: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** For each segment whether it is concrete: `/a/{x}` comes before `/{x}/a`. */
  readonly rank: string;
  readonly operations: readonly ComparableOperation[];
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Finds the operation of a request: by the paths of the servers of the document, or below the URLs that a user gives.
 * A path without parameters goes before one with (OpenAPI 3.1.0, section 4.8.8.2). HEAD is the operation of GET where
 * the document has no other (RFC 9110, section 9.3.2).
 *
 * @param given URLs where the API stands
 * @throws UserError `usage` for one that is no URL
 */
export function createRouter(operations: readonly ComparableOperation[], given: readonly string[]): Router {
  const apis = apisOf(
    operations.filter(({ isOutbound }) => !isOutbound),
    given.map(givenUrl),
  );
  return (method, url) => {
    const standing = standingAt(apis, url);
    const [nearest] = standing;
    let other: Route | undefined;
    for (const { path, templates } of standing) {
      const route = routeIn(templates.get(segmentsIn(path)) ?? [], method, path);
      if (route?.is === 'operation') return route;
      other ??= route;
    }
    return other ?? (nearest ? { is: 'unknown', path: nearest.path, methods: [] } : { is: 'elsewhere' });
  };
}

/** Operations whose servers are written alike. */
interface StandingApi {
  readonly bases: readonly Base[];
  /** By how many segments they have: a parameter has no slash in it. */
  readonly templates: ReadonlyMap<number, readonly Template[]>;
}

/** Where a URL may stand, the longest base first. */
function standingAt(apis: readonly StandingApi[], url: SentUrl): Standing[] {
  const found: Standing[] = [];
  for (const { bases, templates } of apis) {
    for (const base of bases) {
      const path = restBelow(base, url);
      if (path !== undefined) found.push({ path, templates });
    }
  }
  return found.sort((one, other) => one.path.length - other.path.length);
}

/** An API with the rest of a path below one of its bases. */
interface Standing extends Pick<StandingApi, 'templates'> {
  readonly path: string;
}

const segmentsIn = (path: string): number => path.split('/').length;

function apisOf(operations: readonly ComparableOperation[], given: readonly SentUrl[]): StandingApi[] {
  const groups = groupedBy(operations, ({ servers }) => JSON.stringify(servers.map(({ value }) => value)));
  return [...groups.values()].map(group => {
    const servers = (group[0]?.servers ?? []).map(serverOf);
    const own = servers.length > 0 ? servers : [{ origin: undefined, path: '' }];
    return {
      bases: given.length === 0 ? own.map(baseOf) : given.flatMap(url => givenBases(url, own)),
      templates: groupedBy(templatesOf(group), ({ path }) => segmentsIn(path.replaceAll(/\{[^}]+\}/g, '_'))),
    };
  });
}

/** @throws UserError `usage` for what is no URL with a host */
function givenUrl(written: string): SentUrl {
  const url = urlOf(written);
  if (url.origin !== undefined) return url;
  throw new UserError(
    'usage',
    { nl: `--server ${written}: geen URL`, en: `--server ${written}: no URL` },
    {
      nl: 'Schrijf waar de API staat: https://host/pad.',
      en: 'Write where the API stands: https://host/path.',
    },
  );
}

/** The URL of a server as two patterns; a variable stands for its values, or for any text up to a slash. */
interface Server {
  readonly origin: string | undefined;
  readonly path: string;
}

/** OpenAPI 3.1.0, sections 4.8.5 and 4.8.6. */
function serverOf(node: Node): Server {
  const written = keyword(node, 'url');
  const text = isString(written) ? written : '/';
  const [, origin, path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*|\{[^}]+\}(?=$|\/))?([^?#]*)/i.exec(text) ?? [];
  const pattern = (part: string): string =>
    part
      .split(/(\{[^}]+\})/)
      .map(piece => (/^\{.+\}$/.test(piece) ? variable(node, piece.slice(1, -1)) : literal(piece)))
      .join('');
  return {
    origin: origin === undefined ? undefined : pattern(origin),
    path: pattern(path.replace(/^\.?\/*/, path === '' || path === '.' ? '' : '/').replace(/\/+$/, '')),
  };
}

function variable(node: Node, name: string): string {
  const found = childNode(node, 'variables', name);
  const values = found && keyword(found, 'enum');
  const usual = found && keyword(found, 'default');
  if (isArray(values) && values.length > 0) return `(?:${values.filter(isString).map(literal).join('|')})`;
  return isString(usual) && usual.includes('/') ? `(?:${literal(usual)}|[^/]+)` : '[^/]+';
}

/**
 * A recording of a test environment has another host than the document: the path of the server tells that it is the
 * same API, and where there is none the host has to.
 */
const baseOf = ({ origin, path }: Server): Base => ({
  origin: origin === undefined || path !== '' ? undefined : new RegExp(`^${origin}$`, 'i'),
  path: new RegExp(`^${path}(?=/|$)`),
});

/** Below a URL that a user gives the paths of the document start, with the paths of its servers or without. */
function givenBases({ origin = '', path }: SentUrl, servers: readonly Server[]): Base[] {
  const start = literal(path.replace(/\/+$/, ''));
  return ['', ...servers.map(server => server.path)].map(own => ({
    origin: new RegExp(`^${literal(origin)}$`, 'i'),
    path: new RegExp(`^${start}${own}(?=/|$)`),
  }));
}

/** The rest of the path below a base, if it is below it. */
function restBelow(base: Base, { origin, path }: SentUrl): string | undefined {
  if (base.origin && origin !== undefined && !base.origin.test(origin)) return undefined;
  const start = base.path.exec(path)?.[0];
  return start === undefined ? undefined : path.slice(start.length) || '/';
}

function templatesOf(operations: readonly ComparableOperation[]): Template[] {
  return [...groupedBy(operations, ({ path }) => path)]
    .map(([path, own]) => ({
      path,
      pattern: new RegExp(
        `^${path
          .split(/(\{[^}]+\})/)
          .map(piece => (/^\{.+\}$/.test(piece) ? '([^/]+?)' : literal(piece)))
          .join('')}$`,
      ),
      names: own[0]?.pathNames ?? [],
      rank: path
        .split('/')
        .map(segment => (segment.includes('{') ? '1' : '0'))
        .join(''),
      operations: own,
    }))
    .sort((one, other) => (one.rank < other.rank ? -1 : Number(one.rank > other.rank)));
}

function routeIn(templates: readonly Template[], method: string, path: string): Route | undefined {
  const first = templates.find(({ pattern }) => pattern.test(path));
  if (!first) return undefined;
  // Templates with parameters in the same segments are one path, written twice.
  for (const { rank, pattern, names, operations } of templates.slice(templates.indexOf(first))) {
    if (rank !== first.rank) break;
    const operation = operationFor(operations, method);
    const values = operation && pattern.exec(path)?.slice(1);
    if (!values) continue;
    const pathValues = new Map(names.map((name, index) => [name, values[index] ?? '']));
    return { is: 'operation', operation, pathValues, path };
  }
  const methods = first.operations.map(({ method: known }) => known.toUpperCase());
  return { is: 'unknown', path: first.path, methods };
}

function operationFor(
  operations: readonly ComparableOperation[],
  method: string,
): ComparableOperation | undefined {
  const named = (wanted: string): ComparableOperation | undefined =>
    operations.find(({ method: known }) => known.toUpperCase() === wanted);
  return named(method) ?? (method === 'HEAD' ? named('GET') : undefined);
}
