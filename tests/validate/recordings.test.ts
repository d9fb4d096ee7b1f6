import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from '../../src/core/json.ts';
import type { Report } from '../../src/core/report.ts';
import { messageOf } from '../../src/core/wording.ts';
import {
  conformanceOf,
  render,
  renderConformance,
  validateRecordings as validateWithRules,
} from '../../src/index.ts';
import { CONFORMANCE_SCHEMA } from '../../src/review/conformance-schema.ts';
import { documentOf, read } from '../../src/source/index.ts';
import { type MessageOptions, validateMessageFile, validateRecordings } from '../../src/validate/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zds-har-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** Findings as `severity rule exchanges sentence`. */
const shown = (report: Report, lang: 'nl' | 'en' = 'en'): string[] =>
  report.findings.map(
    finding =>
      `${finding.severity} ${finding.rule} ${finding.sent?.exchanges.join() ?? ''} ${messageOf(report, finding, lang)}`,
  );

const OPNAME = 'tests/validate/fixtures/opname.har';

describe('a recording against the canonical document', () => {
  const report = read('spec').then(document => validateWithRules(document, [OPNAME]));

  it('has each fault at its exchange, remarks apart, and nothing of what is right', async () => {
    expect(shown(await report)).toEqual([
      "error message-required 2 POST /zaken, request: lacks 'bronorganisatie'",
      'error message-value 3 POST /zaken, request, /vertrouwelijkheidaanduiding: must be one of: "openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim", "zeer_geheim"',
      'error message-read-only 4 POST /zaken, request, /url: the server fills this in (readOnly), and it does not belong in a request',
      'error message-value 5 POST /zaken, response 201, /startdatum: does not have the format date',
      "error message-required 6 POST /zaken, response 201: lacks 'url'",
      'error message-undocumented-parameter 8 GET /zaken, request, parameter startdatum__gtx: this operation has no such parameter',
      'error message-value 9 GET /zaken, request, parameter archiefnominatie: must be one of: "blijvend_bewaren", "vernietigen"',
      'error message-unknown-operation 10 GET /zaak: the document has no such operation',
      'error message-undocumented-status 11 GET /zaken, response 418: the document does not describe status 418',
      'error message-required 12 GET /zaken, request, header Accept-Crs: is missing',
      'error message-required 12 GET /zaken, request, header Content-Crs: is missing',
      'info message-undocumented-name 13 POST /zaken, response 201, /onbekend: the document does not describe this',
      'info message-undocumented-name 14 POST /zaken, request, /onbekend: the document does not describe this',
    ]);
  });

  it('quotes the document, with the business rules of the attribute and the place', async () => {
    const { findings } = await report;
    expect({ ...findings[0]?.sent, place: findings[0]?.new }).toEqual({
      exchanges: [2],
      pointer: '/bronorganisatie',
      says: 'RSIN van de organisatie die de ZAAK heeft gecreëerd. Samen met `identificatie` maakt het de ZAAK ook buiten dit register herkenbaar.',
      rules: ['zrc-002'],
      described: expect.objectContaining({ file: 'spec/apis/zaken/schemas/ZaakKern.yaml' }),
      place: { file: OPNAME, line: 1, column: 3759, pointer: '/log/entries/1' },
    });
  });

  it.each(['text', 'markdown', 'html', 'sarif', 'junit', 'github', 'json'] as const)(
    'names the exchange and the rule code in %s',
    async format => {
      const text = await render(await report, format, { lang: 'nl' });
      expect(/uitwisseling 2|"exchanges": \[\s*2\s*\]/.test(text)).toBe(true);
      expect(text).toContain('zrc-002');
    },
  );
});

