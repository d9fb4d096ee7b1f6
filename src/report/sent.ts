import type { SentPlace } from '../core/finding.ts';
import { counted } from '../core/plural.ts';
import type { Lang, Text } from '../core/text.ts';
import { placeOf, someOf } from './reporter.ts';

const EXCHANGES = {
  nl: { one: 'uitwisseling', other: 'uitwisselingen' },
  en: { one: 'exchange', other: 'exchanges' },
} as const;

const SAYS: Text = { nl: 'het document zegt', en: 'the document says' };

/** Numbers of exchanges that a line shows; the report in JSON has them all. */
const MOST_SHOWN = 12;

/** What is known of a message beside its finding: which exchanges, and what the document says of the place. */
export function sentLines(sent: SentPlace | undefined, lang: Lang): string[] {
  if (!sent) return [];
  const { says, rules = [], described } = sent;
  const codes = rules.length > 0 ? ` (${rules.join(', ')})` : '';
  return [
    ...exchangesOf(sent, lang),
    ...(says === undefined ? [] : [`${SAYS[lang]}: ${says}${codes}`]),
    ...(says === undefined && codes !== '' ? [codes.trim()] : []),
    ...(described ? [placeOf(described)] : []),
  ];
}

/** `exchanges 2, 5 and 7 more`; nothing of a message by itself. */
function exchangesOf({ exchanges }: SentPlace, lang: Lang): string[] {
  if (exchanges.length === 0) return [];
  const word = counted(exchanges.length, EXCHANGES, lang);
  return [`${word} ${someOf(exchanges.map(String), MOST_SHOWN, lang)}`];
}
