import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  BACKLOG_OUTPUT_SCHEMAS,
  backlogOf,
  backlogRules,
  type Coverage,
  checkBacklog,
  coverageOf,
  renderBacklog,
} from '../../src/backlog/index.ts';
import { messageOf } from '../../src/core/wording.ts';
import { example, TEXTS } from './example.ts';

const document = example();
const backlog = await backlogOf(document);
const coverage = coverageOf(backlog, document);

const EXPECTED: Coverage = {
  document: 'voorbeeld',
  totals: { parties: 4, stories: 4, operations: 6, rules: 3 },
  ranking: [
    {
      operationId: 'zaak_create',
      label: 'POST /zaken',
      api: 'zaken',
      parties: ['Verband', 'Voorbeeldstad'],
      reach: 2,
      stories: ['gz-1', 'gz-2'],
      stated: 1,
      rules: ['zrc-001', 'zrc-002 (1)'],
    },
    {
      operationId: 'zaak_read',
      label: 'GET /zaken/{id}',
      api: 'zaken',
      parties: ['Voorbeeldstad'],
      reach: 1,
      stories: ['gz-2'],
      stated: 0,
      rules: ['zrc-002 (1)'],
    },
    {
      operationId: 'document_create',
      label: 'POST /documenten',
      api: 'documenten',
      parties: [],
      reach: 0,
      stories: ['gz-3'],
      stated: 0,
      rules: [],
    },
  ],
  stories: [
    {
      ...{ id: 'gz-1', title: 'Melden', service: 'served', parties: ['Voorbeeldstad', 'Verband'] },
      ...{ reach: 2, proposals: [] },
    },
    { id: 'gz-4', title: 'Later', service: 'unknown', parties: ['Verband'], reach: 1, proposals: [] },
    { id: 'gz-2', title: 'Volgen', service: 'served', parties: ['Voorbeeldstad'], reach: 1, proposals: [] },
    { id: 'gz-3', title: 'Bewaren', service: 'served', parties: [], reach: 0, proposals: [] },
  ],
  proposals: [],
  parties: [
    {
      name: 'Voorbeeldstad',
      stories: ['gz-1', 'gz-2'],
      shared: [],
      operations: ['zaak_create', 'zaak_read'],
    },
    { name: 'Verband', stories: ['gz-4'], shared: ['gz-1'], operations: ['zaak_create'] },
  ],
  storiesWithoutParty: ['gz-3'],
  apis: [
    { api: 'zaken', operations: 3, withStory: 2, withRule: 3 },
    { api: 'documenten', operations: 2, withStory: 1, withRule: 0 },
  ],
  storiesWithoutOperation: ['gz-4'],
  operationsWithoutStory: [
    { operationId: 'zaak_list', label: 'GET /zaken', api: 'zaken' },
    { operationId: 'document_list', label: 'GET /documenten', api: 'documenten' },
    { operationId: 'bericht_ontvangen', label: 'webhook bericht' },
  ],
  rulesWithoutOperation: ['zrc-002 (2)'],
  brokenLinks: [
    { rule: 'backlog-unknown-operation', args: { from: 'gz-2', operation: 'zaak_weg' } },
    { rule: 'backlog-unknown-attribute', args: { from: 'zrc-001', attribute: 'Zaak.kleur' } },
    {
      rule: 'backlog-rule-one-sided',
      args: { operation: 'zaak_read', code: 'zrc-001', file: 'rules.yaml' },
    },
    { rule: 'backlog-rule-not-in-force', args: { operation: 'zaak_read', code: 'zrc-003' } },
    { rule: 'backlog-unknown-rule', args: { operation: 'zaak_read', code: 'zrc-999' } },
    {
      rule: 'backlog-rule-one-sided',
      args: { operation: 'zaak_read', code: 'zrc-002', file: 'x-zds-rules' },
    },
  ],
};

it('weighs parties, stories and operations, and keeps what is left over', () => {
  expect(coverage).toEqual(EXPECTED);
});

