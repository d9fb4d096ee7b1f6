import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/core/change.ts';
import { type Json, member } from '../../src/core/json.ts';
import { LANGS } from '../../src/core/text.ts';
import { verifyReport } from '../../src/diff/index.ts';
import { cardOf } from '../../src/report/cards.ts';
import { evidenceOf } from '../../src/report/evidence.ts';
import { json } from '../../src/report/json.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';
import { brokenEvidence } from './evidence-law.ts';

const CORPUS = path.resolve('../shared/corpus');

/** Versions that follow each other, there and back. */
const ALL = [
  ['catalogi/ztc/1.2.x/1.2.1', 'catalogi/ztc/1.3.x/1.3.1'],
  ['catalogi/ztc/1.3.x/1.3.1', 'catalogi/ztc/1.3.x/1.3.2'],
  ['catalogi/ztc/1.3.x/1.3.2', 'catalogi/ztc/1.3.x/1.3.3'],
  ['catalogi/ztc/1.3.x/1.3.3', 'catalogi/ztc/1.4.x/1.4.0'],
  ['documenten/drc/1.3.x/1.3.2', 'documenten/drc/1.4.x/1.4.3'],
  ['documenten/drc/1.4.x/1.4.3', 'documenten/drc/1.6.x/1.6.0'],
  ['documenten/drc/1.6.x/1.6.0', 'documenten/drc/1.7.x/1.7.0'],
  ['documenten/drc/1.7.x/1.7.0', 'documenten/drc/1.7.x/1.7.1'],
  ['autorisaties/ac/1.0.x/1.0.0', 'autorisaties/ac/1.1.x/1.1.0'],
  ['notificaties/nrc/1.0.0', 'notificaties/nrc/1.0.1'],
  ['zaken/zrc/1.6.x/1.6.0', 'zaken/zrc/1.7.x/1.7.0'],
].flatMap(([one = '', other = '']) => [
  [one, other],
  [other, one],
]);

/** In every run one with findings of many subjects, and one that is small. */
const IN_EVERY_RUN = ['catalogi/ztc/1.3.x/1.3.1', 'autorisaties/ac/1.0.x/1.0.0'];

const PAIRS =
  process.env.ZDS_DEEP === undefined
    ? ALL.filter(([one = '', other = '']) => IN_EVERY_RUN.includes(one) && one < other)
    : ALL;

const open = (name = '') => read(path.join(CORPUS, name, 'openapi.yaml'), { allowOutside: true });

const HERE = existsSync(CORPUS);
if (!HERE) console.warn(`skipped: the evidence of published changes, for want of ${CORPUS}`);

(HERE ? describe : describe.skip)('the evidence of a change is about that change', () => {
  it.each(PAIRS)('%s → %s', async (before, after) => {
    const [old, next] = [await open(before), await open(after)];
    expect(brokenEvidence(compareInFull(old, next), old, next)).toEqual([]);
  });
});

const schemas = (required: string): string => `
  schemas:
    A: { type: object, properties: { einde: { type: string } }${required} }
    B: { type: object, properties: { einde: { type: string } }${required} }
    Nooit:
      { type: object, properties: { einde: { type: string } }${required} }`;

const answers = (name: string): string => `
      responses:
        '200': { description: Goed, content: { application/json: { schema: ${name} } } }`;

const documentWith = (required: string, more = ''): string => `
openapi: 3.1.0
info: { title: T, version: 1.0.0 }
paths:
  /a:
    get:${answers("{ $ref: '#/components/schemas/A' }")}
  /b:
    get:${answers("{ $ref: '#/components/schemas/B' }")}
  /nooit:
    get:${answers("{ type: object, properties: { x: { $ref: '#/components/schemas/Nooit' } }, not: { required: [x] } }")}
${more}
components:${schemas(required)}
`;

const fileOf = (text: string, name: string): Document => documentOf(name, { [name]: text });

const compared = (before: string, after: string) => {
  const [old, next] = [fileOf(before, 'old.yaml'), fileOf(after, 'new.yaml')];
  const report = compareInFull(old, next);
  return { report, old, next, changes: report.changes ?? [], broken: brokenEvidence(report, old, next) };
};

const told = (change: Change): string => {
  const { word, title, evidence } = cardOf(change, 'nl');
  const shown = evidence.map(({ label, proof, ground }) => {
    const said = proof ? `${proof.address}: ${proof.outcome}` : ground;
    return evidence.length > 1 ? `${label}: ${said}` : said;
  });
  return [word, title, ...shown].join(' | ');
};

