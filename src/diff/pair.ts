import type { Answer, Media, Operation } from '../contract/operations.ts';
import { isObject, isString, type Json } from '../model/json.ts';
import { keyword } from '../schema/position.ts';

/** What belongs together of two lists, and what is left on either side. */
export interface Pairs<T> {
  readonly both: readonly (readonly [old: T, next: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Pairs by key; of several with one key the first on each side count. */
export function pairBy<T>(olds: readonly T[], nexts: readonly T[], keyOf: (item: T) => string): Pairs<T> {
  const ours = new Map(olds.map(item => [keyOf(item), item]));
  const theirs = new Map(nexts.map(item => [keyOf(item), item]));
  const both: [T, T][] = [];
  for (const [key, old] of ours) {
    const next = theirs.get(key);
    if (next !== undefined) both.push([old, next]);
  }
  return {
    both,
    removed: [...ours].filter(([key]) => !theirs.has(key)).map(([, item]) => item),
    added: [...theirs].filter(([key]) => !ours.has(key)).map(([, item]) => item),
  };
}

/** A path without the names of its parameters: renaming one changes nothing on the wire (OpenAPI 3.1.0, 4.8.8). */
const shape = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}');

const plainKey = (operation: Operation): string =>
  operation.isOutbound
    ? `${operation.label} ${operation.method} ${shape(operation.path)}`
    : `${operation.method} ${shape(operation.path)}`;

/** By path; then what is left by the whole address, for a prefix that moved between `servers` and paths. */
export function pairOperations(olds: readonly Operation[], nexts: readonly Operation[]): Pairs<Operation> {
  const byPath = pairBy(olds, nexts, plainKey);
  const address = (operation: Operation): string =>
    operation.isOutbound ? plainKey(operation) : `${operation.method} ${shape(addressOf(operation))}`;
  const byAddress = pairBy(byPath.removed, byPath.added, address);
  return { ...byAddress, both: [...byPath.both, ...byAddress.both] };
}

const addressOf = ({ servers, path }: Operation): string => {
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
export function pairMedia(olds: readonly Media[], nexts: readonly Media[]): Pairs<Media> {
  const exact = pairBy(olds, nexts, ({ type }) => withoutCharset(type));
  const both = [...exact.both];
  const taken = new Set<Media>();
  const removed = exact.removed.filter(old => {
    const range = nexts.find(next => covers(next.type, old.type));
    if (!range) return true;
    both.push([old, range]);
    taken.add(range);
    return false;
  });
  const added = exact.added.filter(next => {
    const range = olds.find(old => covers(old.type, next.type));
    if (range && !taken.has(next)) both.push([range, next]);
    return !range && !taken.has(next);
  });
  return { both, removed, added };
}

/** JSON has no charset parameter (RFC 8259, 11), and for text it changes no value. */
const withoutCharset = (type: string): string => type.replace(/;charset=[^;]*/, '');

function covers(range: string, type: string): boolean {
  if (range === '*/*') return true;
  if (range.endsWith('/*')) return type.startsWith(range.slice(0, -1));
  const [essence, ...parameters] = range.split(';');
  return parameters.length === 0 && type.startsWith(`${essence};`);
}

export const isSuccess = (status: string): boolean => status.startsWith('2');

/** The answer that a status falls under: its own, its range, or the default (OpenAPI 3.1.0, 4.8.16). */
const answerFor = (answers: readonly Answer[], status: string): Answer | undefined =>
  [status, `${status[0]}XX`, 'default'].flatMap(key => answers.filter(answer => answer.status === key))[0];

export function pairAnswers(olds: readonly Answer[], nexts: readonly Answer[]): Pairs<Answer> {
  const exact = pairBy(olds, nexts, answer => answer.status);
  const both = [...exact.both];
  const isRange = ({ status }: Answer): boolean => status.endsWith('XX');
  const removed = exact.removed.filter(old => {
    if (isRange(old)) {
      const within = exact.added.filter(({ status }) => status[0] === old.status[0]);
      if (within.length > 0) return false;
    }
    const next = answerFor(nexts, old.status);
    if (!next) return true;
    both.push([old, next]);
    return false;
  });
  const added = exact.added.filter(next => {
    if (isRange(next) && exact.removed.some(({ status }) => status[0] === next.status[0])) return false;
    if (next.status === 'default' && exact.removed.some(({ status }) => answerFor(nexts, status) === next))
      return false;
    const old = answerFor(olds, next.status);
    if (!old) return true;
    both.push([old, next]);
    return false;
  });
  return { both, removed, added };
}

/** Values that people compare as words: style, sunset, stability. */
export const wordOf = (operation: Operation, name: string): string | undefined => {
  const value = keyword(operation.node, name);
  return value === undefined ? undefined : String(value);
};
