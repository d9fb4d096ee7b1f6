import type { Api, PathEntry } from '../api.ts';
import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { listsItems } from '../topics/pages.ts';
import { looksPlural, verbIn } from '../topics/words.ts';

/** `/api/{versie}/zaken`: what comes before a version is no collection. */
const NAMES_VERSION = /^\{(api[-_]?)?(version|versie)\}$/i;

/** The parts of a path that stand for a collection, each with the path up to there. */
function collectionsIn(
  api: Api,
  { segments, operations }: PathEntry,
): { readonly segment: string; readonly prefix: string }[] {
  const lists = operations.some(operation => listsItems(api, operation));
  return segments.flatMap((segment, index) => {
    if (segment === '' || /[{}]/.test(segment) || segment.startsWith('_')) return [];
    const next = segments[index + 1];
    const isCollection = next === undefined ? lists : next.startsWith('{') && !NAMES_VERSION.test(next);
    return isCollection ? [{ segment, prefix: segments.slice(0, index + 1).join('/') }] : [];
  });
}

export const rule = {
  id: 'adr-naming-collections',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /core/naming-collections',
  message: {
    nl: "De verzameling '{segment}' staat niet in het meervoud; gebruik de meervoudsvorm.",
    en: "The collection '{segment}' is not a plural; use the plural form.",
  },
  why: {
    nl: 'Aan het meervoud ziet de lezer dat er een lijst achter het adres zit.',
    en: 'The plural tells the reader that there is a list behind the address.',
  },
  checkApi: ({ api, report }) => {
    const told = new Set<string>();
    for (const path of api.paths)
      for (const { segment, prefix } of collectionsIn(api, path)) {
        if (told.has(prefix) || looksPlural(segment) || verbIn(segment)) continue;
        told.add(prefix);
        report(path.entry, { segment });
      }
  },
  cases: {
    good: [
      pathItem('/zaken/{id}', '{}'),
      pathItem('/media/{id}', '{}'),
      pathItem('/producten/{id}/wijzigingshistorie/{nr}', '{}'),
      pathItem('/panden/{id}/lvc/{nr}', '{}'),
      pathItem('/api/{versie}/motoren/{id}', '{}'),
      operation('GET /status', '{responses: {200: {content: {application/json: {schema: {type: object}}}}}}'),
    ],
    bad: [
      { document: pathItem('/zaak/{id}', '{}'), at: [''] },
      { document: pathItem('/vergunningsbewijs/{id}', '{}'), at: [''] },
      {
        document: operation(
          'GET /zaak',
          '{responses: {200: {content: {application/json: {schema: {type: array}}}}}}',
        ),
        at: ['#/paths/~1zaak'],
      },
    ],
  },
} satisfies LintRule;
