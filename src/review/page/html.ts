import { createHash } from 'node:crypto';
import type { Lang } from '../../core/text.ts';
import { cardOf, type Mark, markOf, markText } from '../../report/cards.ts';
import { CARD_STYLE, cardBody } from '../../report/cards-html.ts';
import { escapeMarkup } from '../../report/markup.ts';
import type { Review, ReviewedChange } from '../review.ts';
import { named, readersOf } from './audiences.ts';
import { draftOf } from './draft.ts';
import { roleText } from './markdown.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './style.ts';
import { STATES, WORDS } from './words.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A review as one page that stands alone: nothing is fetched, and without script everything is shown. */
export function reviewHtml(review: Review, lang: Lang): string {
  const { base, head, proposal } = review;
  const title = `${base.title} ${base.version} → ${head.version}${proposal ? `: ${proposal.title}` : ''}`;
  const style = PAGE_STYLE + CARD_STYLE;
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(PAGE_SCRIPT)}; base-uri 'none'`;
  const read = review.changes.filter(({ detail }) => detail.surface !== 'text');
  const texts = review.changes.filter(({ detail }) => detail.surface === 'text');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeMarkup(title)}</h1></header>
<main>
${verdictBlock(review, lang)}
${block('voor-mij', WORDS.forMe[lang], readersBlock(review, lang))}
${block('kaart', WORDS.map[lang], mapBlock(review, lang))}
${block('wijzigingen', `${WORDS.changes[lang]} (${read.length})`, filterForm(read, lang) + read.map(one => changeBlock(one, review, lang)).join('\n'))}
${block('kwaliteit', WORDS.quality[lang], `<p>${WORDS.notJudgedLint[lang]}</p>`)}
${block('uitgave', WORDS.release[lang], `<p>${WORDS.notJudgedNote[lang]}</p>`)}
${block('teksten', `${WORDS.texts[lang]} (${texts.length})`, texts.length === 0 ? `<p>${WORDS.noTexts[lang]}</p>` : texts.map(one => changeBlock(one, review, lang)).join('\n'))}
${block('herkomst', WORDS.origin[lang], originBlock(review))}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

const block = (id: string, title: string, body: string): string =>
  `<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${escapeMarkup(title)}</h2>\n${body}\n</section>`;

function verdictBlock(review: Review, lang: Lang): string {
  const { mayMerge, sentence, nextSteps, problems, roles } = review;
  const counts = new Map<Mark, number>();
  for (const { detail } of review.changes) counts.set(markOf(detail), (counts.get(markOf(detail)) ?? 0) + 1);
  const sums = [...counts].map(([mark, count]) => `${count} ${markText(mark, lang)}`).join(' · ');
  const item = (text: string): string => `<li>${escapeMarkup(text)}</li>`;
  const [open, folded] = [nextSteps.slice(0, 3), nextSteps.slice(3)];
  const more =
    folded.length > 0
      ? `<details><summary>+${folded.length}</summary><ul>${folded.map(step => item(step[lang])).join('')}</ul></details>`
      : '';
  const steps =
    open.length > 0
      ? `<ul>${open.map(step => item(step[lang])).join('')}</ul>${more}`
      : `<p>${WORDS.nothingNext[lang]}</p>`;
  const wrong =
    problems.length > 0
      ? `<h3>${WORDS.problems[lang]}</h3><ul>${problems.map(({ rule, text }) => item(`${rule}: ${text[lang]}`)).join('')}</ul>`
      : '';
  return `<section id="oordeel" aria-labelledby="h-oordeel"><h2 id="h-oordeel">${WORDS.verdict[lang]}</h2>
