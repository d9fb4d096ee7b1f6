import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { namesOf, resourcesOf, rowOf } from '../topics/forms.ts';

export const rule = {
  id: 'zgw-forms-same-attributes',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{path} kent '{name}' bij {present} en niet bij {absent}; voeg het daar toe, of maak het alleen-lezen of alleen-schrijven. {uitleg}",
    en: "{path} knows '{name}' in {presentEn} and not in {absentEn}; add it there, or make it read-only or write-only. {detail}",
  },
  why: {
    nl: 'Wie een resource leest en terugschrijft, raakt het attribuut kwijt zonder dat iemand het merkt.',
    en: 'Whoever reads a resource and writes it back loses the attribute without anyone noticing.',
  },
  evidence: 'resource',
  checkApi: ({ api, report }) => {
    for (const resource of resourcesOf(api)) {
      const { path, forms } = resource;
      for (const name of new Set(forms.flatMap(({ attributes }) => [...attributes.keys()]))) {
        const having = forms.filter(({ attributes }) => attributes.has(name));
        const lacking = forms.filter(({ attributes }) => !attributes.has(name)).map(({ kind }) => kind);
        const nodes = having[0]?.attributes.get(name) ?? [];
        const { readOnly, writeOnly } = facetsOf(api, ...nodes);
        // Read-only in every form that is sent, or write-only in that which is read, as those forms say.
        const sides = new Set(having.map(({ kind }) => kind === 'read'));
        const isHidden = forms.some(({ kind, hidden }) => !sides.has(kind === 'read') && hidden.has(name));
        if (isHidden) continue;
        // The key to a locked resource is no part of it.
        if (!nodes[0] || lacking.length === 0 || readOnly || writeOnly || name === 'lock') continue;
        const present = namesOf(
          'present',
          having.map(({ kind }) => kind),
        );
        const kinds = { ...present, ...namesOf('absent', lacking) };
        report(nodes[0], { path: path.template, name, ...kinds, ...rowOf(api, resource, name) });
      }
    }
  },
  cases: {
    good: [
      resource(
        '{Read: {properties: {url: {readOnly: true}, naam: {}}}, Create: {properties: {naam: {}, geheim: {writeOnly: true}}}}',
      ),
    ],
    bad: [
      {
        document: resource('{Read: {properties: {naam: {}, titel: {}}}, Patch: {properties: {naam: {}}}}'),
        at: ['/Read/properties/titel'],
      },
    ],
  },
} satisfies LintRule;
