import type { Change } from '../../src/core/change.ts';
import { LANGS } from '../../src/core/text.ts';
import { isWorse, worst } from '../../src/openapi/exchange.ts';
import { markOf } from '../../src/report/marks.ts';

/** Words that have no place in a Dutch title, but in names of the documents. */
const ENGLISH = /\b(request|response|body|array|string|breaking)\b/;

/** Whose verdict the word on a card tells. */
const CARRIER = {
  breaking: 'clients',
  providers: 'providers',
  warning: 'clients',
  work: 'providers',
  info: undefined,
  text: undefined,
} as const;

/** What is promised of every change, and does not hold of this one. */
export function brokenPromises(change: Change): string[] {
  const { title, places, clients, providers, illustration } = change;
  const problems: string[] = [];
  for (const lang of LANGS) if ([...title[lang]].length > 90) problems.push(`long: ${title[lang]}`);
  const [, event = ''] = title.nl.split(' — ');
  if (ENGLISH.test(event)) problems.push(`English: ${title.nl}`);
  if (/ – |\b(true|false)\b/.test(event)) problems.push(`value: ${title.nl}`);
  if (!/^[\p{L}]/u.test(title.nl)) problems.push(`begins with no object or operation: ${title.nl}`);
  if (/(^|\s)(\.{0,2}\/)?(work|home|tmp|Users)\//.test(title.nl)) problems.push(`path: ${title.nl}`);
  const [first] = places;
  const gravest = worst([clients, providers]);
  const who = CARRIER[markOf(change)];
  if (first && who && first[who] !== change[who]) problems.push(`first place does not carry it: ${title.nl}`);
  if (first && ![first.clients, first.providers].includes(gravest)) problems.push(`first place: ${title.nl}`);
  if (first && clients === 'breaking' && first.clients !== 'breaking')
    problems.push(`clients first: ${title.nl}`);
  for (const group of places) {
    const isOver = isWorse(group.clients, clients) || isWorse(group.providers, providers);
    if (isOver) problems.push(`a place is worse than the change: ${title.nl}`);
  }
  if (illustration && (!illustration.at.operation || !illustration.at.message))
    problems.push(`no address: ${title.nl}`);
  return problems;
}
