import { documentOf } from '../../src/source/index.ts';

const TEXTS = {
  'openapi.yaml': `
openapi: 3.1.0
info: { title: Archief, version: 2.0.0, description: Alles, license: { name: EUPL-1.2, identifier: EUPL-1.2 } }
servers: [{ url: 'https://archief.example/boeken/v1' }, { url: 'https://archief.example/leden/v1' }]
security: [{ token: [] }]
tags: [{ name: boeken, description: De boeken }, { name: leden, description: De leden }]
x-tagGroups: [{ name: Boeken, tags: [boeken] }, { name: Leden, tags: [leden] }]
x-zds-apis: { Boeken: { title: Boeken API, description: Over boeken }, Leden: { title: Leden API } }
paths:
  /boeken: { $ref: boeken/paths/boeken.yaml }
  /leden: { $ref: leden/paths/leden.yaml }
webhooks:
  uitgeleend: { $ref: boeken/webhooks/uitgeleend.yaml }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    beheer: { type: apiKey, in: header, name: X-Beheer }
`,
  'boeken/paths/boeken.yaml': `
servers: [{ url: 'https://archief.example/boeken/v1' }]
parameters: [{ $ref: ../../shared/parameters/pagina.yaml }]
get:
  operationId: boeken_list
  summary: Boeken opvragen
  tags: [boeken]
  responses:
    '200':
      description: De boeken
      content:
        application/json:
          schema: { type: array, items: { $ref: ../schemas/Boek.yaml } }
    '404': { $ref: ../../shared/responses/Fout.yaml }
`,
  'boeken/webhooks/uitgeleend.yaml': `
post:
  operationId: boek_uitgeleend
  summary: Een boek is uitgeleend
  tags: [boeken]
  requestBody: { content: { application/json: { schema: { $ref: ../schemas/Boek.yaml } } } }
  responses:
    '204': { description: Ontvangen }
    '404': { $ref: ../../shared/responses/Fout.yaml }
`,
  'boeken/schemas/Boek.yaml': `
type: object
description: Een boek
required: [isbn]
properties:
  isbn: { type: string, const: '2020-01-01', description: Ziet eruit als een datum }
  prijs: { type: [number, 'null'], exclusiveMinimum: 0, examples: [9.5, 10] }
  vervolg: { anyOf: [{ $ref: Boek.yaml }, { type: 'null' }] }
  lener: { $ref: ../../leden/schemas/Lid.yaml, description: Wie het heeft }
`,
  'leden/paths/leden.yaml': `
servers: [{ url: 'https://archief.example/leden/v1' }]
post:
  operationId: lid_create
  summary: Lid worden
  tags: [leden]
  security: [{ beheer: [] }]
  requestBody: { content: { application/json: { schema: { $ref: ../schemas/Lid.yaml } } } }
  responses:
    '201':
      description: Lid
      headers: { ETag: { $ref: ../../shared/headers/ETag.yaml } }
      content: { application/json: { schema: { $ref: ../schemas/Lid.yaml } } }
    '400': { $ref: ../../shared/responses/Fout.yaml }
`,
  'leden/schemas/Lid.yaml': `
type: object
additionalProperties: false
properties:
  naam: { type: string }
  foto: { type: string, contentEncoding: base64 }
`,
  'shared/parameters/pagina.yaml': `
name: pagina
in: query
schema: { type: integer, minimum: 1 }
`,
  'shared/headers/ETag.yaml': 'schema: { type: string }',
  'shared/responses/Fout.yaml': `
description: Het ging mis
content: { application/problem+json: { schema: { $ref: ../schemas/Fout.yaml } } }
`,
  'shared/schemas/Fout.yaml': `
type: object
properties: { code: { type: string } }
`,
};

/** A small description of two APIs in ten files, with what the canonical one does at scale. */
export const archive = (changes: Readonly<Record<string, string>> = {}) =>
  documentOf('archief', { ...TEXTS, ...changes }, 'openapi.yaml');
