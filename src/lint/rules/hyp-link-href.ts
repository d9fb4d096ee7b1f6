import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { listedIn, propertiesOf } from '../topics/schemas.ts';

export const rule = {
  id: 'hyp-link-href',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /hypermedia/link-href',
  message: {
    nl: "De link '{name}' in _links heeft geen href; voeg het adres toe.",
    en: "The link '{name}' in _links has no href; add the address.",
  },
  why: {
    nl: 'Een link zonder adres is niet te volgen.',
    en: 'A link without an address cannot be followed.',
  },
  check: ({ api, report }) => ({
    SchemaProperties(properties, { location }) {
      const links = api.child(api.nodeAt(location, properties), '_links');
      // Some documents have one link there, in place of links by name.
      const own = propertiesOf(api, links).get('href');
      if (own && !propertiesOf(api, own).has('href')) return;
      const others = api.child(links, 'additionalProperties');
      const named = propertiesOf(api, others).size > 0 && others ? [['*', others] as const] : [];
      for (const [name, link] of [...propertiesOf(api, links), ...named]) {
        const items = listedIn(api, link);
        if (!propertiesOf(api, items ?? link).has('href')) report(link, { name });
      }
    },
  }),
  cases: {
    good: [
      schema('Zaak', '{properties: {_links: {properties: {self: {properties: {href: {type: string}}}}}}}'),
      schema('Zaak', '{properties: {_links: {properties: {href: {type: string}, title: {type: string}}}}}'),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {_links: {properties: {self: {type: string}}}}}'),
        at: ['/properties/_links/properties/self'],
      },
    ],
  },
} satisfies LintRule;
