import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { generateDocs } from '../../src/site/index.ts';
import { applyPatch } from '../site/edit.ts';
import { BACKLOG, EXAMPLE } from '../site/example-document.ts';
import { describeInBrowser } from './chromium.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Every violation of the rules for WCAG 2.2 A and AA, and of what axe calls best practice. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // Without preload: axe would fetch the style sheet again, which the policy of the pages forbids.
  return page.evaluate<string[]>(
    `axe.run({ preload: false }).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.map(node => node.html.slice(0, 120)).join(' | ')))`,
  );
}

/** What is folded counts too. */
const OPEN_ALL = `for (const part of document.querySelectorAll('details')) {
  part.removeAttribute('name');
  part.open = true;
}`;

/** The sum of all layout shifts since a page began to load, to three decimals: less than that nobody sees. */
const SHIFT = `new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => { for (const { value } of list.getEntries()) sum += value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(Math.round(sum * 1000) / 1000), 100);
})`;

/** How far a page can be scrolled sideways. */
const SIDEWAYS = 'document.documentElement.scrollWidth - innerWidth';

/** Names far longer than any of the example: every word of ten letters or more, four times over. */
const LONG_NAMES = `{
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement } = texts.currentNode;
    if (!parentElement.closest('svg, pre')) texts.currentNode.data = texts.currentNode.data.replace(/[\\p{L}_]{10,}/u, word => word.repeat(4));
  }
}`;

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const CORE = ['components', 'schemas', 'DossierKern', 'properties'];
const OLDER = applyPatch(EXAMPLE, [
  [[...CORE, 'begin'], undefined],
  [[...CORE, 'omschrijving', 'maxLength'], 80],
  [[...CORE, 'verdwenen <b>'], { type: 'string' }],
  [
    ['paths', '/dossiers', 'get', 'parameters'],
    [{ $ref: '#/components/parameters/Soort' }, { name: 'oud', in: 'query', schema: { type: 'string' } }],
  ],
  [
    ['components', 'schemas', 'SoortEnum', 'enum'],
    ['open', 'half'],
  ],
]);

const WITH_MORE = applyPatch(EXAMPLE, [
  [['components', 'headers'], { Ongebruikt: { schema: { type: 'string' }, 'x-eigen': 'merk' } }],
]);

const FILES = await generateDocs(WITH_MORE, {
  firstSteps: [{ operation: 'dossier_create', title: 'Maak een dossier', text: 'Met een **omschrijving**.' }],
  backlog: BACKLOG,
  guides: [
    { slug: 'voorbeeld', title: 'Van begin tot eind', markdown: '## Eerst\n\nDit.\n\n## Dan\n\nDat.' },
  ],
  versions: [
    { name: '2.0.0-alpha.1', status: 'alfa', date: '2026-11-28', isSupported: true },
    { name: '2.0.0-alpha.0', status: 'alfa', date: '2026-11-24', bundled: OLDER, notes: 'De **eerste**.' },
  ],
});

/** One of each kind of page. */
const KINDS = [
  'index.html',
  'guides/voorbeeld.html',
  'getting-started.html',
  'model.html',
  'components.html',
  'apis/dossiers.html',
  'resources/dossiers.html',
  'resources/dossiers.html?vs=2.0.0-alpha.0',
  'types.html',
  'types/SoortEnum.html',
  'types/Betrokkene.html',
  'access.html',
  'errors.html',
  'rules.html',
  'rules/all.html',
  'stories.html',
  'register.html',
  'register-attributes.html',
  'versions.html',
  'versions/2.0.0-alpha.0.html',
];

