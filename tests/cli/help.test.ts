import { describe, expect, it } from '@jest/globals';
import { type Command, CommanderError } from 'commander';
import { epilogueIn, mistakeIn, withSubcommands } from '../../src/cli/help.ts';
import { DUTCH } from '../../src/cli/help-dutch.ts';
import { languageOf } from '../../src/cli/language.ts';
import { programIn } from '../../src/cli/program.ts';

const COMMANDS = withSubcommands(await programIn('en', () => {}));

/** What stands below the options of a command: help itself is written first. */
function epilogueOf(command: Command): string {
  const written: string[] = [];
  command.configureOutput({ writeOut: text => written.push(text) }).outputHelp();
  return written.slice(1).join('');
}

/** All sentences that the help of a command holds, in English. */
function sentencesOf(command: Command): string[] {
  const help = command.createHelp();
  const own = [
    command.description(),
    ...command.registeredArguments.map(({ description }) => description),
    ...help.visibleOptions(command).map(({ description }) => description),
    ...help.visibleCommands(command).map(one => one.summary() || one.description()),
  ];
  const paragraphs = epilogueOf(command).trim().split('\n\n');
  return [...own, ...paragraphs.flatMap(sentencesIn)].filter(sentence => sentence !== '');
}

const sentencesIn = (paragraph: string): string[] =>
  Object.hasOwn(DUTCH, paragraph)
    ? [paragraph]
    : paragraph.split('\n').flatMap(line => {
        const [, call, purpose] = /^ {2}(zds .*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
        if (call === undefined) return [line];
        return purpose === undefined ? [] : [purpose];
      });

const SENTENCES = new Set(COMMANDS.flatMap(sentencesOf));

/** Words of commander itself, which no command holds as a sentence of its own. */
const OF_COMMANDER = [
  '[options]',
  '[command]',
  'Usage:',
  'Arguments:',
  'Options:',
  'Commands:',
  'choices:',
  'default:',
  '(zds --help, or zds COMMAND --help, lists what there is)',
];

describe('help is there in Dutch', () => {
  it('every sentence of every command', () => {
    expect([...SENTENCES].filter(sentence => !Object.hasOwn(DUTCH, sentence))).toEqual([]);
  });

  it('and no sentence that no command has', () => {
    const known = new Set([...SENTENCES, ...OF_COMMANDER]);
    expect(Object.keys(DUTCH).filter(sentence => !known.has(sentence))).toEqual([]);
  });

  it('an example keeps its call, and what it is for is translated', () => {
    expect(epilogueIn('nl', '\nExamples:\n  zds diff old.yaml new.yaml   two files\n')).toBe(
      '\nVoorbeelden:\n  zds diff old.yaml new.yaml   twee bestanden\n',
    );
  });
});

describe('what commander says of a call is there in Dutch', () => {
  const mistakeOf = async (...args: string[]): Promise<string> => {
    const said: string[] = [];
    const program = await programIn('en', () => {});
    for (const command of withSubcommands(program)) {
      command.configureOutput({ outputError: text => said.push(text), writeErr: () => {} });
    }
    await expect(program.parseAsync(args, { from: 'user' })).rejects.toBeInstanceOf(CommanderError);
    return said
      .join('')
      .trimEnd()
      .split('\n')
      .map(line => mistakeIn('nl', line))
      .join(' ');
  };

  it.each([
    [['lint', '--foramt', 'json'], "fout: onbekende optie '--foramt' (Bedoelde u --format?)"],
    [['lnt'], "fout: onbekende opdracht 'lnt' (Bedoelde u lint?)"],
    [['release', 'cut'], "fout: het argument 'version' ontbreekt"],
    [['lint', '--base'], "fout: optie '--base <document>' heeft een waarde nodig"],
    [['lint', '--lang', 'fr'], "fout: optie '--lang <lang>' kent geen 'fr'. De keuze is nl, en."],
    [['diff', 'a', 'b', 'c'], "fout: te veel argumenten voor 'diff': hoogstens 2, gegeven 3."],
    [
      ['diff', '--rule', 'x=loud'],
      "fout: optie '--rule <id=severity>' kent geen 'x=loud'. Schrijf id=off, id=info, id=warning of id=error.",
    ],
  ])('%j', async (args, said) => {
    expect(await mistakeOf(...args)).toBe(said);
  });
});

describe('the language before the options of a command are read', () => {
  it.each([
    [['lint', '--lang', 'nl'], { LANG: 'en_GB.UTF-8' }, 'nl'],
    [['lint', '--lang=en'], { LANG: 'nl_NL.UTF-8' }, 'en'],
    [['lint'], { LANG: 'nl_NL.UTF-8' }, 'nl'],
    [['lint'], { LANG: 'nl_NL.UTF-8', LC_ALL: 'C' }, 'en'],
    [['lint', '--lang', 'fr'], {}, 'en'],
  ] as const)('%j in %j', (argv, environment, lang) => {
    expect(languageOf(argv, environment)).toBe(lang);
  });
});
