import { isMap, isScalar, type Pair, parseDocument, type Scalar, stringify, type YAMLMap } from 'yaml';
import { type Pointer, tokens } from '../../core/pointer.ts';

/** A change of one place in a file. */
export type Repair = { readonly file: string; readonly pointer: Pointer } & (
  | {
      readonly is: 'insert';
      readonly key: string;
      readonly value: unknown;
      /** Keys that the new one stands before, the first that is there; else it comes last. */
      readonly before: readonly string[];
    }
  /** Gives the member that the pointer leads to another key. */
  | { readonly is: 'rename'; readonly name: string }
  /** Gives a scalar another value. */
  | { readonly is: 'set'; readonly value: string | boolean }
);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The yaml library finds the places; the text around them is kept as it is, byte for byte. */
export function editedText(text: string, repairs: readonly Repair[]): string {
  const tree = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  return repairs
    .flatMap(repair => editFor(text, tree, repair) ?? [])
    .sort((left, right) => right.start - left.start)
    .reduce((whole, { start, end, text: part }) => whole.slice(0, start) + part + whole.slice(end), text);
}

type Tree = ReturnType<typeof parseDocument>;

function editFor(text: string, tree: Tree, repair: Repair): Edit | undefined {
  const path = tokens(repair.pointer);
  if (repair.is === 'insert') {
    const map = path.length === 0 ? tree.contents : tree.getIn(path, true);
    return isMap(map) ? insertion(text, map, repair.before, repair.key, repair.value) : undefined;
  }
  if (repair.is === 'set') {
    const scalar = tree.getIn(path, true);
    return isScalar(scalar) ? replacement(text, scalar, repair.value) : undefined;
  }
  const holder = path.length === 1 ? tree.contents : tree.getIn(path.slice(0, -1), true);
  const pair = isMap(holder) ? holder.items.find(({ key }) => keyOf(key) === path.at(-1)) : undefined;
  return isScalar(pair?.key) ? replacement(text, pair.key, repair.name) : undefined;
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

/** Keeps the quotes of a text. Where nothing stood behind the colon, a space comes first. */
function replacement(text: string, { range, type }: Scalar, value: string | boolean): Edit | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  const lead = start === end ? ' ' : '';
  // A block scalar ends behind its last line.
  const tail = /[\r\n]*$/.exec(text.slice(start, end))?.[0] ?? '';
  return { start, end, text: lead + scalarText(type, value) + tail };
}

function scalarText(type: Scalar['type'], value: string | boolean): string {
  if (type === 'QUOTE_DOUBLE' || typeof value === 'boolean') return JSON.stringify(value);
  if (type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function insertion(
  text: string,
  map: YAMLMap,
  before: readonly string[],
  key: string,
  value: unknown,
): Edit | undefined {
  if (!map.range) return undefined;
  if (map.flow || map.items.length === 0) return map.flow ? intoFlow(text, map, key, value) : undefined;
  const first = startOf(map.items[0]);
  const follower = before.map(name => map.items.find(item => keyOf(item.key) === name)).find(item => item);
  const at = follower ? startOf(follower) : endOf(text, map);
  if (first === undefined || at === undefined) return undefined;
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1));
  const lines = stringify({ [key]: value }, { singleQuote: true, lineWidth: 0 })
    .trimEnd()
    .split('\n');
  const eol = lineEnd(text);
  const block = lines.map(line => `${indent}${line}${eol}`).join('');
  if (!follower) {
    const lead = text[at - 1] === '\n' || at === 0 ? '' : eol;
    return { start: at, end: at, text: lead + block };
  }
  // The first key of a list item shares its line with the dash.
  if (text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() !== '')
    return { start: at, end: at, text: block.slice(indent.length) + indent };
  const start = withComments(text, at);
  return { start, end: start, text: block };
}

/** Into a map between braces: on a line of its own where its members have one, else in front of the first. */
function intoFlow(text: string, map: YAMLMap, key: string, value: unknown): Edit | undefined {
  if (!map.range) return undefined;
  const isJson = text.trimStart().startsWith('{');
  const first = startOf(map.items[0]);
  const line = first === undefined ? 0 : text.lastIndexOf('\n', first - 1) + 1;
  const indent = first === undefined ? '' : text.slice(line, first);
  if (first !== undefined && line > map.range[0] && indent.trim() === '') {
    const unit = indentWithin(text, map.range[0], indent);
    const eol = lineEnd(text);
    const lines = isJson
      ? JSON.stringify({ [key]: value }, undefined, unit)
          .split('\n')
          .slice(1, -1)
          .map(written => indent + written.slice(unit.length))
          .join(eol)
          .trimStart()
      : flowText(key, value);
    return { start: first, end: first, text: `${lines},${eol}${indent}` };
  }
  const isDense = isJson && /^\{"(?:[^"\\]|\\.)*":\S/.test(text.slice(map.range[0]));
  const pair = isDense
    ? JSON.stringify({ [key]: value }).slice(1, -1)
    : isJson
      ? spacedJson(key, value)
      : flowText(key, value);
  const at = first ?? map.range[0] + 1;
  return { start: at, end: at, text: map.items.length > 0 ? `${pair},${isDense ? '' : ' '}` : pair };
}

/** What the members of a map that begins at a place are indented with, beyond the line of the map itself. */
function indentWithin(text: string, at: number, indent: string): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return indent.slice(line.length - line.trimStart().length) || ' ';
}

/** On one line, with a space behind colons and commas. */
const spacedJson = (key: string, value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `${JSON.stringify(key)}: {${Object.entries(value)
        .map(([name, inner]) => spacedJson(name, inner))
        .join(', ')}}`
    : `${JSON.stringify(key)}: ${JSON.stringify(value)}`;

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const flowText = (key: string, value: unknown): string =>
  stringify({ [key]: value }, { collectionStyle: 'flow', singleQuote: true, lineWidth: 0 })
    .trim()
    .replace(/^\{ ?| ?\}$/g, '');

const startOf = (pair: Pair | undefined): number | undefined =>
  isScalar(pair?.key) ? pair.key.range?.[0] : undefined;

/** The start of the line behind the last member. */
function endOf(text: string, map: YAMLMap): number | undefined {
  const last = map.items.at(-1);
  const value = last?.value as Scalar | YAMLMap | null | undefined;
  const end = value?.range?.[1] ?? (isScalar(last?.key) ? last.key.range?.[1] : undefined);
  if (end === undefined) return undefined;
  if (text[end - 1] === '\n') return end;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

/** The start of the line of a key, or of the first of the comment lines right above it. */
function withComments(text: string, key: number): number {
  let start = text.lastIndexOf('\n', key - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^\s*#/.test(text.slice(above, start))) return start;
    start = above;
  }
  return start;
}
