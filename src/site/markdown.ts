import MarkdownIt from 'markdown-it';
import { escapeHtml, type Html, trusted } from './html.ts';
import { allowPlainTags } from './plain-tags.ts';
import { claim, slugOf } from './slug.ts';

/**
 * CommonMark of descriptions (OpenAPI 3.1, section 4.4). A document can come from anywhere, so markup in it stays
 * text but for a few plain tags, only absolute web and mail links stay links, and a picture becomes a link: a page never fetches anything.
 */
const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

allowPlainTags(markdown);

type Token = ReturnType<MarkdownIt['parse']>[number];

const isAbroad = (href: string | null): boolean => /^(https?:\/\/|mailto:)/i.test(href ?? '');

const { rules } = markdown.renderer;

rules.link_open = (tokens, index, options, env, self) => {
  const open = tokens[index];
  if (open && env.guide && isWithinGuides(open.attrGet('href')))
    return self.renderToken(tokens, index, options);
  if (open && !isAbroad(open.attrGet('href'))) {
    // A relative link has no target in the site; links do not nest, so the next close is this one's.
    const close = tokens.slice(index).find(token => token.type === 'link_close');
    for (const token of [open, close]) if (token) token.tag = 'span';
    open.attrs = null;
  }
  return self.renderToken(tokens, index, options);
};

rules.image = (tokens, index) => {
  const token = tokens[index];
  const source = token?.attrGet('src') ?? '';
  const label = escapeHtml(token?.content || source);
  return isAbroad(source) ? `<a href="${escapeHtml(source)}">${label}</a>` : label;
};

// Headings of a description would break the outline of the page that it stands on.
rules.heading_open = (tokens, index, _options, env) =>
  env.guide ? headingOf(tokens, index, env.guide) : '<p class="heading">';
rules.heading_close = (tokens, index, _options, env) =>
  env.guide ? `</${levelOf(tokens[index]?.tag)}>\n` : '</p>\n';
rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
rules.table_close = () => '</table></div>\n';
rules.fence = rules.code_block = (tokens, index) =>
  `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;

/** A guide has a page to itself, so its headings are those of the page; the title is the first. */
const levelOf = (tag = 'h2'): string => (tag === 'h1' ? 'h2' : tag);

function headingOf(tokens: Token[], index: number, taken: Set<string>): string {
  const id = claim(taken, slugOf(tokens[index + 1]?.content ?? ''));
  return `<${levelOf(tokens[index]?.tag)} id="${id}">`;
}

const isWithinGuides = (href: string | null): boolean => /^([\w.-]+\.html)?(#[\w.-]+)?$/.test(href ?? '');

/**
 * Text of a page of its own: headings with anchors, and links to other guides and within the page.
 *
 * @param taken anchors that the page has already; those of the headings are added
 */
export const renderGuide = (text: string, taken: Set<string>): Html =>
  trusted(markdown.render(text, { guide: taken }));

export const renderMarkdown = (text: string): Html => trusted(markdown.render(text));

/** Text inside a sentence or a cell: no paragraphs or lists. */
export const renderInline = (text: string): Html => trusted(markdown.renderInline(text));

/** The first sentence of a description, for lists. */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n|\n\s*[-*#|]/);
  const flat = paragraph.replace(/\s+/g, ' ').trim();
  return /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? flat;
}

/** The first paragraph says what it is; whoever came for an API should not have to scroll past the others. */
export function splitAtParagraph(text: string): { readonly opening: string; readonly rest: string } {
  const end = /\n[ \t]*\n/.exec(text.trim())?.index ?? text.length;
  return { opening: text.trim().slice(0, end), rest: text.trim().slice(end).trim() };
}
