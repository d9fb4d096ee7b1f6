import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { bundle } from '../../src/bundle/index.ts';
import { generateDocs } from '../../src/site/index.ts';
import { read } from '../../src/source/index.ts';
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
const openAll = `for (const part of document.querySelectorAll('details')) part.open = true`;

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

describeInBrowser('the site in a browser', ({ publish, visit }) => {
  const example = generateDocs(EXAMPLE, { backlog: BACKLOG });
  const canonical = read('spec/openapi.yaml', { cwd: path.resolve(import.meta.dirname, '../..') })
    .then(document => bundle(document, { api: 'zaken' }))
    .then(({ value }) => generateDocs(value));

  it.each([
    { colorScheme: 'light', viewport: wide },
    { colorScheme: 'dark', viewport: phone },
  ] as const)(
    'is accessible: $colorScheme, $viewport',
    async options => {
      const [own, real] = [publish(await example), publish(await canonical)];
      const pages = [
        ...['index.html', 'resources/dossiers.html', 'errors.html'].map(file => `${own}${file}`),
        ...['index.html', 'resources/statussen.html'].map(file => `${real}${file}`),
      ];
      for (const url of pages) {
        const complaints = await visit(url, options, async page => {
          await page.evaluate(openAll);
          expect(await violationsOf(page)).toEqual([]);
        });
        expect(complaints).toEqual([]);
      }
    },
    180_000,
  );

  it.each([wide, { width: 820, height: 1180 }, phone])(
    'has nothing wider than a screen of $width',
    async viewport => {
      const [own, real] = [publish(await example), publish(await canonical)];
      const pages = [
        ...['resources/dossiers.html', 'types/Betrokkene.html', 'register.html'].map(file => `${own}${file}`),
        ...['resources/rollen.html', 'errors.html'].map(file => `${real}${file}`),
      ];
      for (const url of pages) {
        const complaints = await visit(url, { viewport }, async page => {
          await page.evaluate(openAll);
          const [content, screen] = await page.evaluate<number[]>(
            '[document.documentElement.scrollWidth, innerWidth]',
          );
          expect(content).toBe(screen);
          expect(await page.evaluate(`'hacked' in globalThis`)).toBe(false);
        });
        expect(complaints).toEqual([]);
      }
    },
    120_000,
  );

  it('shows all its content without JavaScript', async () => {
    const site = publish(await example);
    await visit(
      `${site}resources/dossiers.html`,
      { viewport: wide, javaScriptEnabled: false },
      async page => {
        const shown = async (text: string): Promise<boolean> =>
          page.getByText(text, { exact: true }).first().isVisible();
        expect(await shown('Een dossier aanmaken')).toBe(true);
        expect(await shown('omschrijving')).toBe(true);
        const folded = page
          .locator('main details:not([open]) > summary')
          .filter({ hasText: 'Bedrijfsregels' });
        await folded.first().click();
        expect(await page.getByText('dos-404').isVisible()).toBe(true);
      },
    );
    await visit(`${site}register.html`, { viewport: wide, javaScriptEnabled: false }, async page => {
      expect(await page.locator('.register li').count()).toBeGreaterThan(20);
      expect(await page.locator('.filter').isVisible()).toBe(false);
    });
  }, 60_000);

  it('opens what an address points into', async () => {
    const site = publish(await example);
    const url = `${site}resources/dossiers.html#Dossier.betrokkene.mens.naam`;
    const complaints = await visit(url, { viewport: wide }, async page => {
      await page.locator('[id="Dossier.betrokkene.mens.naam"]').waitFor({ state: 'visible', timeout: 5000 });
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('filters the register', async () => {
    const site = publish(await example);
    await visit(`${site}register.html`, { viewport: wide }, async page => {
      await page.getByLabel('Filter op naam').fill('dossier aanmaken');
      expect(await page.locator('.register li:visible').allInnerTexts()).toEqual([
        'Een dossier aanmaken operatie POST /dossiers',
      ]);
      expect(await page.locator('output').textContent()).toBe('1 gevonden');
    });
  }, 60_000);

  it('can be used with the keyboard alone, on a phone too', async () => {
    const site = publish(await example);
    await visit(`${site}index.html`, { viewport: phone }, async page => {
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

  it('prints everything, and no navigation', async () => {
    const site = publish(await example);
    await visit(`${site}resources/dossiers.html`, { viewport: wide }, async page => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(`dispatchEvent(new Event('beforeprint')) && undefined`);
      expect(await page.locator('#navigation').isVisible()).toBe(false);
      expect(await page.locator('main details:not([open])').count()).toBe(0);
    });
  }, 60_000);
});
