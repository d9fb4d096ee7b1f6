import { CommanderError } from 'commander';
import { EXIT, TOOL, UserError } from '../index.ts';
import { tell } from './output.ts';

/**
 * Says on standard error why a command ended without a result, and gives the exit code. Trouble that a user can mend
 * is a line or two; everything else is a fault of ours, which is no finding: one sentence with what to report, and the
 * stack only where ZDS_DEBUG is set.
 */
export function report(error: unknown): number {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UserError) {
    const [first = '', ...rest] = error.lines;
    tell([`zds: ${first}`, ...rest, ...(error.hint ? [`     ${error.hint}`] : [])]);
    return EXIT[error.code];
  }
  tell([
    `zds: internal error, a fault of zds ${TOOL.version} and not of your document: please report it with this line, the command and the document (Node ${process.versions.node}, ${process.platform} ${process.arch}; ${nameOf(error)})`,
    ...(process.env.ZDS_DEBUG ? stackOf(error) : ['     ZDS_DEBUG=1 shows where it happened.']),
  ]);
  return EXIT.internal;
}

/** A message may be as long as what it quotes. */
const LONGEST = 200;

const nameOf = (error: unknown): string => {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
};

const stackOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : [];

/** Standard output that cannot be written, such as a full disk. */
export const unwritableOutput = ({ code, message }: NodeJS.ErrnoException): UserError =>
  new UserError(
    'usage',
    `standard output cannot be written (${code ?? message})`,
    code === 'ENOSPC' ? 'The disk is full: free some space, or write elsewhere with -o.' : undefined,
  );