const API = `
openapi: 3.1.0
info: { title: t, version: '1' }
servers:
  - url: https://{omgeving}.example/zaken/v1
    variables: { omgeving: { default: api } }
  - url: https://api.example/v2/{smaak}
    variables: { smaak: { default: a, enum: [a, b] } }
components:
  securitySchemes:
    sleutel: { type: apiKey, in: query, name: sleutel }
  schemas:
    Zaak:
      type: object
      required: [url, naam]
      properties:
        url: { type: string, readOnly: true }
        naam: { type: string, description: Hoe de zaak heet. }
        wachtwoord: { type: string, writeOnly: true }
        aantal: { type: integer }
    Fout:
      type: object
      required: [title]
      properties: { title: { type: string } }
paths:
  /zaken:
    get:
      parameters:
        - { name: soort, in: query, schema: { type: array, items: { enum: [a, b] } } }
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: vlag, in: query, allowEmptyValue: true, schema: { type: boolean } }
        - { name: kleur, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { enum: [rood, blauw] } } }
        - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { van: { type: string, format: date }, n: { type: integer } } } }
        - { name: punt, in: query, schema: { type: object, properties: { x: { type: number }, y: { type: number } } } }
        - { name: bron, in: query, content: { application/json: { schema: { type: object, required: [id] } } } }
        - { name: X-Aantal, in: header, schema: { type: integer } }
      responses:
        '200':
          description: d
          headers: { X-Totaal: { required: true, schema: { type: integer } } }
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Zaak' } } } }
        '304': { description: d }
        4XX:
          description: d
          content: { application/problem+json: { schema: { $ref: '#/components/schemas/Fout' } } }
    post:
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Zaak' } }
          application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Zaak' } }
          multipart/form-data:
            schema:
              type: object
              required: [bestand, titel]
              properties: { bestand: { type: string, format: binary, maxLength: 1 }, titel: { type: string, maxLength: 5 }, zaak: { $ref: '#/components/schemas/Zaak' } }
      responses:
        '201': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Zaak' } } } }
  /zaken/{nummer}:
    parameters: [{ name: nummer, in: path, required: true, schema: { type: integer } }]
    get: { responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Zaak' } } } } } }
    patch:
      requestBody: { content: { application/merge-patch+json: { schema: { type: object, properties: { aantal: { type: [integer, 'null'] } } } } } }
      responses: { '204': { description: d } }
    delete: { responses: { '204': { description: d } } }
  /zaken/zoek:
    post: { responses: { '200': { description: d } } }
`;

const document = documentOf('api', { 'api.yaml': API });

const BASE = 'https://api.example/zaken/v1';
const json = { name: 'content-type', value: 'application/json' };
const zaken = {
  status: 200,
  headers: [json, { name: 'x-totaal', value: '0' }],
  content: { text: '[]', size: 2 },
};
const get = (query: string, response: Json = zaken, more: object = {}) => ({
  request: { method: 'GET', url: `${BASE}/zaken${query}`, headers: [], ...more },
  response,
});
const post = (postData: Json, headers: Json = []) => ({
  request: { method: 'POST', url: `${BASE}/zaken`, headers, postData },
  response: { status: 201, headers: [json], content: { text: '{"url":"u","naam":"n"}' } },
});
const at = (method: string, url: string, status = 200, content: object = {}) => ({
  request: { method, url, headers: [] },
  response: { status, headers: [], content },
});
const good = { url: 'u', naam: 'n' };
const body = (text: string, more: object = {}) => ({ text, mimeType: 'application/json', ...more });

let files = 0;
const check = async (entries: readonly object[], options: MessageOptions = {}): Promise<Report> => {
  files += 1;
  const har = { log: { version: '1.1', creator: { name: 't', version: '1' }, entries } };
  return validateRecordings(document, [fileOf(`${files}.har`, JSON.stringify(har))], options);
};

