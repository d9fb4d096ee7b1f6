// How soon a page shows what it is about, beside Redoc with the same API, in one run of one browser:
//   node scripts/first-content.mjs [Zaken Catalogi]
// Prints a line for each page and ends with 1 where one takes more than a tenth of Redoc. Needs dist/ and Chromium.
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { generateDocs, read } from '../dist/index.js';

const APIS = process.argv.length > 2 ? process.argv.slice(2) : ['Zaken', 'Catalogi'];
const RUNS = 3;
const SHARE = 0.1;
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** What a reader came for: the thing and its text, or with Redoc the first operation. */
const OURS = 'main h1';
const REDOC = '[id^="tag/"][id*="/operation/"], [id^="operation/"]';

/** Milliseconds from the start of the navigation until an element is there and something is painted. */
const WHEN_THERE = selector => `new Promise(resolve => {
  const look = () => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0];
    if (painted && document.querySelector(${JSON.stringify(selector)}))
      resolve(Math.max(painted.startTime, globalThis.contentAt ?? performance.now()));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Notes when the element comes, whatever the page does meanwhile. */
const NOTE = selector => `{
  const note = () => {
    if (globalThis.contentAt === undefined && document.querySelector(${JSON.stringify(selector)}))
      globalThis.contentAt = performance.now();
    if (globalThis.contentAt === undefined) setTimeout(note, 5);
  };
  note();
}`;

async function serve(files) {
  const server = createServer((request, response) => {
    const file = decodeURIComponent((request.url ?? '/').slice(1)) || 'index.html';
    const content = files.get(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type }).end(content);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

const median = numbers => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];

/** One visit with an empty cache. */
async function visit(browser, url, selector) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(NOTE(selector));
  await page.goto(url, { waitUntil: 'commit' });
  const time = await page.evaluate(WHEN_THERE(selector));
  await context.close();
  return time;
}

/** The pages of an API: its own, and those whose path leads over it. */
const pagesOf = (files, own) =>
  [...files].flatMap(([file, text]) => {
    const path = /<nav class="crumbs"[\s\S]*?<\/nav>/.exec(text)?.[0] ?? '';
    return file === own || path.includes(`/${own}"`) ? [file] : [];
  });

const document = await read('spec/openapi.yaml');
const whole = await generateDocs(document);
const ours = await serve(whole);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const rows = [];
try {
  await visit(browser, `${ours.address}index.html`, OURS);
  for (const api of APIS) {
    const redoc = await serve(await generateDocs(document, { api, format: 'redoc' }));
    const pages = pagesOf(whole, `apis/${api.toLowerCase()}.html`);
    const times = new Map(pages.map(file => [file, []]));
    const limits = [];
    // In turns, so that what else the machine does meets both.
    for (let run = 0; run < RUNS; run += 1) {
      limits.push(await visit(browser, `${redoc.address}index.html`, REDOC));
      for (const file of pages) times.get(file).push(await visit(browser, ours.address + file, OURS));
    }
    redoc.server.close();
    const limit = median(limits);
    console.log(`${api}: Redoc ${Math.round(limit)} ms`);
    for (const [file, all] of times) {
      rows.push({ file, share: median(all) / limit });
      console.log(`${(median(all) / limit).toFixed(3)}  ${Math.round(median(all))} ms  ${file}`);
    }
  }
} finally {
  await browser.close();
  ours.server.close();
}
const slow = rows.filter(({ share }) => share > SHARE);
const most = rows.reduce((top, row) => (row.share > top.share ? row : top), { share: 0, file: '' });
console.log(`${rows.length} pages; the slowest takes ${most.share.toFixed(3)} of Redoc: ${most.file}`);
if (slow.length > 0) process.exitCode = 1;
