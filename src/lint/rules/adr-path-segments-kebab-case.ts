import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** Where a description publishes itself (ADR /core/publish-openapi). */
const SELF = /(^|\/)openapi\.(json|ya?ml)$/;

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a part of a path is in kebab-case, what stands in braces aside; only the last may open with `_`. */
function isKebab(segment: string, isLast: boolean): boolean {
  const literal = segment.replace(/\{[^}]*\}/g, '');
  if (literal === '') return true;
  const pattern = literal === segment ? KEBAB : /^[a-z0-9-]+$/;
  return pattern.test(isLast ? literal.replace(/^_/, '') : literal);
}

export const rule = {
  id: 'adr-path-segments-kebab-case',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/path-segments-kebab-case',
  message: {
    nl: "Het deel '{segment}' van pad '{path}' is niet in kebab-case; gebruik kleine letters, cijfers en losse streepjes.",
    en: "The segment '{segment}' of path '{path}' is not in kebab-case; use lower-case letters, digits and single hyphens.",
  },
  why: {
    nl: 'Eén schrijfwijze maakt adressen voorspelbaar; hoofdletters en punten worden onderweg verschillend behandeld.',
    en: 'One spelling makes addresses predictable; capitals and dots are treated differently along the way.',
  },
  checkApi: ({ api, report }) => {
    for (const { template, segments, entry } of api.paths) {
      const written = segments.filter(segment => segment !== '' && !SELF.test(segment));
      for (const [index, segment] of written.entries())
        if (!isKebab(segment, index === written.length - 1)) report(entry, { segment, path: template });
    }
  },
  cases: {
    good: [
      pathItem('/zaak-typen/{zaakId}/_zoek', '{}'),
      pathItem('/openapi.json', '{}'),
      pathItem('/', '{}'),
    ],
    bad: [
      { document: pathItem('/zaakTypen', '{}'), at: [''] },
      { document: pathItem('/zaken.json', '{}'), at: [''] },
      { document: pathItem('/zaken-/{id}', '{}'), at: [''] },
      { document: pathItem('/_zoek/zaken', '{}'), at: [''] },
      { document: pathItem('/zaak__typen', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
