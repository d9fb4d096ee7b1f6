/**
 * What steers a terminal or the direction of a line instead of showing itself: C0 and C1 controls and DEL (ISO/IEC
 * 6429), line and paragraph separators, the bidirectional controls of Unicode (UAX #9, section 2), and what takes no room
 * at all: zero width space, word joiner, byte order mark.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * One line of text that shows as it is: a control becomes its escape (`\n`, `\u001b`), so that a name from a document
 * cannot start a line, clear a screen or turn words around.
 */
export const visible = (text: string): string =>
  text.replace(CONTROLS, control => SHORT[control] ?? escapeOf(control));

const escapeOf = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A value as JSON in lines, in which every control is an escape: those that JSON would let stand as well. A place of a
 * finding takes one line.
 */
export const jsonText = (value: unknown): string =>
  inLines(value, '').replace(CONTROLS, control => (control === '\n' ? control : escapeOf(control)));

/**
 * Code in JavaScript or TypeScript, or JSON, that shows as it is: a control is its escape, which means the same in a
 * string and steers nothing in a comment. Line feeds and tabs stay.
 */
export const visibleCode = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(CONTROLS, control => (control === '\n' || control === '\t' ? control : escapeOf(control)));

/** Members of which every item takes one line: a report may have places by the ten thousand. */
const ONE_LINE_ITEMS: ReadonlySet<string> = new Set(['affects', 'places']);

function inLines(value: unknown, indent: string, name = ''): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map(item =>
      ONE_LINE_ITEMS.has(name) && !holdsPlaces(item) ? JSON.stringify(item) : inLines(item, inner),
    );
    return items.length === 0 ? '[]' : `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${inLines(member, inner, key)}`);
  return members.length === 0 ? '{}' : `{\n${inner}${members.join(`,\n${inner}`)}\n${indent}}`;
}

/** A group of places is no place itself. */
const holdsPlaces = (item: unknown): boolean => typeof item === 'object' && item !== null && 'places' in item;

/**
 * Text whose lines no CI server takes for a command: GitHub reads `::` at the start of a line, spaces before it or not,
 * and GitHub, Azure and TeamCity read `##[`, `##vso[` and the like anywhere in one.
 */
export const inert = (text: string): string =>
  text.replace(/^([^\S\n]*)::/gm, '$1\\::').replace(/##(?=\w*\[)/g, '#\\#');
