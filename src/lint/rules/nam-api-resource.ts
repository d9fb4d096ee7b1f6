import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'nam-api-resource',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /naming/api-resource',
  message: {
    nl: "'{segment}' in het pad '{path}' zegt dat dit een API is; laat het weg, want het basisadres zegt dat al.",
    en: "'{segment}' in the path '{path}' says that this is an API; leave it out, for the base address says so already.",
  },
  why: {
    nl: 'Het woord voegt niets toe en maakt adressen langer.',
    en: 'The word adds nothing and makes addresses longer.',
  },
  checkApi: ({ api, report }) => {
    const told = new Set<string>();
    for (const { entry, segments } of api.paths) {
      for (const [index, segment] of segments.entries()) {
        // What a register of APIs holds is called so: `/apis`.
        const path = `/${segments.slice(0, index + 1).join('/')}`;
        if (segment.includes('{') || !/(^|[-_])api($|[-_])/i.test(segment) || told.has(path)) continue;
        told.add(path);
        report(entry, { path, segment });
      }
    }
  },
  cases: {
    good: [pathItem('/kapitalen/{apiId}', '{}')],
    bad: [
      { document: pathItem('/api/zaken', '{}'), at: [''] },
      { document: pathItem('/zaken-api', '{}'), at: [''] },
    ],
  },
} satisfies LintRule;
