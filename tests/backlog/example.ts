import { documentOf } from '../../src/source/index.ts';

/** A small standard with one gap of every kind, for parties that do not exist. */
const OPENAPI = `openapi: 3.1.0
info: { title: Voorbeeld, version: 1.0.0 }
x-tagGroups:
  - { name: Zaken, tags: [zaken] }
  - { name: Documenten, tags: [documenten] }
paths:
  /zaken:
    $ref: paths/zaken.yaml
  /zaken/{id}:
    get:
      operationId: zaak_read
      tags: [zaken]
      x-zds-rules: [zrc-001, zrc-003, zrc-999]
  /documenten:
    get: { operationId: document_list, tags: [documenten] }
    post: { operationId: document_create, tags: [documenten], summary: Een document aanmaken }
webhooks:
  bericht:
    post: { operationId: bericht_ontvangen, tags: [los] }
`;

const ZAKEN = `get:
  operationId: zaak_list
  tags: [zaken]
  summary: Zaken opvragen
  x-zds-rules: [zrc-002]
post:
  operationId: zaak_create
  tags: [zaken]
  summary: Een zaak aanmaken.
  requestBody: { content: { application/json: { schema: { $ref: ../schemas/ZaakRequest.yaml } } } }
  x-zds-rules: [zrc-001, zrc-002]
`;

const PARTIES = `parties:
  - { name: Voorbeeldstad, kind: gemeente, direct: true, roles: [afnemer], source: [samenwerkingspagina] }
  - { name: Verband, kind: samenwerkingsverband, direct: true, roles: [afnemer], source: [samenwerkingspagina] }
  - { name: Testdorp, kind: gemeente, memberOf: Verband, roles: [afnemer], source: [samenwerkingspagina] }
  - name: Bouwer
    kind: leverancier
    roles: [leverancier]
    provides: [documenten]
    product: Kluis
    source: [samenwerkingspagina]
`;

const STORIES = `stories:
  - id: gz-1
    title: Melden
    party: Voorbeeldstad
    sharedWith: Verband
    process: melding
    role: burger
    wish: iets kunnen melden
    goal: de gemeente weet ervan
    apis: [zaken]
    operations: [zaak_create]
    basis: stated
    sprint: 2
    source: [issues/1]
  - id: gz-2
    title: Volgen
    party: Voorbeeldstad
    role: burger
    wish: mijn <melding> *volgen*
    apis: [zaken]
    operations: [zaak_read, zaak_create, zaak_weg]
    basis: inferred
    source: [issues/2]
  - id: gz-3
    title: Bewaren
    role: archivaris
    wish: stukken bewaren
    apis: [documenten]
    operations: [document_create]
    basis: both
    source: [issues/3]
  - id: gz-4
    title: Later
    party: Verband
    role: gemeente
    wish: later iets anders
    source: [issues/4]
`;

const RULES = `rules:
  - id: zrc-001
    api: zaken
    title: Het zaaktype bestaat
    operations: [zaak_create]
    attributes: [Zaak.zaaktype, Zaak.verlenging.reden, Zaak.slot, Zaak.kleur]
    statuses: [400]
    code: bad-url
    state: current
    source: [regels.md]
  - { id: zrc-002, occurrence: 1, api: zaken, title: Alleen wat mag, operations: ["*"], state: current, source: [regels.md] }
  - id: zrc-002
    occurrence: 2
    api: zaken
    title: Nergens
    state: current
    source: [regels.md]
  - { id: zrc-003, api: zaken, title: Weg, operations: [zaak_weg], state: dropped, until: 1.1.0, source: [regels.md] }
`;

export const TEXTS = {
  'openapi.yaml': OPENAPI,
  'paths/zaken.yaml': ZAKEN,
  'schemas/ZaakKern.yaml': `type: object
properties:
  zaaktype: { type: string }
  verlenging: { allOf: [{ type: object, properties: { reden: { type: string } } }] }
`,
  'schemas/Zaak.yaml': 'allOf: [{ $ref: ./ZaakKern.yaml }]\n',
  'schemas/ZaakRequest.yaml': 'allOf: [{ $ref: ./ZaakKern.yaml }]\nproperties: { slot: { type: string } }\n',
  'schemas/Los.yaml': 'type: object\nproperties: { kleur: { type: string } }\n',
  'backlog/parties.yaml': PARTIES,
  'backlog/stories.yaml': STORIES,
  'backlog/rules.yaml': RULES,
};

export const example = (texts: Readonly<Record<string, string>> = TEXTS) => documentOf('voorbeeld', texts);