describe('queries, headers and paths by their style', () => {
  it.each<readonly [string, object, string[]]>([
    ['a list by repetition', get('?soort=a&soort=b'), []],
    ['a list of one', get('?soort=a'), []],
    ['a list in one text', get('?ids=1,2,3'), []],
    ['a comma that the client encoded', get('?ids=1%2C2'), []],
    ['pipes, encoded', get('?kleur=rood%7Cblauw'), []],
    ['a flag without value', get('?vlag'), []],
    ['a deep object', get('?filter[van]=2026-01-01&filter%5Bn%5D=3'), []],
    ['an object that lies open', get('?x=1.5&y=-2'), []],
    ['JSON in a query', get('?bron=%7B%22id%22%3A1%7D'), []],
    ['a key', get('?sleutel=geheim'), []],
    ['header names have no case', get('', zaken, { headers: [{ name: 'x-AANTAL', value: '3' }] }), []],
    [
      'a query that only the list has',
      get('', zaken, { queryString: [{ name: 'soort', value: 'c' }] }),
      ['error message-value 1 GET /zaken, request, parameter soort /0: must be one of: "a", "b"'],
    ],
    [
      'a value in a list',
      get('?ids=1,x'),
      ['error message-type 1 GET /zaken, request, parameter ids /1: is string and must be integer'],
    ],
    [
      'a member of a deep object',
      get('?filter[van]=morgen'),
      ['error message-value 1 GET /zaken, request, parameter filter /van: does not have the format date'],
    ],
    [
      'a flag that is no boolean',
      get('?vlag=ja'),
      ['error message-type 1 GET /zaken, request, parameter vlag: is string and must be boolean'],
    ],
    [
      'JSON that is none',
      get('?bron=x'),
      ['error message-unreadable 1 GET /zaken, request, parameter bron: is no JSON'],
    ],
    [
      'a header',
      get('', zaken, { headers: [{ name: 'X-Aantal', value: 'veel' }] }),
      ['error message-type 1 GET /zaken, request, header X-Aantal: is string and must be integer'],
    ],
    [
      'a header of the response',
      get('', { status: 200, headers: [json], content: { text: '[]' } }),
      ['error message-required 1 GET /zaken, response 200, header x-totaal: is missing'],
    ],
    [
      'a path parameter',
      at('GET', `${BASE}/zaken/abc`, 200, body(JSON.stringify(good))),
      [
        'error message-type 1 GET /zaken/{nummer}, request, path parameter nummer: is string and must be integer',
      ],
    ],
  ])('%s', async (_, entry, findings) => {
    expect(shown(await check([entry]))).toEqual(findings);
  });
});

