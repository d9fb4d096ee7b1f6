import { visible } from '../core/visible.ts';

/** Text made safe for element content and attribute values, in HTML and XML alike. */
export const escapeMarkup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Text made safe for the content of elements; quotes mean nothing there. */
export const escapeContent = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Words with what stands between backticks as code, for the content of elements. */
export const withCode = (words: string): string =>
  escapeMarkup(words).replaceAll(/`([^`\n]+)`/g, (_, content: string) => `<code>${content}</code>`);

/** A code span whose fence is longer than any run of backticks inside (CommonMark 0.31, section 6.1). */
export function code(content: string): string {
  const mark = '`'.repeat(longestRun(content) + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${mark}${pad}${visible(content.replaceAll('\n', ' '))}${pad}${mark}`;
}

/** A fenced code block, in a language or in none. */
export function fence(content: string, language: string): string {
  const mark = '`'.repeat(Math.max(3, longestRun(content) + 1));
  const lines = content.split('\n').map(visible);
  return `${mark}${language}\n${lines.join('\n')}\n${mark}`;
}

const longestRun = (content: string): number =>
  Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));

/**
 * Characters that mean something to Markdown or HTML lose it. A forge looks for mentions (`@name`) and issues (`#1`) in
 * what is shown, escaped or not: a space without width parts the mark from the name.
 */
export const escapeMarkdown = (words: string): string =>
  visible(words.replaceAll(/\s+/g, ' '))
    .replace(/[\\`*_[\]<>|#~]/g, character => `\\${character}`)
    .replaceAll('@', '&#64;&#8203;')
    .replaceAll(/#(?=\d)(?<!&#)/g, '#&#8203;');
