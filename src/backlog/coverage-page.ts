import { fill, type Lang } from '../core/text.ts';
import type { Coverage, RankedOperation } from './coverage.ts';
import { count, say } from './labels.ts';
import { type Block, code, heading, list, paragraph, plain } from './page.ts';
import { rowOf } from './rules.ts';

/** A coverage as a page: totals, value ranking, and what is left over at each end. */
export function coveragePage(coverage: Coverage, lang: Lang): Block[] {
  const section = (
    label: Parameters<typeof say>[0],
    items: readonly string[],
    total = items.length,
  ): Block[] => [
    heading(2, `${say(label, lang)} (${total})`),
    ...(items.length === 0 ? [paragraph(say('none', lang))] : list(items)),
  ];
  return [
    heading(1, say('title', lang, { document: coverage.document })),
    paragraph(say('totals', lang, coverage.totals)),
    heading(2, say('apis', lang)),
    ...list(coverage.apis.map(api => say('api', lang, { ...api }))),
    ...section('parties', partyLines(coverage, lang), coverage.parties.length),
    heading(2, `${say('ranking', lang)} (${coverage.ranking.length})`),
    paragraph(say('rankingLegend', lang)),
    ...list(coverage.ranking.map(operation => rankLine(operation, lang))),
    ...section('storiesWithoutOperation', coverage.storiesWithoutOperation.map(code)),
    ...section('operationsWithoutStory', orphans(coverage, lang), coverage.operationsWithoutStory.length),
    ...section('rulesWithoutOperation', coverage.rulesWithoutOperation.map(code)),
    ...section(
      'brokenLinks',
      coverage.brokenLinks.map(({ rule, args }) => plain(fill(rowOf(rule).message[lang], args))),
    ),
  ];
}

function partyLines({ parties, storiesWithoutParty }: Coverage, lang: Lang): string[] {
  const lines = parties.map(({ name, stories, shared, operations }) =>
    say('partyLine', lang, {
      name: plain(name),
      stories: count(stories.length, 'story', lang),
      shared: shared.length,
      operations: count(operations.length, 'operation', lang),
    }),
  );
  if (storiesWithoutParty.length === 0) return lines;
  return [...lines, say('noParty', lang, { stories: count(storiesWithoutParty.length, 'story', lang) })];
}

function rankLine({ parties, stories, stated, operationId, label }: RankedOperation, lang: Lang): string {
  const line = say('rank', lang, {
    parties: count(parties.length, 'party', lang),
    stories: count(stories.length, 'story', lang),
    stated,
    operation: code(operationId),
    label: code(label),
  });
  return parties.length === 0 ? line : line + say('rankParties', lang, { names: parties.map(plain) });
}

/** One item an API, as there are many. */
function orphans({ operationsWithoutStory }: Coverage, lang: Lang): string[] {
  const apis = [...new Set(operationsWithoutStory.map(({ api }) => api))];
  return apis.map(api => {
    const own = operationsWithoutStory.filter(operation => operation.api === api);
    const name = api ?? say('noApi', lang);
    return `${plain(name)} (${own.length}): ${own.map(({ operationId }) => code(operationId)).join(', ')}`;
  });
}
