import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { KEBAB_CASE } from '../topics/names.ts';
import { isPlaceholder } from '../topics/resources.ts';

/** Published in the singular. */
const KNOWN = new Set(['audittrail', 'abonnement', 'kanaal']);

/** The parts of a path that name a collection. */
const collectionsIn = (segments: readonly string[]): string[] =>
  segments.filter((segment, index) => {
    const isCollection = index === 0 || isPlaceholder(segments[index + 1]);
    return isCollection && !isPlaceholder(segment) && !segment.startsWith('_') && segment !== '';
  });

export const rule = {
  id: 'zgw-resource-plural',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "Het padsegment '{segment}' is geen meervoud in kleine letters met hooguit streepjes; schrijf bijvoorbeeld zaken of zaaktype-informatieobjecttypen.",
    en: "The path segment '{segment}' is no Dutch plural in lower case with at most hyphens; write for instance zaken or zaaktype-informatieobjecttypen.",
  },
  why: {
    nl: "Wie de URL's met de hand of in software samenstelt, rekent op één vorm voor elke verzameling.",
    en: 'Whoever builds URLs by hand or in software counts on one form for every collection.',
  },
  checkApi: ({ api, report }) => {
    const seen = new Set<string>();
    for (const { segments, entry } of api.paths) {
      for (const segment of collectionsIn(segments)) {
        if (seen.has(segment) || KNOWN.has(segment)) continue;
        seen.add(segment);
        if (!KEBAB_CASE.test(segment) || !/(en|s)$/.test(segment)) report(entry, { segment });
      }
    }
  },
  cases: {
    good: [
      pathItem('/zaken/{zaak_uuid}/audittrail/{uuid}', '{}'),
      pathItem('/zaaktype-informatieobjecttypen/{uuid}/publish', '{}'),
    ],
    bad: [
      { document: pathItem('/zaak/{uuid}', '{}'), at: [''] },
      { document: pathItem('/zaken/{zaak_uuid}/zaakEigenschappen/{uuid}', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
