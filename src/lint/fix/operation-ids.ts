import { groupedBy } from '../../core/group.ts';
import { entryOf } from '../../core/json.ts';
import { join } from '../../core/pointer.ts';
import { operationIdOf } from '../../openapi/parts.ts';
import type { Api, Operation } from '../api.ts';
import { inCamelCase } from '../topics/casing.ts';
import { saysNothing } from '../topics/described.ts';
import { wordsOf } from '../topics/words.ts';
import type { Remedy } from './repairs.ts';

/**
 * Named after the other operations on the same resource, else after the last word of the path, and written as they are.
 * What is written once and stands at two places, by a reference or an alias, would have one id twice and gets none.
 */
export function missingOperationIds(api: Api): Remedy[] {
  const habits = habitsOf(api);
  const taken = new Set(habits.named.map(({ id }) => id));
  const places = groupedBy(api.operations, ({ value }) => value);
  return api.operations
    .filter(
      ({ kind, value }) =>
        kind === 'path' && saysNothing(value.operationId) && places.get(value)?.length === 1,
    )
    .map(operation => {
      const candidates = candidatesFor(operation, habits);
      const id = candidates.find(candidate => !taken.has(candidate)) ?? numbered(candidates[0] ?? '', taken);
      taken.add(id);
      const { file, pointer } = operation.node;
      const rules = ['oas-operation-id-present'];
      if (operation.value.operationId !== undefined)
        return { rules, is: 'set', file, pointer: join(pointer, 'operationId'), value: id };
      return {
        rules,
        is: 'insert',
        file,
        pointer,
        before: ['description', 'tags', 'parameters', 'responses'],
        key: 'operationId',
        value: id,
      };
    });
}

interface Named {
  readonly id: string;
  readonly operation: Operation;
}

/** How the ids of a document are written. */
interface Habits {
  readonly named: readonly Named[];
  readonly style: keyof typeof STYLES;
  /** `getZaken`, not `zakenList`. */
  readonly isVerbFirst: boolean;
}

const STYLES = {
  snake: (id: string): string => id,
  camel: (id: string): string => inCamelCase(id),
  kebab: (id: string): string => id.replace(/_+/g, '-'),
} as const;

const VERB_WORDS: ReadonlySet<string> = new Set([
  ...['list', 'find', 'search', 'read', 'get', 'retrieve', 'create', 'add', 'post', 'update', 'put'],
  ...['replace', 'patch', 'delete', 'remove', 'destroy', 'headers', 'head'],
]);

function habitsOf(api: Api): Habits {
  const named = api.operations.flatMap(operation => {
    const id = operationIdOf(operation.value);
    return id === undefined || saysNothing(id) ? [] : [{ id, operation }];
  });
  const begins = named.filter(({ id }) => VERB_WORDS.has(wordsOf(id)[0] ?? '')).length;
  const ends = named.filter(({ id }) => VERB_WORDS.has(wordsOf(id).at(-1) ?? '')).length;
  return { named, style: styleOf(named.map(({ id }) => id)), isVerbFirst: begins > ends };
}

/** As the ids that are there, else in snake_case as this standard has them. */
function styleOf(ids: readonly string[]): Habits['style'] {
  if (ids.some(id => id.includes('_'))) return 'snake';
  if (ids.some(id => id.includes('-'))) return 'kebab';
  return ids.some(id => /[a-z][A-Z]/.test(id)) ? 'camel' : 'snake';
}

function candidatesFor(operation: Operation, { named, style, isVerbFirst }: Habits): string[] {
  const verb = verbOf(operation, named, isVerbFirst);
  const [resource, ...parents] = resourceNames(operation, named);
  const key = keyIn(operation);
  const ids = isVerbFirst
    ? [
        `${verb}_${resource}`,
        ...(key === undefined ? [] : [`${verb}_${resource}_by_${key}`]),
        ...parents.map(parent => `${verb}_${parent}_${resource}`),
      ]
    : [`${resource}_${verb}`, ...parents.map(parent => `${parent}_${resource}_${verb}`)];
  return ids.map(id => withoutAccents(STYLES[style](id)));
}

/** An id has only signs that a URL may hold as they are: `categorieen_list`. */
const withoutAccents = (id: string): string => id.normalize('NFD').replace(/\p{M}/gu, '');

/** The first number that makes it unique, from 2. */
function numbered(id: string, taken: ReadonlySet<unknown>): string {
  const mark = id.includes('_') ? '_' : id.includes('-') ? '-' : '';
  let count = 2;
  while (taken.has(`${id}${mark}${count}`)) count += 1;
  return `${id}${mark}${count}`;
}

const VERBS: Readonly<Record<string, string>> = {
  post: 'create',
  put: 'update',
  patch: 'partial_update',
  delete: 'delete',
  head: 'headers',
};

const segmentsOf = ({ path }: Operation): string[] => path.split('/').filter(segment => segment !== '');

const isItem = (operation: Operation): boolean => segmentsOf(operation).at(-1)?.endsWith('}') === true;

/** The parameter that tells one item from another, as words. */
function keyIn(operation: Operation): string | undefined {
  const last = segmentsOf(operation).at(-1) ?? '';
  return /^\{.+\}$/.test(last) ? wordsOf(last.slice(1, -1)).join('_') : undefined;
}

/** The word that other operations of the same method have, on an item or on a list. */
function verbOf(operation: Operation, named: readonly Named[], isVerbFirst: boolean): string {
  const last = segmentsOf(operation).at(-1) ?? '';
  if (last.startsWith('_')) return last;
  const usual =
    operation.method === 'get'
      ? isItem(operation)
        ? 'read'
        : 'list'
      : (entryOf(VERBS, operation.method) ?? operation.method);
  const alike = named.filter(
    ({ operation: other }) => other.method === operation.method && isItem(other) === isItem(operation),
  );
  const words = alike.map(({ id }) =>
    /partial_?update/i.test(id) ? usual : wordsOf(id).at(isVerbFirst ? 0 : -1),
  );
  const known = words.find(word => word !== undefined && VERB_WORDS.has(word));
  return known ?? (isVerbFirst && operation.method === 'get' ? 'get' : usual);
}

const literals = (operation: Operation): string[] =>
  segmentsOf(operation).filter(segment => !segment.includes('{') && !segment.startsWith('_'));

/** The resource, then those above it. */
function resourceNames(operation: Operation, named: readonly Named[]): string[] {
  const own = literals(operation);
  const sibling = named.find(({ operation: other }) => literals(other).join('/') === own.join('/'));
  const known = /^(.+?)_(list|create|read|retrieve|update|partial_update|delete|destroy|headers)$/.exec(
    sibling?.id ?? '',
  )?.[1];
  const names = own.reverse().map(segment => wordsOf(segment).join('_'));
  return known ? [known, ...names.slice(1)] : names.length > 0 ? names : ['root'];
}
