import { isObject, type Json } from '../core/json.ts';

/**
 * What is read of a text that ends in a line break. Nodes are added in the order in which they open, as `Marks` has them.
 */
interface Reading {
  readonly text: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly values: Json[];
  /** The parser: reads one value by itself, of the text from an offset to another, and adds its nodes. */
  readonly readValue: (start: number, end: number, depth: number) => Json | undefined;
}

/** A line with something on it: where that starts, after how many spaces; `indent` is -1 behind the last line. */
interface Line {
  readonly at: number;
  readonly indent: number;
}

/** A value, and the line after it. */
interface Read {
  readonly value: Json;
  readonly next: Line;
}

/** What a plain scalar starts with, if not with an indicator (YAML 1.2, section 5.3), and the rest of it, on one line. */
const FIRST = '\\w/($^=\\xa1-\\ud7ff';
const REST = '(?:[ -"$-9;-~\\xa0-\\ud7ff]|:(?=[^ \\n]))*';

/** Texts in quotes on one line, without escapes. */
const QUOTED = `'([ -&(-~\\xa0-\\ud7ff]*)'|"([ !#-[\\]-~\\xa0-\\ud7ff]*)"`;

const KEY = new RegExp(`(?:([${FIRST}]${REST})|${QUOTED}):(?= |\\n) *`, 'y');
const VALUE = new RegExp(`(?:([${FIRST}]${REST})|(?:${QUOTED}) *)\\n`, 'y');

/** The same on several lines: each but the first starts with something else than a space or a comment. */
const LINES = new RegExp(
  `^(?:([${FIRST}]${REST}(?:\\n[ \\n]* [!"$-9;-~\\xa1-\\ud7ff]${REST})+)|'((?:[ -&(-~\\n\\xa0-\\ud7ff]|'')*)'|"([ !#-[\\]-~\\n\\xa0-\\ud7ff]*)")[ \\n]*$`,
);

/** How any value starts that the parser can read by itself: not what it would take for something else there. */
const ALONE = new RegExp(`["'[{]|[|>][+-]? *\\n|[+.~-]?[${FIRST}]`, 'y');

