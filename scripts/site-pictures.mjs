// The pictures of pages in the README, of the documentation and of a review: `node scripts/site-pictures.mjs` makes the
// pages, looks at them in Chromium and writes docs/pictures/*.png, and beside each what is seen on it in words, which a test holds against the pages
// of today: other fonts make other pixels, and the same headings, codes and marks. Needs dist/ and Chromium.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './chromium.mjs';

const BASE = '2.0.0-alpha.3';
const SIZE = { width: 1200, height: 760 };

/** What is pictured, each with the element that stands at the top of the picture. */
export const PICTURES = [
  { name: 'home', page: 'index.html', top: 'h1' },
  { name: 'object', page: 'resources/zaaknotities.html', top: '#ZaakNotitie' },
  { name: 'operation', page: 'operations/zaak_create.html', top: 'h1' },
  { name: 'changed', page: `resources/zaaknotities.html?vs=${BASE}`, top: '.attributes' },
  { name: 'review', page: 'review.html', top: 'h1' },
];

/** What somebody sees in the window, from top to bottom: headings, names of attributes, buttons, marks. */
const SEEN = `[...document.querySelectorAll('main h1, main h2, main h3, main th a, main .verb, main .badge, main button, .gone del')]
  .filter(element => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && top >= 0 && bottom <= ${SIZE.height - 60};
  })
  .map(element => element.innerText.trim())`;

/**
 * Looks at every page of {@link PICTURES}.
 *
 * @param files the site, with the changes since {@link BASE}
 * @param save what is done with a picture: name, bytes of a PNG
 * @returns what is seen, by name
 */
export async function lookAt(files, save = () => {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'zds-pictures-'));
  for (const [file, content] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const seen = {};
  try {
    const page = await (await browser.newContext({ viewport: SIZE, colorScheme: 'light' })).newPage();
    for (const { name, page: file, top } of PICTURES) {
      await page.goto(`${pathToFileURL(folder).href}/${file}`);
      if (file.includes('?')) await page.locator('.since').waitFor();
      await page.evaluate(
        `scrollTo(0, document.querySelector(${JSON.stringify(top)}).getBoundingClientRect().top + scrollY - 80)`,
      );
      seen[name] = await page.evaluate(SEEN);
      save(name, await page.screenshot());
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  return seen;
}

/** The documentation of the standard with the changes since {@link BASE}, and the review of a proposal of one line. */
export async function picturedPages() {
  const { generateDocs, read, renderReview, review } = await import('../dist/index.js');
  const { withDocuments } = await import('./picture.mjs');
  const files = await generateDocs(await read('spec/openapi.yaml'), { bases: [await read(BASE)] });
  const reviewed = await withDocuments((old, next) => review(old, next, { today: '2026-01-01' }));
  return new Map([...files, ['review.html', await renderReview(reviewed, 'html', { lang: 'nl' })]]);
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync('docs/pictures', { recursive: true });
  const seen = await lookAt(await picturedPages(), (name, png) =>
    writeFileSync(`docs/pictures/${name}.png`, png),
  );
  writeFileSync('docs/pictures/seen.json', `${JSON.stringify(seen, null, 2)}\n`);
}
