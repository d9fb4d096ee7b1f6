import { UserError } from '../core/user-error.ts';
import type { Document } from '../source/document.ts';
import { type Backlog, codeOf, type Party, type Rule, type Story } from './backlog.ts';
import { knownOperations, storiesByOperation } from './coverage.ts';
import { follow } from './links.ts';
import { partiesOfStory } from './reach.ts';

/** An operation as a story needs it. */
export interface NeededOperation {
  readonly operationId: string;
  readonly label: string;
  readonly api?: string;
  readonly summary?: string;
  /** Other parties with a story that needs it, by name. */
  readonly otherParties: readonly string[];
}

export interface PartyStory {
  readonly story: Story;
  readonly operations: readonly NeededOperation[];
  /** operationIds that the story names and the document does not have. */
  readonly unknownOperations: readonly string[];
  /** Codes of the rules in force on its operations. */
  readonly rules: readonly string[];
  /** `Schema.attribute`: what those rules are about. */
  readonly attributes: readonly string[];
}

/** All that the backlog says of one party, in terms of a document. */
export interface PartyPage {
  readonly document: string;
  readonly party: Party;
  /** Names of the parties that are members of it. */
  readonly members: readonly string[];
  /** Stories that it brought, then stories of others that its own process covers too. */
  readonly stories: readonly PartyStory[];
  /** Stories of the samenwerkingsverband that it is a member of; they do not name the party itself. */
  readonly throughMembership: readonly PartyStory[];
  /** Ids of the stories that need an API of which the party makes an implementation. */
  readonly onItsApis: readonly string[];
  /** The rules that its stories meet, once each, in the order of the backlog. */
  readonly rules: readonly Rule[];
}

/**
 * @param name of a party; upper and lower case are alike
 * @throws UserError `usage` for a name that the backlog does not have, with the nearest ones
 */
export function pageOf(backlog: Backlog, document: Document, name: string): PartyPage {
  const party = findParty(backlog.parties, name);
  const { byId, rulesOf } = follow(backlog, document);
  const serves = storiesByOperation(backlog.stories, byId);
  const detail = (story: Story): PartyStory => {
    const operations = knownOperations(story, byId);
    const met = new Set(operations.flatMap(({ operationId }) => rulesOf.get(operationId) ?? []));
    const rules = backlog.rules.filter(rule => met.has(rule));
    return {
      story,
      operations: operations.map(({ operationId, label, api, summary }) => ({
        operationId,
        label,
        ...(api === undefined ? {} : { api }),
        ...(summary === undefined ? {} : { summary }),
        otherParties: unique((serves.get(operationId) ?? []).flatMap(partiesOfStory))
          .filter(other => other !== party.name)
          .sort(),
      })),
      unknownOperations: (story.operations ?? []).filter(id => !byId.has(id)),
      rules: rules.map(codeOf),
      attributes: unique(rules.flatMap(({ attributes }) => attributes ?? [])),
    };
  };
  const storiesOf = (owner: string | undefined, key: 'party' | 'sharedWith') =>
    owner === undefined ? [] : backlog.stories.filter(story => story[key] === owner);
  const stories = [...storiesOf(party.name, 'party'), ...storiesOf(party.name, 'sharedWith')];
  const ofUnion = [...storiesOf(party.memberOf, 'party'), ...storiesOf(party.memberOf, 'sharedWith')].filter(
    story => !stories.includes(story),
  );
  const met = new Set([...stories, ...ofUnion].flatMap(story => detail(story).rules));
  return {
    document: document.label,
    party,
    members: backlog.parties.filter(({ memberOf }) => memberOf === party.name).map(member => member.name),
    stories: stories.map(detail),
    throughMembership: ofUnion.map(detail),
    onItsApis: backlog.stories
      .filter(({ apis = [] }) => apis.some(api => party.provides?.includes(api)))
      .map(({ id }) => id),
    rules: backlog.rules.filter(rule => met.has(codeOf(rule))),
  };
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

function findParty(parties: readonly Party[], name: string): Party {
  const party = parties.find(known => known.name.toLowerCase() === name.trim().toLowerCase());
  if (party) return party;
  const nearest = parties
    .map(known => ({ name: known.name, likeness: likeness(known.name, name) }))
    .filter(known => known.likeness > 0.3)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, 3);
  const named = nearest.length > 0 ? nearest : parties.filter(({ direct }) => direct);
  const names = named.map(known => `'${known.name}'`).join(', ');
  throw new UserError(
    'usage',
    { nl: `de backlog kent geen partij '${name}'`, en: `the backlog has no party '${name}'` },
    nearest.length > 0
      ? { nl: `Bedoelde u ${names}?`, en: `Did you mean ${names}?` }
      : {
          nl: `Er is ${names}, en wie lid is van een van hen.`,
          en: `There is ${names}, and whoever is a member of one of them.`,
        },
  );
}

/** Dice's coefficient over pairs of letters: 0 for names with no pair in common, 1 for the same name. */
function likeness(left: string, right: string): number {
  const [some, others] = [pairsOf(left), pairsOf(right)];
  const common = [...some].filter(pair => others.has(pair)).length;
  return (2 * common) / (some.size + others.size || 1);
}

function pairsOf(name: string): Set<string> {
  const letters = ` ${name.toLowerCase()} `;
  return new Set([...letters].slice(1).map((letter, index) => letters.charAt(index) + letter));
}
