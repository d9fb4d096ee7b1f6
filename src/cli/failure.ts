import { CommanderError } from 'commander';
import { EXIT, type Lang, systemCode, systemWords, type Text, TOOL, UserError } from '../index.ts';
import { asComplaint, tell } from './output.ts';

/**
 * Says on standard error why a command ended without a result, and gives the exit code. Trouble that a user can fix
 * is a line or two; everything else is a fault of ours, which is no finding: one sentence with what to report, and the
 * stack only where ZDS_DEBUG is set.
 */
export function report(error: unknown, lang: Lang): number {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UserError) {
    tell(asComplaint(error.told(lang)));
    return EXIT[error.code];
  }
  const refused = refusedBySystem(error);
  if (refused) return report(refused, lang);
  const facts = `(Node ${process.versions.node}, ${process.platform} ${process.arch}; ${nameOf(error)})`;
  const [what = '', how = ''] = INTERNAL[lang];
  tell([
    ...asComplaint([`${what} ${facts}`, ...(process.env.ZDS_DEBUG ? [] : [how])]),
    ...(process.env.ZDS_DEBUG ? stackOf(error) : []),
  ]);
  return EXIT.internal;
}

const INTERNAL: Readonly<Record<Lang, readonly string[]>> = {
  nl: [
    `interne fout, een gebrek van zds ${TOOL.version} en niet van uw document: meld het met deze regel, de opdracht en het document`,
    'ZDS_DEBUG=1 toont waar het gebeurde.',
  ],
  en: [
    `internal error, a fault of zds ${TOOL.version} and not of your document: please report it with this line, the command and the document`,
    'ZDS_DEBUG=1 shows where it happened.',
  ],
};

/** A file that the system refuses, whatever part of us asked for it. */
function refusedBySystem(error: unknown): UserError | undefined {
  const code = systemCode(error);
  if (code === undefined || typeof error !== 'object' || error === null) return undefined;
  const { nl, en } = systemWords(code);
  // What is open already has no path any more.
  const [unnamed, path] = [
    { nl: 'een bestand', en: 'a file' },
    'path' in error ? String(error.path) : undefined,
  ];
  return new UserError('unreadable', {
    nl: `${path ?? unnamed.nl}: ${nl}`,
    en: `${path ?? unnamed.en}: ${en}`,
  });
}

/** A message may be as long as what it quotes. */
const LONGEST = 200;

const nameOf = (error: unknown): string => {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
};

const stackOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : [];

const FULL: Text = {
  nl: 'Maak ruimte, of schrijf met -o ergens anders.',
  en: 'Free some space, or write elsewhere with -o.',
};

/** Standard output that cannot be written, such as a full disk. */
export function unwritableOutput({ code, message }: NodeJS.ErrnoException): UserError {
  const { nl, en } = systemWords(code ?? message);
  return new UserError(
    'usage',
    {
      nl: `standaarduitvoer kan niet worden geschreven: ${nl}`,
      en: `standard output cannot be written: ${en}`,
    },
    code === 'ENOSPC' ? FULL : undefined,
  );
}
