import colors from 'picocolors';
import { fill, type Lang, type Text } from '../../core/text.ts';
import { inert, visible } from '../../core/visible.ts';
import { cardOf } from '../../report/cards.ts';
import { cardText, conventionBlock, wrap, wrapItems } from '../../report/cards-text.ts';
import { conventionLines } from '../../report/conventions.ts';
import { LABELS } from '../../report/labels.ts';
import { markOf, markText } from '../../report/marks.ts';
import type { Review } from '../model.ts';
import { supportedText } from '../supported.ts';
import { titleOf } from './html.ts';
import { qualityText } from './quality-block.ts';
import { claimTexts, countsText, roleText, untold } from './verdict-block.ts';
import { STATES, WORDS } from './words.ts';

type Palette = ReturnType<typeof colors.createColors>;

/** Lines that a terminal shows at once. */
const LONG = 40;

/** A review at a terminal: the changes, then the verdict and what has to be done; a long one begins with them as well. */
export const reviewText = (review: Review, lang: Lang, width: number, color: boolean): string =>
  inert(writtenOut(onLinesOfOurs(review), lang, width, color));

/**
 * A review in which what people wrote in proposals and decisions stands on one line each and shows its controls: no name
 * starts a line that a CI server takes for a command, or clears a screen.
 */
function onLinesOfOurs(review: Review): Review {
  const both = ({ nl, en }: Text): Text => ({ nl: visible(nl), en: visible(en) });
  const { proposal, claims } = review;
  return {
    ...review,
    base: { ...review.base, title: visible(review.base.title), version: visible(review.base.version) },
    head: { ...review.head, title: visible(review.head.title), version: visible(review.head.version) },
    ...(proposal ? { proposal: { ...proposal, title: visible(proposal.title) } } : {}),
    ...(claims
      ? {
          claims: {
            ...claims,
            unnamed: claims.unnamed.map(both),
            unfounded: claims.unfounded.map(visible),
            contradicted: claims.contradicted.map(one => ({ ...one, because: both(one.because) })),
          },
        }
      : {}),
    sentence: both(review.sentence),
    versionText: both(review.versionText),
    roles: review.roles.map(state => ({ ...state, role: visible(state.role) })),
    nextSteps: review.nextSteps.map(both),
    problems: review.problems.map(one => ({ ...one, text: both(one.text) })),
    changes: review.changes.map(one => ({
      ...one,
      detail: { ...one.detail, title: both(one.detail.title) },
      concerns: one.concerns.map(({ role, party, statement, ...said }) => ({
        ...said,
        ...(role === undefined ? {} : { role: visible(role) }),
        ...(party === undefined ? {} : { party: visible(party) }),
        ...(statement === undefined ? {} : { statement: visible(statement) }),
      })),
    })),
  };
}

function writtenOut(review: Review, lang: Lang, width: number, color: boolean): string {
  const paint = colors.createColors(color);
  const cards = review.changes.map(({ detail, state, concerns }) => {
    const said = concerns.flatMap(({ role, party, statement = '' }) =>
      wrap(`${WORDS.concern[lang]} ${role ?? party}: ${statement}`, width),
    );
    return [cardText(cardOf(detail, lang), lang, width, paint, [STATES[state][lang]]), ...said].join('\n');
  });
  const verdict = verdictText(review, lang, width, paint);
  const shown = conventionLines(
    { ...review.report, changes: review.changes.map(({ detail }) => detail) },
    lang,
  );
  const body = [...cards, ...conventionBlock(shown, lang, width), verdict].join('\n\n');
  const isLong = body.split('\n').length > LONG;
  return isLong ? `${titleOf(review)}\n${verdict}\n\n${body}\n` : `${body}\n`;
}

/** The verdict and what has to be done, without the changes. */
function verdictText(review: Review, lang: Lang, width: number, paint: Palette): string {
  const claims = claimTexts(review).map(text => text[lang]);
  return [
    paint.bold(`${review.mayMerge ? '✓' : '✗'} ${review.sentence[lang]}`),
    ...wrap(review.versionText[lang], width, ''),
    ...(review.supported
      ? wrap(`${WORDS.supported[lang]} ${supportedText(review.supported)[lang]}`, width, '')
      : []),
    ...claims.flatMap(claim => wrap(`${WORDS.proposalSays[lang]}: ${claim}`, width, '')),
    ...wrapItems(countsText(review)[lang].split(', '), ', ', width),
    ...wrap(qualityText(review)[lang], width, ''),
    ...review.roles.map(role => roleText(role)[lang]),
    `${WORDS.next[lang]}:`,
    ...stepLines(review, lang, width),
    ...untold(review).flatMap(({ rule, text }) => wrap(`${rule}: ${text[lang]}`, width)),
  ].join('\n');
}

/** A verdict in few lines, for who edits: the sentence, the version, and the title of each change. */
export function verdictInShort(data: Review, lang: Lang, width: number, color: boolean): string {
  const review = onLinesOfOurs(data);
  const paint = colors.createColors(color);
  const titles = review.changes.map(
    ({ detail }) => `${markText(markOf(detail), lang)} ${detail.title[lang]}`,
  );
  const left = titles.length - MOST_STEPS;
  const lines = [
    paint.bold(`${review.mayMerge ? '✓' : '✗'} ${review.sentence[lang]}`),
    ...wrap(review.versionText[lang], width, ''),
    ...titles.slice(0, MOST_STEPS).flatMap(title => wrap(title, width)),
    ...(left > 0 ? [`  ${fill(LABELS.more[lang], { count: left })}`] : []),
  ];
  return inert(lines.join('\n'));
}

/** Steps that a terminal shows. */
const MOST_STEPS = 10;

function stepLines({ nextSteps }: Review, lang: Lang, width: number): string[] {
  if (nextSteps.length === 0) return [`  ${WORDS.nothingNext[lang]}`];
  const shown = nextSteps.slice(0, MOST_STEPS).flatMap(step => wrap(`- ${step[lang]}`, width));
  const left = nextSteps.length - MOST_STEPS;
  return left > 0 ? [...shown, `  - ${fill(LABELS.more[lang], { count: left })}`] : shown;
}
