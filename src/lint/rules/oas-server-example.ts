import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { hostOf, serverUrls } from '../topics/servers.ts';

/** Names set apart for examples (RFC 2606) and the hosts of well-known mock services. */
const PRETENDED =
  /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost|(virtserver\.)?swaggerhub\.com|mocky\.io|mockable\.io|mockapi\.io|stoplight\.io|mock\.pstmn\.io)$|(^|\.)(mock|mockserver|petstore)\./;

export const rule = {
  id: 'oas-server-example',
  severity: 'warning',
  profiles: { oas: 'warning', zds: 'warning' },
  source: 'https://spec.openapis.org/oas/v3.1.1#server-object',
  message: {
    nl: "De server '{host}' is een voorbeeld of een nagemaakte dienst; noem de echte server of een relatief adres.",
    en: "The server '{host}' is an example or a mock; name the real server or a relative address.",
  },
  why: {
    nl: 'Wie de beschrijving volgt praat dan met een dienst die niets doet.',
    en: 'Whoever follows the description then talks to a service that does nothing.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, url } of serverUrls(api)) {
      const host = hostOf(url);
      // A host that ends in a variable is filled in by whoever uses the description.
      const isOpen = /:\/\/[^/?#:]*\}(?=[:/?#]|$)/.test(String(node.value));
      if (host !== undefined && !isOpen && PRETENDED.test(host.replace(/\.$/, ''))) report(node, { host });
    }
  },
  cases: {
    good: [
      document("{servers: [{url: 'https://{host}/v1', variables: {host: {default: a.example}}}]}"),
      document('servers: [{url: https://api.gemeente.nl/v1}, {url: /v1}, {url: https://mockups-museum.nl}]'),
    ],
    bad: [
      { document: document('servers: [{url: https://api.example.com/v1}]'), at: ['/servers/0/url'] },
      {
        document: document('servers: [{url: https://virtserver.swaggerhub.com/vng/v1}]'),
        at: ['/servers/0/url'],
      },
      { document: document('servers: [{url: http://localhost:8000}]'), at: ['/servers/0/url'] },
    ],
  },
} satisfies LintRule;
