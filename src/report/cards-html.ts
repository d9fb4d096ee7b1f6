import type { Change } from '../core/change.ts';
import type { Lang, Text } from '../core/text.ts';
import { type Card, type CardEvidence, cardOf } from './cards.ts';
import { LABELS } from './labels.ts';
import { escapeContent } from './markup.ts';
import { inLang, type Say } from './say.ts';

const WORDS = {
  pair: { nl: 'bericht voor (−) en na (+)', en: 'message before (−) and after (+)' },
  message: { nl: 'het bericht', en: 'the message' },
  minimal: { nl: 'het kleinste bericht dat het toont', en: 'the smallest message that shows it' },
  happens: { nl: 'wat er gebeurt', en: 'what happens' },
  who: { nl: 'voor wie', en: 'for whom' },
  source: { nl: 'bestand', en: 'file' },
  rules: { nl: 'regel', en: 'rule' },
} as const satisfies Record<string, Text>;

/** Places that stand open; the others are folded. */
const MOST_PLACES = 6;

/** Places of a change on a page that has too many changes to show more of each. */
const FEWEST_PLACES = 2;

export const CARD_STYLE = `
.card{border:1px solid #c9ced3;border-left:.4rem solid #5b6770;border-radius:.3rem;margin:.45rem 0;padding:.25rem .9rem}
.card.breaking,.card.providers{border-left-color:#b3261e}.card.warning,.card.work{border-left-color:#8a5a00}
.card.info{border-left-color:#0b57a4}.card h3{font-size:1rem;margin:.1rem 0;display:inline}.card .word{font-weight:700;margin-right:.5em}
.breaking .word,.providers .word{color:#a11d16}.warning .word,.work .word{color:#744b00}.info .word,.text .word{color:#0b4f95}
.card p,.card ul{margin:.2rem 0}.card ul{padding-left:1.1rem}.card pre{background:#f4f5f6;overflow:auto;padding:.5rem;max-height:22rem;margin:.2rem 0}
.card dl{display:grid;grid-template-columns:minmax(6rem,11rem) minmax(0,1fr);gap:.15rem .9rem;margin:.4rem 0}
.card del,.card ins{text-decoration:none}.card del{background:#fde7e5}.card ins{background:#e2f4e5}
.card dt{color:#4d565d}.card dd{margin:0;overflow-wrap:anywhere}.card dd p{margin:0 0 .15rem}
.card summary{cursor:pointer;color:#3b444b}.card .id{color:#4d565d;font-size:.85em}
@media(max-width:40rem){.card dl{grid-template-columns:minmax(0,1fr)}.card dt{margin-top:.3rem}}
@media screen and (prefers-color-scheme:dark){.card{border-color:#444b51}.breaking .word,.providers .word{color:#ff9c93}
.warning .word,.work .word{color:#f0c069}.info .word,.text .word{color:#8ec2ff}.card pre{background:#23272a}
.card del{background:#4d211e}.card ins{background:#1c3d24}.card summary,.card .id,.card dt{color:#b9c1c7}}`;

/** A change in both languages; lists have the same length in each. */
export type Cards = Readonly<Record<Lang, Card>>;

export const cardsIn = (change: Change): Cards => ({ nl: cardOf(change, 'nl'), en: cardOf(change, 'en') });

/** A row of what is said of a change; the term is a text, the rest markup. */
export type CardRow = readonly [term: Text, markup: string];

/** What a card says below its title: what happens, for whom, where, with what proof. */
export function cardRows(cards: Cards, say: Say, longest = LONGEST_MESSAGE): CardRow[] {
  const { events, places } = cards.nl;
  const happens = events.map((_, index) => `<li>${say(pick(cards, card => card.events[index] ?? ''))}</li>`);
  return [
    ...(happens.length > 0 ? [[WORDS.happens, `<ul>${happens.join('')}</ul>`] as const] : []),
    [WORDS.who, `${say(pick(cards, ({ who }) => who))}${wayNames(cards, longest)}`],
    ...places.map((_, index) => placesRow(cards, index, say, longest)),
    ...proofRows(cards, say, longest),
    ...wayRows(cards, say, longest),
  ];
}

/** Ways without a break, in sentences where there is room for them. */
const wayRows = (cards: Cards, say: Say, longest: number): CardRow[] =>
  longest < LONGEST_MESSAGE
    ? []
    : cards.nl.ways.map((_, index) => [LABELS.ways, say(pick(cards, one => one.ways[index]?.text ?? ''))]);

/** Their recipes, where a page has too many changes for the sentences. */
const wayNames = ({ nl: { ways } }: Cards, longest: number): string =>
  longest < LONGEST_MESSAGE
    ? ways.map(({ recipe }) => ` <code>${escapeContent(recipe)}</code>`).join('')
    : '';

