import { readFileSync, statSync } from 'node:fs';
import { kindOf, LANGS, type Lang } from '../index.ts';

/**
 * The language of what is said before a command has read its options: help, and mistakes in the call itself. As
 * everywhere, `--lang` wins over the configuration, and that over the environment.
 */
export const languageOf = (argv: readonly string[], environment: NodeJS.ProcessEnv): Lang =>
  flagLang(argv) ?? configLang('zds.config.yaml') ?? environmentLang(environment);

/** The locale as POSIX has it: `LC_ALL` wins over `LC_MESSAGES`, and that over `LANG`. */
export function environmentLang(environment: NodeJS.ProcessEnv): Lang {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

function flagLang(argv: readonly string[]): Lang | undefined {
  const index = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
  const [flag, value] = [argv[index], argv[index + 1]];
  const named = flag?.includes('=') ? flag.slice('--lang='.length) : value;
  return LANGS.find(lang => lang === named);
}

/**
 * Only its line `lang:` is looked for, at once and without the parser: whether the file is right is for the command
 * that reads it.
 */
function configLang(file: string): Lang | undefined {
  const [, named] = /^lang: *['"]?(\w+)/m.exec(textOf(file)) ?? [];
  return LANGS.find(lang => lang === named);
}

/**
 * Empty for a file that cannot be read: this runs while a fault is told of, which has to be told in any case. A pipe is not
 * opened: it may never answer.
 */
function textOf(file: string): string {
  try {
    return kindOf(statSync(file)) === 'file' ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
