import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
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

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

const isThere = existsSync(CHROMIUM);
if (!isThere)
  console.log(`No ${CHROMIUM}: browser tests are skipped. To have them: apt-get install chromium`);

/** What a test gets to work with. */
export interface Desk {
  /** Writes files to a folder of their own and gives the file: URL of that folder, with a slash at the end. */
  readonly publish: (files: ReadonlyMap<string, string>) => string;
  /** Serves files from this machine and gives the URL of their folder, with a slash at the end. */
  readonly serve: (files: ReadonlyMap<string, string>) => Promise<string>;
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
    const servers: Server[] = [];
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      for (const server of servers) server.close();
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
      serve: files => {
        const server = createServer((request, response) => {
          const file = (request.url ?? '/').slice(1) || 'index.html';
          const content = files.get(file);
          const type = MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream';
          response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type }).end(content);
        });
        servers.push(server);
        return new Promise(resolve => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
          });
        });
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
          if (!/^(file:|data:|blob:|http:\/\/127\.0\.0\.1:)/.test(request.url()))
            complaints.push(`request: ${request.url()}`);
        });
        await page.goto(url);
        await use(page);
        await context.close();
        return complaints;
      },
    });
  });
}
