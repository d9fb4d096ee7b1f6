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

/** XML 1.0 allows few control characters, not even escaped (section 2.2). */
export const withoutControls = (text: string): string =>
  [...text].filter(character => character >= ' ' || '\t\n\r'.includes(character)).join('');

/** A code span whose fence is longer than any run of backticks inside (CommonMark 0.31, section 6.1). */
export function code(content: string): string {
  const mark = '`'.repeat(longestRun(content) + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${mark}${pad}${content.replaceAll('\n', ' ')}${pad}${mark}`;
}

/** A fenced code block, in a language or in none. */
export function fence(content: string, language: string): string {
  const mark = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `${mark}${language}\n${content}\n${mark}`;
}

const longestRun = (content: string): number =>
  Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));

/** Characters that mean something to Markdown, HTML or a forge that tells people of a mention lose it. */
export const escapeMarkdown = (words: string): string =>
  words
    .replace(/[\\`*_[\]<>|#~]/g, character => `\\${character}`)
    .replaceAll('@', '&#64;')
    .replaceAll(/\s+/g, ' ');
