import { entryOf } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import { oneLine } from './line.ts';
import { NAMELESS, type Subject } from './subject.ts';

/** Titles and subjects are no longer than this, in characters. */
const MOST = { title: 90, subject: 60 } as const;

/** Parts of an operation in English; the Dutch words are the keys. */
const PART_WORDS: Readonly<Record<string, string>> = {
  antwoordheader: 'response header',
  parameter: 'parameter',
};

/** Parts that the phrase names already, such as `antwoord 204 vervalt`. */
const NAMED_BY_PHRASE = new Set(['toegang', 'antwoorden', 'mediatype', 'inhoud', 'levensloop', 'teksten']);

/**
 * How a subject is called; several operations with the same change by their methods where they have one path, and else by
 * the first and the number of the others.
 */
export function subjectText(subject: Subject, others: readonly Subject[]): Text {
  const { kind, name, part } = subject;
  if (kind === 'operation') {
    const isAlike = others.every(other => other.kind === kind && other.part === part);
    if (!isAlike) return besideOthers(operationText(name, part, NO_MORE), others.length);
    const one = onePath([subject, ...others]);
    return one === undefined
      ? operationText(name, part, moreText(others.length, 'operatie', 'operaties'))
      : operationText(one, part, NO_MORE);
  }
  const more = moreText(others.length, 'plaats', 'plaatsen');
  const write = (object: string): string => (part === undefined ? object : `${object} · ${part}`);
  const english = name === NAMELESS ? 'message' : name;
  return { nl: shorten(write(name), more).nl, en: shorten(write(english), more).en };
}

/** Whether a subject is named as several: `GET /zaken en 2 andere operaties`, but not the one parameter of these. */
export function isNamedAsSeveral({ kind, part }: Subject, others: readonly Subject[]): boolean {
  const isAlike = others.every(other => other.kind === kind && other.part === part);
  return others.length > 0 && !(kind === 'operation' && isAlike && isNamedLast(part));
}

/** A subject of which the others are of another kind, such as attributes beside a parameter. */
function besideOthers({ nl, en }: Text, count: number): Text {
  const more = moreText(count, 'onderdeel', 'onderdelen');
  return { nl: shorten(nl, more).nl, en: shorten(en, more).en };
}

const NO_MORE: Text = { nl: '', en: '' };

/** `GET, HEAD /zaken/{uuid}`; `undefined` for operations of several paths. */
function onePath(subjects: readonly Subject[]): string | undefined {
  const labels = subjects.map(({ name }) => name.split(' '));
  const paths = new Set(labels.map(([, ...path]) => path.join(' ')));
  const methods = [...new Set(labels.map(([method = '']) => method))];
  const [path] = paths;
  if (paths.size !== 1 || !path?.startsWith('/')) return undefined;
  const whole = `${methods.join(', ')} ${path}`;
  return whole.length <= MOST.subject ? whole : undefined;
}

const moreText = (others: number, one: string, many: string): Text =>
  others === 0
    ? NO_MORE
    : { nl: ` en ${others} andere ${others === 1 ? one : many}`, en: ` and ${others} more` };

/** Whether a title names a part after its operation, as it does a parameter or a header. */
const isNamedLast = (part: string | undefined): part is string =>
  part !== undefined && !NAMED_BY_PHRASE.has(part) && part.includes(' ');

function operationText(name: string, part: string | undefined, more: Text): Text {
  if (!isNamedLast(part)) return shorten(name, more);
  const [word = '', ...rest] = part.split(' ');
  const nl = shorten(name, more).nl;
  const en = shorten(name, more).en;
  return {
    nl: oneLine(`${nl} · ${word} ${rest.join(' ')}`, MOST.subject + 12),
    en: oneLine(`${en} · ${entryOf(PART_WORDS, word) ?? word} ${rest.join(' ')}`, MOST.subject + 12),
  };
}

const shorten = (whole: string, rest: Text): Text => ({
  nl: oneLine(whole, MOST.subject - rest.nl.length) + rest.nl,
  en: oneLine(whole, MOST.subject - rest.en.length) + rest.en,
});

/** An object is known by its first letters, so those of an attribute are kept for longer; with fewer no more is cut. */
const FEWEST_LETTERS = 8;

/** `ZaakObjectUitg… · identificatie`: what a subject is called, where what happens to it needs the room. */
function shortened(subject: string, most: number): string {
  const [object = '', ...attribute] = subject.split(' · ');
  const room = most - [...subject].length + [...object].length;
  if ([...subject].length <= most || attribute.length === 0 || room < FEWEST_LETTERS) return subject;
  return [oneLine(object, room), ...attribute].join(' · ');
}

/**
 * Subject and events in one line: as many events as fit, and how many are left.
 *
 * @param short in place of the events where not even the first fits; without it the first is cut
 */
export function titleText(subject: Text, events: readonly Text[], short?: Text): Text {
  const write = (lang: 'nl' | 'en', more: (count: number) => string): string => {
    const head = `${subject[lang]} — `;
    const phrases = events.map(event => event[lang]);
    for (let shown = phrases.length; shown > 0; shown -= 1) {
      const left = phrases.length - shown;
      const line = head + phrases.slice(0, shown).join('; ') + (left > 0 ? more(left) : '');
      if ([...line].length <= MOST.title) return line;
    }
    const phrase = short?.[lang] ?? phrases[0] ?? '';
    return oneLine(
      `${shortened(subject[lang], MOST.title - [...phrase].length - 3)} — ${phrase}`,
      MOST.title,
    );
  };
  return {
    nl: write('nl', count => `; en nog ${count}`),
    en: write('en', count => `; and ${count} more`),
  };
}
