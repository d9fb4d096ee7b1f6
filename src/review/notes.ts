import type { Change } from '../core/change.ts';
import type { Lang, Text } from '../core/text.ts';
import { beforeAfter } from '../report/before-after.ts';
import { addressOf, type Mark, markOf } from '../report/cards.ts';
import { escapeMarkdown, fence } from '../report/markup.ts';

const HEADS: readonly (readonly [marks: readonly Mark[], title: Text])[] = [
  [['breaking'], { nl: 'Clients moeten wijzigen', en: 'Clients have to change' }],
  [['warning'], { nl: 'Clients letten op', en: 'Clients take care' }],
  [['providers', 'work'], { nl: 'Werk voor registers', en: 'Work for registers' }],
  [['info'], { nl: 'Overig', en: 'Other changes' }],
  [['text'], { nl: 'Teksten', en: 'Texts' }],
];

const NOTHING: Text = { nl: 'Er verandert niets.', en: 'Nothing changes.' };

const MORE: Text = { nl: 'en nog {count}', en: 'and {count} more' };

/** Texts are named by their subject; a note names so many. */
const MOST_TEXTS = 10;

/** Release notes from changes, in sentences, by who is concerned; a break with the message that shows it. */
export function notesOf(changes: readonly Change[], lang: Lang): string {
  if (changes.length === 0) return NOTHING[lang];
  return HEADS.flatMap(([marks, title]) => {
    const own = changes.filter(change => marks.includes(markOf(change)));
    if (own.length === 0) return [];
    const lines = marks.includes('text') ? textLines(own, lang) : own.map(change => lineOf(change, lang));
    return [`## ${title[lang]}\n\n${lines.join('\n')}`];
  }).join('\n\n');
}

function lineOf(change: Change, lang: Lang): string {
  return [whatHappens(change, lang), ...waysOf(change, lang), ...pairOf(change, lang)].join('\n');
}

const PAIR: Text = {
  nl: 'Het bericht voor (−) en na (+) de wijziging, {at}',
  en: 'The message before (−) and after (+) the change, {at}',
};

/** A message longer than this is told by its address alone. */
const MOST_LINES = 40;

/** The message that clients have to change or to expect, as it was and as it is, below the line of its change. */
function pairOf({ illustration }: Change, lang: Lang): string[] {
  if (illustration?.audience !== 'clients') return [];
  const lines = beforeAfter(illustration);
  if (lines.length === 0 || lines.length > MOST_LINES) return [];
  const at = escapeMarkdown(addressOf(illustration.at, lang));
  const block = fence(lines.join('\n'), 'diff').split('\n');
  return [`  - ${PAIR[lang].replace('{at}', () => at)}:`, '', ...block.map(line => `    ${line}`)];
}

/** What happens, and in words the message that shows it. */
function whatHappens({ subject, events, illustration }: Change, lang: Lang): string {
  const what = events.map(event => event[lang]).join('; ');
  const line = `- **${escapeMarkdown(subject[lang])}**: ${escapeMarkdown(what)}.`;
  const edit = illustration?.edit?.[lang];
  if (!illustration || edit === undefined || illustration.audience !== 'clients') return line;
  const at = escapeMarkdown(addressOf(illustration.at, lang));
  const words =
    illustration.at.message === 'request'
      ? {
          nl: `Geweigerd wordt nu: ${at}, ${escapeMarkdown(edit)}.`,
          en: `Refused from now on: ${at}, ${escapeMarkdown(edit)}.`,
        }
      : {
          nl: `Nieuw mogelijk: ${at}, ${escapeMarkdown(edit)}.`,
          en: `Newly possible: ${at}, ${escapeMarkdown(edit)}.`,
        };
  return `${line} ${words[lang]}`;
}

const WAY: Text = { nl: 'Zonder breuk kon het zo', en: 'Without a break it could be done so' };

/** How it could be done without a break, below the line of the change. */
const waysOf = ({ ways = [] }: Change, lang: Lang): string[] =>
  ways.map(({ text }) => `  - ${WAY[lang]}: ${escapeMarkdown(text[lang])}`);

function textLines(changes: readonly Change[], lang: Lang): string[] {
  const shown = changes.slice(0, MOST_TEXTS).map(({ subject }) => escapeMarkdown(subject[lang]));
  const left = changes.length - shown.length;
  const more = left > 0 ? [MORE[lang].replace('{count}', String(left))] : [];
  return [`- ${[...shown, ...more].join('; ')}.`];
}
