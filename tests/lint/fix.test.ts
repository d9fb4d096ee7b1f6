import { describe, expect, it } from '@jest/globals';
import { fix, type LintOptions } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const HEAD = `# Kop blijft staan
openapi: 3.1.0
info: {title: Zaken, version: 1.0.0}   # ook dit
`;

const fixTexts = (text: string, key = 'openapi.yaml', options: LintOptions = {}) =>
  fix(documentOf(key, { [key]: text }), options);

const CASES: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'gives an operation the id that its siblings suggest',
    `paths:
  /zaken:
    get:
      operationId: zaak_list
      responses: {}
  /zaken/{uuid}:
    # lezen
    get:
      tags: [zaken]
      responses: {}
    delete: {responses: {}}
`,
    `paths:
  /zaken:
    get:
      operationId: zaak_list
      responses: {}
  /zaken/{uuid}:
    # lezen
    get:
      operationId: zaak_read
      tags: [zaken]
      responses: {}
    delete: {operationId: zaak_delete, responses: {}}
`,
  ],
  [
    'takes slashes from the ends of paths and server urls, quotes kept',
    `servers:
  - url: "https://api.example.nl/v1/"
paths:
  '/zaken/': # lijst
    post: {operationId: a, responses: {}}
  /: {}
`,
    `servers:
  - url: "https://api.example.nl/v1"
paths:
  '/zaken': # lijst
    post: {operationId: a, responses: {}}
  /: {}
`,
  ],
  [
    'makes path parameters required, and leaves the methods where they are',
    `paths:
  /zaken/{uuid}:
    parameters:
      - in: path
        name: uuid
        schema: {type: string}
    # verwijderen
    delete:
      operationId: a
      responses: {}
    # lezen
    get:
      operationId: b
      responses: {}
`,
    `paths:
  /zaken/{uuid}:
    parameters:
      - in: path
        name: uuid
        required: true
        schema: {type: string}
    # verwijderen
    delete:
      operationId: a
      responses: {}
    # lezen
    get:
      operationId: b
      responses: {}
`,
  ],
  [
    'refers to the version header that is a component',
    `paths:
  /zaken:
    get:
      operationId: a
      responses:
        '200':
          description: Goed
          content: {}
        '404':
          description: Weg
          headers:
            ETag: {}
components:
  headers:
    API_version: {schema: {type: string}}
`,
    `paths:
  /zaken:
    get:
      operationId: a
      responses:
        '200':
          description: Goed
          headers:
            API-Version:
              $ref: '#/components/headers/API_version'
          content: {}
        '404':
          description: Weg
          headers:
            ETag: {}
            API-Version:
              $ref: '#/components/headers/API_version'
components:
  headers:
    API_version: {schema: {type: string}}
`,
  ],
];

const TRICKY: typeof CASES = [
  [
    'fills an id that says nothing',
    `paths:
  /zaken:
    get:
      operationId: '' # nog kiezen
      responses: {}
    post:
      operationId:
      responses: {}
`,
    `paths:
  /zaken:
    get:
      operationId: 'zaken_list' # nog kiezen
      responses: {}
    post:
      operationId: zaken_create
      responses: {}
`,
  ],
  [
    'keeps a comment with its key, a block scalar whole and a flow map on its line',
    `paths:
  /zaken/{uuid}:
    parameters: [{in: path, required: false, name: uuid, schema: {type: string}}]
    get:
      summary: |
        delete:
      # de antwoorden
      responses: {}
`,
    `paths:
  /zaken/{uuid}:
    parameters: [{in: path, required: true, name: uuid, schema: {type: string}}]
    get:
      summary: |
        delete:
      operationId: zaken_read
      # de antwoorden
      responses: {}
`,
  ],
];

const inWindows = (text: string): string => text.replaceAll('\n', '\r\n');

