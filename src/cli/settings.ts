import { existsSync, statSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Config,
  type Document,
  didYouMean,
  holdsStandard,
  isRemote,
  LANGS,
  type Lang,
  namesOfRule,
  nearestNames,
  type ReadOptions,
  type Report,
  type RuleInfo,
  read,
  readConfig,
  refuseUnknownRules,
  rules,
  type SeverityChoice,
  type Text,
  UserError,
  visible,
  withSeverities,
} from '../index.ts';
import { environmentLang } from './language.ts';
import { ANOTHER_FILE, asComplaint, targetOf, tell, writeWhole } from './output.ts';

/** The options that every command has, as commander hands them over. */
export interface CommonFlags {
  readonly lang?: Lang;
  readonly output?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly allowRemote?: boolean;
  readonly allowOutside?: boolean;
}

/** What a command works with once flags, configuration and environment are read. */
export interface Settings {
  readonly lang: Lang;
  readonly color: boolean;
  readonly config: Config;
  readonly open: (
    name?: string,
    options?: Pick<ReadOptions, 'anyVersion' | 'previous' | 'texts'>,
  ) => Promise<Document>;
  /** Writes a result to `-o`, or else to standard output. */
  readonly emit: (content: string) => void;
  /** Writes results to files; none of them where one would overwrite what the command has read. */
  readonly write: (files: ReadonlyMap<string, string>) => void;
  /** Notes files that were read otherwise than by `open`, so that nothing is written over them. */
  readonly protect: (files: readonly string[]) => void;
  /** A notice for a person: to standard error, on a terminal, unless quiet. */
  readonly notice: (line: Text) => void;
  /** A line for a person about a result that went elsewhere: to standard output, unless quiet. */
  readonly say: (line: Text) => void;
  /** Says on standard error why the exit code is not 0, where no report does: what, and then what to do. */
  readonly complain: (lines: readonly Text[]) => void;
}

/** In which language a command speaks; `main` reads it before anything else is parsed. */
export const langOption = (): Option =>
  new Option('--lang <lang>', 'language of messages (default: LANG, else en)').choices([...LANGS]);

/** Adds the options that every command has. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(langOption())
    .option('-o, --output <file>', 'write to a file')
    .option('-q, --quiet', 'no notices on standard error')
    .option('--no-color', 'no colours (NO_COLOR does the same)')
    .option('--allow-remote', 'fetch http and https references')
    .option('--allow-outside', 'read files outside the git root or folder of the document');
}

/** `--profile`, with what holds without it. */
export const profileOption = (description: string): Option =>
  new Option('--profile <name>', description).choices([
    'zds',
    'adr',
    'adr@2.2',
    'adr@2.3',
    'conventions',
    'oas',
  ]);

/** Flags win over the configuration, and that over the environment. */
export async function settingsOf(flags: CommonFlags): Promise<Settings> {
  const config = await readConfig(process.cwd());
  const access: ReadOptions = {
    ...(flags.allowRemote ? { allowRemote: true } : {}),
    ...(flags.allowOutside ? { allowOutside: true } : {}),
  };
  const inputs = new Set(identities('zds.config.yaml'));
  const write = (files: ReadonlyMap<string, string>): void => {
    for (const file of files.keys()) refuseInput(file, inputs);
    writeWhole(files);
  };
  const lang = flags.lang ?? config.lang ?? environmentLang(process.env);
  return {
    lang,
    color: flags.color && flags.output === undefined && wantsColor(process.env, process.stdout.isTTY),
    config,
    open: async (name, options) => {
      const document = await read(name, { ...access, ...options });
      if (name === undefined && !flags.quiet && !(await holdsStandard(process.cwd())))
        tellOfPackage(document, lang);
      return remembering(inputs, document);
    },
    emit: content => {
      if (flags.output === undefined) process.stdout.write(content);
      else write(new Map([[flags.output, content]]));
    },
    write,
    protect: files => {
      for (const file of files) for (const identity of identities(file)) inputs.add(identity);
    },
    notice: line => {
      if (!flags.quiet && process.stderr.isTTY) tell([line[lang]]);
    },
    say: line => {
      if (!flags.quiet) process.stdout.write(`${visible(line[lang])}\n`);
    },
    complain: lines => tell(asComplaint(lines.map(line => line[lang]))),
  };
}

/** Whoever names no document, where there is none of the standard, gets that of the package, and has to know it. */
function tellOfPackage(document: Document, lang: Lang): void {
  const { info } = (document.files.get(document.root)?.value ?? {}) as { info?: { version?: string } };
  const version = info?.version ?? '';
  const own = ['openapi.yaml', 'openapi.yml', 'openapi.json'].find(name => existsSync(name));
  const here: Text = own
    ? { nl: `${own} staat hier en is niet genoemd`, en: `${own} is here and was not named` }
    : { nl: 'hier staat geen openapi.yaml', en: 'no openapi.yaml here' };
  const what: Text = {
    nl: `${here.nl}; dit is de standaard ${version} uit het pakket`,
    en: `${here.en}; this is the standard ${version} inside the package`,
  };
  tell([`zds: ${what[lang]}`]);
}

/** A document whose files are noted as inputs, those beside it too once they are read. */
function remembering(inputs: Set<string>, document: Document): Document {
  const note = (key: string): void => {
    if (isRemote(key)) return;
    for (const identity of identities(key)) inputs.add(identity);
  };
  [...document.files.keys()].forEach(note);
  const readBeside = (file: string): Promise<string | undefined> => {
    note(document.locateFile(document.root, file));
    return document.readBeside(file);
  };
  return { ...document, readBeside };
}

