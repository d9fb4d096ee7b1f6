import type { Lang, Text } from '../../core/text.ts';
import { inert, jsonText, visible } from '../../core/visible.ts';
import { shortFile } from '../../report/cards.ts';
import { CARD_STYLE } from '../../report/cards-html.ts';
import { wrap, wrapItems } from '../../report/cards-text.ts';
import type { HISTORY_FORMATS } from '../../report/formats.ts';
import { markText } from '../../report/marks.ts';
import { escapeMarkdown, escapeMarkup } from '../../report/markup.ts';
import type { HistoryChange, HistoryStep } from '../history.ts';
import { bullets, fold, say } from './markup.ts';
import { PAGE_STYLE } from './style.ts';
import { marksText } from './verdict-block.ts';
import { WORDS } from './words.ts';

export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

/** Changes that a step names; the others are counted, and a page has them behind a fold. */
const MOST_NAMED = 5;

/** Writes a timeline, the newest step last as people read it. */
export function renderHistory(
  steps: readonly HistoryStep[],
  format: HistoryFormat,
  { lang, width = 100 }: { readonly lang: Lang; readonly width?: number },
): string {
  if (format === 'json') return `${jsonText(steps)}\n`;
  if (format === 'html') return historyHtml(steps, lang);
  if (format === 'markdown') return `${steps.map(step => stepMarkdown(step, lang)).join('\n\n')}\n`;
  return `${steps.map(step => stepText(step, lang, width)).join('\n\n')}\n`;
}

/** `2.0.0-alpha.3 → 2.0.0-alpha.4`; what two documents call themselves alike is told apart by their names. */
function nameOf({ base, head }: HistoryStep): string {
  if (base.version !== head.version && base.title === head.title) return `${base.version} → ${head.version}`;
  const full = ({ version, label }: HistoryStep['base']): string =>
    version === label ? version : `${version} (${shortFile(label)})`;
  return `${full(base)} → ${full(head)}`;
}

const countsOf = ({ changes }: HistoryStep): Text => marksText(changes.map(({ mark }) => mark));

const shownOf = ({ changes }: HistoryStep, lang: Lang): string[] => {
  const shown = changes
    .slice(0, MOST_NAMED)
    .map(({ mark, title }) => `${markText(mark, lang)} ${title[lang]}`);
  const left = changes.length - MOST_NAMED;
  return left > 0 ? [...shown, `+${left}`] : shown;
};

const stepText = (step: HistoryStep, lang: Lang, width: number): string =>
  [
    `${step.isRight ? '✓' : '✗'} ${nameOf(step)}`,
    ...wrap(step.versionText[lang], width),
    ...wrapItems(countsOf(step)[lang].split(', '), ', ', width - 2).map(line => `  ${line}`),
    ...shownOf(step, lang).flatMap(line => wrap(line, width, '    ')),
  ]
    .map(line => inert(visible(line)))
    .join('\n');

const stepMarkdown = (step: HistoryStep, lang: Lang): string =>
  [
    `## ${step.isRight ? '✅' : '❌'} ${escapeMarkdown(nameOf(step))}`,
    `${escapeMarkdown(step.versionText[lang])} ${escapeMarkdown(countsOf(step)[lang])}`,
    ...(step.changes.length > 0
      ? [
          shownOf(step, lang)
            .map(line => `- ${escapeMarkdown(line)}`)
            .join('\n'),
        ]
      : []),
  ].join('\n\n');

function historyHtml(steps: readonly HistoryStep[], lang: Lang): string {
  const title = say(WORDS.history);
  const radios = (['nl', 'en'] as const).map(
    one =>
      `<label><input type="radio" name="taal" id="taal-${one}" value="${one}"${one === lang ? ' checked' : ''}> ${one}</label>`,
  );
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(WORDS.history[lang])}</title>
<style>${CARD_STYLE}${PAGE_STYLE}</style>
</head>
<body>
<header><h1>${title}</h1><div class="tools"><fieldset><legend class="hide">${say(WORDS.language)}</legend>${radios.join('')}</fieldset></div></header>
<main>
${steps.map(stepHtml).join('\n')}
</main>
</body>
</html>
`;
}

function stepHtml(step: HistoryStep): string {
  const item = ({ mark, title }: HistoryChange): string =>
    `<span class="${mark}"><span class="word">${say({ nl: markText(mark, 'nl'), en: markText(mark, 'en') })}</span></span> ${say(title)}`;
  const [open, folded] = [step.changes.slice(0, MOST_NAMED), step.changes.slice(MOST_NAMED)];
  const more = folded.length > 0 ? fold(`+${folded.length}`, bullets(folded.map(item))) : '';
  return `<section><h2 class="${step.isRight ? 'yes' : 'no'}">${step.isRight ? '✓' : '✗'} ${escapeMarkup(nameOf(step))}</h2>
<p>${say(step.versionText)}</p><p>${say(countsOf(step))}</p>${open.length > 0 ? bullets(open.map(item)) : ''}${more}</section>`;
}