describe('bodies', () => {
  const problem = (status: number, mimeType: string, text = '{"title":"t"}') => ({
    status,
    headers: [{ name: 'Content-Type', value: mimeType }],
    content: { text, mimeType },
  });
  const packed = (bytes: Buffer, encoding: string) => ({
    status: 200,
    headers: [json, { name: 'X-Totaal', value: '1' }, { name: 'Content-Encoding', value: encoding }],
    content: { size: bytes.length, text: bytes.toString('base64'), encoding: 'base64' },
  });
  const list = Buffer.from(JSON.stringify([good, { url: 1, naam: 'é' }]));
  const wrongUrl = ['error message-type 1 GET /zaken, response 200, /1/url: is number and must be string'];
  const multipart = (titel: string) =>
    [
      '--g',
      'Content-Disposition: form-data; name="titel"',
      '',
      titel,
      '--g',
      'Content-Disposition: form-data; name="bestand"; filename="a.pdf"',
      'Content-Type: application/pdf',
      '',
      '%PDF-1.7',
      '--g',
      'Content-Disposition: form-data; name="zaak"',
      'Content-Type: application/json',
      '',
      '{"naam":3}',
      '--g--',
      '',
    ].join('\r\n');

  it.each<readonly [string, object, string[]]>([
    ['base64', get('', packed(list, 'identity')), wrongUrl],
    ['base64 of gzip', get('', packed(gzipSync(list), 'gzip')), wrongUrl],
    ['base64 of brotli', get('', packed(brotliCompressSync(list), 'br')), wrongUrl],
    ['base64 of what was unpacked already', get('', packed(list, 'gzip')), wrongUrl],
    ['problem details', get('', problem(404, 'application/problem+json; charset=utf-8')), []],
    [
      'plain JSON in place of problem details',
      get('', problem(404, 'application/json')),
      [
        'error message-media-type 1 GET /zaken, response 404: the media type is application/json, and the document has application/problem+json',
      ],
    ],
    [
      'no JSON',
      get('', problem(404, 'application/problem+json', '<html>')),
      ['error message-unreadable 1 GET /zaken, response 404: is no JSON'],
    ],
    [
      'a secret in a response',
      get('', { ...zaken, content: { text: '[{"url":"u","naam":"n","wachtwoord":"w"}]' } }),
      [
        'error message-write-only 1 GET /zaken, response 200, /0/wachtwoord: this is only sent (writeOnly), and does not belong in a response',
      ],
    ],
    [
      'content that was left out',
      get('', { status: 200, headers: [json, { name: 'x-totaal', value: '1' }], content: { size: 12 } }),
      [
        'info message-unchecked 1 GET /zaken, response 200: not checked: the recording does not hold the body',
      ],
    ],
    [
      'no content at all',
      get('', { status: 200, headers: [{ name: 'x-totaal', value: '1' }], content: { size: 0 } }),
      ['error message-required 1 GET /zaken, response 200: the body is missing'],
    ],
    [
      'a response of which the recorder says nothing but its status',
      get('', { status: 200, headers: [json, { name: 'x-totaal', value: '1' }] }),
      [
        'info message-unchecked 1 GET /zaken, response 200: not checked: the recording does not hold the body',
      ],
    ],
    [
      'the same where no body is described',
      { ...at('DELETE', `${BASE}/zaken/1`), response: { status: 204 } },
      [],
    ],
    [
      'a coding that is not unfolded here',
      get('', packed(Buffer.from('28b52ffd205811', 'hex'), 'zstd')),
      ['info message-unchecked 1 GET /zaken, response 200: not checked: bytes in the coding zstd'],
    ],
    [
      'parts whose names have no quotes',
      post({
        text: multipart('te lang').replaceAll(/name="(\w+)"/g, 'name=$1'),
        mimeType: 'multipart/form-data; boundary=g',
      }),
      [
        'error message-value 1 POST /zaken, request, /titel: has more than 5 characters',
        'error message-type 1 POST /zaken, request, /zaak/naam: is number and must be string',
      ],
    ],
    [
      'more nesting than fits a stack',
      post(body(`{"naam":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)),
      ['error message-type 1 POST /zaken, request, /naam: is array and must be string'],
    ],
    ['not modified', get('', { status: 304, headers: [], content: { size: 0 } }), []],
    [
      'no answer',
      get('', { status: 0, headers: [], content: {} }),
      ['info message-unchecked 1 GET /zaken, response: not checked: no response was recorded'],
    ],
    [
      'a body that may not be there',
      at('DELETE', `${BASE}/zaken/1`, 204, body('{}')),
      [
        'error message-undocumented-body 1 DELETE /zaken/{nummer}, response 204: there is a body, and there should be none: status 204 never has one',
      ],
    ],
    ['HEAD is the operation of GET, without a body', at('HEAD', `${BASE}/zaken/1`), []],
    [
      'a request with a body where none is described',
      {
        ...at('DELETE', `${BASE}/zaken/1`, 204),
        request: { method: 'DELETE', url: `${BASE}/zaken/1`, headers: [], postData: body('{}') },
      },
      [
        'error message-undocumented-body 1 DELETE /zaken/{nummer}, request: there is a body, and there should be none',
      ],
    ],
    [
      'a merge patch',
      {
        request: {
          method: 'PATCH',
          url: `${BASE}/zaken/1`,
          headers: [],
          postData: { text: '{"aantal":null}', mimeType: 'application/merge-patch+json' },
        },
        response: { status: 204, headers: [], content: {} },
      },
      [],
    ],
    [
      'a merge patch as plain JSON',
      {
        request: { method: 'PATCH', url: `${BASE}/zaken/1`, headers: [], postData: body('{}') },
        response: { status: 204, headers: [], content: {} },
      },
      [
        'error message-media-type 1 PATCH /zaken/{nummer}, request: the media type is application/json, and the document has application/merge-patch+json',
      ],
    ],
    [
      'no Content-Type',
      post({ text: '{"naam":1}' }),
      [
        'warning message-media-type 1 POST /zaken, request: there is a body without Content-Type',
        'error message-type 1 POST /zaken, request, /naam: is number and must be string',
      ],
    ],
    ['no body', { ...post(null) }, ['error message-required 1 POST /zaken, request: the body is missing']],
    ['a form', post({ text: 'naam=a+b&aantal=3', mimeType: 'application/x-www-form-urlencoded' }), []],
    [
      'a form as a list of fields',
      post({ params: [{ name: 'aantal', value: 'x' }], mimeType: 'application/x-www-form-urlencoded' }),
      [
        "error message-required 1 POST /zaken, request: lacks 'naam'",
        'error message-type 1 POST /zaken, request, /aantal: is string and must be integer',
      ],
    ],
    [
      'parts, with a file that is not looked into',
      post({ text: multipart('te lang'), mimeType: 'multipart/form-data; boundary=g' }),
      [
        'error message-value 1 POST /zaken, request, /titel: has more than 5 characters',
        'error message-type 1 POST /zaken, request, /zaak/naam: is number and must be string',
      ],
    ],
    [
      'a file that the recorder left out',
      post({
        params: [
          { name: 'titel', value: 't' },
          { name: 'bestand', fileName: 'a.pdf' },
        ],
        mimeType: 'multipart/form-data',
      }),
      [],
    ],
  ])('%s', async (_, entry, findings) => {
    expect(shown(await check([entry])).sort()).toEqual([...findings].sort());
  });
});

describe('operations', () => {
  it.each<readonly [string, object, string[]]>([
    ['another host with the path of a server', at('HEAD', 'http://localhost:8080/zaken/v1/zaken/1'), []],
    ['a server whose path has a variable', at('HEAD', 'https://api.example/v2/b/zaken/1'), []],
    [
      'a value that the variable does not have',
      at('HEAD', 'https://api.example/v2/c/zaken/1'),
      [
        'info message-unchecked 1 https://api.example: not checked: the document does not name this server; --server tells where the API stands',
        'error message-none-checked  No message was checked: the one exchange does not belong to the document; --server tells where the API stands',
      ],
    ],
    [
      'a concrete path before one with a parameter',
      at('GET', `${BASE}/zaken/zoek`),
      [
        'error message-unknown-operation 1 GET /zaken/zoek: the document has no such operation; this path has POST',
      ],
    ],
    [
      'numbers in an unknown path stay out of the report',
      at('GET', `${BASE}/personen/999990019`),
      ['error message-unknown-operation 1 GET /personen/…: the document has no such operation'],
    ],
    [
      'a preflight of a browser',
      {
        request: {
          method: 'OPTIONS',
          url: `${BASE}/zaken`,
          headers: [{ name: 'Access-Control-Request-Method', value: 'GET' }],
        },
      },
      [
        'info message-unchecked 1 OPTIONS https://api.example: not checked: a browser asks for leave here (CORS preflight)',
      ],
    ],
    [
      'a WebSocket',
      at('GET', 'wss://api.example/zaken/v1/zaken', 101),
      [
        'info message-unchecked 1 wss://api.example: not checked: this is a WebSocket',
        'error message-none-checked  No message was checked: the one exchange does not belong to the document; --server tells where the API stands',
      ],
    ],
    [
      'what a page holds itself',
      at('GET', 'data:text/plain,hoi'),
      [
        'info message-unchecked 1 data:: not checked: the document does not name this server; --server tells where the API stands',
        'error message-none-checked  No message was checked: the one exchange does not belong to the document; --server tells where the API stands',
      ],
    ],
    [
      'an entry without a request',
      { response: {} },
      [
        "error message-broken 1 This exchange cannot be read: 'request' is missing",
        'error message-none-checked  No message was checked: the recording has no exchanges that can be read',
      ],
    ],
  ])('%s', async (_, entry, findings) => {
    expect(shown(await check([entry])).sort()).toEqual([...findings].sort());
  });

  it('stand where the user says', async () => {
    const entry = at('HEAD', 'http://localhost:8080/proef/zaken/1');
    expect(shown(await check([entry], { servers: ['http://localhost:8080/proef'] }))).toEqual([]);
    await expect(check([entry], { servers: ['localhost'] })).rejects.toThrow('--server localhost: no URL');
  });

  it('are of one side where that is asked', async () => {
    const entry = post(body('{"naam":1}'));
    const answered = { ...entry, response: { status: 500, headers: [], content: {} } };
    const rules = async (as: 'client' | 'provider') =>
      (await check([answered], { as })).findings.map(({ rule }) => rule);
    expect([await rules('client'), await rules('provider')]).toEqual([
      ['message-type'],
      ['message-undocumented-status'],
    ]);
  });

  it('with the same fault are one finding', async () => {
    const wrong = get('', { ...zaken, content: { text: '[{"naam":"n"}]' } });
    const { findings } = await check([wrong, get(''), wrong, wrong]);
    expect(findings.map(({ sent }) => sent?.exchanges)).toEqual([[1, 3, 4]]);
  });
});

describe('values', () => {
  it('stay out of every format unless they are asked for', async () => {
    const entry = post(body('{"naam":"n","aantal":"burgerservicenummer-999990019"}'));
    const hidden = await check([entry]);
    for (const format of ['text', 'json', 'html', 'sarif'] as const)
      expect(await render(hidden, format, { lang: 'nl' })).not.toContain('999990019');
    const wrong = get('?soort=rood');
    expect(shown(await check([wrong], { showsValues: true }), 'nl')).toEqual([
      'error message-value 1 GET /zaken, verzoek, parameter soort /0: is "rood" en moet een van deze zijn: "a", "b"',
    ]);
  });
});

describe('against an older version', () => {
  it('only what conformed to that is found; the rest is counted, and what is fixed is told', async () => {
    const older = documentOf('old', {
      'api.yaml': API.replace('aantal: { type: integer }', 'aantal: { type: string }')
        .replaceAll('{nummer}', '{id}')
        .replace('name: nummer', 'name: id'),
    });
    const report = await check(
      [
        post(body('{"naam":"n","aantal":"3"}')),
        post(body('{"aantal":"3"}')),
        post(body('{"naam":"n","aantal":3}')),
        at('HEAD', `${BASE}/zaken/1`),
      ],
      { against: older },
    );
    expect([shown(report), report.known, shown({ ...report, findings: report.repaired ?? [] })]).toEqual([
      ['error message-type 1,2 POST /zaken, request, /aantal: is string and must be integer'],
      1,
      ['error message-type 3 POST /zaken, request, /aantal: is number and must be string'],
    ]);
  });
});

describe('files', () => {
  const whole = JSON.stringify({
    log: { pages: [{ title: '{"log":{"entries":[' }], entries: [get(''), get('?z=1')], comment: 'é' },
  });

  it.each<readonly [string, string | Buffer, string]>([
    [
      'text that ends within an exchange',
      whole.slice(0, 200),
      ':1:201: the recording ends within an exchange',
    ],
    ['text that ends after one', whole.slice(0, -2), ': no JSON around the exchanges, or not to its end'],
    ['no recording', '{"openapi":"3.1.0"}', ': no recording: log.entries is missing'],
    ['no JSON', 'openapi: 3.1.0', ': no JSON around the exchanges, or not to its end'],
    [
      'a list that is there twice',
      whole.replace('],"comment"', '],"entries":[],"comment"'),
      ': log.entries is there more',
    ],
    [
      'a list by another name',
      whole.replace('"entries":', '"entri\\u0065s":'),
      ': log.entries is there more than once, or with',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${whole}`, 'utf16le'), ':1:1: the text is UTF-16'],
  ])('%s is told', async (name, content, message) => {
    const file = fileOf('broken.har', content);
    await expect(validateRecordings(document, [file])).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(`${file}${message}`),
    });
    expect(name).not.toBe('');
  });

  it('two exchanges without a comma between them are no exchange, and said to be none', async () => {
    const file = fileOf('comma.har', whole.replace('}},{"request"', '}} {"request"'));
    expect(shown(await validateRecordings(document, [file]))).toContain(
      'error message-broken 1 This exchange cannot be read: no JSON',
    );
  });

  it('an empty recording is no good recording', async () => {
    expect(shown(await check([]))).toEqual([
      'error message-none-checked  No message was checked: the recording has no exchanges',
    ]);
  });

  it('with a byte order mark, line breaks and texts that look like a recording are read, with places', async () => {
    const file = fileOf('bom.har', `\uFEFF${JSON.stringify(JSON.parse(whole), undefined, 2)}`);
    const report = await validateRecordings(document, [file]);
    expect([shown(report), report.findings[0]?.new?.line]).toEqual([
      [
        'error message-undocumented-parameter 2 GET /zaken, request, parameter z: this operation has no such parameter',
      ],
      33,
    ]);
  });

  it('of one message hold a body or an exchange', async () => {
    const file = fileOf('body.json', '{\n  "naam": 1\n}');
    const found = await validateMessageFile(document, { file, operation: 'POST /zaken' });
    expect([shown(found), found.findings[0]?.new?.line]).toEqual([
      ['error message-type  POST /zaken, request, /naam: is number and must be string'],
      2,
    ]);
    await expect(validateMessageFile(document, { file })).rejects.toThrow(
      'of which operation is this the body?',
    );
    const exchange = fileOf('exchange.json', JSON.stringify(get('?z=1')));
    expect(shown(await validateMessageFile(document, { file: exchange }))).toEqual([
      'error message-undocumented-parameter  GET /zaken, request, parameter z: this operation has no such parameter',
    ]);
  });
});

