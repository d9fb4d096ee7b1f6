import { visible } from '../core/visible.ts';

/** A piece of a page. Words may hold `code` between backticks; everything else is text. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly words: string }
  | { readonly is: 'paragraph'; readonly words: string }
  | { readonly is: 'list'; readonly items: readonly string[] };

export const heading = (level: 1 | 2 | 3, words: string): Block => ({ is: 'heading', level, words });

export const paragraph = (words: string): Block => ({ is: 'paragraph', words });

/** A list; nothing at all without items. */
export const list = (items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ is: 'list', items }];

export const code = (content: string): string => `\`${content.replaceAll('`', "'")}\``;

/** Data as words: a backtick in it opens no code. */
export const plain = (content: string): string => content.replaceAll('`', "'").replace(/\s+/g, ' ');

/** Columns of a line of the text format. */
const WIDTH = 100;

/** For a terminal: lines of at most 100 columns, as far as the words allow. */
export const asText = (blocks: readonly Block[]): string => `${blocks.map(textOf).join('\n\n')}\n`;

function textOf(block: Block): string {
  if (block.is === 'list') return block.items.map(item => wrap(bare(item), '- ', '  ')).join('\n');
  const words = bare(block.words);
  if (block.is === 'paragraph') return wrap(words, '', '');
  const line = { 1: '=', 2: '-', 3: '~' }[block.level];
  return `${words}\n${line.repeat(Math.min(WIDTH, words.length))}`;
}

const bare = (words: string): string => visible(words.replaceAll('`', ''));

/** Breaks at spaces; a word longer than a line stays whole. */
function wrap(words: string, first: string, next: string): string {
  const room = WIDTH - first.length;
  const lines = words.match(new RegExp(`\\S(?:.{0,${room - 2}}\\S)?(?=\\s|$)|\\S+`, 'g')) ?? [];
  return lines.map((line, index) => (index === 0 ? first : next) + line).join('\n');
}

/** CommonMark. */
export const asMarkdown = (blocks: readonly Block[]): string => `${blocks.map(markdownOf).join('\n\n')}\n`;

function markdownOf(block: Block): string {
  if (block.is === 'list') return block.items.map(item => `- ${escapeWords(item)}`).join('\n');
  const words = escapeWords(block.words);
  return block.is === 'heading' ? `${'#'.repeat(block.level)} ${words}` : words;
}

/** Characters that mean something to Markdown or HTML lose it, except in code. */
const escapeWords = (words: string): string =>
  words
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[\\*_[\]<>|#~&]/g, character => `\\${character}`),
    )
    .join('');
