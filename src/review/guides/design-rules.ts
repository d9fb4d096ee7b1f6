import type { Lang, Text } from '../../core/text.ts';
import { lintRules, readExceptions } from '../../lint/index.ts';
import type { Guide } from '../../site/index.ts';
import type { Document } from '../../source/index.ts';

const TITLE: Text = { nl: 'Ontwerpregels', en: 'Design rules' };

const INTRO: Text = {
  nl: 'De regels van de API Design Rules die `zds lint` nagaat, en waar deze standaard afwijkt: met de reden en het aantal plaatsen. Een rij die niet meer klopt is een fout bij `zds lint`.',
  en: 'The API Design Rules that `zds lint` checks, and where this standard deviates: with the reason and the number of places. A row that is no longer right is an error of `zds lint`.',
};

const WORDS = {
  heads: { nl: '| regel | wat hij vraagt | deze standaard |', en: '| rule | what it asks | this standard |' },
  kept: { nl: 'volgt', en: 'keeps it' },
  deviates: { nl: 'wijkt af', en: 'deviates' },
  places: { nl: 'plaatsen', en: 'places' },
} as const satisfies Record<string, Text>;

const inCell = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;').trim();

/** Each API Design Rule, and what a document with `exceptions.yaml` beside it does about it. */
export async function designRulesGuide(document: Document, lang: Lang): Promise<Guide | undefined> {
  const exceptions = await readExceptions(document);
  if (!exceptions) return undefined;
  const rows = lintRules()
    .filter(({ id }) => id.startsWith('adr-'))
    .map(({ id, why, link }) => {
      const own = exceptions.rows.filter(({ rule }) => rule === id);
      const reasons = own.map(
        ({ reason, selector, places }) =>
          `${inCell(reason)} (\`${selector}\`, ${places} ${WORDS.places[lang]})`,
      );
      const state =
        own.length === 0 ? WORDS.kept[lang] : `**${WORDS.deviates[lang]}**: ${reasons.join('; ')}`;
      const name = link === undefined ? `\`${id}\`` : `[\`${id}\`](${link})`;
      return `| ${name} | ${inCell(why[lang])} | ${state} |`;
    });
  const table = [WORDS.heads[lang], '|---|---|---|', ...rows].join('\n');
  return {
    slug: 'design-rules',
    door: 'understand',
    title: TITLE[lang],
    markdown: `${INTRO[lang]}\n\n${table}`,
  };
}
