import { isObject, isString, type Json } from '../core/json.ts';
import type { ComparableMediaType, ComparableOperation, ComparableResponse } from '../openapi/operations.ts';
import { pathShape } from '../openapi/path-shape.ts';

/** What belongs together of two lists, and what is left on either side. */
export interface Pairs<T> {
  readonly both: readonly (readonly [old: T, next: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs by key; of several with one key the first on each side count. */
export function pairBy<T>(olds: readonly T[], nexts: readonly T[], keyOf: (item: T) => string): Pairs<T> {
  const before = new Map(olds.map(item => [keyOf(item), item]));
  const after = new Map(nexts.map(item => [keyOf(item), item]));
  const both: [T, T][] = [];
  for (const [key, old] of before) {
    const next = after.get(key);
    if (next !== undefined) both.push([old, next]);
  }
  return {
    both,
    removed: [...before].filter(([key]) => !after.has(key)).map(([, item]) => item),
    added: [...after].filter(([key]) => !before.has(key)).map(([, item]) => item),
  };
}

const plainKey = (operation: ComparableOperation): string =>
  operation.isOutbound
    ? `${operation.label} ${operation.method} ${pathShape(operation.path)}`
    : `${operation.method} ${pathShape(operation.path)}`;

/** By path; then what is left by the whole address, for a prefix that moved between `servers` and paths. */
export function pairOperations(
  olds: readonly ComparableOperation[],
  nexts: readonly ComparableOperation[],
): Pairs<ComparableOperation> {
  const byPath = pairBy(olds, nexts, plainKey);
  const address = (operation: ComparableOperation): string =>
    operation.isOutbound ? plainKey(operation) : `${operation.method} ${pathShape(addressOf(operation))}`;
  const byAddress = pairBy(byPath.removed, byPath.added, address);
  return { ...byAddress, both: [...byPath.both, ...byAddress.both] };
}

/** By name, address and method; then what is left by address and method, for the name of a callback never travels. */
export function pairCallbacks(
  olds: readonly ComparableOperation[],
  nexts: readonly ComparableOperation[],
): Pairs<ComparableOperation> {
  const byName = pairBy(olds, nexts, ({ label, path, method }) => `${label} ${path} ${method}`);
  const address = ({ label, path, method }: ComparableOperation): string =>
    `${path.slice(label.replace(/^callback /, '').length)} ${method}`;
  const byAddress = pairBy(byName.removed, byName.added, address);
  return { ...byAddress, both: [...byName.both, ...byAddress.both] };
}

const addressOf = ({ servers, path }: ComparableOperation): string => {
  const url = servers[0] ? serverUrl(servers[0].value) : '';
  return `${url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/+$/, '')}${path}`;
};

/** A server's URL with its variables filled in (OpenAPI 3.1.0, 4.8.6). */
export function serverUrl(server: Json): string {
  if (!isObject(server) || !isString(server.url)) return '/';
  const variables = isObject(server.variables) ? server.variables : {};
  return server.url.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    const variable = variables[name];
    return isObject(variable) && variable.default !== undefined ? String(variable.default) : whole;
  });
}

/** Media types by name, then an old one by a new range that covers it (RFC 9110, 12.5.1). */
export function pairMedia(
  olds: readonly ComparableMediaType[],
  nexts: readonly ComparableMediaType[],
): Pairs<ComparableMediaType> {
  const exact = pairBy(olds, nexts, ({ type }) => withoutCharset(type));
  const both = [...exact.both];
  const removed = exact.removed.filter(old => {
    const range = nexts.find(next => isWithin(next.type, old.type));
    if (range) both.push([old, range]);
    return range === undefined;
  });
  const added = exact.added.filter(next => {
    const range = olds.find(old => isWithin(old.type, next.type));
    if (range) both.push([range, next]);
    return range === undefined;
  });
  return { both, removed, added };
}

/** JSON has no charset parameter (RFC 8259, 11), and UTF-8 is what goes without saying. */
export const withoutCharset = (type: string): string =>
  type.replace(/^[^;]*[/+]json(;|$)/.test(type) ? /;charset=[^;]*/ : /;charset=utf-8(?=;|$)/, '');

/** Whether a range of media types, such as `image/*`, takes in another one (RFC 9110, 12.5.1). */
export function isWithin(range: string, type: string): boolean {
  if (range === '*/*') return true;
  if (range.endsWith('/*')) return type.startsWith(range.slice(0, -1));
  const [essence, ...parameters] = range.split(';');
  return parameters.length === 0 && type.startsWith(`${essence};`);
}

export const isSuccess = (status: string): boolean => status.startsWith('2');

/** The answer that a status falls under: its own, its range, or the default (OpenAPI 3.1.0, 4.8.16). */
const answerFor = (answers: readonly ComparableResponse[], status: string): ComparableResponse | undefined =>
  [status, `${status[0]}XX`, 'default'].flatMap(key => answers.filter(answer => answer.status === key))[0];

/** Pairs of answers, and the ranges of which only some statuses are left. */
export interface ResponsePairs extends Pairs<ComparableResponse> {
  readonly narrowed: readonly (readonly [range: ComparableResponse, left: readonly ComparableResponse[]])[];
}

export function pairResponses(
  olds: readonly ComparableResponse[],
  nexts: readonly ComparableResponse[],
): ResponsePairs {
  const exact = pairBy(olds, nexts, answer => answer.status);
  const both = [...exact.both];
  const narrowed = exact.removed.flatMap(old => {
    const left = old.status.endsWith('XX')
      ? exact.added.filter(({ status }) => status[0] === old.status[0])
      : [];
    return left.length > 0 ? [[old, left] as const] : [];
  });
  const removed = exact.removed.filter(old => {
    if (narrowed.some(([range]) => range === old)) return false;
    const next = answerFor(nexts, old.status);
    if (next) both.push([old, next]);
    return next === undefined;
  });
  const added = exact.added.filter(next => {
    const old = answerFor(olds, next.status);
    if (old) both.push([old, next]);
    return old === undefined;
  });
  return { both, removed, added, narrowed };
}
