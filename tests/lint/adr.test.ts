import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** Follows every rule of the ADR, and does so in the ways that are often mistaken for breaking one. */
const GOOD = `openapi: 3.0.3
info:
  title: Meldingen
  version: 2.1.0
  description: >-
    De meldingen van inwoners over de openbare ruimte en wat er met die meldingen is gedaan. De wijzigingen per
    versie staan op https://api.voorbeeld.nl/meldingen/releases.
  contact: {name: Servicedesk, url: 'https://api.voorbeeld.nl/contact', email: api@voorbeeld.nl}
servers:
  - url: https://api.voorbeeld.nl/meldingen/{versie}
    variables: {versie: {default: v2}}
security:
  - inloggen: [lezen]
paths:
  /openapi.json:
    get:
      operationId: beschrijving_read
      summary: De beschrijving van de API
      security: []
      responses:
        '200':
          description: De beschrijving zelf
          headers:
            api-version: {$ref: '#/components/headers/ApiVersie'}
            Access-Control-Allow-Origin: {schema: {type: string, enum: ['*']}}
          content: {application/json: {schema: {type: object}}}
  /meldingen:
    parameters:
      - {name: ingediendVanaf, in: query, description: Alleen vanaf dit moment, schema: {type: string, format: date-time}}
    get:
      operationId: melding_list
      summary: Geef de gewijzigde meldingen
      responses:
        '200':
          description: De meldingen
          headers: {API-Version: {$ref: '#/components/headers/ApiVersie'}}
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Melding'}}
        4XX: {$ref: '#/components/responses/Fout'}
        5XX: {$ref: '#/components/responses/Fout'}
        '400': {$ref: '#/components/responses/Fout'}
    post:
      operationId: melding_create
      summary: Dien een melding in
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Melding'}}}
      responses:
        '201':
          description: De nieuwe melding
          headers: {API-Version: {$ref: '#/components/headers/ApiVersie'}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Melding'}}}
        '400': {$ref: '#/components/responses/Fout'}
        default: {$ref: '#/components/responses/Fout'}
  /meldingen/_zoek:
    post:
      operationId: melding__zoek
      summary: Zoek meldingen
      requestBody:
        content: {application/json: {schema: {type: object, properties: {tekst: {type: string}}}}}
      responses:
        '200':
          description: De meldingen
          headers: {API-Version: {$ref: '#/components/headers/ApiVersie'}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Melding'}}}}
        '400': {$ref: '#/components/responses/Fout'}
  /meldingen/{meldingId}/foto-bestanden/{id}:
    parameters:
      - {name: meldingId, in: path, required: true, schema: {type: string, format: uuid}}
      - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
    delete:
      operationId: foto_delete
      summary: Verwijder een foto
      responses:
        '204':
          description: Weg
          headers: {API-version: {$ref: '#/components/headers/ApiVersie'}}
        '404': {$ref: '#/components/responses/Fout'}
    head:
      operationId: foto_headers
      responses:
        '200':
          description: De headers van de foto
          headers: {API-Version: {$ref: '#/components/headers/ApiVersie'}}
        '404':
          description: Geen foto
          headers: {API-Version: {$ref: '#/components/headers/ApiVersie'}}
components:
  headers:
    ApiVersie: {description: De versie die antwoordt, schema: {type: string}}
  responses:
    Fout:
      description: Er ging iets mis
      headers: {API-Version: {$ref: '#/components/headers/ApiVersie'}}
      content:
        application/problem+json: {schema: {$ref: '#/components/schemas/InvoerFout'}}
  schemas:
    Basisfout:
      type: object
      properties: {status: {type: integer}, title: {type: string}}
    InvoerFout:
      allOf:
        - $ref: '#/components/schemas/Basisfout'
        - type: object
          properties: {detail: {type: string}, errors: {type: array, items: {type: string}}}
    Melding:
      type: object
      properties:
        omschrijving: {type: string}
        laatsteUpdate: {type: string, format: date-time, example: '2026-03-01T12:00:00Z'}
        meldingsdatum: {type: string, format: date, nullable: true}
        doorlooptijd: {type: string, format: duration}
        datumkenmerk: {type: string}
        heeftEinddatum: {type: boolean}
        _links: {type: object, properties: {self: {type: object, properties: {href: {type: string, format: uri}}}}}
  securitySchemes:
    inloggen:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: 'https://login.voorbeeld.nl/token', scopes: {lezen: Meldingen lezen}}}
`;

