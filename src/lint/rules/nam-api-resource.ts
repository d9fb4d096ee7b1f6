import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'nam-api-resource',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /naming/api-resource',
  message: {
    nl: "Het pad '{path}' noemt 'api' in '{segment}'; het basisadres zegt dat al.",
    en: "The path '{path}' says 'api' in '{segment}'; the base address says so already.",
  },
  why: {
    nl: 'Het woord voegt niets toe en maakt adressen langer.',
    en: 'The word adds nothing and makes addresses longer.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { template, entry, segments } of api.paths)
        for (const segment of segments)
          if (!segment.includes('{') && /(^|[-_])apis?($|[-_])/i.test(segment))
            report(entry, { path: template, segment });
    },
  }),
  cases: {
    good: [pathItem('/kapitalen/{apiId}', '{}')],
    bad: [
      { document: pathItem('/api/zaken', '{}'), at: [''] },
      { document: pathItem('/zaken-api', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
