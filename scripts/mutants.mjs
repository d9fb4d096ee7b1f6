// What scripts/fuzz.mjs tries: real documents with a few random edits. The same seed gives the same edits.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

const FOLDERS = ['spec', 'tests/robustness/fixtures', '../shared/corpus', '../shared/foreign'];
/** Bytes. A command on what is larger may rightly take as long as what is called a hang. */
const LARGEST = 500_000;

/** A small generator of numbers below a bound (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return bound => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Paths of the real documents that are there: of each its root file. */
export function documents() {
  return FOLDERS.flatMap(filesIn)
    .filter(file => /\.(ya?ml|json)$/.test(file) && statSync(file).size < LARGEST)
    .filter(file => isWhole(readFileSync(file, 'utf8')))
    .sort();
}

/** A file with schemas alone may have the frame of a document around them, and no paths. */
const isWhole = text =>
  /^[\s{]*"?openapi"?:/m.test(text.slice(0, 2000)) && /"?paths"?:(?!\s*\{\s*\})/.test(text);

function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map(name => path.join(folder, name));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return [];
  }
}

/**
 * A document with one to three edits, all in one of its files.
 *
 * @param texts the files of the document by path, its root first
 * @returns the files, the edited one as JSON, and what was edited
 */
export function mutant(texts, next) {
  const names = Object.keys(texts);
  const name = names[next(2) ? 0 : next(names.length)];
  const value = load(texts[name]);
  const edits = Array.from({ length: 1 + next(3) }, () => edit(value, next));
  const text = JSON.stringify(value);
  if (next(12) > 0) return { texts: { ...texts, [name]: text }, edits };
  const [bytes, how] = damaged(next(2) ? text : texts[name], next);
  return { texts: { ...texts, [name]: bytes }, edits: [...edits, how] };
}

const NAMES = [
  'hasOwnProperty',
  '__proto__',
  'constructor',
  'toString',
  '',
  'a/b~c',
  '$ref',
  'x\n::error::y',
  '\u202e\u001b[2J',
];

const SCHEMAS = [
  { type: 'array', items: {} },
  { type: ['string', 'null'] },
  { anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] },
  { allOf: [{ required: ['a'] }, { properties: { a: false } }] },
  { oneOf: [{ type: 'integer' }, { type: 'number', multipleOf: 0.1 }] },
  { type: 'string', pattern: '^(a+)+$', minLength: 3, maxLength: 2 },
  { type: 'object', additionalProperties: { $ref: '#/components/schemas' }, minProperties: 1e9 },
  { enum: [null, {}, [], 'a', 1e300, -0] },
  { not: {} },
  { const: { a: [1] } },
  { type: 'string', pattern: '(?<=a)b\\1' },
  { discriminator: { propertyName: 'k', mapping: { a: '#/nowhere', b: 'B' } }, oneOf: [] },
];

const WRONG = [
  null,
  0,
  -1,
  1e21,
  '',
  'x',
  [],
  {},
  true,
  [null],
  { $ref: '#' },
  { $ref: '#/components' },
  'constructor',
  '__proto__',
];

/** Every object and list in a value that has something in it, with its path. */
function holdersIn(value, at = '#') {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value);
  const here = inside.length > 0 ? [{ holder: value, at }] : [];
  return [
    ...here,
    ...inside.flatMap(([name, child]) =>
      holdersIn(child, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ),
  ];
}

/** Gives a name a value, as data: `__proto__` too. */
const put = (holder, name, value) =>
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });

/** What an edit does with a name in an object or list; `pick` gives another place at random. */
const EDITS = {
  'wrong value': ({ holder, name, next }) => put(holder, name, structuredClone(WRONG[next(WRONG.length)])),
  'another schema': ({ holder, name, next }) =>
    put(holder, name, structuredClone(SCHEMAS[next(SCHEMAS.length)])),
  removed: ({ holder, name }) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  },
  'a part from elsewhere': ({ holder, name, pick }) => put(holder, name, structuredClone(pick().holder)),
  'a reference to elsewhere': ({ holder, name, pick }) => put(holder, name, { $ref: encodeURI(pick().at) }),
  'another name': ({ holder, name, next }) => {
    if (!Array.isArray(holder)) put(holder, NAMES[next(NAMES.length)], holder[name]);
  },
  'a text with controls': ({ holder, name, next }) =>
    put(holder, name, `${NAMES[next(NAMES.length)]} ${holder[name]}`),
  'a changed text or number': ({ holder, name, next }) => {
    const value = holder[name];
    if (typeof value === 'string') put(holder, name, value.slice(0, next(value.length + 1)));
    else if (typeof value === 'number') put(holder, name, [value + 1, -value, value / 3, 1e308][next(4)]);
    else if (typeof value === 'boolean') put(holder, name, !value);
  },
  'nested in itself': ({ holder, name, next }) => {
    let value = holder[name];
    for (let depth = next(60); depth > 0; depth -= 1)
      value = { [name]: value, allOf: [value === null ? {} : { $ref: '#/' }] };
    put(holder, name, value);
  },
};

function edit(value, next) {
  const holders = holdersIn(value);
  if (holders.length === 0) return 'nothing';
  const pick = () => holders[next(holders.length)];
  const { holder, at } = pick();
  const names = Object.keys(holder);
  const name = names[next(names.length)];
  const kinds = Object.keys(EDITS);
  const kind = kinds[next(kinds.length)];
  EDITS[kind]({ holder, name, next, pick });
  return `${at}/${name}: ${kind}`;
}

/** A text that was cut off, or lost or gained something where it hurts a parser. */
function damaged(text, next) {
  const at = next(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return [
    [before, 'cut off'],
    [`${before}${after.slice(1)}`, 'a character lost'],
    [`${before}\u0000${after}`, 'a null byte'],
    [`${before}\t&a *a ${after}`, 'an alias'],
    [`${before}\n---\n${after}`, 'two documents'],
    [`${before}\ufeff${after}`, 'a byte order mark'],
  ][next(6)];
}
