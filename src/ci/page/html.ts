import type { Lang } from '../../core/text.ts';
import { visible } from '../../core/visible.ts';
import { cardHtml } from '../../report/cards-html.ts';
import { pageOf } from '../../report/html.ts';
import { lintBody } from '../../report/lint-html.ts';
import { escapeMarkup } from '../../report/markup.ts';
import { countsOf, titleOf } from '../../report/reporter.ts';
import type { CiDocument, CiRun } from '../model.ts';
import { asideLines, baseLine, headline, stateLine, verdictLine } from './sentences.ts';
import { STATES, WORDS } from './words.ts';

/** A run as one page that stands alone. */
export function ciHtml(run: CiRun, lang: Lang): string {
  const unchanged = run.documents.filter(({ state }) => state === 'unchanged').map(({ file }) => file);
  const body = [
    `<p><strong>${escapeMarkup(verdictLine(run, lang))}</strong></p>`,
    `<p>${escapeMarkup(baseLine(run, lang))}</p>`,
    ...run.documents.filter(({ state }) => state !== 'unchanged').map(document => sectionOf(document, lang)),
    ...(unchanged.length > 0
      ? [
          `<h2>${STATES.unchanged[lang]}</h2>\n<p>${unchanged.map(file => `<code>${escapeMarkup(visible(file))}</code>`).join(', ')}</p>`,
        ]
      : []),
    ...asideLines(run, lang).map(line => `<p>${escapeMarkup(line)}</p>`),
  ].join('\n');
  return pageOf(`zds: ${headline(run, lang)}`, lang, body);
}

function sectionOf(document: CiDocument, lang: Lang): string {
  const { file, diff, lint, state } = document;
  const changes = (diff?.changes ?? []).map(change => cardHtml(change, lang));
  return [
    `<h2><code>${escapeMarkup(visible(file))}</code></h2>`,
    `<p>${escapeMarkup(stateLine(document, lang))}</p>`,
    ...(diff ? [`<p>${escapeMarkup(titleOf(diff))}: ${escapeMarkup(countsOf(diff, lang))}</p>`] : []),
    ...changes,
    ...(lint && lint.findings.length > 0
      ? [`<h3>${(state === 'changed' ? WORDS.lintNew : WORDS.lintAll)[lang]}</h3>`, lintBody(lint, { lang })]
      : []),
  ].join('\n');
}
