import type { Lang } from '../core/text.ts';
import type { Coverage } from './coverage.ts';
import { coveragePage } from './coverage-page.ts';
import { asMarkdown, asText } from './page.ts';
import type { PartyPage } from './party.ts';
import { partyPage } from './party-page.ts';

/** Every format that a backlog can be written in. */
const BACKLOG_FORMATS = ['text', 'json', 'markdown'] as const;

export type BacklogFormat = (typeof BACKLOG_FORMATS)[number];

/**
 * Writes a coverage, or the page of a party, down. The same data gives the same text; the text format keeps to 100
 * columns as far as its words allow.
 */
export function renderBacklog(data: Coverage | PartyPage, format: BacklogFormat, lang: Lang): string {
  if (format === 'json') return `${JSON.stringify(data, undefined, 2)}\n`;
  const blocks = 'party' in data ? partyPage(data, lang) : coveragePage(data, lang);
  return format === 'text' ? asText(blocks) : asMarkdown(blocks);
}