describeInBrowser('the site in a browser', ({ publish, visit }) => {
  let published: string | undefined;
  const site = (): string => {
    published ??= publish(FILES);
    return published;
  };

  it.each([
    { colorScheme: 'light', viewport: WIDE },
    { colorScheme: 'dark', viewport: PHONE },
  ] as const)(
    'is accessible and fits: $colorScheme, $viewport.width',
    async options => {
      const complaints = await visit(`${site()}index.html`, options, async page => {
        for (const file of KINDS) {
          await page.goto(site() + file);
          if (!file.includes('?')) expect([file, await page.evaluate(SHIFT)]).toEqual([file, 0]);
          await page.evaluate(OPEN_ALL);
          expect([file, await violationsOf(page)]).toEqual([file, []]);
          expect(await page.evaluate(SIDEWAYS)).toBe(0);
          await page.evaluate(LONG_NAMES);
          expect([file, await page.evaluate(SIDEWAYS)]).toEqual([file, 0]);
          expect(await page.evaluate(`'hacked' in globalThis`)).toBe(false);
        }
        await page.keyboard.press('/');
        await page.getByRole('searchbox').fill('dossier');
        expect(await violationsOf(page)).toEqual([]);
      });
      expect(complaints).toEqual([]);
    },
    180_000,
  );

  it('shows all its content without JavaScript, and no button that would do nothing', async () => {
    const options = { viewport: WIDE, javaScriptEnabled: false };
    await visit(`${site()}resources/dossiers.html`, options, async page => {
      const shown = (text: string): Promise<boolean> =>
        page.getByText(text, { exact: true }).first().isVisible();
      expect(await shown('Een dossier aanmaken')).toBe(true);
      expect(await shown('omschrijving')).toBe(true);
      expect(await page.locator('.bar button:visible, .bar select:visible').count()).toBe(0);
      expect(await page.locator('.find').isVisible()).toBe(true);
      await page.goto(`${site()}register.html`);
      expect(await page.locator('.register li').count()).toBeGreaterThan(20);
      expect(await page.locator('.filter').isVisible()).toBe(false);
      await page.goto(`${site()}versions/2.0.0-alpha.0.html`);
      expect(await page.locator('.changed-pages del').first().textContent()).toBe('verdwenen <b>');
    });
  }, 60_000);

  it('finds with the keyboard alone', async () => {
    const complaints = await visit(`${site()}index.html`, { viewport: WIDE }, async page => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').pressSequentially('omschrijvnig');
      expect(await page.locator('.answer').first().textContent()).toBe('omschrijving');
      await page.keyboard.press('Escape');
      expect(await page.locator('.search-box').isVisible()).toBe(false);
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('POST /dossiers');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/resources/dossiers.html#dossier_create');
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('can be used with the keyboard on a phone', async () => {
    await visit(`${site()}index.html`, { viewport: PHONE }, async page => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Naar de inhoud');
      await page.keyboard.press('Tab');
      expect(await page.locator('#navigation').isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      expect(await page.locator('#navigation').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('#navigation').isVisible()).toBe(false);
    });
  }, 60_000);

  it('speaks the language and has the colours that were chosen, on the next page too', async () => {
    const complaints = await visit(`${site()}index.html`, { viewport: WIDE }, async page => {
      const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await ground();
      await page.locator('.settings-button').click();
      await page.locator('[data-pick=language]').selectOption('en');
      await page.locator('[data-pick=theme]').selectOption('dark');
      await page.goto(`${site()}resources/dossiers.html`);
      const head = page.locator('.attributes thead th').first();
      expect([await head.textContent(), await head.getAttribute('lang')]).toEqual(['Attribute', 'en']);
      expect(await page.locator('html').getAttribute('lang')).toBe('nl');
      expect(await page.locator('#navigation').getAttribute('aria-label')).toBe('Navigation');
      expect(await ground()).not.toBe(light);
      await page.locator('.settings-button').click();
      await page.locator('[data-pick=language]').selectOption('nl');
      expect([await head.textContent(), await head.getAttribute('lang')]).toEqual(['Attribuut', null]);
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('shows in place what changed since a version, and stays with that version', async () => {
    const address = `${site()}resources/dossiers.html`;
    const complaints = await visit(`${address}#Dossier.begin`, { viewport: WIDE }, async page => {
      await page.locator('[data-pick=version]').selectOption('2.0.0-alpha.0');
      await page.waitForURL('**/resources/dossiers.html?vs=2.0.0-alpha.0#Dossier.begin');
      await page.locator('.since').waitFor();
      const marked = page.locator('[data-change]');
      expect(
        await marked.evaluateAll(rows => rows.map(row => `${row.id} ${row.getAttribute('data-change')}`)),
      ).toEqual([
        'Dossier.omschrijving changed',
        'Dossier.soort changed',
        'Dossier.begin new',
        'dossier_list.soort changed',
        'dossier_list.page new',
      ]);
      expect(await page.locator('.gone del').allTextContents()).toEqual(['verdwenen <b>', 'oud']);
      expect(await page.locator('#dossier_list .gone del').textContent()).toBe('oud');
      expect(await page.locator('.absent-there').textContent()).toBe(
        'Dossier.begin bestaat niet in 2.0.0-alpha.0.',
      );
      await page.locator('#navigation .fold summary', { hasText: 'Overig' }).first().click();
      await page.locator('#navigation a', { hasText: 'meldingen' }).click();
      await page.waitForURL('**/resources/meldingen.html?vs=2.0.0-alpha.0');
      expect(await page.locator('.since').textContent()).toContain('niets gewijzigd');
      await page.goto(`${site()}types/SoortEnum.html?vs=2.0.0-alpha.0`);
      await page.locator('.since').waitFor();
      const values = page.locator('.values > div');
      expect(
        await values.evaluateAll(all =>
          all.map(one => `${one.id} ${one.className} ${one.getAttribute('data-change')}`),
        ),
      ).toEqual(['SoortEnum.open  null', 'SoortEnum.half gone null', 'SoortEnum.dicht  new']);
      expect(await page.locator('[id="SoortEnum.dicht"] .badge').textContent()).toBe(
        'nieuw sinds 2.0.0-alpha.0',
      );
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('opens what an address points into, brings an address that moved to its page, and tells of one that is gone', async () => {
    const complaints = await visit(
      `${site()}resources/dossiers.html#Dossier.betrokkene.mens.naam`,
      { viewport: WIDE },
      async page => {
        await page.locator('[id="Dossier.betrokkene.mens.naam"]').waitFor({ state: 'visible' });
        await page.goto(`${site()}index.html#dossier_create`);
        await page.waitForURL('**/resources/dossiers.html#dossier_create');
        await page.goto(`${site()}errors.html#Dossier.weg`);
        expect(await page.locator('.lost').textContent()).toMatch(/^Dossier\.weg staat niet in deze versie/);
      },
    );
    expect(complaints).toEqual([]);
  }, 60_000);

  it('filters the register', async () => {
    await visit(`${site()}register.html`, { viewport: WIDE }, async page => {
      await page.getByLabel('Filter op naam').fill('dossier aanmaken');
      expect(await page.locator('.register li:visible').allInnerTexts()).toEqual([
        'dossiers.aanmaken scope',
        'Een dossier aanmaken operatie POST /dossiers',
      ]);
      expect(await page.locator('output').textContent()).toBe('2 gevonden');
    });
  }, 60_000);

  it('prints everything, addresses too, and no navigation', async () => {
    await visit(`${site()}resources/dossiers.html`, { viewport: WIDE }, async page => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(`dispatchEvent(new Event('beforeprint')) && undefined`);
      expect(await page.locator('#navigation, .bar, .toc').locator('visible=true').count()).toBe(0);
      expect(await page.locator('main details:not([open])').count()).toBe(0);
      const link = `Object.assign(document.createElement('a'), { href: 'https://elders.example/', textContent: 'x' })`;
      expect(
        await page.evaluate(
          `(made => { document.querySelector('main').append(made); return getComputedStyle(made, '::after').content; })(${link})`,
        ),
      ).toBe('" (https://elders.example/)"');
    });
  }, 60_000);
});
