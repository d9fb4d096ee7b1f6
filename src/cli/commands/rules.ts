import { Option } from 'commander';
import {
  didYouMean,
  type Lang,
  namesOfRule,
  nearestNames,
  policies,
  type RuleInfo,
  rules,
  templateOf,
  UserError,
} from '../../index.ts';
import type { Register } from '../command.ts';
import { type CommonFlags, settingsOf, withCommonOptions } from '../settings.ts';

interface Flags extends CommonFlags {
  readonly format: 'text' | 'json' | 'markdown';
  readonly manual?: boolean;
  readonly policy?: boolean;
}

const EXAMPLE = `
Examples:
  zds rules                                  every rule, a line each
  zds rules max-length-tightened --lang nl   what it means, why, where it is written, an example
  zds rules --manual                         the checklist that no document can show
  zds rules --policy                         what each kind of change asks of the version number`;

export const registerRules: Register = (program, done) => {
  const command = program
    .command('rules [rule]')
    .description('the catalogue of rules: what each means, why, and where it is written')
    .addOption(new Option('--format <format>').choices(['text', 'json', 'markdown']).default('text'))
    .option('--manual', 'only the questions that a reviewer has to answer')
    .option('--policy', 'what each numbered policy asks of the version, and what it changed')
    .addHelpText('after', EXAMPLE);
  withCommonOptions(command).action(async (id: string | undefined, flags: Flags) => {
    const settings = await settingsOf(flags);
    if (flags.policy) {
      settings.emit(policiesIn(flags.format, settings.lang));
      done(0);
      return;
    }
    const all = await rules();
    const chosen = all.filter(rule =>
      id === undefined ? Boolean(rule.manual) === Boolean(flags.manual) : namesOfRule(rule).includes(id),
    );
    if (chosen.length === 0 && id !== undefined) throw unknownRule(id, all);
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
  const examples = examplesOf(rule, lang).map(
    ([label, yaml]) =>
      `\n  ${label}:\n${yaml
        .split('\n')
        .map(line => `    ${line}`)
        .join('\n')}`,
  );
  const lines = [headOf(rule, lang), templateOf(rule, lang), rule.why[lang], ...factsOf(rule, lang)];
  return [...lines, ...examples].join('\n  ');
}

const WORDS = {
  bad: { nl: 'fout', en: 'bad' },
  good: { nl: 'goed', en: 'good' },
  old: { nl: 'was', en: 'old' },
  new: { nl: 'wordt', en: 'new' },
  source: { nl: 'bron', en: 'source' },
  official: { nl: 'in de officiële linter', en: 'in the official linter' },
  levels: { nl: 'ernst per profiel', en: 'severity by profile' },
  off: { nl: 'uit in elk profiel', en: 'off in every profile' },
} as const satisfies Record<string, Record<Lang, string>>;

const SEVERITIES = {
  error: { nl: 'fout', en: 'error' },
  breaking: { nl: 'breekt', en: 'breaking' },
  warning: { nl: 'waarschuwing', en: 'warning' },
  info: { nl: 'info', en: 'info' },
} as const satisfies Record<RuleInfo['severity'], Record<Lang, string>>;

const headOf = ({ id, kind, severity }: RuleInfo, lang: Lang): string =>
  `${id} (${kind}, ${SEVERITIES[severity][lang]})`;

/** Where the rule is written, what others call it, and how grave it is where. */
function factsOf({ kind, source, link, official, levels, manual }: RuleInfo, lang: Lang): string[] {
  const byProfile = Object.entries(levels ?? {}).map(
    ([name, level]) => `${name}: ${SEVERITIES[level][lang]}`,
  );
  return [
    `${WORDS.source[lang]}: ${source}${link && link !== source ? ` (${link})` : ''}`,
    ...(official ? [`${WORDS.official[lang]}: ${official.join(', ')}`] : []),
    ...(kind === 'lint' && !manual
      ? [`${WORDS.levels[lang]}: ${byProfile.length > 0 ? byProfile.join(', ') : WORDS.off[lang]}`]
      : []),
  ];
}

const examplesOf = ({ example }: RuleInfo, lang: Lang): [string, string][] =>
  (['old', 'new', 'bad', 'good'] as const).flatMap(label => {
    const yaml = example?.[label];
    return yaml === undefined ? [] : [[WORDS[label][lang], yaml.trimEnd()] as [string, string]];
  });

function unknownRule(id: string, all: readonly RuleInfo[]): UserError {
  const names = all.flatMap(namesOfRule);
  return new UserError(
    'usage',
    { nl: `er is geen regel '${id}'`, en: `there is no rule '${id}'` },
    didYouMean(nearestNames(id, names), { nl: 'zds rules noemt ze.', en: 'zds rules lists them.' }),
  );
}

/** The policies for versions: what each kind of change asks, and what the number changed. */
function policiesIn(format: Flags['format'], lang: Lang): string {
  if (format === 'json') return `${JSON.stringify(policies(), undefined, 2)}\n`;
  const [heading, item] = format === 'markdown' ? ['## ', '- '] : ['', '  '];
  return policies()
    .map(({ number, rows, changed }) => {
      const lines = rows.map(({ text }) => `${item}${text[lang]}\n`);
      return `${heading}policy: ${number}\n\n${changed[lang]}\n\n${lines.join('')}`;
    })
    .join('\n');
}

const asMarkdown: Write = (rules, lang) =>
  rules
    .map(rule => {
      const examples = examplesOf(rule, lang).map(
        ([label, yaml]) => `\n${label}:\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`,
      );
      const facts = factsOf(rule, lang).map(fact => `- ${fact}\n`);
      return `## \`${rule.id}\`\n\n${rule.kind}, ${SEVERITIES[rule.severity][lang]}. ${templateOf(rule, lang)}\n\n${rule.why[lang]}\n\n${facts.join('')}${examples.join('')}`;
    })
    .join('\n');
