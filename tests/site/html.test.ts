import { describe, expect, it } from '@jest/globals';
import { html, joinHtml, trusted } from '../../src/site/html.ts';
import { firstSentence, renderInline, renderMarkdown } from '../../src/site/markdown.ts';

const DUTCH = { texts: { nl: '<naam>', en: '<name>' }, shown: 'nl', around: 'nl' } as const;

describe('the html template', () => {
  it.each([
    ['escapes text', html`<p>${'<b>"&\''}</p>`, '<p>&lt;b&gt;&quot;&amp;&#39;</p>'],
    ['escapes in attributes', html`<a title="${'" onclick="x'}">`, '<a title="&quot; onclick=&quot;x">'],
    ['keeps markup', html`<p>${html`<b>${1}</b>`}</p>`, '<p><b>1</b></p>'],
    ['escapes within lists', html`${[html`<i>`, '<i>', ['<u>']]}`, '<i>&lt;i&gt;&lt;u&gt;'],
    ['leaves out what is not there', html`a${undefined}${false}b`, 'ab'],
    ['joins', html`${joinHtml(['a', '<', trusted('<br>')], ', ')}`, 'a, &lt;, <br>'],
    [
      'a wording carries its other language',
      html`a ${DUTCH} b`,
      'a <span data-en="&lt;name&gt;">&lt;naam&gt;</span> b',
    ],
    [
      'a wording that is all of an element marks it',
      html`<p class="x">${DUTCH}</p>`,
      '<p class="x" data-en="&lt;name&gt;">&lt;naam&gt;</p>',
    ],
    [
      'a wording beside other text does not',
      html`<p>${DUTCH} b</p>`,
      '<p><span data-en="&lt;name&gt;">&lt;naam&gt;</span> b</p>',
    ],
    [
      'a wording as an attribute',
      html`<i title="${DUTCH}">`,
      '<i title="&lt;naam&gt;" data-en-title="&lt;name&gt;">',
    ],
    ['a wording in an attribute', html`<i title="${DUTCH}!">`, '<i title="&lt;naam&gt;!">'],
    [
      'a wording in another language than the page',
      html`<b>${{ ...DUTCH, around: 'en' }}</b>`,
      '<b lang="nl" data-en="&lt;name&gt;">&lt;naam&gt;</b>',
    ],
    [
      'a wording that is the same in both',
      html`<b>${{ ...DUTCH, texts: { nl: 'Menu', en: 'Menu' } }}</b>`,
      '<b>Menu</b>',
    ],
  ])('%s', (_name, { markup }, expected) => {
    expect(markup).toBe(expected);
  });
});

describe('markdown of a description', () => {
  it.each([
    ['markup stays text', '<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>\n'],
    ['no script in a link', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>\n'],
    ['no script in disguise', '[a](JaVaScRiPt&#58;alert(1))', '<p>[a](JaVaScRiPt:alert(1))</p>\n'],
    ['no data in a link', '[a](data:text/html,x)', '<p>[a](data:text/html,x)</p>\n'],
    ['a relative link is text', '[a](b.html) c', '<p><span>a</span> c</p>\n'],
    ['an anchor of another page is text', '[a](#b)', '<p><span>a</span></p>\n'],
    [
      'a web link is a link',
      '[a](https://b.example/?x=1&y)',
      '<p><a href="https://b.example/?x=1&amp;y">a</a></p>\n',
    ],
    [
      'a quote in a link',
      '[a](https://b.example/"onx=)',
      '<p><a href="https://b.example/%22onx=">a</a></p>\n',
    ],
    [
      'a bare URL is a link',
      'https://b.example',
      '<p><a href="https://b.example">https://b.example</a></p>\n',
    ],
    [
      'a picture is a link',
      '![a"b](https://b.example/c)',
      '<p><a href="https://b.example/c">a&quot;b</a></p>\n',
    ],
    ['a local picture is its text', '![a](c.png)', '<p>a</p>\n'],
    ['a heading is a paragraph', '# a', '<p class="heading">a</p>\n'],
    ['code keeps its markup as text', '```\n<b>\n```', '<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>\n'],
  ])('%s', (_name, text, expected) => {
    expect(renderMarkdown(text).markup).toBe(expected);
  });

  it('has no block inside a line', () => {
    expect(renderInline('a *b*\n\n- c').markup).not.toMatch(/<(p|ul|li)\b/);
  });

  it.each([
    ['Een zin. Nog een.', 'Een zin.'],
    ['Zonder punt\n\nEn verder.', 'Zonder punt'],
    ['Over twee\nregels. En verder', 'Over twee regels.'],
    ['Versie 1.2 telt. Dus', 'Versie 1.2 telt.'],
    ['', ''],
  ])('the first sentence of %j', (text, expected) => {
    expect(firstSentence(text)).toBe(expected);
  });
});
