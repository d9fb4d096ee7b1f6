import { parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { mayHoldKey, SECRET_NAMES, secretIn } from '../topics/secrets.ts';
import { shownTexts, textsOf } from '../topics/texts.ts';

export const rule = {
  id: 'sec-no-secret-in-examples',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://cwe.mitre.org/data/definitions/540.html',
  message: {
    nl: 'Hier staat {wat}; zet er een waarde neer die van niemand is, zoals <token> of een testnummer (999990019).',
    en: 'This is {what}; put a value here that is nobody’s, such as <token> or a test number (999990019).',
  },
  why: {
    nl: 'Wie het document leest kan met de sleutel naar binnen, of kent het nummer van een bestaand mens.',
    en: 'Whoever reads the document can get in with the key, or knows the number of a living person.',
  },
  checkApi: ({ document, report }) => {
    // Outside examples only a whole key counts, and hardly a document has one.
    const texts = mayHoldKey(document) ? textsOf(document, () => true) : shownTexts(document);
    for (const { text, of, role, place } of texts) {
      const secret = secretIn(text, of, role === 'example');
      // The secret itself stays out of the report.
      if (secret) report(place, { wat: SECRET_NAMES[secret].nl, what: SECRET_NAMES[secret].en });
    }
  },
  cases: {
    good: [
      schema('Zaak', "properties: {bsn: {type: string, example: '999990019'}}"),
      schema('Zaak', "{example: {inpBsn: '000000012', rsin: '123456782', token: 'eyJ…'}}"),
      parameter("{name: bsn, in: query, example: '123456789'}"),
      schema('Zaak', "properties: {clientSecret: {example: 'voorbeeld-geheim-1234567890'}}"),
    ],
    bad: [
      {
        document: schema('Zaak', "properties: {bsn: {type: string, example: '123456782'}}"),
        at: ['/properties/bsn/example'],
      },
      {
        document: schema('Zaak', "{examples: [{rol: {inpBsn: '123456782'}}]}"),
        at: ['/examples/0/rol/inpBsn'],
      },
      {
        document: parameter(
          "{name: token, in: query, example: 'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl'}",
        ),
        at: ['/example'],
      },
      { document: schema('Zaak', "{example: '-----BEGIN PRIVATE KEY-----'}"), at: ['/example'] },
    ],
  },
} satisfies LintRule;
