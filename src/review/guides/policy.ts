import type { RuleInfo } from '../../core/rule.ts';
import { fill, type Lang, type Text } from '../../core/text.ts';
import { diffRules } from '../../diff/index.ts';
import type { Guide } from '../../site/index.ts';

const TITLE: Text = { nl: 'Wat noemen wij brekend', en: 'What we call breaking' };

const GROUPS = [
  {
    severity: 'breaking',
    title: { nl: 'Breekt', en: 'Breaks' },
    about: {
      nl: 'Een bericht dat mocht, mag niet meer, of er komt iets terug waar niemand op rekent. Vraagt een nieuwe hoofdversie.',
      en: 'A message that was allowed no longer is, or something comes back that nobody counts on. Asks for a new major version.',
    },
  },
  {
    severity: 'warning',
    title: { nl: 'Kan breken', en: 'Can break' },
    about: {
      nl: 'Hangt ervan af hoe iemand bouwde, of is niet te bewijzen. Een mens oordeelt.',
      en: 'Depends on how somebody built it, or cannot be proved. A person decides.',
    },
  },
  {
    severity: 'info',
    title: { nl: 'Breekt niet', en: 'Does not break' },
    about: { nl: 'Bestaande berichten blijven gelden.', en: 'Existing messages stay valid.' },
  },
] as const;

const HEADS: Text = { nl: '| wijziging | waarom | regel |', en: '| change | why | rule |' };

const INTRO: Text = {
  nl: 'Deze lijst is de tabel waarmee `zds diff` oordeelt. Het oordeel hangt af van de richting: wat een client stuurt mag ruimer worden, wat hij krijgt mag strenger worden. Hier staat het zwaarste oordeel dat een regel geeft.',
  en: 'This list is the table that `zds diff` judges by. The verdict depends on the direction: what a client sends may become wider, what it gets may become narrower. This shows the gravest verdict that a rule gives.',
};

/** A sentence without the values of a finding. */
const sentence = (text: string): string =>
  fill(text, {})
    .replaceAll(/\{\w+\}/g, '…')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;');

const row = (rule: RuleInfo, lang: Lang): string =>
  `| ${sentence(rule.message[lang])} | ${sentence(rule.why[lang])} | \`${rule.id}\` |`;

/** The page that says which changes break, made from the rules that judge them. */
export function policyGuide(lang: Lang): Guide {
  const rules = diffRules();
  const groups = GROUPS.flatMap(({ severity, title, about }) => {
    const own = rules.filter(rule => rule.severity === severity);
    const rows = own.map(rule => row(rule, lang));
    return [
      `## ${title[lang]} (${own.length})`,
      about[lang],
      [HEADS[lang], '|---|---|---|', ...rows].join('\n'),
    ];
  });
  return {
    slug: 'breaking',
    door: 'judge',
    title: TITLE[lang],
    markdown: [INTRO[lang], ...groups].join('\n\n'),
  };
}
