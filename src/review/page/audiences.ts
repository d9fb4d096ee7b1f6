import type { Lang } from '../../core/text.ts';
import { addressOf } from '../../report/cards.ts';
import type { Review, ReviewedChange } from '../review.ts';
import { WORDS } from './words.ts';

/** So many sentences for one reader. */
const MOST = 5;

/** What a review says to one kind of reader, in the second person. */
export interface ForReader {
  readonly id: 'client' | 'provider' | 'municipality' | 'maintainer';
  readonly title: string;
  readonly sentences: readonly string[];
}

export function readersOf(review: Review, lang: Lang): ForReader[] {
  const { changes } = review;
  const breaking = changes.filter(({ detail }) => detail.clients === 'breaking');
  const risky = changes.filter(({ detail }) => detail.clients === 'warning');
  const work = changes.filter(({ detail }) => ['breaking', 'warning'].includes(detail.providers));
  return [
    {
      id: 'client',
      title: WORDS.client[lang],
      sentences: some(
        [...breaking, ...risky].map(one => clientSentence(one, lang)),
        lang,
      ),
    },
    {
      id: 'provider',
      title: WORDS.provider[lang],
      sentences: some(
        work.map(one => providerSentence(one, lang)),
        lang,
      ),
    },
    { id: 'municipality', title: WORDS.municipality[lang], sentences: municipality(review, lang) },
    {
      id: 'maintainer',
      title: WORDS.maintainer[lang],
      sentences: some(
        review.nextSteps.map(step => step[lang]),
        lang,
      ),
    },
  ];
}

function some(sentences: readonly string[], lang: Lang): string[] {
  if (sentences.length === 0) return [WORDS.nothingForYou[lang]];
  if (sentences.length <= MOST) return [...sentences];
  const left = sentences.length - MOST + 1;
  const more = lang === 'nl' ? `En nog ${left}; zie de wijzigingen.` : `And ${left} more; see the changes.`;
  return [...sentences.slice(0, MOST - 1), more];
}

function clientSentence({ detail }: ReviewedChange, lang: Lang): string {
  const { illustration } = detail;
  if (detail.clients !== 'breaking')
    return lang === 'nl' ? `Let op: ${detail.title.nl}.` : `Mind: ${detail.title.en}.`;
  if (illustration?.audience !== 'clients')
    return lang === 'nl' ? `Voor u breekt: ${detail.title.nl}.` : `This breaks for you: ${detail.title.en}.`;
  const at = addressOf(illustration.at, lang);
  const edit = illustration.edit?.[lang] ?? detail.title[lang];
  if (illustration.at.message === 'request')
    return lang === 'nl'
      ? `U stuurt ${illustration.at.operation} ${edit}? Dan wordt u geweigerd.`
      : `You send ${illustration.at.operation} ${edit}? Then you are refused.`;
  return lang === 'nl'
    ? `U kunt bij ${at} krijgen wat nooit toegestaan was: ${edit}.`
    : `At ${at} you may get what was never allowed: ${edit}.`;
}

function providerSentence({ detail }: ReviewedChange, lang: Lang): string {
  if (detail.providers === 'breaking')
    return lang === 'nl'
      ? `Uw register voldoet niet meer: ${detail.title.nl}.`
      : `Your register no longer conforms: ${detail.title.en}.`;
  return lang === 'nl' ? `U moet bouwen: ${detail.title.nl}.` : `You have to build: ${detail.title.en}.`;
}

function municipality({ changes, hasBacklog }: Review, lang: Lang): string[] {
  if (!hasBacklog) return [WORDS.noBacklog[lang]];
  const touched = changes.filter(({ detail, stories }) => detail.surface !== 'text' && stories.length > 0);
  if (touched.length === 0) return [WORDS.noStories[lang]];
  const sentences = touched
    .slice(0, MOST - 2)
    .map(
      ({ detail, stories, parties }) =>
        `${detail.subject[lang]}: ${WORDS.stories[lang]} ${named(stories)}${parties.length > 0 ? ` (${named(parties)})` : ''}.`,
    );
  return [...sentences, WORDS.completeness[lang]];
}

/** The first of a list, and how many there are more. */
export const named = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join(', ')} +${names.length - 4}` : names.join(', ');
