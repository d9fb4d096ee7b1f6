import { fill, type Lang } from '../core/text.ts';
import type { Coverage, RankedOperation } from './coverage.ts';
import { count, SERVICE_WORDS, say } from './labels.ts';
import { type Block, code, heading, list, paragraph, plain } from './page.ts';
import type { RankedProposal } from './proposals.ts';
import { rowOf } from './rules.ts';
import type { RankedStory } from './story-ranking.ts';

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
    heading(2, `${say('storyRanking', lang)} (${coverage.stories.length})`),
    paragraph(say('storyRankingLegend', lang)),
    ...list(coverage.stories.map(story => storyLine(story, lang))),
    ...proposalBlocks(coverage.proposals, lang),
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

function storyLine({ id, title, service, reach, missing, proposals }: RankedStory, lang: Lang): string {
  return [
    say('storyLine', lang, {
      parties: count(reach, 'party', lang),
      service: SERVICE_WORDS[service][lang],
      story: code(id),
      title: plain(title),
    }),
    missing === undefined ? '' : say('storyMissing', lang, { missing: plain(missing) }),
    proposals.length === 0 ? '' : say('storyProposals', lang, { proposals: proposals.map(code) }),
  ].join('');
}

/** Nothing at all where nothing is proposed: a document of one's own need not know proposals. */
function proposalBlocks(proposals: readonly RankedProposal[], lang: Lang): Block[] {
  if (proposals.length === 0) return [];
  const lines = proposals.map(({ id, title, party, stories, reach, value }) =>
    say('proposalLine', lang, {
      value,
      stories: count(stories.length, 'story', lang),
      parties: count(reach, 'party', lang),
      proposal: code(id),
      title: plain(title),
      party: plain(party),
    }),
  );
  return [
    heading(2, `${say('proposals', lang)} (${proposals.length})`),
    paragraph(say('proposalsLegend', lang)),
    ...list(lines),
  ];
}

function rankLine(
  { parties, reach, stories, stated, operationId, label }: RankedOperation,
  lang: Lang,
): string {
  const line = say('rank', lang, {
    parties: count(reach, 'party', lang),
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
