import type { Change, SubjectKind } from '../../core/change.ts';
import type { Text } from '../../core/text.ts';
import { type CardRow, cardRows, cardsIn, rowsHtml, sourceRow } from '../../report/cards-html.ts';
import { MARK_ORDER, type Mark, markOf, markText } from '../../report/marks.ts';
import { escapeContent, escapeMarkup } from '../../report/markup.ts';
import type { Documented } from '../documented.ts';
import type { Excerpt, ExcerptPair } from '../excerpts.ts';
import type { Review, ReviewedChange } from '../model.ts';
import { draftOf } from './draft.ts';
import { block, fold, paragraph, say, switched } from './markup.ts';
import { KINDS, STATES, WORDS } from './words.ts';

/** The changes themselves, folded, with what filters them. */
export function changesBlock(review: Review): string {
  const read = review.changes.filter(({ detail }) => detail.surface !== 'text');
  const body = read.length === 0 ? paragraph(WORDS.noChanges) : filterForm(read) + changesHtml(read, review);
  return block('wijzigingen', WORDS.changes, body, String(read.length));
}

/**
 * Changes of so many characters in all are shown whole: a review of five hundred stays a page that opens. After it a change
 * names its files by line, and counts its places.
 */
const BUDGET = 350_000;

const SHORT_MESSAGE = 160;

function changesHtml(changes: readonly ReviewedChange[], review: Review): string {
  let left = BUDGET;
  const written = changes.map(change => {
    const whole = left < 0 ? '' : changeHtml(change, review);
    left -= whole.length;
    return left < 0 ? changeHtml(change, review, '', SHORT_MESSAGE) : whole;
  });
  return (left < 0 ? paragraph(WORDS.tooMuch) : '') + written.join('\n');
}

function filterForm(changes: readonly ReviewedChange[]): string {
  const marks = MARK_ORDER.filter(mark => changes.some(({ detail }) => markOf(detail) === mark));
  const kinds = [...new Set(changes.map(({ detail }) => detail.kind))];
  const resources = changes.flatMap(one => one.resources);
  const names = (of: 'api' | 'path'): readonly (readonly [string, Text])[] =>
    [...new Set(resources.map(one => one[of]))].sort().map(name => [name, { nl: name, en: name }] as const);
  const readers: readonly (readonly [string, Text])[] = [
    ['clients', { nl: 'clients', en: 'clients' }],
    ['providers', { nl: 'providers', en: 'providers' }],
  ];
  const fields = [
    select(
      'oordeel',
      WORDS.verdict,
      marks.map(mark => [mark, markWords(mark)] as const),
    ),
    select('api', { nl: 'API', en: 'API' }, names('api')),
    select('pad', WORDS.resource, names('path')),
    select('wie', WORDS.forWhom, readers),
    select(
      'soort',
      WORDS.kind,
      kinds.map((kind: SubjectKind) => [kind, KINDS[kind]] as const),
    ),
    `<label>${say(WORDS.search)} <input name="zoek" type="search" size="12"></label>`,
  ];
  const open = `<button type="button" data-do="open" ${switched(WORDS.openAll)}>${WORDS.openAll.nl}</button>`;
  const count = `<output id="count"></output> <span class="dim">${say(WORDS.read)} <output id="gelezen">0/${changes.length}</output></span>`;
  return `<form hidden data-script>${fields.join('\n')}\n${open} ${count}</form>\n`;
}

const markWords = (mark: Mark): Text => ({ nl: markText(mark, 'nl'), en: markText(mark, 'en') });

const select = (name: string, label: Text, options: readonly (readonly [string, Text])[]): string =>
  `<label>${say(label)} <select name="${name}"><option value="" ${switched(WORDS.all)}>${WORDS.all.nl}</option>${options
    .map(
      ([value, text]) =>
        `<option value="${escapeMarkup(value)}" ${switched(text)}>${escapeMarkup(text.nl)}</option>`,
    )
    .join('')}</select></label>`;

