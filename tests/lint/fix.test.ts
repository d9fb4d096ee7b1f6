import { describe, expect, it } from '@jest/globals';
import { fix } from '../../src/lint/fix/index.ts';
import { documentOf } from '../../src/source/index.ts';

const HEAD = `# Kop blijft staan
openapi: 3.1.0
info: {title: Zaken, version: 1.0.0}   # ook dit
`;

const mend = (text: string, key = 'openapi.yaml') => fix(documentOf(key, { [key]: text }));

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
    'makes path parameters required and orders the methods with their comments',
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
    # lezen
    get:
      operationId: b
      responses: {}
    # verwijderen
    delete:
      operationId: a
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
    'leaves methods with an anchor or alias where they are',
    `paths:
  /a:
    delete: &weg
      operationId: a
      responses: {}
    get: *weg
`,
    `paths:
  /a:
    delete: &weg
      operationId: a
      responses: {}
    get: *weg
`,
  ],
  [
    'keeps a comment with its key, a block scalar whole and a flow map on its line',
    `paths:
  /zaken/{uuid}:
    parameters: [{in: path, required: false, name: uuid}]
    get:
      summary: |
        delete:
      # de antwoorden
      responses: {}
`,
    `paths:
  /zaken/{uuid}:
    parameters: [{in: path, required: true, name: uuid}]
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
  it.each(TRICKY)('%s', (_, before, after) => {
    expect(mend(HEAD + before).get('openapi.yaml') ?? HEAD + before).toBe(HEAD + after);
    expect([...mend(HEAD + after)]).toEqual([]);
  });

  it.each([...CASES, ...TRICKY])('%s, with line ends of Windows and a document start', (_, before, after) => {
    const [old, next] = [before, after].map(text => inWindows(`---\n${HEAD}${text}`));
    expect(mend(old ?? '').get('openapi.yaml') ?? old).toBe(next);
  });

  it.each(CASES)('%s', (_, before, after) => {
    expect([...mend(HEAD + before)]).toEqual([['openapi.yaml', HEAD + after]]);
  });

  it.each(CASES)('has nothing left to do where it %s', (_, _before, after) => {
    expect([...mend(HEAD + after)]).toEqual([]);
  });

  it('keeps JSON valid', () => {
    const text = '{"openapi": "3.1.0", "info": {}, "paths": {"/zaken/": {"get": {"responses": {}}}}}';
    const fixed = mend(text, 'openapi.json').get('openapi.json') ?? '';
    expect(JSON.parse(fixed)).toEqual({
      openapi: '3.1.0',
      info: {},
      paths: { '/zaken': { get: { operationId: 'zaken_list', responses: {} } } },
    });
  });
});
