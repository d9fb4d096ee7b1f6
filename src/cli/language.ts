import { LANGS, type Lang, readConfig, UserError } from '../index.ts';

/**
 * The language of what is said before the options of a command are read: help, and mistakes in the call itself. As
 * everywhere, `--lang` wins over the configuration, and that over the environment. A configuration that cannot be read
 * says nothing here: the command that reads it tells why.
 */
export async function languageOf(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<Lang> {
  return flagLang(argv) ?? (await configLang()) ?? environmentLang(environment);
}

/** The locale as POSIX has it: `LC_ALL` wins over `LC_MESSAGES`, and that over `LANG`. */
export function environmentLang(environment: NodeJS.ProcessEnv): Lang {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

export function flagLang(argv: readonly string[]): Lang | undefined {
  const index = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
  const [flag, value] = [argv[index], argv[index + 1]];
  const named = flag?.includes('=') ? flag.slice('--lang='.length) : value;
  return LANGS.find(lang => lang === named);
}

async function configLang(): Promise<Lang | undefined> {
  try {
    return (await readConfig(process.cwd())).lang;
  } catch (error) {
    if (error instanceof UserError || isOfSystem(error)) return undefined;
    throw error;
  }
}

/** What the system says of a folder or file, such as that it is gone. */
const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
