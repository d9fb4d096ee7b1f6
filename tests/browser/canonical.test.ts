import path from 'node:path';
import { expect, it } from '@jest/globals';
import { generateDocs } from '../../src/index.ts';
import { read } from '../../src/source/index.ts';
import { describeInBrowser } from './chromium.ts';

const SCREEN = { width: 1440, height: 900 };

const root = path.resolve(import.meta.dirname, '../..');
const files = await generateDocs(await read('spec/openapi.yaml', { cwd: root }));

/** Pages with operations; without `npm run test:deep` those with the longest bodies. */
const withOperations = [...files.keys()]
  .filter(name => /^(operations|resources)\/.*\.html$/.test(name))
  .filter(name => process.env.ZDS_DEEP || /zaaktype_create|zaak_update|zaakobjecten/.test(name));

/** Of each operation with a body, what it is called and how many pixels below its heading the body ends. */
const BODIES = `[...document.querySelectorAll('section.operation')].flatMap(section => {
  const body = section.querySelector('details:has(> summary > [data-en="Request"]) table.body');
  return body ? [[section.id, body.getBoundingClientRect().bottom - section.getBoundingClientRect().top]] : [];
})`;

/** Milliseconds from a question to its answers, as the page works them out. */
const TIME = `(question => {
  const field = document.querySelector('.search-box input');
  field.value = question;
  const start = performance.now();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return [performance.now() - start, document.querySelectorAll('.answer').length];
})`;

const QUESTIONS = [
  'vertrouwlijkheid',
  'zrc-001',
  'POST /zaken',
  'zaak aanmaken',
  'archiefnominate',
  'identificatie',
];

/** Rules that an operation tells more than once, by code or by what they say, as `zaak_create: zrc-001`. */
function toldTwice(page: string): readonly string[] {
  const sections = page.match(/<section class="operation.*?<\/section>/gs) ?? [];
  return sections.flatMap(section => {
    const [, operation] = /id="([^"]+)"/.exec(section) ?? [];
    const [list = ''] = /<ul class="rules">.*/s.exec(section) ?? [];
    const rules = [
      ...list.matchAll(/<li>.*?<span class="rule-id">([^<]+)<\/span>(?:<\/a>)? ?(.*?)<\/(?:summary|li)>/gs),
    ];
    const twice = rules.filter(
      ([, code, title = ''], index) =>
        rules.some(([, other], at) => at < index && other === code) ||
        (title.length > 20 && section.split(title).length > 2),
    );
    // Stories are listed in the same way, and may be called as their operation is.
    return twice
      .filter(([, code = '']) => !code.startsWith('gz-'))
      .map(([, code]) => `${operation}: ${code}`);
  });
}

it('tells no rule twice at an operation', () => {
  const pages = [...files].filter(([name]) => /^(operations|resources)\//.test(name));
  expect(pages.some(([, page]) => page.includes('<ul class="rules">'))).toBe(true);
  expect(pages.flatMap(([, page]) => toldTwice(page))).toEqual([]);
  const item = '<li><span class="rule-id">a-1</span> Een titel die lang genoeg is</li>';
  const [listed, said] = [`<ul class="rules">${item}</ul>`, '<p>Een titel die lang genoeg is</p>'];
  const twice = (inner: string) => toldTwice(`<section class="operation" id="a">${inner}</section>`);
  expect([twice(listed), twice(said + listed), twice(`<ul class="rules">${item}${item}</ul>`)]).toEqual([
    [],
    ['a: a-1'],
    ['a: a-1', 'a: a-1'],
  ]);
});

describeInBrowser('the standard as documentation', ({ publish, visit }) => {
  let published: string | undefined;
  const site = (): string => {
    published ??= publish(files);
    return published;
  };

  it('shows the whole body of a request within two screens of its operation', async () => {
    const bodies: (readonly [string, number])[] = [];
    await visit(`${site()}index.html`, { viewport: SCREEN }, async page => {
      for (const name of withOperations) {
        await page.goto(site() + name);
        bodies.push(...(await page.evaluate<[string, number][]>(BODIES)));
      }
    });
    expect(bodies.map(([id]) => id)).toEqual(
      expect.arrayContaining(['zaaktype_create', 'zaakobject_create']),
    );
    expect(bodies.filter(([, bottom]) => bottom > 2 * SCREEN.height)).toEqual([]);
  }, 300_000);

  it('answers a question at once', async () => {
    const complaints = await visit(`${site()}index.html`, { viewport: SCREEN }, async page => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').fill('zaak');
      await page.locator('.answer').first().waitFor();
      const times: number[] = [];
      for (const question of QUESTIONS) {
        const [time, answers] = await page.evaluate<[number, number]>(`${TIME}(${JSON.stringify(question)})`);
        expect({ question, isAnswered: answers > 0 }).toEqual({ question, isAnswered: true });
        times.push(time);
      }
      const slowest = Math.max(...times).toFixed(1);
      console.log(`search: ${times.length} questions answered, the slowest in ${slowest} ms`);
    });
    expect(complaints).toEqual([]);
  }, 60_000);
});
