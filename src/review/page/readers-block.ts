import { escapeMarkup } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import {
  type ForReader,
  municipalitiesOf,
  partySentences,
  type ReaderSentence,
  readersOf,
} from './audiences.ts';
import { block, bullets, say } from './markup.ts';
import { WORDS } from './words.ts';

/** What it means for each kind of reader: with a script one at a time, without it all beside each other. */
export function readersBlock(review: Review): string {
  const readers = readersOf(review);
  const tabs = readers.map(
    ({ id, title }) => `<button type="button" data-rol="${id}" aria-pressed="false">${say(title)}</button>`,
  );
  const panels = readers.map(
    reader =>
      `<section data-rol="${reader.id}"><h3>${say(reader.title)}</h3>${sentencesHtml(reader.sentences)}${reader.id === 'municipality' ? municipalities(review) : ''}</section>`,
  );
  return block(
    'voor-mij',
    WORDS.forMe,
    `<div class="tabs" hidden data-script>${tabs.join('')}</div>\n<div class="readers">${panels.join('\n')}</div>`,
  );
}

const sentencesHtml = (sentences: ForReader['sentences']): string => bullets(sentences.map(sentenceHtml));

const sentenceHtml = ({ text, change }: ReaderSentence): string =>
  change === undefined
    ? say(text)
    : `${say(text)} <a href="#w-${change}">→ <span class="hide">${say(WORDS.changes)}: ${say(text)}</span></a>`;

/** Each municipality by itself, to choose from; without a script all of them behind a fold. */
function municipalities(review: Review): string {
  const all = municipalitiesOf(review);
  if (all.length === 0) return '';
  const options = all.map(({ name }) => `<option>${escapeMarkup(name)}</option>`).join('');
  const choice = `<p hidden data-script><label>${say(WORDS.choose)} <select id="gemeente"><option value="">–</option>${options}</select></label></p>`;
  const panels = all.map(
    party =>
      `<div data-gemeente="${escapeMarkup(party.name)}"><h4>${escapeMarkup(party.name)}</h4>${sentencesHtml(partySentences(review, party))}</div>`,
  );
  return `${choice}<details id="gemeenten"><summary>${say(WORDS.choose)}</summary>${panels.join('\n')}</details>`;
}
