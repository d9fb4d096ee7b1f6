import colors from 'picocolors';
import type { Lang } from '../../core/text.ts';
import { cardOf } from '../../report/cards.ts';
import { cardText, wrap } from '../../report/cards-text.ts';
import type { Review } from '../model.ts';
import { roleText } from './verdict-block.ts';
import { STATES, WORDS } from './words.ts';

/** A review at a terminal: the changes, then the verdict and what has to be done. */
export function reviewText(review: Review, lang: Lang, width: number, color: boolean): string {
  const paint = colors.createColors(color);
  const cards = review.changes.map(({ detail, state, concerns }) => {
    const said = concerns.flatMap(({ role, party, statement = '' }) =>
      wrap(`${WORDS.concern[lang]} ${role ?? party}: ${statement}`, width),
    );
    return [
      cardText(cardOf(detail, lang), lang, width, paint),
      ...wrap(`${WORDS.decision[lang]}: ${STATES[state][lang]}`, width),
      ...said,
    ].join('\n');
  });
  const verdict = [
    paint.bold(review.sentence[lang]),
    ...wrap(review.versionText[lang], width, ''),
    ...review.roles.map(role => roleText(role)[lang]),
    `${WORDS.next[lang]}:`,
    ...(review.nextSteps.length > 0
      ? review.nextSteps.flatMap(step => wrap(`- ${step[lang]}`, width))
      : [`  ${WORDS.nothingNext[lang]}`]),
    ...review.problems.flatMap(({ rule, text }) => wrap(`${rule}: ${text[lang]}`, width)),
  ].join('\n');
  return `${[...cards, verdict].join('\n\n')}\n`;
}
