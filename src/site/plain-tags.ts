import type MarkdownIt from 'markdown-it';

/** Tags that may stand in a description as they are: they mark words, and without attributes they do nothing else. */
const TAG = /^<(\/?)(b|i|em|strong|br|code|sub|sup)\s*(\/?)>/i;

type Token = ReturnType<MarkdownIt['parseInline']>[number];

/** Lets plain inline tags through (CommonMark 0.31, section 6.6), where each is closed in the same text. */
export function allowPlainTags(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'plain_tag', (state, silent) => {
    const found = TAG.exec(state.src.slice(state.pos, state.pos + 16));
    if (!found) return false;
    if (!silent) {
      const token = state.push('plain_tag', (found[2] ?? '').toLowerCase(), 0);
      token.content = found[0];
      token.meta = { closes: found[1] === '/' };
    }
    state.pos += found[0].length;
    return true;
  });
  markdown.core.ruler.after('inline', 'plain_tags', state => {
    for (const { children } of state.tokens) if (children) markPairs(children);
  });
  const { rules, utils } = { rules: markdown.renderer.rules, utils: markdown.utils };
  rules.plain_tag = (tokens, index) => {
    const token = tokens[index];
    if (!token) return '';
    const isPaired = token.tag === 'br' || token.meta.isPaired === true;
    return isPaired
      ? `<${token.meta.closes && token.tag !== 'br' ? '/' : ''}${token.tag}>`
      : utils.escapeHtml(token.content);
  };
}

/** A tag counts where its partner stands at the same depth, with nothing half open between them. */
function markPairs(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'plain_tag' && token.tag !== 'br') {
      if (!token.meta.closes) open.push(token);
      else pair(open, token);
    } else if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) while (open.length > 0 && open.pop()?.type === 'plain_tag');
  }
}

function pair(open: Token[], closing: Token): void {
  const partner = open.at(-1);
  if (partner?.type !== 'plain_tag' || partner.tag !== closing.tag) return;
  open.pop();
  for (const token of [partner, closing]) token.meta.isPaired = true;
}
