import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isSearch, verbIn } from '../topics/words.ts';

export const rule = {
  id: 'adr-naming-resources',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /core/naming-resources',
  message: {
    nl: "Het deel '{segment}' van pad '{path}' noemt een handeling; gebruik een zelfstandig naamwoord of zet er '_' voor.",
    en: "The segment '{segment}' of path '{path}' names an action; use a noun or put '_' in front.",
  },
  why: {
    nl: 'Een adres noemt een ding; wat ermee gebeurt zegt de methode.',
    en: 'An address names a thing; the method says what happens to it.',
  },
  checkApi: ({ api, report }) => {
    for (const { template, segments, entry } of api.paths) {
      for (const [index, segment] of segments.entries()) {
        if (index === segments.length - 1 && isSearch(segment)) continue;
        const isNoun = segment === '' || segment.startsWith('_') || segment.includes('{') || !verbIn(segment);
        if (!isNoun) report(entry, { segment, path: template });
      }
    }
  },
  cases: {
    good: [
      pathItem('/besluiten/{id}', '{}'),
      pathItem('/zaken/_zoek', '{}'),
      pathItem('/zaken/zoeken', '{}'),
      pathItem('/geo/address-search', '{}'),
      pathItem('/aanvragen/{id}/formulieren', '{}'),
    ],
    bad: [
      { document: pathItem('/zoekZaken', '{}'), at: [''] },
      { document: pathItem('/getZaken', '{}'), at: [''] },
      { document: pathItem('/facturen/{id}/accorderen', '{}'), at: [''] },
      { document: pathItem('/documenten/{id}/lock', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