it('ranks by parties first, then by stories, then by name', async () => {
  const stories = [
    ['a', 'Voorbeeldstad', 'zaak_list, document_list'],
    ['b', 'Voorbeeldstad', 'zaak_list, document_list, bericht_ontvangen'],
    ['c', 'Voorbeeldstad', 'zaak_read'],
    ['d', 'Verband', 'zaak_read'],
  ].map(
    ([id, party, operations]) =>
      `  - { id: ${id}, title: t, party: ${party}, role: r, wish: w, apis: [zaken], operations: [${operations}], basis: stated, source: [s] }`,
  );
  const other = example({ ...TEXTS, 'backlog/stories.yaml': `stories:\n${stories.join('\n')}\n` });
  const { ranking } = coverageOf(await backlogOf(other), other);
  expect(ranking.map(({ operationId, parties }) => [operationId, parties.length])).toEqual([
    ['zaak_read', 2],
    ['document_list', 1],
    ['zaak_list', 1],
    ['bericht_ontvangen', 1],
  ]);
});

describe('broken links as findings', () => {
  const report = checkBacklog(backlog, document);
  const told = (lang: 'nl' | 'en') =>
    report.findings.map(finding => {
      const place = finding.new;
      return `${place?.file}:${place?.line}:${place?.column} ${finding.severity} ${messageOf(report, finding, lang)}`;
    });

  it('says where and what, in English', () => {
    expect(told('en')).toEqual([
      "backlog/stories.yaml:21:42 error gz-2 names operation 'zaak_weg', which the document does not have",
      "backlog/rules.yaml:6:67 error zrc-001 names attribute 'Zaak.kleur', which the document does not have",
      "openapi.yaml:10:5 warning rule 'zrc-001' and operation 'zaak_read' belong together, but rules.yaml does not say so",
      "openapi.yaml:10:5 warning operation 'zaak_read' names rule 'zrc-003', which is dropped or not yet in force",
      "openapi.yaml:10:5 error operation 'zaak_read' names rule 'zrc-999', which rules.yaml does not have",
      "openapi.yaml:10:5 warning rule 'zrc-002' and operation 'zaak_read' belong together, but x-zds-rules does not say so",
    ]);
  });

  it('says it in Dutch too', () => {
    expect(told('nl')[0]).toBe(
      "backlog/stories.yaml:21:42 error gz-2 noemt operatie 'zaak_weg', die het document niet heeft",
    );
  });

  it('counts them, names their operations and carries their rows', () => {
    expect(report.summary).toEqual({ error: 3, breaking: 0, warning: 3, info: 0 });
    expect(report.findings.map(({ affects }) => affects.map(({ operation }) => operation).join())).toEqual([
      '',
      '',
      ...Array(4).fill('GET /zaken/{id}'),
    ]);
    expect(Object.keys(report.rules).sort()).toEqual(backlogRules.map(({ id }) => id).sort());
    expect(new Set(report.findings.map(({ fingerprint }) => fingerprint)).size).toBe(6);
  });
});

