import type { Lang } from '../../core/text.ts';
import { cardOf } from '../../report/cards.ts';
import { cardMarkdown, cardTable, details, MOST_OPEN } from '../../report/cards-markdown.ts';
import { conventionLines } from '../../report/conventions.ts';
import { LABELS } from '../../report/labels.ts';
import { escapeMarkdown } from '../../report/markup.ts';
import type { Review, ReviewedChange } from '../model.ts';
import { supportedText } from '../supported.ts';
import { named, readersOf } from './audiences.ts';
import { titleOf } from './html.ts';
import { qualityText } from './quality-block.ts';
import { claimTexts, countsText, decisionsText, roleText, untold } from './verdict-block.ts';
import { STATES, WORDS } from './words.ts';

/** A comment of GitHub holds 65,536 characters; this leaves room for what a workflow adds. */
const MOST_CHARACTERS = 60_000;

/** A review as a comment on a pull request: the verdict, five changes open, the others folded, what has to be done. */
export function reviewMarkdown(review: Review, lang: Lang): string {
  const head = headOf(review, lang);
  const [open, folded] = [review.changes.slice(0, MOST_OPEN), review.changes.slice(MOST_OPEN)];
  const tail = tailOf(review, lang);
  const budget = MOST_CHARACTERS - [...head, ...tail].join('\n\n').length - 500;
  const shown: string[] = [];
  let left = budget;
  const write = (one: ReviewedChange): string | undefined => {
    const text = changeMarkdown(one, lang);
    if (text.length + 2 > left) return undefined;
    left -= text.length + 2;
    return text;
  };
  const cards = open.map(({ detail }) => cardOf(detail, lang));
  if (cards.length > 0) {
    const table = cardTable(cards, lang);
    if (table.length < left) shown.push(table);
    left -= Math.min(left, table.length + 2);
  }
  const written = [...open, ...folded].map(write);
  shown.push(...written.slice(0, open.length).flatMap(text => text ?? []));
  const rest = written.slice(open.length).flatMap(text => text ?? []);
  if (rest.length > 0) shown.push(details(`${WORDS.changes[lang]} (${rest.length})`, rest.join('\n\n')));
  const dropped = written.filter(text => text === undefined).length;
  if (dropped > 0) shown.push(`_${WORDS.more[lang].replace('{count}', String(dropped))}_`);
  return `${[...head, `### ${WORDS.changes[lang]}`, ...(shown.length > 0 ? shown : [WORDS.noChanges[lang]]), ...tail].join('\n\n')}\n`;
}

function headOf(review: Review, lang: Lang): string[] {
  const readers = readersOf(review).map(({ title, sentences }) =>
    [`- **${title[lang]}**`, ...sentences.map(({ text }) => `  - ${escapeMarkdown(text[lang])}`)].join('\n'),
  );
  const claims = claimTexts(review).map(text => escapeMarkdown(text[lang]));
  const { mayMerge, sentence, versionText, roles } = review;
  return [
    `## ${escapeMarkdown(titleOf(review))}`,
    `${mayMerge ? '✅' : '❌'} **${escapeMarkdown(sentence[lang])}** ${escapeMarkdown(versionText[lang])}`,
    `${escapeMarkdown(countsText(review)[lang])} · ${WORDS.decisions[lang]}: ${decisionsText(review)[lang]}`,
    ...(claims.length > 0 ? [claims.map(claim => `- ${WORDS.proposalSays[lang]}: ${claim}`).join('\n')] : []),
    roles
      .map(
        role =>
          `- [${role.silent + role.objected === 0 ? 'x' : ' '}] ${escapeMarkdown(roleText(role)[lang])}`,
      )
      .join('\n'),
    ...(review.supported
      ? [`${WORDS.supported[lang]} ${escapeMarkdown(supportedText(review.supported)[lang])}`]
      : []),
    `### ${WORDS.forMe[lang]}`,
    readers.join('\n'),
  ];
}

function changeMarkdown({ detail, state, concerns, stories, parties }: ReviewedChange, lang: Lang): string {
  const extra = [
    `- ${STATES[state][lang]}`,
    ...concerns.map(
      ({ role, party, statement = '' }) =>
        `- ${WORDS.concern[lang]} ${escapeMarkdown(`${role ?? party}: ${statement}`)}`,
    ),
    ...(stories.length > 0
      ? [`- ${WORDS.stories[lang]}: ${escapeMarkdown(named(stories))} (${escapeMarkdown(named(parties))})`]
      : []),
  ];
  return `${cardMarkdown(cardOf(detail, lang), lang)}\n\n${extra.join('\n')}`;
}

function tailOf(review: Review, lang: Lang): string[] {
  const { nextSteps, base, head, tool, policy, today } = review;
  const changes = review.changes.map(({ detail }) => detail);
  const conventions = conventionLines({ ...review.report, changes }, lang).map(escapeMarkdown);
  const steps = nextSteps.slice(0, 40).map(step => `- [ ] ${escapeMarkdown(step[lang])}`);
  const wrong = untold(review)
    .slice(0, 40)
    .map(({ rule, text }) => `- ${rule}: ${escapeMarkdown(text[lang])}`);
  return [
    `### ${WORDS.next[lang]}`,
    steps.length > 0 ? steps.join('\n') : WORDS.nothingNext[lang],
    ...(wrong.length > 0 ? [`### ${WORDS.problems[lang]}`, wrong.join('\n')] : []),
    escapeMarkdown(qualityText(review)[lang]),
    ...(conventions.length > 0 ? [`${LABELS.conventions[lang]}: ${conventions.join(' ')}`] : []),
    `_${escapeMarkdown(`${base.label} → ${head.label} · zds ${tool.version} · policy ${policy} · ${today}`)}_`,
  ];
}