/** What a file is known by: its path with links followed, and what a second name of it (a hard link) has in common. */
function identities(file: string): string[] {
  const target = targetOf(file);
  if (!existsSync(target)) return [target];
  const { dev, ino } = statSync(target);
  return [target, `${dev}:${ino}`];
}

/** @throws UserError `usage` for a file that the command has read */
function refuseInput(file: string, inputs: ReadonlySet<string>): void {
  if (!identities(file).some(identity => inputs.has(identity))) return;
  throw new UserError(
    'usage',
    {
      nl: `${file}: de opdracht leest dit bestand, en zou het overschrijven`,
      en: `${file}: the command reads this file, and would overwrite it`,
    },
    ANOTHER_FILE,
  );
}

function wantsColor(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (environment.NO_COLOR) return false;
  return isTerminal || Boolean(environment.FORCE_COLOR);
}

export type SeverityFlags = Readonly<Record<string, SeverityChoice>>;

/** Reads `--rule id=severity`, given any number of times. */
export function collectSeverity(flag: string, previous: SeverityFlags = {}): SeverityFlags {
  const [, id, word] = /^([\w:/-]+)=(off|info|warn|warning|error)$/.exec(flag) ?? [];
  if (id === undefined || word === undefined) {
    throw new InvalidArgumentError('Write it as id=off, id=info, id=warning or id=error.');
  }
  return { ...previous, [id]: (word === 'warn' ? 'warning' : word) as SeverityChoice };
}

/**
 * The severities of the configuration that are about one kind of rule, and over them those of `--rule`.
 *
 * @throws UserError `usage` for a rule in the configuration that does not exist
 */
export async function severitiesOf(
  kind: RuleInfo['kind'],
  config: Config,
  flags: SeverityFlags = {},
): Promise<SeverityFlags> {
  const entries = Object.entries(config.rules ?? {});
  if (entries.length === 0 && Object.keys(flags).length === 0) return flags;
  const all = await rules();
  await refuseUnknownRules(process.cwd(), config);
  const chosen = idsIn(flags, kind, all);
  for (const id of Object.keys(chosen)) refuseOtherKind(id, kind, all);
  const ofKind = new Set(all.filter(rule => rule.kind === kind).map(({ id }) => id));
  return { ...Object.fromEntries(entries.filter(([id]) => ofKind.has(id))), ...chosen };
}

/** Choices by id, of rules that were called by any of their names; what is said of an id goes before what other names say. */
function idsIn(flags: SeverityFlags, kind: RuleInfo['kind'], all: readonly RuleInfo[]): SeverityFlags {
  const byOthers = Object.entries(flags).flatMap(([name, severity]) => {
    const called = all.filter(rule => namesOfRule(rule).includes(name));
    const own = called.filter(rule => rule.kind === kind);
    const ids = (own.length > 0 ? own : called).map(({ id }) => id);
    return (ids.length > 0 ? ids : [name]).map(id => [id, severity] as const);
  });
  const own = all.filter(({ id }) => Object.hasOwn(flags, id)).map(({ id }) => [id, flags[id]] as const);
  return Object.fromEntries([...byOthers, ...own]) as SeverityFlags;
}

const LISTED: Text = {
  nl: 'zds rules noemt de regels die er zijn.',
  en: 'zds rules lists the rules there are.',
};

/**
 * A rule that another command has is named as such; one that nobody has is for the command to refuse, unless a rule of
 * another kind was meant.
 *
 * @throws UserError `usage`
 */
function refuseOtherKind(id: string, kind: RuleInfo['kind'], all: readonly RuleInfo[]): void {
  const other = all.find(rule => rule.id === id)?.kind;
  if (other === kind) return;
  if (other !== undefined) {
    throw new UserError(
      'usage',
      {
        nl: `${id} is een regel van ${other}, niet van ${kind}`,
        en: `${id} is a rule of ${other}, not of ${kind}`,
      },
      { nl: `zds rules ${id} zegt wat die inhoudt.`, en: `zds rules ${id} tells what it means.` },
    );
  }
  const own = all.filter(rule => rule.kind === kind);
  const ids = own.map(rule => rule.id);
  // Its own command tells which rules come near.
  if (nearestNames(id, ids).length > 0) return;
  const byName = nearestNames(id, own.flatMap(namesOfRule));
  const elsewhere = nearestNames(
    id,
    all.map(rule => rule.id),
  ).map(name => `${name} (${all.find(rule => rule.id === name)?.kind})`);
  const meant = byName.length > 0 ? byName : elsewhere;
  if (meant.length === 0) return;
  throw new UserError(
    'usage',
    { nl: `${kind} heeft geen regel '${id}'`, en: `${kind} has no rule '${id}'` },
    didYouMean(meant, LISTED),
  );
}

/** What the configuration asks of version numbers. */
export const versionsOf = ({ policy, versions }: Config): Pick<Config, 'policy' | 'versions'> => ({
  ...(policy === undefined ? {} : { policy }),
  ...(versions === undefined ? {} : { versions }),
});

/**
 * A report with the severities of the configuration. Lint and diff are told beforehand, since a rule that is off need
 * not be looked for; what the other commands find is told of or left out here.
 *
 * @throws UserError `usage` for a rule in the configuration that does not exist
 */
export async function configured(report: Report, config: Config): Promise<Report> {
  const kinds = ['validate', 'message', 'backlog', 'release'] as const;
  const choices = await Promise.all(kinds.map(kind => severitiesOf(kind, config)));
  return withSeverities(report, Object.assign({}, ...choices));
}
