import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { JsonObject } from '../../src/core/json.ts';
import { generateDocs } from '../../src/site/index.ts';
import { BACKLOG, EXAMPLE } from './example-document.ts';
import { problemsOf } from './site-problems.ts';

const files = await generateDocs(EXAMPLE, {
  backlog: BACKLOG,
  guides: [
    { slug: 'voorbeeld', title: 'Een dossier van begin tot eind', markdown: 'Eerst **dit**, dan dat.' },
  ],
});
const pageOf = (file: string): string => files.get(file) ?? '';
/** As somebody reads it who never switches the language. */
const withoutOtherLanguage = (page: string): string =>
  page.replace(/<span data-en="[^"]*">([^<]*)<\/span>/g, '$1').replace(/ data-en(-[a-z-]+)?="[^"]*"/g, '');
const dossiers = withoutOtherLanguage(pageOf('resources/dossiers.html'));

/** Whitespace at the end of a line is no fault, and long links are allowed; everything else of the presets counts. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Anchors are named after attributes and operations as the document spells them.
    'valid-id': ['error', { relaxed: true }],
    // One page stands alone on disk: its own script has no hash to compare with.
    'require-sri': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
  },
});

describe('the site', () => {
  it('has a page for each API, resource and shared type, and the pages that list things', () => {
    expect([...files.keys()]).toEqual([
      'index.html',
      'guides/voorbeeld.html',
      'apis/dossiers.html',
      'resources/dossiers.html',
      'resources/meldingen.html',
      'resources/Overig.html',
      'types/Bedrijf.html',
      'types/Betrokkene.html',
      'types/Fout.html',
      'types/Kenmerk.html',
      'types/Knoop.html',
      'types/Kwijt.html',
      'types/Persoon.html',
      'types/SoortEnum.html',
      'types/Spiegel.html',
      'types/spiegel-2.html',
      'model.html',
      'types.html',
      'access.html',
      'errors.html',
      'rules.html',
      'rules/all.html',
      'stories.html',
      'register.html',
      'register-attributes.html',
      'openapi.json',
      'assets/style.css',
      'assets/start.js',
      'assets/site.js',
      'assets/versions.js',
      'assets/search.js',
      'assets/search-box.js',
      'assets/minisearch.js',
      'assets/search-index.js',
    ]);
  });

  it('has no link that leads nowhere, no anchor twice, and nothing that is fetched', () => {
    expect(problemsOf(files)).toEqual([]);
  });

  it.each([...files.keys()].filter(file => file.endsWith('.html')))('%s is valid HTML', async file => {
    const { results } = await validator.validateString(pageOf(file), file);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  it('lets nothing of the document become markup', () => {
    for (const page of files.values()) {
      expect(page).not.toMatch(/<script>|<img|onerror="|href="javascript|<b>meer/);
    }
  });

  it('is the same for the same document', async () => {
    expect(await generateDocs(EXAMPLE, { backlog: BACKLOG })).toEqual(
      await generateDocs(structuredClone(EXAMPLE), { backlog: BACKLOG }),
    );
  });

  it('has its labels in the language of the document or in the one asked for, and then says so of the labels', async () => {
    const english = (await generateDocs(EXAMPLE, { lang: 'en' })).get('index.html') ?? '';
    expect(pageOf('index.html')).toContain('<h2 data-en="About">Over deze standaard</h2>');
    expect(english).toContain('<h2 lang="en" data-nl="Over deze standaard">About</h2>');
    expect([pageOf('index.html'), english].map(page => /<html[^>]*>/.exec(page)?.[0])).toEqual([
      '<html lang="nl" data-language="nl">',
      '<html lang="nl" data-language="en">',
    ]);
  });

  it.each([
    ['an attribute', 'id="Dossier.omschrijving"'],
    ['an attribute in a group', 'id="Dossier.kenmerken.sleutel"'],
    ['an attribute with a strange name', 'id="Dossier.vreemde-naam-x"'],
    ['an operation', 'id="dossier_create"'],
    ['a parameter', 'id="dossier_list.soort"'],
    ['an attribute of a body', 'id="dossier__zoek.body.term"'],
    ['a variant', 'id="Dossier.betrokkene.mens"'],
  ])('gives %s an address of its own', (_what, anchor) => {
    expect(dossiers).toContain(anchor);
  });

  it.each([
    [
      'the rule of an attribute',
      'dos-001</span></a> De omschrijving is <em>uniek</em> &lt;u&gt;overal&lt;/u&gt;',
    ],
    [
      'what a rule demands, at its operation',
      '</summary><p>Komt <code>omschrijving</code> al voor, dan volgt 400 <i>en niets anders</i>. <a href="../rules/all.html#dos-001">',
    ],
    ['a rule without a text', '<span class="rule-id">dos-404</span></li>'],
    [
      'the story of an operation',
      'gz-1</span></a> Een dossier beginnen <span class="quiet">(Voorbeeldgemeente)',
    ],
    [
      'who may call it',
      '(HTTP bearer (JWT))</span> met scope <code>dossiers.aanmaken</code> en <code>dossiers.beheren</code>',
    ],
    ['the summary of an example', 'Voorbeeld: Het eerste dossier'],
    ['the meaning of a value', '<code>open</code></dt><dd>Er wordt aan gewerkt.</dd>'],
    ['the object type of the model', 'Informatiemodel: RGBZ · DOSSIER'],
    ['what is in a page of a list', 'pagina met <a class="type" href="#Dossier">Dossier</a>'],
    ['that an operation is deprecated', 'bijwerken</a> <span class="badge deprecated">verouderd</span>'],
  ])('shows %s', (_what, text) => {
    expect(dossiers).toContain(text);
  });

  it('leaves out a rule that was dropped', () => {
    expect([...files.values()].filter(page => page.includes('dos-002'))).toEqual([]);
  });

  it('gathers the error answers with their codes', () => {
    const errors = pageOf('errors.html');
    expect([...errors.matchAll(/<section class="error" id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'status-304',
      'status-400',
      'status-default',
    ]);
    expect(errors).toContain('<code>unknown</code></th><td><code>soort</code></td><td>Onbekend.</td>');
  });
});

describe('other documents', () => {
  it.each<[string, JsonObject]>([
    ['one without anything', { openapi: '3.1.0', info: { title: '', version: '' } }],
    [
      'one with only an operation',
      { openapi: '3.0.3', info: { title: 'x', version: '1' }, paths: { '/': { get: { responses: {} } } } },
    ],
    [
      'one whose fields have the wrong type',
      {
        openapi: '3.1.0',
        info: 'x',
        tags: 3,
        paths: { '/a': { get: { tags: 'x', parameters: {}, responses: [], requestBody: 1 } } },
        components: { schemas: { A: 3, B: { properties: [1], allOf: {}, enum: {} } } },
      },
    ],
  ])('%s', async (_name, document) => {
    expect(problemsOf(await generateDocs(document))).toEqual([]);
  });

  it('one that is made to explode ends quickly', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 60 }, (_, level) => [
        `S${level}`,
        {
          allOf: [
            { $ref: `#/components/schemas/S${level + 1}` },
            { $ref: `#/components/schemas/S${level + 1}` },
          ],
          properties: {
            [`p${level}`]: {
              oneOf: [
                { $ref: `#/components/schemas/S${level + 1}` },
                { $ref: `#/components/schemas/S${level + 2}` },
              ],
            },
          },
        },
      ]),
    );
    const site = await generateDocs({ ...EXAMPLE, components: { schemas } });
    expect(problemsOf(site)).toEqual([]);
  });
});

describe('the other formats', () => {
  it('redoc: one page and its script, the document unable to end the script element', async () => {
    const redoc = await generateDocs(EXAMPLE, { format: 'redoc' });
    expect([...redoc.keys()]).toEqual(['index.html', 'redoc.standalone.js']);
    expect(problemsOf(redoc)).toEqual([]);
    expect(redoc.get('index.html')).not.toContain('<script>globalThis');
  });

  it('markdown: a file for each resource', async () => {
    const markdown = await generateDocs(EXAMPLE, { format: 'markdown', backlog: BACKLOG });
    expect([...markdown.keys()]).toEqual([
      'index.md',
      'resources/dossiers.md',
      'resources/meldingen.md',
      'resources/Overig.md',
    ]);
    const text = markdown.get('resources/dossiers.md') ?? '';
    expect(text).toContain(
      '| `omschrijving` | tekst, hoogstens 40 tekens | verplicht | verplicht | optioneel | Waar het **over** gaat. <i>Kort</i>. |',
    );
    expect(text).toContain(
      '#### Een dossier aanmaken\n\n`POST /dossiers`\n\nScopes: `dossiers.aanmaken`, `dossiers.beheren`\n\n- dos-001',
    );
  });
});
