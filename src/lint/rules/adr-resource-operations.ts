import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { verbIn } from '../topics/words.ts';

export const rule = {
  id: 'adr-resource-operations',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/resource-operations',
  message: {
    nl: "POST {path} voert een handeling uit die geen resource is; schrijf '_{segment}' of maak er een subresource van.",
    en: "POST {path} performs an action that is no resource; write '_{segment}' or make it a sub-resource.",
  },
  why: {
    nl: 'Met de underscore ziet de lezer dat het geen resource is waar ook een GET op werkt.',
    en: 'The underscore shows the reader that it is no resource on which a GET works too.',
  },
  checkApi: ({ api, report }) => {
    for (const { template, segments, entry, operations } of api.paths) {
      const last = segments.at(-1) ?? '';
      const isPastIdentifier = segments.slice(0, -1).some(segment => segment.startsWith('{'));
      const isAction = !last.startsWith('_') && !last.includes('{') && verbIn(last) !== undefined;
      if (isPastIdentifier && isAction && operations.some(({ method }) => method === 'post'))
        report(entry, { path: template, segment: last });
    }
  },
  cases: {
    good: [pathItem('/zaken/{id}/statussen', '{post: {}}'), pathItem('/zaken/{id}/_sluit', '{post: {}}')],
    bad: [{ document: pathItem('/zaken/{id}/sluiten', '{post: {}}'), at: [''] }],
  },
} satisfies LintRule;