<p class="sentence ${mayMerge ? 'yes' : 'no'}">${mayMerge ? '✓' : '✗'} ${escapeMarkup(sentence[lang])}</p>
<p>${escapeMarkup(review.versionText[lang])}</p>
<p>${escapeMarkup(sums || WORDS.noChanges[lang])}</p>
<ul class="roles">${roles.map(role => item(roleText(role, lang))).join('')}</ul>
<h3>${WORDS.next[lang]}</h3>${steps}${wrong}</section>`;
}

const readersBlock = (review: Review, lang: Lang): string =>
  `<div class="readers">${readersOf(review, lang)
    .map(
      ({ id, title, sentences }) =>
        `<section id="${id}"><h3>${title}</h3><ul>${sentences.map(one => `<li>${escapeMarkup(one)}</li>`).join('')}</ul></section>`,
    )
    .join('')}</div>`;

const GRAVITY: readonly Mark[] = ['breaking', 'providers', 'warning', 'work', 'info', 'text'];

/** First segments of the paths that changes reach, with the gravest verdict of each. */
function mapBlock({ changes }: Review, lang: Lang): string {
  const rows = new Map<string, { mark: Mark; count: number }>();
  for (const { detail } of changes) {
    const mark = markOf(detail);
    const segments = new Set(detail.operations.map(label => `/${label.split(' ')[1]?.split('/')[1] ?? ''}`));
    for (const segment of segments) {
      const known = rows.get(segment);
      const gravest = known && GRAVITY.indexOf(known.mark) < GRAVITY.indexOf(mark) ? known.mark : mark;
      rows.set(segment, { mark: gravest, count: (known?.count ?? 0) + 1 });
    }
  }
  const sorted = [...rows].sort(
    ([, one], [, other]) =>
      GRAVITY.indexOf(one.mark) - GRAVITY.indexOf(other.mark) || other.count - one.count,
  );
  if (sorted.length === 0) return `<p>${WORDS.noChanges[lang]}</p>`;
  const line = ([segment, { mark, count }]: (typeof sorted)[number]): string =>
    `<tr><th scope="row"><code>${escapeMarkup(segment)}</code></th><td>${markText(mark, lang)}</td><td>${count}</td></tr>`;
  const table = (some: typeof sorted): string =>
    `<table><thead><tr><th scope="col">${WORDS.resource[lang]}</th><th scope="col">${WORDS.gravest[lang]}</th><th scope="col">${WORDS.count[lang]}</th></tr></thead><tbody>${some.map(line).join('')}</tbody></table>`;
  const rest = sorted.slice(6);
  return (
    table(sorted.slice(0, 6)) +
    (rest.length > 0 ? `<details><summary>+${rest.length}</summary>${table(rest)}</details>` : '')
  );
}

function filterForm(changes: readonly ReviewedChange[], lang: Lang): string {
  const marks = GRAVITY.filter(mark => changes.some(({ detail }) => markOf(detail) === mark));
  if (changes.length === 0) return `<p>${WORDS.noChanges[lang]}</p>`;
  const options = marks.map(mark => `<option value="${mark}">${markText(mark, lang)}</option>`).join('');
  return `<form hidden><label>${WORDS.verdict[lang]} <select name="verdict"><option value="">${WORDS.all[lang]}</option>${options}</select></label>
<label>${WORDS.search[lang]} <input name="search" type="search"></label><output id="count"></output></form>`;
}

function changeBlock(
  { detail, state, concerns, stories, parties }: ReviewedChange,
  review: Review,
  lang: Lang,
): string {
  const card = cardOf(detail, lang);
  const people = !review.hasBacklog
    ? WORDS.noBacklog[lang]
    : stories.length === 0
      ? WORDS.noStories[lang]
      : `${WORDS.stories[lang]} ${named(stories)} · ${WORDS.parties[lang]} ${named(parties)}`;
  const said = concerns.map(
    ({ role, party, statement = '' }) =>
      `<p class="no">${WORDS.concern[lang]} ${escapeMarkup(`${role ?? party}: ${statement}`)}</p>`,
  );
  const draft =
    state === 'not-needed'
      ? ''
      : `<details><summary>${WORDS.draft[lang]}</summary><pre tabindex="0">${escapeMarkup(draftOf(detail, review))}</pre></details>`;
  const inner = `<p>${escapeMarkup(people)}</p><p>${WORDS.decision[lang]}: ${STATES[state][lang]}</p>${said.join('')}${draft}`;
  return `<details class="card ${card.mark}" data-mark="${card.mark}" id="w-${card.id}">
<summary><span class="word">${escapeMarkup(card.word)}</span> <span class="title">${escapeMarkup(card.title)}</span> <span class="dim">${STATES[state][lang]}</span></summary>
${cardBody(card, lang, inner)}
</details>`;
}

function originBlock({ base, head, tool, policy, today, report }: Review): string {
  const assumed = report.findings.flatMap(({ evidence }) =>
    evidence?.is === 'assumed' ? [evidence.because] : [],
  );
  const conventions = [...new Set(assumed)].sort().join(', ');
  const unproved = report.findings.filter(({ evidence }) => evidence?.is === 'unproved').length;
  const rows = [
    `${base.label} (${base.version}) → ${head.label} (${head.version})`,
    `zds ${tool.version} · policy ${policy} · ${today}`,
    ...(conventions ? [`docs/engine.md: ${conventions}`] : []),
    `unproved: ${unproved}`,
  ];
  return `<ul>${rows.map(row => `<li>${escapeMarkup(row)}</li>`).join('')}</ul>`;
}
