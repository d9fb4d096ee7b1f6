import { components, document } from '../fragment.ts';
import type { LintRule, Visitor } from '../rule.ts';
import { exampleValues } from '../topics/moments.ts';
import { visitNamed } from '../topics/named.ts';
import { partsOf } from '../topics/schemas.ts';
import { urlsOf } from '../topics/servers.ts';

const isPlain = (url: unknown): boolean => typeof url === 'string' && /^http:\/\//i.test(url);

export const rule = {
  id: 'adr-transport-tls',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/transport/tls',
  message: {
    nl: "'{url}' gaat onversleuteld over http; gebruik https.",
    en: "'{url}' goes over plain http; use https.",
  },
  why: {
    nl: 'Onversleuteld verkeer is onderweg te lezen en te veranderen.',
    en: 'Plain traffic can be read and changed along the way.',
  },
  check: ({ api, report }): Visitor => ({
    ...visitNamed(api, ({ name, schema }) => {
      if (!/(callback|webhook)_?ur[il]$/i.test(name)) return;
      const shown = new Set([schema, ...partsOf(api, schema)].flatMap(part => exampleValues(api, part)));
      for (const node of shown) if (isPlain(node.value)) report(node, { url: String(node.value) });
    }),
    // Also that of a link, to which no operation leads.
    Server(server, { location }) {
      for (const { node, url } of urlsOf(api, api.nodeAt(location, server)))
        if (isPlain(url)) report(node, { url });
    },
    Root() {
      for (const { kind, path, pathItem } of api.operations)
        if (kind === 'callback' && isPlain(path)) report(pathItem, { url: path });
    },
    SecurityScheme(scheme, { location }) {
      if (scheme.type === 'openIdConnect' && isPlain(scheme.openIdConnectUrl))
        report(location.child('openIdConnectUrl'), { url: String(scheme.openIdConnectUrl) });
      const { oauth2MetadataUrl } = scheme as { readonly oauth2MetadataUrl?: unknown };
      if (scheme.type === 'oauth2' && isPlain(oauth2MetadataUrl))
        report(location.child('oauth2MetadataUrl'), { url: String(oauth2MetadataUrl) });
      const flows = Object.entries((scheme.type === 'oauth2' && scheme.flows) || {});
      const urls = flows.flatMap(([flow, fields]) =>
        Object.entries(fields ?? {}).map(([key, url]) => ({ flow, key, url })),
      );
      for (const { flow, key, url } of urls)
        if (key.endsWith('Url') && isPlain(url))
          report(location.child(['flows', flow, key]), { url: String(url) });
    },
  }),
  cases: {
    good: [document('servers: [{url: https://api.example.nl/v1}, {url: /v1}]')],
    bad: [
      {
        document: components('{schemas: {A: {properties: {callbackUrl: {example: http://a.nl}}}}}'),
        at: ['/schemas/A/properties/callbackUrl/example'],
      },
      { document: document('servers: [{url: http://api.example.nl/v1}]'), at: ['/servers/0/url'] },
      {
        document: components(
          '{securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {tokenUrl: http://a.nl/t, scopes: {}}}}}}',
        ),
        at: ['/securitySchemes/o/flows/clientCredentials/tokenUrl'],
      },
    ],
  },
} satisfies LintRule;
