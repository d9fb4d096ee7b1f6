/** Exit codes of the command line; see docs/cli.md. `internal` is EX_SOFTWARE of BSD's sysexits. */
export const EXIT = { fine: 0, findings: 1, usage: 2, unreadable: 3, internal: 70 } as const;

/** `usage`: the call or a configuration is wrong (exit 2). `unreadable`: an input cannot be read (exit 3). */
export type UserErrorCode = 'usage' | 'unreadable';

/**
 * Trouble that a user can mend: shown as one or two lines (what, where, what to do), never with a stack trace.
 * Everything else that is thrown is a bug and keeps its stack.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;
  /** What the user can do about it, as a whole sentence. */
  readonly hint: string | undefined;
  /** The message by line: what is wrong, and below it the places where there are more. */
  readonly lines: readonly string[];

  constructor(code: UserErrorCode, message: string | readonly string[], hint?: string) {
    const lines = typeof message === 'string' ? [message] : message;
    super(lines.join('\n'));
    this.lines = lines;
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
  }
}