const judge = async (text: string) => {
  const { findings } = await lint(documentOf('meldingen', { 'openapi.yaml': text }), { profile: 'adr' });
  return findings.map(({ rule, new: at }) => `${rule} ${at?.pointer}`);
};

/** One edit of the good document, the rule that must see it, and the others that say so too. */
const EDITS: readonly (readonly [rule: string, from: string | RegExp, to: string, ...also: string[]])[] = [
  ['adr-doc-openapi-contact', 'name: Servicedesk, ', ''],
  ['adr-uri-version', 'default: v2', 'default: v2.1'],
  ['adr-uri-version', 'default: v2', 'default: v+'],
  ['adr-uri-version', '/{versie}', '/{versie}/v3'],
  ['adr-semver', 'version: 2.1.0', "version: '2.1'"],
  ['adr-changelog', /De wijzigingen per\s.*\s?releases\./s, ''],
  ['adr-transport-tls', 'url: https://api.voorbeeld.nl/meldingen', 'url: http://api.voorbeeld.nl/meldingen'],
  ['adr-transport-tls', 'https://login', 'http://login'],
  ['adr-publish-openapi', '      security: []\n', '', 'adr-cors'],
  ['adr-query-keys-camel-case', 'name: ingediendVanaf', 'name: ingediend_vanaf'],
  [
    'adr-invalid-input',
    /4XX: .*\n(.*5XX: .*\n) {8}'400': .*\n/,
    "'404': {$ref: '#/components/responses/Fout'}\n$1",
  ],
  ['adr-http-methods', '    delete:', '    trace:'],
  ['adr-http-safety', 'operationId: melding_list', 'operationId: melding_add'],
  ['adr-no-sensitive-uris', 'name: ingediendVanaf', 'name: bsn'],
  ['adr-stateless', 'name: ingediendVanaf, in: query', 'name: ingediendVanaf, in: cookie'],
  ['adr-version-header', '          headers: {API-version:', '          x-headers: {API-version:'],
  ['adr-date-time-format', 'meldingsdatum: {type: string, format: date,', 'meldingsdatum: {type: string,'],
  [
    'adr-date-omit-time-portion',
    'meldingsdatum: {type: string, format: date,',
    'meldingsdatum: {type: string, format: date-time,',
  ],
  ['adr-date-time-timezone', '12:00:00Z', '12:00:00+01:00'],
  ['adr-problem-details', 'properties: {detail: {type: string}, ', 'properties: {'],
  ['adr-problem-details', 'application/problem+json', 'application/json'],
  ['adr-all-errors', /, errors: \{.*\}\}\}/, '}'],
  ['adr-path-segments-kebab-case', 'foto-bestanden', 'fotoBestanden'],
  ['adr-path-segments-kebab-case', 'foto-bestanden', 'foto.bestanden'],
  ['adr-naming-collections', 'foto-bestanden', 'foto-bestand'],
  ['adr-naming-resources', '/meldingen/_zoek:', '/meldingen/verwerken:'],
  ['adr-no-trailing-slash', '  /meldingen:\n', '  /meldingen/:\n'],
  ['adr-http-response-code', "'201':\n", "'200':\n"],
  ['adr-hide-implementation', 'omschrijving: {', 'sqlOmschrijving: {'],
  ['adr-deprecation-schedule', 'omschrijving: {', 'omschrijving: {deprecated: true, '],
  ['hyp-link-href', 'properties: {href: {type: string, format: uri}}', 'properties: {adres: {type: string}}'],
  ['nam-api-resource', '  /meldingen:\n', '  /meldingen-api:\n', 'adr-naming-collections'],
  [
    'acc-token-header-only',
    /type: oauth2\n.*\n/,
    'type: apiKey\n      in: cookie\n      name: sleutel\n',
    'adr-stateless',
  ],
];

describe('the profile adr', () => {
  it('finds nothing in a document that follows the rules', async () => {
    expect(await judge(GOOD)).toEqual([]);
  });

  it.each(EDITS)('%s sees what is changed in %s', async (rule, from, to, ...also) => {
    const edited = GOOD.replace(from, to);
    expect(edited).not.toBe(GOOD);
    const rules = (await judge(edited)).map(found => found.split(' ')[0]);
    expect(rules.sort()).toEqual([rule, ...also].sort());
  });
});
