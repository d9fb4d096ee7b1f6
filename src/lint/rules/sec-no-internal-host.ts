import { document, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { internalHostIn, internalHostInProse, mayNameInside } from '../topics/hosts.ts';
import { shownTexts, textsOf } from '../topics/texts.ts';

export const rule = {
  id: 'sec-no-internal-host',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://www.rfc-editor.org/rfc/rfc6761#section-6.3',
  message: {
    nl: "'{host}' bestaat alleen binnen een eigen netwerk; noem een openbare host, of een onder .example.",
    en: "'{host}' exists only inside a private network; name a public host, or one under .example.",
  },
  why: {
    nl: 'Een afnemer kan er niets bereiken, en een aanvaller leert hoe het netwerk van binnen heet.',
    en: 'A consumer can reach nothing there, and an attacker learns what the inside of the network is called.',
  },
  checkApi: ({ document, report }) => {
    // Outside examples and servers only a URL counts, and hardly a document has one.
    const texts = mayNameInside(document) ? textsOf(document, () => true) : shownTexts(document);
    for (const { text, role, place } of texts) {
      const host = role === 'other' ? internalHostInProse(text) : internalHostIn(text);
      if (host !== undefined) report(place, { host });
    }
  },
  cases: {
    good: [
      document("servers: [{url: 'https://api.voorbeeld.example/v1'}, {url: /v1}]"),
      schema(
        'Zaak',
        "properties: {url: {description: 'Niet http://localhost.', example: 'https://10.example'}}",
      ),
      schema('Zaak', "properties: {versie: {example: '10.2.1'}, hoofdstuk: {default: intern}}"),
    ],
    bad: [
      { document: document("servers: [{url: 'http://localhost:8000/v1'}]"), at: ['/servers/0/url'] },
      {
        document: document("servers: [{url: 'https://{host}/v1', variables: {host: {default: 10.0.0.5}}}]"),
        at: ['/servers/0/variables/host/default'],
      },
      {
        document: schema('Zaak', "properties: {url: {example: 'https://zaken.gemeente.local/x'}}"),
        at: ['/properties/url/example'],
      },
      {
        document: schema('Zaak', "{description: 'Staat op http://zaken.gemeente.local:8080/x, binnen.'}"),
        at: ['/description'],
      },
      {
        document: document("externalDocs: {url: 'http://localhost:8000/docs'}"),
        at: ['/externalDocs/url'],
      },
    ],
  },
} satisfies LintRule;
