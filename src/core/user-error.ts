import type { Lang, Text } from './text.ts';

/** Exit codes of the command line; see docs/cli.md. `internal` is EX_SOFTWARE of BSD's sysexits. */
export const EXIT = { fine: 0, findings: 1, usage: 2, unreadable: 3, internal: 70 } as const;

/** `usage`: the call or a configuration is wrong (exit 2). `unreadable`: an input cannot be read (exit 3). */
export type UserErrorCode = 'usage' | 'unreadable';

/**
 * Trouble that a user can fix: shown as one or two lines (what, where, what to do), never with a stack trace.
 * Everything else that is thrown is a bug and keeps its stack.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;
  /** What the user can do about it, as a whole sentence. */
  readonly hint: Text | undefined;
  /** What is wrong, and below it the places where there are more. */
  readonly lines: readonly Text[];

  /**
   * @param message one line, or several; `Error.message` has them in English
   * @param hint what to do about it, as a whole sentence
   */
  constructor(code: UserErrorCode, message: Text | readonly Text[], hint?: Text) {
    const lines = isLines(message) ? message : [message];
    super(lines.map(({ en }) => en).join('\n'));
    this.lines = lines;
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
  }

  /** All that a user reads, by line. */
  told(lang: Lang): string[] {
    return [...this.lines, ...(this.hint ? [this.hint] : [])].map(line => line[lang]);
  }
}

/** A file that the listing of its folder names, and that cannot be opened. */
export const unreadableFile = (file: string): UserError =>
  new UserError('unreadable', { nl: `${file}: kan niet worden gelezen`, en: `${file}: cannot be read` });

/** A file that is needed, and is not there. */
export const noSuchFile = (file: string, hint?: Text): UserError =>
  new UserError('unreadable', { nl: `${file}: dat bestand is er niet`, en: `${file}: no such file` }, hint);

const isLines = (message: Text | readonly Text[]): message is readonly Text[] => Array.isArray(message);
