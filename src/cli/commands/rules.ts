import { Option } from 'commander';
import { type Lang, type RuleInfo, rules, templateOf, UserError } from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly format: 'text' | 'json' | 'markdown';
  readonly manual?: boolean;
}

const EXAMPLE = `
Examples:
  zds rules                                  every rule, a line each
  zds rules max-length-tightened --lang nl   what it means, why, where it is written, an example
  zds rules --manual                         the checklist that no document can show`;

export const registerRules: Register = (program, done) => {
  const command = program
    .command('rules [rule]')
    .description('the catalogue of rules: what each means, why, and where it is written')
    .addOption(new Option('--format <format>').choices(['text', 'json', 'markdown']).default('text'))
    .option('--manual', 'only the questions that a reviewer has to answer')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (id: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    const all = await rules();
    const chosen = all.filter(rule =>
      id === undefined ? Boolean(rule.manual) === Boolean(flags.manual) : rule.id === id,
    );
    if (chosen.length === 0)
      throw new UserError('usage', `there is no rule '${id}'`, 'zds rules lists them.');
    const { lang } = settings;
    const write = { text: asText, json: asJson, markdown: asMarkdown }[flags.format];
    settings.emit(write(chosen, lang, id !== undefined || flags.manual === true));
    done(0);
  });
};

type Write = (rules: readonly RuleInfo[], lang: Lang, inFull: boolean) => string;

const asJson: Write = rules => `${JSON.stringify(rules, undefined, 2)}\n`;

const asText: Write = (rules, lang, inFull) => {
  if (inFull) return rules.map(rule => `${inFullText(rule, lang)}\n`).join('\n');
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules
    .map(
      rule =>
        `${rule.id.padEnd(width)}  ${rule.kind.padEnd(8)}  ${rule.severity.padEnd(8)}  ${templateOf(rule, lang)}\n`,
    )
    .join('');
};

function inFullText(rule: RuleInfo, lang: Lang): string {
  const examples = Object.entries(rule.example ?? {}).map(
    ([label, yaml]) =>
      `\n  ${label}:\n${yaml
        .trimEnd()
        .split('\n')
        .map(line => `    ${line}`)
        .join('\n')}`,
  );
  const lines = [
    `${rule.id} (${rule.kind}, ${rule.severity})`,
    templateOf(rule, lang),
    rule.why[lang],
    rule.source,
  ];
  return [...lines, ...examples].join('\n  ');
}

const asMarkdown: Write = (rules, lang) =>
  rules
    .map(rule => {
      const examples = Object.entries(rule.example ?? {}).map(
        ([label, yaml]) => `\n${label}:\n\n\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\`\n`,
      );
      return `## \`${rule.id}\`\n\n${rule.kind}, ${rule.severity}. ${templateOf(rule, lang)}\n\n${rule.why[lang]}\n\n${rule.source}\n${examples.join('')}`;
    })
    .join('\n');