/** Rows as a list of terms. */
export const rowsHtml = (rows: readonly CardRow[], say: Say): string =>
  `<dl>${rows.map(([term, markup]) => `<dt>${say(term)}</dt><dd>${markup}</dd>`).join('\n')}</dl>`;

/** A change as an article, in one language. */
export function cardHtml(change: Change, lang: Lang): string {
  const [cards, say] = [cardsIn(change), inLang(lang)];
  const { id, mark, word, title } = cards[lang];
  return `<article class="card ${mark}" id="w-${id}">
<h3><span class="word">${escapeContent(word)}</span> ${escapeContent(title)}</h3>
${rowsHtml([...cardRows(cards, say), sourceRow(cards[lang])], say)}
</article>`;
}

/** The same part of a card in both languages. */
const pick = (cards: Cards, get: (card: Card) => string): Text => ({ nl: get(cards.nl), en: get(cards.en) });

function placesRow(cards: Cards, index: number, say: Say, longest: number): CardRow {
  const at = (get: (places: Card['places'][number]) => string): Text =>
    pick(cards, ({ places }) => (places[index] ? get(places[index]) : ''));
  const items = cards.nl.places[index]?.items ?? [];
  const list = (from: number, to: number): string =>
    items
      .slice(from, to)
      .map((_, item) => `<code>${say(at(places => places.items[from + item] ?? ''))}</code>`)
      .join('; ');
  const isShort = longest < LONGEST_MESSAGE;
  const most = isShort ? FEWEST_PLACES : MOST_PLACES;
  const folded = items.length - most;
  const hidden = isShort
    ? `; +${folded}`
    : `<details><summary>+${folded}</summary><p>${list(most, items.length)}</p></details>`;
  const more = folded > 0 ? hidden : '';
  const expand = cards.nl.places[index]?.viaExpand ? `; ${say(at(({ viaExpand = '' }) => viaExpand))}` : '';
  return [at(({ label }) => label), `${list(0, most)}${expand}${more}`];
}

/** What shows the verdict, for each audience that has something of its own. */
const proofRows = (cards: Cards, say: Say, longest: number): CardRow[] =>
  cards.nl.evidence.flatMap((shown, index) => {
    const at = (get: (one: CardEvidence) => string): Text =>
      pick(cards, ({ evidence }) => (evidence[index] ? get(evidence[index]) : ''));
    const label = at(one => one.label);
    if (!shown.proof) return [[label, say(at(({ ground = '' }) => ground))] as const];
    return [
      [label, messageHtml(shown.proof, get => at(({ proof }) => (proof ? get(proof) : '')), say, longest)],
      ...pairRow(shown.proof, longest),
    ] satisfies CardRow[];
  });

function messageHtml(
  { remark, minimal, wire }: Proof,
  at: (get: (proof: Proof) => string) => Text,
  say: Say,
  longest: number,
): string {
  const said = remark ? `; ${say(at(one => one.remark ?? ''))}` : '';
  const smallest =
    minimal === undefined
      ? ''
      : `<details><summary>${say(WORDS.minimal)}</summary><pre tabindex="0">${escapeContent(cut(minimal, longest))}</pre></details>`;
  return `<p><strong>${say(at(({ address }) => address))}</strong>: ${say(at(({ outcome }) => outcome))}${said}</p>
<details><summary>${say(WORDS.message)}</summary><pre tabindex="0" class="copy">${escapeContent(cut(wire, longest))}</pre></details>${smallest}`;
}

/** The message on both sides of the change, below the message itself. */
const pairRow = ({ pair }: Proof, longest: number): CardRow[] =>
  pair.length === 0 || longest < LONGEST_MESSAGE
    ? []
    : [[WORDS.pair, `<pre tabindex="0">${pair.map(pairLine).join('\n')}</pre>`]];

type Proof = NonNullable<CardEvidence['proof']>;

/** A line of a message before (`-`) or after (`+`) a change, told by its sign and by what it is to HTML. */
function pairLine(line: string): string {
  const text = escapeContent(line);
  if (line.startsWith('-')) return `<del>${text}</del>`;
  return line.startsWith('+') ? `<ins>${text}</ins>` : text;
}

/** A message of a megabyte helps nobody; the report in JSON keeps it whole. */
const LONGEST_MESSAGE = 8000;

const cut = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

/** Where it stands in the files, by which rules, and what it is called in decisions. */
export function sourceRow(card: Card): CardRow {
  const places = [...(card.old ? [card.old] : []), ...(card.new ? [card.new] : [])];
  const files = places.map(place => `<code>${escapeContent(place)}</code>`).join(' → ');
  const rules = card.rules.map(rule => `<code>${escapeContent(rule)}</code>`).join(', ');
  return [
    WORDS.source,
    `<span class="id">${[files, rules, `<code>${card.id}</code>`].filter(part => part !== '').join(' · ')}</span>`,
  ];
}
