import type { Lang } from '../core/text.ts';
import type { Card, CardPlaces } from './cards.ts';
import { LABELS } from './labels.ts';
import { escapeMarkup } from './markup.ts';

const WORDS = {
  message: { nl: 'Het bericht', en: 'The message' },
  json: { nl: 'als JSON', en: 'as JSON' },
  source: { nl: 'In de bestanden', en: 'In the files' },
} as const;

/** Places that stand open; the others are folded. */
const MOST_PLACES = 6;

export const CARD_STYLE = `
.card{border:1px solid #c9ced3;border-left:.4rem solid #5b6770;border-radius:.3rem;margin:.6rem 0;padding:.4rem .9rem}
.card.breaking,.card.providers{border-left-color:#b3261e}.card.warning,.card.work{border-left-color:#8a5a00}
.card.info{border-left-color:#0b57a4}.card h3{font-size:1rem;margin:.15rem 0}.card .word{font-weight:700;margin-right:.5em}
.breaking .word,.providers .word{color:#a11d16}.warning .word,.work .word{color:#744b00}.info .word,.text .word{color:#0b4f95}
.card p,.card ul{margin:.2rem 0}.card ul{padding-left:1.1rem}.card pre{background:#f4f5f6;overflow:auto;padding:.5rem;max-height:22rem}
.card summary{cursor:pointer;color:#3b444b}.card .id{color:#4d565d;font-size:.85em}
@media(prefers-color-scheme:dark){.card{border-color:#444b51}.breaking .word,.providers .word{color:#ff9c93}
.warning .word,.work .word{color:#f0c069}.info .word,.text .word{color:#8ec2ff}.card pre{background:#23272a}
.card summary,.card .id{color:#b9c1c7}}`;

/** What a card says below its title; `inner` is what a page adds to it, already markup. */
export function cardBody(card: Card, lang: Lang, inner: string): string {
  const events =
    card.events.length > 1
      ? `<ul>${card.events.map(event => `<li>${escapeMarkup(event)}</li>`).join('')}</ul>`
      : '';
  return `${events}<p>${escapeMarkup(card.who)}</p>
${card.places.map(placesHtml).join('\n')}
${proofHtml(card, lang)}
${inner}
${sourceHtml(card, lang)}`;
}

/** A change as an article. */
export const cardHtml = (card: Card, lang: Lang): string =>
  `<article class="card ${card.mark}" id="w-${card.id}">
<h3><span class="word">${escapeMarkup(card.word)}</span> ${escapeMarkup(card.title)}</h3>
${cardBody(card, lang, '')}
</article>`;

function placesHtml({ label, items, viaExpand }: CardPlaces): string {
  const list = (some: readonly string[]): string =>
    some.map(item => `<code>${escapeMarkup(item)}</code>`).join('; ');
  const [open, folded] = [items.slice(0, MOST_PLACES), items.slice(MOST_PLACES)];
  const more =
    folded.length > 0 ? `<details><summary>+${folded.length}</summary><p>${list(folded)}</p></details>` : '';
  const expand = viaExpand ? `; ${escapeMarkup(viaExpand)}` : '';
  return `<p>${escapeMarkup(label)}: ${list(open)}${expand}</p>${more}`;
}

function proofHtml({ proof, ground }: Card, lang: Lang): string {
  const evidence = LABELS.evidence[lang];
  if (!proof) return ground === undefined ? '' : `<p>${evidence}: ${escapeMarkup(ground)}</p>`;
  const remark = proof.remark ? ` (${escapeMarkup(proof.remark)})` : '';
  return `<p>${evidence}: <strong>${escapeMarkup(proof.address)}</strong>; ${escapeMarkup(proof.outcome)}${remark}</p>
<details><summary>${WORDS.message[lang]}</summary><pre tabindex="0">${escapeMarkup(cut(proof.wire))}</pre></details>`;
}

/** A message of a megabyte helps nobody; the report in JSON keeps it whole. */
const cut = (text: string): string => (text.length > 8000 ? `${text.slice(0, 8000)}…` : text);

function sourceHtml(card: Card, lang: Lang): string {
  const places = [
    ...(card.old ? [`${LABELS.old[lang]} <code>${escapeMarkup(card.old)}</code>`] : []),
    ...(card.new ? [`${LABELS.new[lang]} <code>${escapeMarkup(card.new)}</code>`] : []),
    ...card.rules.map(rule => `<code>${escapeMarkup(rule)}</code>`),
  ];
  return `<p class="id">${places.join(' · ')} · <code>${card.id}</code></p>`;
}
