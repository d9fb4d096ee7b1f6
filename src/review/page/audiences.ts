import { type Counted, counted } from '../../core/plural.ts';
import type { Text } from '../../core/text.ts';
import { addressOf } from '../../report/evidence.ts';
import type { Review, ReviewedChange } from '../model.ts';
import type { ReviewedParty } from '../people.ts';
import { isRefused } from '../version.ts';
import { WORDS } from './words.ts';

/** So many sentences for one reader. */
const MOST = 5;

/** A sentence in the second person, and the id of the change that it is about. */
export interface ReaderSentence {
  readonly text: Text;
  readonly change?: string;
}

/** What a review says to one kind of reader. */
export interface ForReader {
  readonly id: 'client' | 'provider' | 'municipality' | 'maintainer';
  readonly title: Text;
  readonly sentences: readonly ReaderSentence[];
}

export function readersOf(review: Review): ForReader[] {
  const { changes } = review;
  const breaking = changes.filter(({ detail }) => detail.clients === 'breaking');
  const risky = changes.filter(({ detail }) => detail.clients === 'warning');
  const conforming = changes.filter(({ detail }) => detail.providers === 'breaking');
  const work = changes.filter(({ detail }) => detail.providers === 'warning');
  const since = sinceOf(review);
  return [
    {
      id: 'client',
      title: WORDS.client,
      sentences: some([...breaking, ...risky].map(one => clientSentence(one, since))),
    },
    {
      id: 'provider',
      title: WORDS.provider,
      sentences: some([...conforming, ...work].map(one => providerSentence(one, since))),
    },
    { id: 'municipality', title: WORDS.municipality, sentences: municipality(review) },
    {
      id: 'maintainer',
      title: WORDS.maintainer,
      sentences: some(review.nextSteps.map(text => ({ text }))),
    },
  ];
}

/** The version from which it holds, as far as that is known. */
function sinceOf({ version }: Review): Text {
  const from = isRefused(version) ? version.final : version.head;
  return from ? { nl: ` vanaf ${from}`, en: ` from ${from}` } : { nl: '', en: '' };
}

function some(sentences: readonly ReaderSentence[]): ReaderSentence[] {
  if (sentences.length === 0) return [{ text: WORDS.nothingForYou }];
  if (sentences.length <= MOST) return [...sentences];
  const left = sentences.length - MOST + 1;
  const text = { nl: `En nog ${left}; zie de wijzigingen.`, en: `And ${left} more; see the changes.` };
  return [...sentences.slice(0, MOST - 1), { text }];
}

function clientSentence({ detail }: ReviewedChange, since: Text): ReaderSentence {
  const { id, illustration, title } = detail;
  const say = (nl: string, en: string): ReaderSentence => ({ text: endedOnce({ nl, en }), change: id });
  if (detail.clients !== 'breaking') return say(`Let op: ${title.nl}.`, `Mind: ${title.en}.`);
  if (illustration?.audience !== 'clients')
    return say(`Dit breekt bij u${since.nl}: ${title.nl}.`, `This breaks for you${since.en}: ${title.en}.`);
  const { edit } = illustration;
  const { operation } = illustration.at;
  if (edit && illustration.from === 'old') {
    return say(
      `Stuurt u ${operation} ${edit.nl}? Dan wordt het verzoek geweigerd${since.nl}.`,
      `Do you send ${operation} ${edit.en}? Then the request is refused${since.en}.`,
    );
  }
  if (illustration.from === 'old') {
    return say(
      `Een ${operation} die mocht, kan worden geweigerd${since.nl}: ${title.nl}.`,
      `A ${operation} that was allowed may be refused${since.en}: ${title.en}.`,
    );
  }
  const at = { nl: addressOf(illustration.at, 'nl'), en: addressOf(illustration.at, 'en') };
  const may =
    since.nl === ''
      ? { nl: 'U kunt', en: 'You may' }
      : { nl: `${capital(since.nl)} kunt u`, en: `${capital(since.en)} you may` };
  return say(
    `${may.nl} bij ${at.nl}, krijgen wat nooit toegestaan was: ${(edit ?? title).nl}.`,
    `${may.en} get, at ${at.en}, what was never allowed: ${(edit ?? title).en}.`,
  );
}

const capital = (words: string): string => words.trim().replace(/^./, first => first.toUpperCase());

function providerSentence({ detail: { id, title, providers } }: ReviewedChange, since: Text): ReaderSentence {
  const text =
    providers === 'breaking'
      ? {
          nl: `Uw register voldoet niet meer${since.nl}: ${title.nl}.`,
          en: `Your register no longer conforms${since.en}: ${title.en}.`,
        }
      : { nl: `U moet bouwen: ${title.nl}.`, en: `You have to build: ${title.en}.` };
  return { text: endedOnce(text), change: id };
}

/** A title that asks something, or is cut, ends the sentence already. */
function endedOnce({ nl, en }: Text): Text {
  const ended = (sentence: string): string => sentence.replace(/([?!…])\.$/, '$1');
  return { nl: ended(nl), en: ended(en) };
}

/** What is said to all municipalities together; {@link partySentences} speaks to one. */
function municipality(review: Review): ReaderSentence[] {
  if (!review.hasBacklog) return [{ text: WORDS.noBacklog }];
  const own = municipalitiesOf(review);
  const touched = own.filter(party => party.touched.length > 0);
  if (touched.length === 0) return [{ text: WORDS.noStories }];
  const names = named(touched.map(({ name }) => name));
  const text = {
    nl: `Dit raakt verhalen van ${touched.length} van de ${own.length} gemeenten: ${names}.`,
    en: `This touches stories of ${touched.length} of the ${own.length} municipalities: ${names}.`,
  };
  return [{ text }, { text: WORDS.completeness }];
}

export const municipalitiesOf = ({ parties }: Review): ReviewedParty[] =>
  parties.filter(({ kind }) => kind === 'gemeente');

const NONE_TOUCHED: Counted = {
  nl: {
    one: 'Niets voor u: uw ene verhaal gebruikt niets van wat hier wijzigt.',
    other: 'Niets voor u: geen van uw {count} verhalen gebruikt wat hier wijzigt.',
  },
  en: {
    one: 'Nothing for you: your one story uses nothing of what changes here.',
    other: 'Nothing for you: none of your {count} stories uses what changes here.',
  },
};

/** What a review says to one party, from the stories that it brought. */
export function partySentences({ changes }: Review, party: ReviewedParty): ReaderSentence[] {
  const { touched, stories, name } = party;
  if (stories === 0) {
    const text = { nl: `Van ${name} zijn geen verhalen bekend.`, en: `No stories of ${name} are known.` };
    return [{ text }];
  }
  if (touched.length === 0) {
    const text = { nl: counted(stories, NONE_TOUCHED, 'nl'), en: counted(stories, NONE_TOUCHED, 'en') };
    return [{ text }];
  }
  const titles = new Map(changes.map(({ detail }) => [detail.id, detail.title]));
  return some(
    touched.map(({ id, title, changes: [first = '', ...others] }) => {
      const about = titles.get(first) ?? { nl: first, en: first };
      const more = others.length === 0 ? '' : ` (+${others.length})`;
      return {
        text: {
          nl: `Uw verhaal ${id} “${title}” gebruikt wat wijzigt: ${about.nl}${more}.`,
          en: `Your story ${id} “${title}” uses what changes: ${about.en}${more}.`,
        },
        change: first,
      };
    }),
  );
}

/** The first of a list, and how many there are more. */
export const named = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join(', ')} +${names.length - 4}` : names.join(', ');