/** A change as a fold: its title says what and how grave, and inside stands why, where, for whom and what to decide. */
export function changeHtml(
  change: ReviewedChange,
  review: Review,
  sides = change.source.map(sidesHtml).join('\n'),
  longest?: number,
): string {
  const { detail, state, parties, resources } = change;
  const cards = cardsIn(detail);
  const { id, mark } = cards.nl;
  const places = detail.places.reduce((sum, group) => sum + group.places.length, 0);
  const sums = [
    ...(places > 0 ? [count(places, { nl: 'plaats', en: 'place' }, { nl: 'plaatsen', en: 'places' })] : []),
    ...(parties.length > 0
      ? [count(parties.length, { nl: 'partij', en: 'party' }, { nl: 'partijen', en: 'parties' })]
      : []),
    STATES[state],
  ];
  const concerned = (['clients', 'providers'] as const).filter(who =>
    ['breaking', 'warning'].includes(detail[who]),
  );
  const list = (values: readonly string[]): string => escapeMarkup([...new Set(values)].join('|'));
  const rows: CardRow[] = [
    ...cardRows(cards, say, longest),
    ...peopleRows(change, review, longest !== undefined),
    ...decisionRows(change, review, longest !== undefined),
    ...documentedRow(change.documented),
    sourceRow(cards.nl),
  ];
  return `<details class="card ${mark}" id="w-${id}" data-mark="${mark}" data-soort="${detail.kind}" data-wie="${concerned.join('|')}" data-api="${list(resources.map(({ api }) => api))}" data-pad="${list(resources.map(({ path }) => path))}">
<summary><span class="word">${say({ nl: cards.nl.word, en: cards.en.word })}</span> <h3>${say(detail.title)}</h3> <span class="dim">· ${sums.map(say).join(' · ')}</span></summary>
${sides}
${rowsHtml(rows, say)}
</details>`;
}

const count = (number: number, one: Text, several: Text): Text => {
  const word = number === 1 ? one : several;
  return { nl: `${number} ${word.nl}`, en: `${number} ${word.en}` };
};

/** Both documents side by side; what one of them does not say is marked and has a sign. */
const sidesHtml = (pair: ExcerptPair): string =>
  `<div class="sides">${sideHtml('old', pair.old)}${sideHtml('new', pair.new)}</div>`;

function sideHtml(side: 'old' | 'new', excerpt: Excerpt | undefined): string {
  const word = say(side === 'old' ? WORDS.before : WORDS.after);
  if (!excerpt)
    return `<figure class="${side}"><figcaption>${word}</figcaption><p class="dim">${say(WORDS.notThere)}</p></figure>`;
  const sign = side === 'old' ? '−' : '+';
  const lines = excerpt.lines.map(({ text, isChanged }, index) => {
    const number = String(excerpt.from + index).padStart(5);
    const line = `${number} ${isChanged ? sign : ' '} ${escapeContent(text)}`;
    return isChanged ? `<mark>${line}</mark>` : line;
  });
  return `<figure class="${side}"><figcaption>${word} ${escapeMarkup(excerpt.file)}</figcaption><pre tabindex="0">${lines.join('\n')}</pre></figure>`;
}

function peopleRows(
  { detail, stories, parties }: ReviewedChange,
  { hasBacklog }: Review,
  isShort: boolean,
): CardRow[] {
  if (!hasBacklog) return [[WORDS.stories, say(WORDS.unknown)]];
  if (detail.operations.length === 0) return [[WORDS.stories, say(WORDS.noOperation)]];
  if (stories.length === 0) return [[WORDS.stories, say(WORDS.noStories)]];
  const left = stories.length - 4;
  const hidden = isShort ? ` +${left}` : fold(`+${left}`, escapeMarkup(stories.slice(4).join(', ')));
  const rest = left > 0 ? hidden : '';
  return [
    [WORDS.stories, escapeMarkup(stories.slice(0, 4).join(', ')) + rest],
    [WORDS.parties, parties.length > 0 ? escapeMarkup(parties.join(', ')) : say(WORDS.none)],
  ];
}

function documentedRow({ old, new: next }: Documented = {}): CardRow[] {
  const link = (href: string | undefined, word: Text): string[] =>
    href === undefined ? [] : [`<a href="${escapeMarkup(href)}">${say(word)}</a>`];
  const links = [...link(old, WORDS.before), ...link(next, WORDS.after)];
  return links.length === 0 ? [] : [[WORDS.documentation, links.join(' · ')]];
}

const draftIn = ({ roles, today, proposal }: Review, change: Change): string =>
  draftOf(change, {
    roles: roles.map(({ role }) => role),
    today,
    ...(proposal ? { proposal: proposal.id } : {}),
  });

function decisionRows(
  { detail, state, decision, concerns, missing }: ReviewedChange,
  review: Review,
  isShort: boolean,
): CardRow[] {
  const said = concerns.map(
    ({ role, party, statement = '', date }) =>
      `<p class="no">${say(WORDS.concern)} ${escapeMarkup(`${role ?? party}, ${date}: ${statement}`)}</p>`,
  );
  const reason = decision
    ? `: ${escapeMarkup(`${decision.outcome}, ${decision.date}. ${decision.reason}`)}`
    : '';
  const lacking =
    state === 'not-needed' || state === 'open' ? [] : missing.map(text => `<p>${say(text)}</p>`);
  const draft =
    isShort || state === 'not-needed' || state === 'accepted'
      ? ''
      : fold(
          say(WORDS.draft),
          `<pre tabindex="0" class="copy">${escapeContent(draftIn(review, detail))}</pre>`,
        );
  return [[WORDS.decision, `${say(STATES[state])}${reason}${said.join('')}${lacking.join('')}${draft}`]];
}
