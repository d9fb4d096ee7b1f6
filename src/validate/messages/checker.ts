import { isString, member } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import { componentsBehind } from '../../openapi/components.ts';
import { createMessageValidator, type MessageValidator } from '../../openapi/message-validator.ts';
import { type ComparableOperation, operationsOf } from '../../openapi/operations.ts';
import { type Document, resolver, rootNode } from '../../source/index.ts';
import type { RecordedExchange } from '../recording/exchange.ts';
import type { Checking } from './checking.ts';
import { exchangeProblems, type Sender } from './exchanges.ts';
import { createPlaces } from './places.ts';
import { type Problem, problemWith } from './problems.ts';
import { createRouter, type Route } from './routes.ts';
import { MESSAGE_RULES } from './rules.ts';
import { createSeenBodies } from './seen-bodies.ts';

export interface CheckOptions {
  /** URLs where the API stands, in place of the servers of the document. */
  readonly servers?: readonly string[];
  /** Whose messages are looked at (default: both). */
  readonly as?: Sender;
  /** Whether what was sent may stand in a sentence. */
  readonly showsValues?: boolean;
}

/** What came of one exchange. */
export interface Checked {
  readonly route: Route;
  readonly problems: readonly Problem[];
}

/** Checks exchanges against one document. */
export interface MessageChecker {
  readonly operations: readonly ComparableOperation[];
  readonly validator: MessageValidator;
  readonly checking: Checking;
  /** @param elsewhere where the request stands in another version, for one that stands nowhere in this */
  readonly check: (exchange: RecordedExchange, elsewhere?: Route) => Checked;
}

export function createMessageChecker(document: Document, options: CheckOptions = {}): MessageChecker {
  const resolve = resolver(document);
  const root = rootNode(document);
  const operations = operationsOf(root, resolve);
  const route = createRouter(operations, options.servers ?? []);
  const validator = createMessageValidator(
    resolve,
    [...document.files.values()].map(({ value }) => value),
  );
  const schemes = componentsBehind(resolve, root, 'securitySchemes');
  const checking: Checking = {
    resolve,
    validator,
    seenBodies: createSeenBodies(),
    placeOf: createPlaces(resolve),
    keysInQuery: new Set(
      schemes
        .filter(([, { value }]) => member(value, 'in') === 'query')
        .map(([, { value }]) => member(value, 'name'))
        .filter(isString),
    ),
    showsValues: options.showsValues === true,
  };
  const sender = options.as ?? 'both';
  return {
    operations,
    validator,
    checking,
    check: (exchange, elsewhere) => {
      const { method, url } = exchange.request;
      if (isWebSocket(exchange)) return { route: { is: 'elsewhere' }, problems: [webSocketProblem(url)] };
      const own = route(method, url);
      const found =
        own.is !== 'operation' && elsewhere?.is === 'operation'
          ? route(method, { ...url, path: elsewhere.path, origin: undefined })
          : own;
      if (found.is === 'operation') {
        const { operation, pathValues } = found;
        return {
          route: found,
          problems: exchangeProblems(checking, operation, exchange, pathValues, sender),
        };
      }
      return { route: found, problems: [strangerProblem(found, exchange)] };
    },
  };
}

/** RFC 6455, section 4.1: what travels after the handshake is no HTTP. */
const isWebSocket = ({ request: { url, headers } }: RecordedExchange): boolean =>
  /^wss?:/.test(url.origin ?? '') ||
  (headers.get('upgrade') ?? []).some(value => value.toLowerCase() === 'websocket');

const webSocketProblem = ({ origin = '' }: RecordedExchange['request']['url']): Problem =>
  uncheckedAt(origin, { nl: 'dit is een WebSocket', en: 'this is a WebSocket' });

/** A request that no operation is found for. */
function strangerProblem(route: Exclude<Route, { is: 'operation' }>, { request }: RecordedExchange): Problem {
  const { method, url, headers } = request;
  if (method === 'OPTIONS' && headers.has('access-control-request-method'))
    return uncheckedAt(`OPTIONS ${url.origin ?? ''}`, {
      nl: 'een browser vraagt hier of hij mag (CORS preflight)',
      en: 'a browser asks for leave here (CORS preflight)',
    });
  if (route.is === 'elsewhere')
    return uncheckedAt(url.origin ?? '', {
      nl: 'het document noemt deze server niet; --server zegt waar de API staat',
      en: 'the document does not name this server; --server tells where the API stands',
    });
  const known = route.methods.join(', ');
  const reason: Text =
    known === '' ? { nl: '', en: '' } : { nl: `; dit pad heeft ${known}`, en: `; this path has ${known}` };
  const label = `${method} ${withoutIds(route.path)}`;
  return problemWith(
    MESSAGE_RULES.unknownOperation,
    { locus: { operation: label, message: 'request' }, called: { nl: '', en: '' }, nodes: [] },
    reason,
    { waar: label, where: label },
  );
}

const uncheckedAt = (where: string, reason: Text): Problem =>
  problemWith(MESSAGE_RULES.unchecked, { locus: {}, called: { nl: where, en: where }, nodes: [] }, reason);

/** A segment with digits in it may be the number of a person or a case; that of a version is not. */
const withoutIds = (path: string): string =>
  path
    .split('/')
    .map(segment => (/\d/.test(segment) && !/^v\d+$/i.test(segment) ? '…' : segment))
    .join('/');