/** Blank lines and those with a comment only, then the spaces before something else. */
const BETWEEN = /(?: *(?:#[^\n]*)?\n)*( *)/y;

/** Words that mean something else than themselves (YAML 1.2, section 10.3.2). */
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...['null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
]);

const WHOLE = /^(0|[1-9]\d{0,14})$/;

/** What may be a number in another notation. */
const NUMERIC = /^[\da-fA-FoOxX.+-]+$/;

/** Levels of nesting that no document comes to that people read. */
const DEEPEST = 100;

/**
 * Reads YAML as documents are written: blocks of keys and items, with texts on one line. The parser goes through a text
 * by the character and takes twice as long, so it gets only what is more than that, such as a text with escapes.
 *
 * @returns `undefined` where only the parser can tell what the whole means: a tag, an anchor, a tab, a mistake
 */
export function readPlainYaml(reading: Reading): Json | undefined {
  const { text } = reading;
  const first = lineFrom(text, 0);
  KEY.lastIndex = first.at;
  if (first.indent !== 0 || !KEY.test(text) || /[\t\r\0\ufeff]/.test(text)) return undefined;
  const read = readMembers(reading, first, 0);
  return read?.next.indent === -1 ? read.value : undefined;
}

function lineFrom(text: string, offset: number): Line {
  BETWEEN.lastIndex = offset;
  const spaces = BETWEEN.exec(text)?.[1] ?? '';
  const at = BETWEEN.lastIndex;
  return { at, indent: at < text.length ? spaces.length : -1 };
}

/** What starts on a line, or behind a dash as if it did, in a block that is indented by fewer spaces. */
function readNested(reading: Reading, line: Line, indent: number, depth: number): Read | undefined {
  if (depth > DEEPEST) return undefined;
  if (isItem(reading.text, line.at)) return readItems(reading, line, depth);
  KEY.lastIndex = line.at;
  return KEY.test(reading.text)
    ? readMembers(reading, line, depth)
    : readScalar(reading, line.at, indent, depth);
}

const isItem = (text: string, at: number): boolean =>
  text[at] === '-' && (text[at + 1] === ' ' || text[at + 1] === '\n');

function readMembers(reading: Reading, first: Line, depth: number): Read | undefined {
  const node = open(reading, first.at);
  const members: { [name: string]: Json } = {};
  let line = first;
  while (line.indent === first.indent) {
    KEY.lastIndex = line.at;
    const [, plain, single, double] = KEY.exec(reading.text) ?? [];
    const name = plain ?? single ?? double;
    if (name === undefined || Object.hasOwn(members, name) || (plain !== undefined && !isName(plain)))
      return undefined;
    close(reading, open(reading, line.at), name);
    const read = readMember(reading, KEY.lastIndex, first.indent, depth + 1);
    if (!read) return undefined;
    members[name] = read.value;
    line = read.next;
  }
  return line.indent > first.indent ? undefined : { value: close(reading, node, members), next: line };
}

/** Whether a plain key stays what it is: as a value it would be text, or the number that it looks like. */
const isName = (key: string): boolean =>
  !key.endsWith(' ') && key !== '__proto__' && (typeof meaningOf(key) === 'string' || WHOLE.test(key));

/** The value of a key; a list in it may be indented as the key is (YAML 1.2, section 8.2.1). */
function readMember(reading: Reading, at: number, indent: number, depth: number): Read | undefined {
  const { text } = reading;
  if (!isEmptyFrom(text, at)) return readScalar(reading, at, indent, depth);
  const line = lineFrom(text, at);
  if (line.indent > indent) return readNested(reading, line, indent, depth);
  if (line.indent === indent && isItem(text, line.at)) return readItems(reading, line, depth);
  return { value: close(reading, open(reading, at), null), next: line };
}

const isEmptyFrom = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '#';

function readItems(reading: Reading, first: Line, depth: number): Read | undefined {
  const { text } = reading;
  const node = open(reading, first.at);
  const items: Json[] = [];
  let line = first;
  while (line.indent === first.indent && isItem(text, line.at)) {
    let at = line.at + 1;
    while (text[at] === ' ') at += 1;
    const inside = isEmptyFrom(text, at) ? lineFrom(text, at) : { at, indent: first.indent + at - line.at };
    const isNothing = inside.indent <= first.indent;
    // The parser takes what follows a last item without anything for more items, however far it stands to the left.
    if (isNothing && inside.indent !== first.indent) return undefined;
    // It opens no node for an item without anything.
    const read = isNothing
      ? { value: null, next: inside }
      : readNested(reading, inside, first.indent, depth + 1);
    if (!read) return undefined;
    items.push(read.value);
    line = read.next;
  }
  return line.indent > first.indent ? undefined : { value: close(reading, node, items), next: line };
}

/** What is no block: read here where it is on one line, as nearly all are. */
function readScalar(reading: Reading, at: number, indent: number, depth: number): Read | undefined {
  VALUE.lastIndex = at;
  const [, plain, single, double] = VALUE.exec(reading.text) ?? [];
  const value = plain === undefined ? (single ?? double) : meaningOf(withoutSpaces(plain));
  const next = value === undefined ? undefined : lineFrom(reading.text, VALUE.lastIndex);
  if (value === undefined || !next || next.indent > indent) return readLines(reading, at, indent, depth);
  return { value: close(reading, open(reading, at), value), next };
}

/** Without the spaces at its end; other white space is part of a text. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

/** The value of a plain scalar on one line; `undefined` for what may be a number in another notation. */
function meaningOf(text: string): Json | undefined {
  const code = text.charCodeAt(0);
  const isDigit = code >= 48 && code <= 57;
  if (!isDigit) return text.length > 5 ? text : WORDS.has(text) ? WORDS.get(text) : text;
  return WHOLE.test(text) ? Number(text) : NUMERIC.test(text) ? undefined : text;
}

/** A text on several lines, or with a quote in it; by the parser where it is more than that. */
function readLines(reading: Reading, at: number, indent: number, depth: number): Read | undefined {
  const { text } = reading;
  const end = endOfValue(text, at, indent);
  const [, plain, single, double] = LINES.exec(text.slice(at, end)) ?? [];
  const value = plain === undefined ? (single?.replaceAll("''", "'") ?? double) : withoutSpaces(plain);
  if (value === undefined) return readByParser(reading, at, end, depth);
  return { value: close(reading, open(reading, at), folded(value)), next: lineFrom(text, end) };
}

/** A line break is a space, and an empty line a line break (YAML 1.2, section 6.5). */
function folded(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  let whole = '';
  let gap = '';
  for (const [index, line] of lines.entries()) {
    const begun = index === 0 ? line : line.replace(/^ +/, '');
    const content = index === last ? begun : withoutSpaces(begun);
    if (content === '' && index > 0 && index < last) gap = gap === ' ' ? '\n' : `${gap}\n`;
    else {
      whole += gap + content;
      gap = ' ';
    }
  }
  return whole;
}

function readByParser(reading: Reading, at: number, end: number, depth: number): Read | undefined {
  const { text } = reading;
  ALONE.lastIndex = at;
  if (!ALONE.test(text)) return undefined;
  const value = reading.readValue(at, end, depth);
  const isFlow = text[at] === '{' || text[at] === '[';
  // By itself, what looks like a key and its value is one; behind a key it is a mistake.
  const isPair = isFlow ? /[}\]]\s*:/.test(text.slice(at, end)) : isObject(value) || Array.isArray(value);
  return value === undefined || isPair ? undefined : { value, next: lineFrom(text, end) };
}

/** Where the first line starts that has something on it and does not belong to the value. */
function endOfValue(text: string, at: number, indent: number): number {
  let end = text.indexOf('\n', at) + 1;
  while (end < text.length) {
    let content = end;
    while (text[content] === ' ') content += 1;
    if (content - end <= indent && text[content] !== '\n') return end;
    end = text.indexOf('\n', content) + 1;
  }
  return end;
}

function open({ starts, ends, values }: Reading, at: number): number {
  ends.push(0);
  values.push(null);
  return starts.push(at) - 1;
}

function close<Value extends Json>({ starts, ends, values }: Reading, node: number, value: Value): Value {
  ends[node] = starts.length;
  values[node] = value;
  return value;
}
