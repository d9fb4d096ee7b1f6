import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isThere = existsSync(CHROMIUM);
if (!isThere)
  console.log(`No ${CHROMIUM}: browser tests are skipped. To have them: apt-get install chromium`);

/** What a test gets to work with. */
export interface Desk {
  /** Writes files to a folder of their own and gives the file: URL of that folder, with a slash at the end. */
  readonly publish: (files: ReadonlyMap<string, string>) => string;
  /** Opens a page, hands it over, and gives everything it complained of, or asked for from elsewhere. */
  readonly visit: (
    url: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
  ) => Promise<string[]>;
}

/** A group of tests that need a browser; skipped, with a line that says how to have it, where there is none. */
export function describeInBrowser(name: string, tests: (desk: Desk) => void): void {
  (isThere ? describe : describe.skip)(name, () => {
    const folders: string[] = [];
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
    tests({
      publish: files => {
        const folder = mkdtempSync(path.join(tmpdir(), 'zds-browser-'));
        folders.push(folder);
        for (const [file, content] of files) {
          mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
          writeFileSync(path.join(folder, file), content);
        }
        return `${pathToFileURL(folder).href}/`;
      },
      visit: async (url, options, use) => {
        if (!browser) throw new Error('the browser was not started');
        const context = await browser.newContext(options);
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', message => {
          if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
        });
        page.on('pageerror', error => complaints.push(`error: ${error.message}`));
        page.on('request', request => {
          if (!/^(file|data|blob):/.test(request.url())) complaints.push(`request: ${request.url()}`);
        });
        await page.goto(url);
        await use(page);
        await context.close();
        return complaints;
      },
    });
  });
}
