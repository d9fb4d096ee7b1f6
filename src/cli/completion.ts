import type { Command, Option } from 'commander';

/** What can be typed after a command, as commander knows it. */
export interface CommandWords {
  /** The words of the command after `zds`; none for `zds` itself. */
  readonly path: readonly string[];
  readonly commands: readonly Described[];
  readonly options: readonly OptionWords[];
}

interface Described {
  readonly name: string;
  readonly description: string;
}

interface OptionWords extends Described {
  /** As it is typed: `--lang`, `-o`. */
  readonly flags: readonly string[];
  readonly takesValue: boolean;
  /** The values there are, where they are listed; other values are files. */
  readonly choices: readonly string[];
}

/** The words of a command and of all below it. */
export function wordsOf(command: Command, path: readonly string[] = []): CommandWords[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const own = {
    path,
    commands: commands.map(one => ({ name: one.name(), description: one.summary() || one.description() })),
    options: help.visibleOptions(command).map(optionWords),
  };
  return [own, ...command.commands.flatMap(one => wordsOf(one, [...path, one.name()]))];
}

const optionWords = (option: Option): OptionWords => ({
  name: option.name(),
  description: option.description,
  flags: [option.long, option.short].filter(flag => flag !== undefined && flag !== null),
  takesValue: option.required || option.optional,
  choices: option.argChoices ?? listedIn(option.description),
});

/** `--format` takes several, so its values stand in its description alone: `text, json, markdown; several …`. */
const listedIn = (description: string): string[] =>
  /^(\w+(?:, \w+){2,});/.exec(description)?.[1]?.split(', ') ?? [];

export const COMPLETIONS = { bash, zsh, fish } as const;

export type Shell = keyof typeof COMPLETIONS;

/** Text between single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const keyOf = ({ path }: CommandWords): string => path.join(' ');

/** Lines of a `case` that follows the commands typed so far. */
const steps = (words: readonly CommandWords[]): string =>
  words
    .filter(({ path }) => path.length > 0)
    .map(command => {
      const pattern = quoted(`${command.path.slice(0, -1).join(' ')} ${command.path.at(-1)}`.trimStart());
      return `      ${pattern}) path=${quoted(keyOf(command))} ;;`;
    })
    .join('\n');

const valuesOf = (
  words: readonly CommandWords[],
): { readonly pattern: string; readonly choices: readonly string[] }[] =>
  words.flatMap(command =>
    command.options
      .filter(({ takesValue }) => takesValue)
      .map(({ flags, choices }) => ({
        pattern: flags.map(flag => quoted(`${keyOf(command)} ${flag}`.trimStart())).join('|'),
        choices,
      })),
  );

/** For bash 4 and later. Where nothing of ours fits, files do. */
function bash(words: readonly CommandWords[]): string {
  const values = valuesOf(words).map(
    ({ pattern, choices }) =>
      `    ${pattern}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$word")); return ;;`,
  );
  const lists = words.map(command => {
    const names = [
      ...command.commands.map(({ name }) => name),
      ...command.options.flatMap(({ flags }) => flags),
    ];
    return `    ${quoted(keyOf(command))}) words=${quoted(names.join(' '))} ;;`;
  });
  return `# zds completion bash
_zds() {
  local word="\${COMP_WORDS[COMP_CWORD]}" path='' words='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${path:+$path }\${COMP_WORDS[index]}" in
${steps(words)}
    esac
  done
  case "\${path:+$path }\${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
  esac
  case "$path" in
${lists.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _zds zds
`;
}

/** Between a name and its description stands a colon, so one in a name is escaped. */
const zshItem = ({ name, description }: Described): string =>
  quoted(`${name.replaceAll(':', '\\:')}:${description.replaceAll('\n', ' ')}`);

function zsh(words: readonly CommandWords[]): string {
  const values = valuesOf(words).map(({ pattern, choices }) =>
    choices.length > 0
      ? `    ${pattern}) compadd -- ${choices.map(quoted).join(' ')}; return ;;`
      : `    ${pattern}) _files; return ;;`,
  );
  const lists = words.map(command => {
    const options = command.options.flatMap(({ flags, description }) =>
      flags.map(name => zshItem({ name, description })),
    );
    return `    ${quoted(keyOf(command))})
      commands=(${command.commands.map(zshItem).join(' ')})
      options=(${options.join(' ')}) ;;`;
  });
  return `#compdef zds
# zds completion zsh
_zds() {
  local typed='' index
  local -a commands options
  for ((index = 2; index < CURRENT; index++)); do
    case "\${typed:+$typed }\${words[index]}" in
${steps(words).replaceAll(' path=', ' typed=')}
    esac
  done
  case "\${typed:+$typed }\${words[CURRENT - 1]}" in
${values.join('\n')}
  esac
  case "$typed" in
${lists.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe -o option options
  elif (( \${#commands} )); then
    _describe command commands
  else
    _files
  fi
}
if [[ "$funcstack[1]" == _zds ]]; then _zds "$@"; else compdef _zds zds; fi
`;
}

function fish(words: readonly CommandWords[]): string {
  const lines = words.flatMap(command => {
    const [first, second] = command.path;
    const below = command.commands.map(({ name }) => name).join(' ');
    const seen = [first, second].filter(word => word !== undefined);
    const conditions = [
      ...seen.map(word => `__fish_seen_subcommand_from ${word}`),
      ...(below === '' ? [] : [`not __fish_seen_subcommand_from ${below}`]),
    ];
    const when = `complete -c zds -n ${quoted(conditions.join('; and '))}`;
    const names = command.commands.map(
      ({ name, description }) => `${when} -f -a ${quoted(name)} -d ${quoted(description)}`,
    );
    const options = command.options.map(({ flags, description, takesValue, choices }) => {
      const forms = flags.map(flag =>
        flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
      return `${when} ${forms.join(' ')}${values} -d ${quoted(description)}`;
    });
    return [...names, ...options];
  });
  return `# zds completion fish\n${lines.join('\n')}\n`;
}