describe('one finding about several subjects', () => {
  const { report, old, next, changes, broken } = compared(
    documentWith(', required: [einde]'),
    documentWith(''),
  );

  it('is shown for each by a message of its own, or said to be shown elsewhere alone', () => {
    expect(report.findings.map(({ rule, affects }) => [rule, affects.length])).toEqual([
      ['required-removed', 3],
    ]);
    expect(changes.map(told)).toEqual([
      '■ BREEKT clients | A · einde — is niet meer verplicht in antwoorden | GET /a, antwoord 200: kan nu terugkomen en was nooit toegestaan',
      '■ BREEKT clients | B · einde — is niet meer verplicht in antwoorden | GET /b, antwoord 200: kan nu terugkomen en was nooit toegestaan',
      '■ BREEKT clients | Nooit · einde — is niet meer verplicht in antwoorden | hier geen bericht gevonden dat het toont; wel bij GET /a, antwoord 200',
    ]);
    expect(broken).toEqual([]);
  });

  it('is told as wrong by --verify where a change shows the message of another', () => {
    const [first] = changes;
    const swapped = {
      ...report,
      changes: changes.map(change => ({
        ...change,
        evidence: first?.evidence,
        illustration: first?.illustration,
      })),
    };
    const outcomes = (shown: object) =>
      verifyReport(old, next, JSON.parse(JSON.stringify(shown)) as Json).map(({ outcome }) => outcome);
    const asWritten = JSON.parse(json({ ...report, changes }, { lang: 'nl' }));
    expect([outcomes(report), outcomes(asWritten), outcomes(swapped)]).toEqual([
      ['holds', 'holds', 'holds'],
      ['holds', 'holds', 'holds'],
      ['holds', 'holds', 'fails', 'fails'],
    ]);
  });
});

describe('a name that is demanded and not described', () => {
  it('is an attribute of the object that demands it', () => {
    const { changes, broken } = compared(documentWith(''), documentWith(', required: [soort]'));
    expect(changes.map(told)).toEqual([
      '◆ PROVIDERS voldoen niet meer | A · soort — wordt verplicht in antwoorden | GET /a, antwoord 200: kon terugkomen en mag niet meer',
      '◆ PROVIDERS voldoen niet meer | B · soort — wordt verplicht in antwoorden | GET /b, antwoord 200: kon terugkomen en mag niet meer',
      '◆ PROVIDERS voldoen niet meer | Nooit · soort — wordt verplicht in antwoorden | hier geen bericht gevonden dat het toont; wel bij GET /a, antwoord 200',
    ]);
    expect(broken).toEqual([]);
  });
});

describe('a change that breaks clients and providers', () => {
  const sent = (length: number): string =>
    documentWith('')
      .replace(
        'paths:',
        `paths:
  /d:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/D' }
            example: { naam: Jansen }
      responses:
        '201':
          description: ok
          content:
            application/json:
              schema: { $ref: '#/components/schemas/D' }
              example: { naam: Jansen }`,
      )
      .replace(
        'schemas:',
        `schemas:
    D: { type: object, properties: { naam: { type: string, maxLength: ${length} } } }`,
      );

  it('shows each its own message, and --verify holds both', () => {
    const { report, old, next, changes, broken } = compared(sent(12), sent(8));
    expect(changes.map(told)).toEqual([
      '■ BREEKT clients | D · naam — maximale lengte gaat van 12 naar 8 tekens | bewijs voor clients: POST /d, verzoek: het voorbeeld uit het document, met “naam” van 9 tekens, mocht worden gestuurd en wordt nu geweigerd | bewijs voor providers: POST /d, antwoord 201: het voorbeeld uit het document, met “naam” van 9 tekens, kon terugkomen en mag niet meer',
    ]);
    expect(broken).toEqual([]);
    const [change] = changes;
    const wrong = {
      ...report,
      changes: [
        {
          ...change,
          other: {
            ...change?.other,
            illustration: { ...change?.illustration, audience: 'providers', message: { body: {} } },
          },
        },
      ],
    };
    const outcomes = (shown: object) =>
      verifyReport(old, next, JSON.parse(JSON.stringify(shown)) as Json).map(({ outcome }) => outcome);
    expect([outcomes(report), outcomes(wrong)]).toEqual([
      ['holds', 'holds', 'holds'],
      ['holds', 'holds', 'fails'],
    ]);
  });
});

describe('a message that the server sends', () => {
  const webhook = (length: number): string => `
webhooks:
  gewijzigd:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, properties: { naam: { type: string, maxLength: ${length} } } }
            example: { naam: Jansen }
      responses: { '204': { description: Ontvangen } }
`;
  it('is told in its own direction, before and after too', () => {
    const { changes, broken } = compared(documentWith('', webhook(10)), documentWith('', webhook(12)));
    expect(changes.map(told)).toEqual([
      '■ BREEKT clients | bericht · naam — maximale lengte gaat van 10 naar 12 tekens | webhook gewijzigd, verzoek: het voorbeeld uit het document, met “naam” van 11 tekens, mag nu worden gestuurd en was nooit toegestaan',
    ]);
    const bodies = changes.map(({ illustration }) => {
      const { before, after } = illustration?.migration ?? {};
      return [before, after].map(message => member(member(message, 'body'), 'naam'));
    });
    expect(bodies).toEqual([['Jansen', 'Jansen Jans']]);
    expect(broken).toEqual([]);
  });
});

it('a break that is shown elsewhere says where', () => {
  const at = { operation: 'GET /a', direction: 'response', status: '200', from: 'new' } as const;
  expect(LANGS.map(lang => evidenceOf({ is: 'unproved', elsewhere: at }, lang))).toEqual([
    'hier geen bericht gevonden dat het toont; wel bij GET /a, antwoord 200',
    'no message found here that shows it; there is one at GET /a, response 200',
  ]);
});
