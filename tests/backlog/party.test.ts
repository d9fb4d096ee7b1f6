import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { BACKLOG_OUTPUT_SCHEMAS, backlogOf, pageOf, renderBacklog } from '../../src/backlog/index.ts';
import { UserError } from '../../src/core/user-error.ts';
import { example, TEXTS } from './example.ts';

const document = example();
const backlog = await backlogOf(document);
const pageFor = (name: string) => pageOf(backlog, document, name);

it('a page in Dutch, as text', () => {
  expect(renderBacklog(pageFor('voorbeeldstad'), 'text', 'nl')).toBe(`Voorbeeldstad
=============

Voorbeeldstad is een gemeente en doet zelf mee aan de samenwerking. Rol: afnemer. Bron:
samenwerkingspagina.

In het kort
-----------

- 2 verhalen zelf ingebracht.
- Die verhalen hebben samen 2 operaties nodig, in: zaken.
- Voor die operaties gelden 2 regels.

Bij elk verhaal staat of de bron de operaties noemt. Wat afgeleid is, is een oordeel van wie de
backlog bijhoudt en geen uitspraak van Voorbeeldstad. Attributen komen uit de regels die voor de
operaties gelden; een verhaal noemt ze zelf niet.

Verhalen
--------

Melden (gz-1)
~~~~~~~~~~~~~

Als burger wil ik iets kunnen melden. Het doel: de gemeente weet ervan.

Proces: melding. Ook in een proces van Verband. Sprint 2. Bron: issues/1.

Operaties, door de bron genoemd:

- zaak_create (POST /zaken): Een zaak aanmaken. Ook nodig voor Verband.

Regels: zrc-001, zrc-002 (1).

Attributen in die regels: Zaak (zaaktype, verlenging.reden, slot, kleur).

Volgen (gz-2)
~~~~~~~~~~~~~

Als burger wil ik mijn <melding> *volgen*.

Bron: issues/2.

Operaties (afgeleid):

- zaak_read (GET /zaken/{id}).
- zaak_create (POST /zaken): Een zaak aanmaken. Ook nodig voor Verband.

Het document heeft deze operaties niet: zaak_weg.

Regels: zrc-001, zrc-002 (1).

Attributen in die regels: Zaak (zaaktype, verlenging.reden, slot, kleur).

Regels bij deze verhalen
------------------------

- zrc-001: Het zaaktype bestaat. Bij overtreding: status 400. Foutcode: bad-url. Attributen: Zaak
  (zaaktype, verlenging.reden, slot, kleur).
- zrc-002 (1): Alleen wat mag.
`);
});

it('a page in English, as markdown: words of the backlog stay Dutch and mean nothing to Markdown', () => {
  expect(renderBacklog(pageFor('Testdorp'), 'markdown', 'en')).toBe(`# Testdorp

Testdorp is a municipality (gemeente) and takes part in the collaboration through Verband. Role: afnemer. Source: \`samenwerkingspagina\`.

The backlog has no story that names Testdorp.

Each story says whether its source names the operations. What is inferred is a judgement of whoever keeps the backlog and no statement of Testdorp. Attributes come from the rules on the operations; a story names none itself. Stories, operations and rules are quoted in Dutch, the language of the standard.

## Stories through Verband

Testdorp is a member of Verband. These stories name Verband, not Testdorp.

### Later (gz-4)

Als gemeente wil ik later iets anders.

Brought by Verband. Source: \`issues/4\`.

This story names no operation.

### Melden (gz-1)

Als burger wil ik iets kunnen melden. Het doel: de gemeente weet ervan.

Process: melding. Brought by Voorbeeldstad. Also in a process of Verband. Sprint 2. Source: \`issues/1\`.

Operations, stated by the source:

- \`zaak_create\` (\`POST /zaken\`): Een zaak aanmaken. Also needed by Verband, Voorbeeldstad.

Rules: \`zrc-001\`, \`zrc-002 (1)\`.

Attributes in those rules: \`Zaak\` (\`zaaktype\`, \`verlenging.reden\`, \`slot\`, \`kleur\`).

## Rules that these stories meet

- \`zrc-001\`: Het zaaktype bestaat. When violated: status 400. Error code: \`bad-url\`. Attributes: \`Zaak\` (\`zaaktype\`, \`verlenging.reden\`, \`slot\`, \`kleur\`).
- \`zrc-002 (1)\`: Alleen wat mag.
`);
  expect(renderBacklog(pageFor('Voorbeeldstad'), 'markdown', 'en')).toContain(
    'Als burger wil ik mijn \\<melding\\> \\*volgen\\*.',
  );
});

it('a vendor sees how many stories need the APIs that it makes', () => {
  expect(renderBacklog(pageFor('Bouwer'), 'text', 'nl')).toBe(`Bouwer
======

Bouwer is een leverancier. Rol: leverancier. Maakt een implementatie van: documenten (Kluis).
Daarvoor telt de backlog 1 verhaal: gz-3. Bron: samenwerkingspagina.

De backlog heeft geen verhaal dat Bouwer noemt.
`);
});

it('a samenwerkingsverband shows its members, and stories of others that it shares', () => {
  const { members, stories } = pageFor('Verband');
  expect(members).toEqual(['Testdorp']);
  expect(stories.map(({ story }) => story.id)).toEqual(['gz-4', 'gz-1']);
});

it.each(['Voorbeeldstad', 'Verband', 'Testdorp', 'Bouwer'])('the json of %s fits its schema', name => {
  const written = JSON.parse(renderBacklog(pageFor(name), 'json', 'nl'));
  const validate = new Ajv2020({ strictRequired: false }).compile(BACKLOG_OUTPUT_SCHEMAS.party);
  expect([validate(written), validate.errors]).toEqual([true, null]);
  expect(written).toEqual(pageFor(name));
});

describe('a party that is not there', () => {
  it.each([
    ['Voorbeeldstat', "Did you mean 'Voorbeeldstad'?"],
    ['qqq', "There is 'Voorbeeldstad', 'Verband', and whoever is a member of one of them."],
  ])('%s', (name, hint) => {
    const refusal = (() => {
      try {
        return pageFor(name);
      } catch (error) {
        return error;
      }
    })();
    if (!(refusal instanceof UserError)) throw refusal;
    expect([refusal.code, ...refusal.told('en')]).toEqual([
      'usage',
      `the backlog has no party '${name}'`,
      hint,
    ]);
  });
});

it('says what a story still lacks', async () => {
  const stories = TEXTS['backlog/stories.yaml'].replace(
    'title: Later',
    "title: Later\n    missing: Alles, 'nog'.",
  );
  const lacking = example({ ...TEXTS, 'backlog/stories.yaml': stories });
  const page = pageOf(await backlogOf(lacking), lacking, 'Verband');
  expect(renderBacklog(page, 'text', 'nl')).toContain("\nOntbreekt nog: Alles, 'nog'.\n");
});