describe('what recordings touch', () => {
  it('by operation and status; without a backlog nothing is said of business rules', async () => {
    const file = fileOf(
      'coverage.har',
      JSON.stringify({
        log: { entries: [get(''), get(''), at('GET', `${BASE}/zaken/1`, 500), at('GET', `${BASE}/x`)] },
      }),
    );
    const data = await conformanceOf(document, [file]);
    expect({ ...data, operations: data.operations.filter(({ exchanges }) => exchanges > 0) }).toEqual({
      inputs: ['api', file],
      exchanges: 3,
      summary: { error: 2, breaking: 0, warning: 0, info: 0 },
      operations: [
        {
          api: '',
          operation: 'GET /zaken',
          exchanges: 2,
          statuses: [
            { status: '200', exchanges: 2 },
            { status: '304', exchanges: 0 },
            { status: '4XX', exchanges: 0 },
          ],
        },
        {
          api: '',
          operation: 'GET /zaken/{nummer}',
          exchanges: 1,
          statuses: [
            { status: '200', exchanges: 0 },
            { status: '500', exchanges: 1 },
          ],
        },
      ],
    });
    expect(await renderConformance(data, 'text', 'nl')).toContain('Operaties: 2 van 6 geraakt');
  });

  it('by business rule of the standard, with what would show that it was kept', async () => {
    const data = await conformanceOf(await read('spec'), [OPNAME]);
    const isAsPublished = new Ajv2020({ strict: false }).compile(CONFORMANCE_SCHEMA);
    const json = JSON.parse(await renderConformance(data, 'json', 'nl'));
    expect([isAsPublished(json), isAsPublished.errors]).toEqual([true, null]);
    expect(isAsPublished({ ...json, rules: [{ code: 'zrc-001' }] })).toBe(false);
    const codes = (isTouched: boolean) =>
      data.rules?.filter(({ exchanges }) => exchanges > 0 === isTouched).map(({ code }) => code) ?? [];
    expect(data.rules?.find(({ code }) => code === 'zrc-001')).toMatchObject({
      api: 'zaken',
      exchanges: 8,
      refusals: 0,
      evidence: { by: 'messages' },
    });
    expect(codes(true)).toContain('zrc-002');
    expect(codes(false)).toContain('drc-001');
    expect(codes(true).length + codes(false).length).toBe(data.rules?.length);
    for (const format of ['text', 'markdown', 'html', 'json'] as const) {
      const page = await renderConformance(data, format, 'nl');
      expect([page.includes('zrc-001'), page.includes('drc-001'), page.includes('POST /zaken')]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });
});