describe('fix', () => {
  it.each(TRICKY)('%s', async (_, before, after) => {
    expect((await fixTexts(HEAD + before)).get('openapi.yaml') ?? HEAD + before).toBe(HEAD + after);
    expect([...(await fixTexts(HEAD + after))]).toEqual([]);
  });

  it.each([...CASES, ...TRICKY])(
    '%s, with line ends of Windows and a document start',
    async (_, before, after) => {
      const [old, next] = [before, after].map(text => inWindows(`---\n${HEAD}${text}`));
      expect((await fixTexts(old ?? '')).get('openapi.yaml') ?? old).toBe(next);
    },
  );

  it.each(CASES)('%s', async (_, before, after) => {
    expect([...(await fixTexts(HEAD + before))]).toEqual([['openapi.yaml', HEAD + after]]);
  });

  it.each(CASES)('has nothing left to do where it %s', async (_, _before, after) => {
    expect([...(await fixTexts(HEAD + after))]).toEqual([]);
  });

  it.each([
    ['zaak_list', 'besluit_retrieve', 'zaak_retrieve', 'zaak_create'],
    ['zakenList', 'besluitenRetrieve', 'zakenRetrieve', 'zakenCreate'],
    ['get-zaken', 'get-besluit', 'get-zaken-by-zaak-id', 'create-zaken'],
    ['findZaken', 'getBesluitById', 'getZaken', 'createZaken'],
  ])('names operations as those beside them: %s, %s', async (list, item, read, create) => {
    const text = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Zaken', version: '1.0.0' },
      paths: {
        '/zaken': { get: { operationId: list, responses: {} }, post: { responses: {} } },
        '/besluiten/{besluit_id}': { get: { operationId: item, responses: {} } },
        '/zaken/{zaakId}/': { get: { responses: {} } },
      },
    });
    const fixed = JSON.parse((await fixTexts(text, 'openapi.json')).get('openapi.json') ?? '');
    expect([fixed.paths['/zaken/{zaakId}'].get.operationId, fixed.paths['/zaken'].post.operationId]).toEqual([
      read,
      create,
    ]);
  });

  it('keeps JSON valid, on one line where it was', async () => {
    const text =
      '{"openapi": "3.1.0", "info": {"title": "Zaken", "version": "1.0.0"}, "paths": {"/zaken/": {"get": {"responses": {}}}}}';
    const fixed = (await fixTexts(text, 'openapi.json')).get('openapi.json');
    expect(fixed).toBe(
      '{"openapi": "3.1.0", "info": {"title": "Zaken", "version": "1.0.0"}, "paths": {"/zaken": {"get": {"operationId": "zaken_list", "responses": {}}}}}',
    );
  });

  it.each([2, 4, '\t'])(
    'keeps the layout of JSON with an indent of %j, and the style of its ids and headers',
    async indent => {
      const write = (value: unknown) => JSON.stringify(value, undefined, indent);
      const answer = (more: object) => ({ ...more, description: 'Goed' });
      const versioned = { 'api-version': { $ref: '#/components/headers/Versie' } };
      const document = (getId: object, headers: object) => ({
        openapi: '3.1.0',
        info: { title: 'Zaken', version: '1.0.0' },
        paths: {
          '/zaken': {
            get: { ...getId, summary: 'Zaken', responses: { 200: { ...headers, ...answer({}) } } },
            post: {
              operationId: 'zaakAanmaken',
              responses: { 201: { description: 'Nieuw', headers: versioned } },
            },
          },
        },
        components: { headers: { Versie: { schema: { type: 'string' } } } },
      });
      const fixed = (await fixTexts(write(document({}, {})), 'openapi.json')).get('openapi.json');
      expect(fixed).toBe(write(document({ operationId: 'zakenList' }, { headers: versioned })));
    },
  );
});

const WITHOUT_HEADER = `${HEAD}paths:
  /zaken:
    get:
      responses:
        '200': {description: Goed}
components: {headers: {API-Version: {schema: {type: string}}}}
`;

describe('fix leaves alone what the run does not report', () => {
  const off = { 'oas-operation-id-present': 'off', 'zgw-api-version-header': 'off' } as const;

  it.each<[string, string, LintOptions]>([
    ['switched off', WITHOUT_HEADER, { severities: { ...off, 'adr-version-header': 'off' } }],
    [
      'of another profile',
      WITHOUT_HEADER,
      { profile: 'oas', severities: { 'oas-operation-id-present': 'off' } },
    ],
    [
      'ignored in the document',
      WITHOUT_HEADER.replace(
        'description: Goed',
        'description: Goed, x-lint-ignore: {adr-version-header: de gateway}',
      ),
      { severities: off },
    ],
    [
      'excused',
      WITHOUT_HEADER,
      {
        severities: off,
        exceptions: {
          file: 'exceptions.yaml',
          text: '',
          rows: [{ rule: 'adr-version-header', selector: 'GET /zaken', reason: 'De gateway.', places: 1 }],
        },
      },
    ],
    [
      'known of the base',
      WITHOUT_HEADER,
      { severities: off, base: documentOf('base', { 'openapi.yaml': WITHOUT_HEADER }) },
    ],
  ])('%s', async (_, text, options) => {
    expect([...(await fixTexts(text, 'openapi.yaml', options))]).toEqual([]);
  });

  it('and fixes it where it is reported', async () => {
    const [fixed] = [...(await fixTexts(WITHOUT_HEADER, 'openapi.yaml', { severities: off })).values()];
    expect(fixed).toBe(
      WITHOUT_HEADER.replace(
        '{description: Goed}',
        "{headers: { API-Version: { $ref: '#/components/headers/API-Version' } }, description: Goed}",
      ),
    );
  });
});
