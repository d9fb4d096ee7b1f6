import type { Command, HelpConfiguration } from 'commander';
import type { Lang } from '../index.ts';
import { DUTCH, DUTCH_MISTAKES } from './help-dutch.ts';

/**
 * The commands write their help in English, where they stand. In another language each sentence is looked up; one that
 * is not there stays as it is, and a test says so.
 */
const sayIn =
  (lang: Lang) =>
  (english: string): string =>
    lang === 'en' ? english : (DUTCH[english] ?? english);

/** What commander puts into help of its own, and the sentences of commands, options and arguments. */
export function helpIn(lang: Lang): HelpConfiguration {
  const say = sayIn(lang);
  const named = (usage: string): string =>
    usage.replace('[options]', say('[options]')).replace('[command]', say('[command]'));
  return {
    styleTitle: title => say(title),
    styleUsage: named,
    styleSubcommandTerm: named,
    commandDescription: command => say(command.description()),
    subcommandDescription: command => say(command.summary() || command.description()),
    argumentDescription: argument => say(argument.description),
    optionDescription: ({ description, argChoices, defaultValue, negate }) => {
      const facts = [
        ...(argChoices ? [`${say('choices:')} ${argChoices.join(', ')}`] : []),
        ...(defaultValue === undefined || negate ? [] : [`${say('default:')} ${String(defaultValue)}`]),
      ];
      const known = [say(description), ...(facts.length > 0 ? [`(${facts.join('; ')})`] : [])];
      return known.filter(word => word !== '').join(' ');
    },
  };
}

/** The command itself and all below it. */
export const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** An example is a call, then at least two spaces, then what it is for. */
const EXAMPLE = /^( {2}zds .*? {2,})(\S.*)$/;

/** The text that stands below the options: examples, and what else there is to know. */
export const epilogueIn = (lang: Lang, text: string): string =>
  text
    .split('\n\n')
    .map(paragraph => paragraphIn(lang, paragraph))
    .join('\n\n');

/** A paragraph is one sentence over several lines, or a line for each example. */
function paragraphIn(lang: Lang, paragraph: string): string {
  const say = sayIn(lang);
  const sentence = paragraph.trim();
  if (say(sentence) !== sentence) return paragraph.replace(sentence, () => say(sentence));
  return paragraph
    .split('\n')
    .map(line => {
      const [, call, purpose] = EXAMPLE.exec(line) ?? [];
      return call === undefined || purpose === undefined ? say(line) : `${call}${say(purpose)}`;
    })
    .join('\n');
}

/** What commander says of a call that it does not understand, which it writes in English. */
export function mistakeIn(lang: Lang, english: string): string {
  if (lang === 'en') return english;
  const known = DUTCH_MISTAKES.find(([pattern]) => pattern.test(english));
  return known ? english.replace(...known) : english;
}
