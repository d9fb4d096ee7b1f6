import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { apisOf, bundle } from '../../src/bundle/index.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { generateDocs } from '../../src/site/index.ts';
import { read } from '../../src/source/index.ts';
import { describeInBrowser } from './chromium.ts';

const require = createRequire(import.meta.url);
const swaggerUi = path.dirname(require.resolve('swagger-ui-dist/package.json'));

const document = read('spec/openapi.yaml', { cwd: path.resolve(import.meta.dirname, '../..') });
const whole = await bundle(await document);

/** Every form in which the standard goes out is shown in test:deep, and one API in every run. */
const isDeep = Boolean(process.env.ZDS_DEEP);
if (!isDeep) console.log('Other viewers are tried on one API; test:deep has every form (ZDS_DEEP=1).');

const ALL_FORMS = [
  { name: 'whole', options: {} },
  { name: 'whole, as 3.0', options: { openapi: '3.0' } },
  ...apisOf(whole.value).map(api => ({ name: api, options: { api } })),
] as const;

const FORMS = ALL_FORMS.filter(({ name }) => isDeep || name === 'Besluiten');

const operationsIn = ({ paths }: JsonObject): number =>
  Object.values(paths ?? {})
    .flatMap(item => Object.keys(item ?? {}))
    .filter(key => /^(get|put|post|delete|patch|head)$/.test(key)).length;

/** One page that shows a description with Swagger UI, from the files of its package. */
function swaggerPage(value: JsonObject): Map<string, string> {
  return new Map([
    ['swagger-ui.css', readFileSync(path.join(swaggerUi, 'swagger-ui.css'), 'utf8')],
    ['swagger-ui-bundle.js', readFileSync(path.join(swaggerUi, 'swagger-ui-bundle.js'), 'utf8')],
    ['openapi.json', JSON.stringify(value)],
    [
      'index.html',
      `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Swagger UI</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="swagger-ui.css"></head><body><div id="ui"></div><script src="swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#ui', validatorUrl: null, docExpansion: 'list', defaultModelsExpandDepth: -1 });</script></body></html>`,
    ],
  ]);
}

describeInBrowser('other viewers', ({ publish, serve, visit }) => {
  it.each(FORMS)(
    'the Redoc page shows $name without a complaint',
    async ({ options }) => {
      const { value } = await bundle(await document, options);
      const site = publish(await generateDocs(value, { format: 'redoc' }));
      const complaints = await visit(`${site}index.html`, {}, async page => {
        await page.locator('h1').first().waitFor({ timeout: 60_000 });
        const operations = page.locator('[id^="tag/"][id*="/operation/"], [id^="operation/"]');
        await operations.first().waitFor({ state: 'attached', timeout: 60_000 });
        expect(await operations.count()).toBeGreaterThanOrEqual(operationsIn(value));
        expect(await page.getByText('Something went wrong').count()).toBe(0);
      });
      expect(complaints).toEqual([]);
    },
    180_000,
  );

  it.each(FORMS)(
    'Swagger UI shows $name without a complaint',
    async ({ options }) => {
      const { value } = await bundle(await document, options);
      const site = await serve(swaggerPage(value));
      const complaints = await visit(`${site}index.html`, {}, async page => {
        const operations = page.locator('.opblock');
        await operations.first().waitFor({ timeout: 60_000 });
        // Of the whole it renders a few resources and the others much later; the slices are counted in full.
        if ('api' in options) await operations.nth(operationsIn(value) - 1).waitFor({ timeout: 120_000 });
        await operations.first().locator('.opblock-summary-control').click();
        await operations.first().locator('.responses-wrapper').waitFor({ timeout: 60_000 });
        expect(await page.locator('.errors-wrapper').count()).toBe(0);
      });
      expect(complaints).toEqual([]);
    },
    180_000,
  );
});
