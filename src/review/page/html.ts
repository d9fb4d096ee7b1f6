import { createHash } from 'node:crypto';
import { LANGS, type Lang } from '../../core/text.ts';
import { CARD_STYLE } from '../../report/cards-html.ts';
import { escapeMarkup } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import { changesBlock } from './changes-block.ts';
import { mapBlock } from './map-block.ts';
import { say, switched } from './markup.ts';
import { originBlock } from './origin-block.ts';
import { qualityBlock } from './quality-block.ts';
import { readersBlock } from './readers-block.ts';
import { releaseBlock } from './release-block.ts';
import { PAGE_SCRIPT } from './script.ts';
import { PAGE_STYLE } from './style.ts';
import { textsBlock } from './texts-block.ts';
import { verdictBlock } from './verdict-block.ts';
import { WORDS } from './words.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STYLE = CARD_STYLE + PAGE_STYLE;

/** What a review is about, in a line. */
export function titleOf({ base, head, proposal }: Review): string {
  const after = head.title === base.title ? head.version : `${head.title} ${head.version}`;
  return `${base.title} ${base.version} → ${after}${proposal ? `: ${proposal.title}` : ''}`;
}

/**
 * A review as one page that stands alone, in both languages: nothing is fetched, and without script everything is shown.
 *
 * @param lang the language that it opens in
 */
export function reviewHtml(review: Review, lang: Lang): string {
  const title = escapeMarkup(titleOf(review));
  const policy = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(PAGE_SCRIPT)}; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${title}</h1>${tools(lang)}</header>
<main>
${verdictBlock(review)}
${readersBlock(review)}
${mapBlock(review)}
${changesBlock(review)}
${qualityBlock(review)}
${releaseBlock(review)}
${textsBlock(review)}
${originBlock(review)}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** The choice of language works without script; the buttons come with it. */
function tools(lang: Lang): string {
  const radios = LANGS.map(
    one =>
      `<label><input type="radio" name="taal" id="taal-${one}" value="${one}"${one === lang ? ' checked' : ''}> ${one}</label>`,
  );
  const copied = `data-done-nl="${WORDS.copied.nl}" data-done-en="${WORDS.copied.en}"`;
  const button = (attributes: string, words: (typeof WORDS)['print' | 'copy' | 'copyLink']): string =>
    `<button type="button" ${attributes} ${switched(words)}>${words[lang]}</button>`;
  return `<div class="tools"><fieldset><legend class="hide">${say(WORDS.language)}</legend>${radios.join('')}</fieldset>
${button('data-do="print" hidden data-script', WORDS.print)}${button(`data-do="link" hidden data-script ${copied}`, WORDS.copyLink)}${button(`id="kopieer" hidden ${copied}`, WORDS.copy)}</div>`;
}
