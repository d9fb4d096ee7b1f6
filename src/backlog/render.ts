import type { Lang } from '../model/lang.ts';
import type { Coverage } from './coverage.ts';
import { coveragePage } from './coverage-page.ts';
import { asMarkdown, asText, type Block } from './page.ts';
import type { PartyPage } from './party.ts';
import { partyPage } from './party-page.ts';

/** Every format that a backlog can be written in. */
export const BACKLOG_FORMATS = ['text', 'json', 'markdown'] as const;

export type BacklogFormat = (typeof BACKLOG_FORMATS)[number];

/** Writes a coverage down. The same coverage gives the same text. */
export const renderCoverage = (coverage: Coverage, format: BacklogFormat, lang: Lang): string =>
  write(coverage, format, () => coveragePage(coverage, lang));

/** Writes the page of a party down. Text is at most 100 columns wide, as far as its words allow. */
export const renderParty = (page: PartyPage, format: BacklogFormat, lang: Lang): string =>
  write(page, format, () => partyPage(page, lang));

function write(data: unknown, format: BacklogFormat, blocks: () => Block[]): string {
  if (format === 'json') return `${JSON.stringify(data, undefined, 2)}\n`;
  return format === 'text' ? asText(blocks()) : asMarkdown(blocks());
}