describe('formats', () => {
  it('text', () => {
    expect(renderBacklog(coverage, 'text', 'en')).toBe(`Backlog and voorbeeld
=====================

4 parties, 4 stories, 6 operations and 3 rules in force.

Coverage per API
----------------

- zaken: 3 operations, 2 with a story, 3 with a rule
- documenten: 2 operations, 1 with a story, 0 with a rule

Parties (2)
-----------

- Voorbeeldstad: 2 stories brought, 0 of others shared; 2 operations needed
- Verband: 1 story brought, 1 of others shared; 1 operation needed
- 1 story without a named party

Value (3)
---------

Operations that a story needs: most parties first, then most stories. A partnership counts as its
members. "Stated" counts the stories whose source names the operations itself; for the others the
link is inferred, wholly or in part.

- 2 parties, 2 stories (1 stated): zaak_create, POST /zaken — Verband, Voorbeeldstad
- 1 party, 1 story (0 stated): zaak_read, GET /zaken/{id} — Voorbeeldstad
- 0 parties, 1 story (0 stated): document_create, POST /documenten

Stories by value (4)
--------------------

Every story, served or not: most parties first, then what is served least. Stories that name no
party come last, which says nothing of their weight.

- 2 parties, served: gz-1, Melden
- 1 party, unknown what it needs: gz-4, Later
- 1 party, served: gz-2, Volgen
- 0 parties, served: gz-3, Bewaren

Stories without an operation (1)
--------------------------------

- gz-4

Operations without a story (3)
------------------------------

- zaken (1): zaak_list
- documenten (1): document_list
- in no API (1): bericht_ontvangen

Rules without an operation (1)
------------------------------

- zrc-002 (2)

Broken links (6)
----------------

- gz-2 names operation 'zaak_weg', which the document does not have
- zrc-001 names attribute 'Zaak.kleur', which the document does not have
- rule 'zrc-001' and operation 'zaak_read' belong together, but rules.yaml does not say so
- operation 'zaak_read' names rule 'zrc-003', which is dropped or not yet in force
- operation 'zaak_read' names rule 'zrc-999', which rules.yaml does not have
- rule 'zrc-002' and operation 'zaak_read' belong together, but x-zds-rules does not say so
`);
  });

  it('markdown, in Dutch', () => {
    const whole = { ...coverage, storiesWithoutOperation: [], rulesWithoutOperation: [], brokenLinks: [] };
    expect(renderBacklog(whole, 'markdown', 'nl')).toBe(`# Backlog en voorbeeld

4 partijen, 4 verhalen, 6 operaties en 3 geldende regels.

## Dekking per API

- zaken: 3 operaties, 2 met een verhaal, 3 met een regel
- documenten: 2 operaties, 1 met een verhaal, 0 met een regel

## Partijen (2)

- Voorbeeldstad: 2 verhalen ingebracht, 0 van een ander gedeeld; 2 operaties nodig
- Verband: 1 verhaal ingebracht, 1 van een ander gedeeld; 1 operatie nodig
- 1 verhaal zonder genoemde partij

## Waarde (3)

Operaties die een verhaal nodig heeft: eerst voor de meeste partijen, dan voor de meeste verhalen. Een samenwerkingsverband telt als zijn leden. "Genoemd" telt de verhalen waarvan de bron de operaties zelf noemt; bij de andere is het verband helemaal of deels afgeleid.

- 2 partijen, 2 verhalen (1 genoemd): \`zaak_create\`, \`POST /zaken\` — Verband, Voorbeeldstad
- 1 partij, 1 verhaal (0 genoemd): \`zaak_read\`, \`GET /zaken/{id}\` — Voorbeeldstad
- 0 partijen, 1 verhaal (0 genoemd): \`document_create\`, \`POST /documenten\`

## Verhalen naar waarde (4)

Alle verhalen, bediend of niet: eerst voor de meeste partijen, dan wat het minst bediend is. Verhalen zonder genoemde partij staan achteraan; dat zegt niets over hun belang.

- 2 partijen, bediend: \`gz-1\`, Melden
- 1 partij, onbekend wat nodig is: \`gz-4\`, Later
- 1 partij, bediend: \`gz-2\`, Volgen
- 0 partijen, bediend: \`gz-3\`, Bewaren

## Verhalen zonder operatie (0)

Geen.

## Operaties zonder verhaal (3)

- zaken (1): \`zaak_list\`
- documenten (1): \`document_list\`
- buiten elke API (1): \`bericht_ontvangen\`

## Regels zonder operatie (0)

Geen.

## Verbroken verbanden (0)

Geen.
`);
  });

  it('json that its schema accepts', () => {
    const written = JSON.parse(renderBacklog(coverage, 'json', 'nl'));
    expect(written).toEqual(EXPECTED);
    const validate = new Ajv2020({ strictRequired: false }).compile(BACKLOG_OUTPUT_SCHEMAS.coverage);
    expect([validate(written), validate.errors]).toEqual([true, null]);
  });
});
