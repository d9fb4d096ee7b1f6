import { grouped } from '../core/group.ts';
import type { Document } from '../source/document.ts';
import { type Backlog, codeOf, type Story } from './backlog.ts';
import { type BacklogLinks, type BrokenLink, follow, isCurrent, operationIdsOf } from './links.ts';
import type { NamedOperation } from './operations.ts';
import { type Proposal, type RankedProposal, rankProposals } from './proposals.ts';
import { partiesOfStory, reachOf } from './reach.ts';
import { type RankedStory, rankStories } from './story-ranking.ts';

/** How much value an operation has, and for whom. */
export interface RankedOperation {
  readonly operationId: string;
  /** `POST /zaken`, or `webhook NAME`. */
  readonly label: string;
  readonly api?: string;
  /** Who brought a story that needs it or has it in its own process, by name. */
  readonly parties: readonly string[];
  /** How many parties those are; a partnership counts as its members. */
  readonly reach: number;
  /** Ids of the stories that need it, in the order of the backlog. */
  readonly stories: readonly string[];
  /** The number of those stories of which the source names the operations itself. */
  readonly stated: number;
  /** Codes of the rules in force. */
  readonly rules: readonly string[];
}

interface PartyCoverage {
  readonly name: string;
  /** Ids of the stories that it brought. */
  readonly stories: readonly string[];
  /** Ids of stories of others that its own process covers too. */
  readonly shared: readonly string[];
  /** operationIds that all those stories need. */
  readonly operations: readonly string[];
}

interface ApiCoverage {
  readonly api: string;
  readonly operations: number;
  readonly withStory: number;
  readonly withRule: number;
}

/** Parties × stories × operations, and what is left over at each end. */
export interface Coverage {
  /** The document, as the user named it. */
  readonly document: string;
  readonly totals: {
    readonly parties: number;
    readonly stories: number;
    readonly operations: number;
    readonly rules: number;
  };
  /** Operations that a story needs: most parties first, then most stories, then by name. */
  readonly ranking: readonly RankedOperation[];
  /** Every story, served or not: most parties first, then what is served least. */
  readonly stories: readonly RankedStory[];
  /** Changes on their way in, most valuable first. */
  readonly proposals: readonly RankedProposal[];
  /** Parties that a story names, in the order of the backlog. */
  readonly parties: readonly PartyCoverage[];
  /** Ids of stories that name no party. */
  readonly storiesWithoutParty: readonly string[];
  readonly apis: readonly ApiCoverage[];
  readonly storiesWithoutOperation: readonly string[];
  readonly operationsWithoutStory: readonly Pick<RankedOperation, 'operationId' | 'label' | 'api'>[];
  /** Codes of rules in force that no operation of the document answers to. */
  readonly rulesWithoutOperation: readonly string[];
  readonly brokenLinks: readonly Pick<BrokenLink, 'rule' | 'args'>[];
}

/**
 * What a document covers of a backlog. The collaboration puts first what adds as much value as possible for as many
 * parties as possible, so operations are ranked by parties and then by stories. A link that leads nowhere counts for
 * nothing and stands in `brokenLinks`.
 */
export function coverageOf(
  backlog: Backlog,
  document: Document,
  proposals: readonly Proposal[] = [],
): Coverage {
  const links = follow(backlog, document);
  const { operations, byId, broken } = links;
  const serves = storiesByOperation(backlog.stories, byId);
  const rulesInForce = backlog.rules.filter(isCurrent);
  return {
    document: document.label,
    totals: {
      parties: backlog.parties.length,
      stories: backlog.stories.length,
      operations: operations.length,
      rules: rulesInForce.length,
    },
    ranking: operations
      .flatMap(operation => rank(operation, serves.get(operation.operationId), links, backlog))
      .sort(byValue),
    stories: rankStories(backlog, byId, proposals),
    proposals: rankProposals(backlog, proposals),
    parties: partiesOf(backlog, byId),
    storiesWithoutParty: backlog.stories.filter(({ party }) => party === undefined).map(({ id }) => id),
    apis: apisOf(operations, serves, links),
    storiesWithoutOperation: backlog.stories
      .filter(story => knownOperations(story, byId).length === 0)
      .map(({ id }) => id),
    operationsWithoutStory: operations
      .filter(({ operationId }) => !serves.has(operationId))
      .map(({ operationId, label, api }) => ({ operationId, label, ...(api === undefined ? {} : { api }) })),
    rulesWithoutOperation: rulesInForce
      .filter(rule => !operationIdsOf(rule, operations).some(id => byId.has(id)))
      .map(codeOf),
    brokenLinks: broken.map(({ rule, args }) => ({ rule, args })),
  };
}

export const knownOperations = (
  { operations = [] }: Story,
  byId: ReadonlyMap<string, NamedOperation>,
): NamedOperation[] => operations.flatMap(id => byId.get(id) ?? []);

/** The stories that need an operation, by operationId. */
export function storiesByOperation(
  stories: readonly Story[],
  byId: ReadonlyMap<string, NamedOperation>,
): Map<string, Story[]> {
  return grouped(
    stories.flatMap(story =>
      knownOperations(story, byId).map(({ operationId }): [string, Story] => [operationId, story]),
    ),
  );
}

function rank(
  operation: NamedOperation,
  stories: readonly Story[] | undefined,
  links: BacklogLinks,
  backlog: Backlog,
): RankedOperation[] {
  if (!stories) return [];
  const { operationId, label, api } = operation;
  const parties = [...new Set(stories.flatMap(partiesOfStory))].sort();
  return [
    {
      operationId,
      label,
      ...(api === undefined ? {} : { api }),
      parties,
      reach: reachOf(backlog, parties),
      stories: stories.map(({ id }) => id),
      stated: stories.filter(({ basis }) => basis === 'stated').length,
      rules: (links.rulesOf.get(operationId) ?? []).map(codeOf),
    },
  ];
}

const byValue = (left: RankedOperation, right: RankedOperation): number =>
  right.reach - left.reach ||
  right.stories.length - left.stories.length ||
  (left.operationId < right.operationId ? -1 : 1);

function partiesOf(backlog: Backlog, byId: ReadonlyMap<string, NamedOperation>): PartyCoverage[] {
  return backlog.parties.flatMap(({ name }) => {
    const stories = backlog.stories.filter(({ party }) => party === name);
    const shared = backlog.stories.filter(({ sharedWith }) => sharedWith === name);
    if (stories.length + shared.length === 0) return [];
    const operations = [...stories, ...shared].flatMap(story => knownOperations(story, byId));
    return [
      {
        name,
        stories: stories.map(({ id }) => id),
        shared: shared.map(({ id }) => id),
        operations: [...new Set(operations.map(({ operationId }) => operationId))].sort(),
      },
    ];
  });
}

function apisOf(
  operations: readonly NamedOperation[],
  serves: ReadonlyMap<string, unknown>,
  { rulesOf }: BacklogLinks,
): ApiCoverage[] {
  const names = [...new Set(operations.flatMap(({ api }) => api ?? []))];
  return names.map(name => {
    const own = operations.filter(({ api }) => api === name);
    return {
      api: name,
      operations: own.length,
      withStory: own.filter(({ operationId }) => serves.has(operationId)).length,
      withRule: own.filter(({ operationId }) => rulesOf.has(operationId)).length,
    };
  });
}
