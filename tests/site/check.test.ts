import { describe, expect, it } from '@jest/globals';
import { checkSite } from '../../src/site/check.ts';

const page = (markup: string): ReadonlyMap<string, string> =>
  new Map([
    ['index.html', markup],
    ['a/b.html', '<p id="here">'],
    ['assets/site.js', ''],
  ]);

describe('what is wrong with a site', () => {
  it.each<[string, string, string[]]>([
    [
      'nothing',
      '<a href="a/b.html#here">b</a><a href="https://elders.example/x">x</a><a href="#">top</a>',
      [],
    ],
    ['a question in a link', '<a href="a/b.html?vs=1#here">b</a>', []],
    ['a page that is not there', '<a href="a/c.html">c</a>', ['index.html: a/c.html: there is no such file']],
    [
      'an anchor that is not there',
      '<a class="x" href="a/b.html#there">b</a>',
      ['index.html: a/b.html#there: there is no such anchor'],
    ],
    ['an anchor of its own', '<a href="#x">x</a>', ['index.html: #x: there is no such anchor']],
    [
      'an anchor twice',
      '<i id="x"></i><b id="x"></b>',
      ['index.html: the anchor x stands there more than once'],
    ],
    [
      'a script from elsewhere',
      '<script defer src="https://elders.example/x.js">',
      ['index.html: https://elders.example/x.js is not part of the site'],
    ],
    [
      'a style that is not there',
      '<link rel="icon" href="data:,"><link rel="stylesheet" href="x.css">',
      ['index.html: x.css is not part of the site'],
    ],
    [
      'a page that is too large',
      ' '.repeat(300_001),
      ['index.html: 301 kB, more than the 300 kB of a page that opens fast'],
    ],
  ])('%s', (_what, markup, expected) => {
    expect(checkSite(page(markup)).map(({ file, text }) => `${file}: ${text.en}`)).toEqual(expected);
  });
});
