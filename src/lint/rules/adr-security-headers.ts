import { placeOfField } from '../../openapi/parts.ts';
import { operation, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** Those that every answer has to send; Cache-Control and Content-Type are declared for other reasons too. */
const HEADERS = [
  ...['content-security-policy', 'strict-transport-security', 'x-content-type-options', 'x-frame-options'],
];

export const rule = {
  id: 'adr-security-headers',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/transport/security-headers',
  message: {
    nl: 'Dit antwoord mist {missing}, die andere antwoorden wel noemen; voeg ze toe of laat ze overal weg.',
    en: 'This answer lacks {missing}, which other answers do declare; add them or leave them out everywhere.',
  },
  why: {
    nl: 'Een beveiligingsheader die maar op een deel van de antwoorden zit beschermt niet.',
    en: 'A security header on some of the answers only does not protect.',
  },
  checkApi: ({ api, report }) => {
    const all = api.operations.filter(({ kind }) => kind === 'path').flatMap(({ responses }) => responses);
    const used = HEADERS.filter(name => all.some(({ headers }) => headers.has(name)));
    for (const { node, headers } of all) {
      const missing = used.filter(name => !headers.has(name));
      if (missing.length > 0) report(placeOfField(node, 'headers'), { missing });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{responses: {200: {}, 404: {}}}'),
      response('200', '{headers: {X-Frame-Options: {}}}'),
    ],
    bad: [
      {
        document: operation('GET /zaken', '{responses: {200: {headers: {X-Frame-Options: {}}}, 404: {}}}'),
        at: ['/responses/404'],
      },
    ],
  },
} satisfies LintRule;
