/**
 * What steers a terminal or the direction of a line instead of showing itself: C0 and C1 controls and DEL (ISO/IEC
 * 6429), line and paragraph separators, and the bidirectional controls of Unicode (UAX #9, section 2).
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * One line of text that shows as it is: a control becomes its escape (`\n`, `\u001b`), so that a name from a document
 * cannot start a line, clear a screen or turn words around.
 */
export const visible = (text: string): string =>
  text.replace(CONTROLS, control => SHORT[control] ?? escapeOf(control));

const escapeOf = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as JSON in lines, in which every control is an escape: those that JSON would let stand as well. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(CONTROLS, control =>
    control === '\n' ? control : escapeOf(control),
  );

/**
 * Text whose lines no CI server takes for a command: GitHub reads `::` at the start of a line, spaces before it or not,
 * and GitHub, Azure and TeamCity read `##[`, `##vso[` and the like anywhere in one.
 */
export const inert = (text: string): string =>
  text.replace(/^([^\S\n]*)::/gm, '$1\\::').replace(/##(?=\w*\[)/g, '#\\#');
