import { BACKLOG_SCHEMAS } from './schemas.ts';

const text = { type: 'string' } as const;
const number = { type: 'integer', minimum: 0 } as const;
const names = (description: string) => ({ type: 'array', items: text, description }) as const;
const arrayOf = (items: object, description: string) => ({ type: 'array', items, description }) as const;

/** Every property is there, but for those named. */
const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  properties,
});

const output = (title: string, description: string, properties: Readonly<Record<string, object>>) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  description,
  ...object(properties),
});

const operation = {
  operationId: text,
  label: { ...text, description: 'Method and path, or "webhook NAME".' },
  api: { ...text, description: 'Group of x-tagGroups in lower case; absent outside every group.' },
} as const;

const reach = {
  ...number,
  description: 'How many parties those are; a partnership counts as its members.',
} as const;

const rankedStory = object(
  {
    id: text,
    title: text,
    service: {
      enum: ['served', 'partly', 'unserved', 'unknown'],
      description:
        'Whether the document serves the story: wholly, with something missing, not at all, or nobody has said.',
    },
    parties: names('Who has it.'),
    reach,
    missing: { ...text, description: 'What the document lacks for it, in Dutch.' },
    proposals: names('Ids of the proposals that take it up.'),
  },
  ['missing'],
);

const rankedProposal = object({
  id: text,
  title: text,
  party: { ...text, description: 'Who proposes it.' },
  stories: names('Ids of the stories that it serves.'),
  parties: names('Who proposes it, and who has those stories.'),
  reach,
  value: { ...number, description: 'Stories times reach.' },
});

const coverage = output('zds backlog', 'What zds backlog writes in the json format.', {
  document: text,
  totals: object({ parties: number, stories: number, operations: number, rules: number }),
  ranking: arrayOf(
    object(
      {
        ...operation,
        parties: names('Parties with a story that needs it.'),
        reach,
        stories: names('Ids of those stories.'),
        stated: {
          ...number,
          description: 'Of those stories, how many have a source that names the operations.',
        },
        rules: names('Codes of the rules in force.'),
      },
      ['api'],
    ),
    'Operations that a story needs: most parties first, then most stories, then by name.',
  ),
  stories: arrayOf(rankedStory, 'Every story: most parties first, then what is served least.'),
  proposals: arrayOf(rankedProposal, 'proposals/*.yaml beside the document, most valuable first.'),
  parties: arrayOf(
    object({
      name: text,
      stories: names('Ids of the stories that it brought.'),
      shared: names('Ids of stories of others that its own process covers too.'),
      operations: names('operationIds that those stories need.'),
    }),
    'Parties that a story names.',
  ),
  storiesWithoutParty: names('Ids of stories.'),
  apis: arrayOf(
    object({ api: text, operations: number, withStory: number, withRule: number }),
    'Coverage per API.',
  ),
  storiesWithoutOperation: names('Ids of stories.'),
  operationsWithoutStory: arrayOf(object(operation, ['api']), 'In the order of the document.'),
  rulesWithoutOperation: names('Codes of rules in force.'),
  brokenLinks: arrayOf(
    object({ rule: text, args: { type: 'object' } }),
    'Links that lead nowhere or that one end does not know; zds backlog --check gives their places.',
  ),
});

const storyOnPage = object({
  story: BACKLOG_SCHEMAS.stories.properties.stories.items,
  operations: arrayOf(
    object(
      { ...operation, summary: text, otherParties: names('Other parties with a story that needs it.') },
      ['api', 'summary'],
    ),
    'Operations that the story needs.',
  ),
  unknownOperations: names('operationIds that the document does not have.'),
  rules: names('Codes of the rules in force on its operations.'),
  attributes: names('What those rules are about, as Schema.attribute.'),
});

const party = output('zds backlog --party', 'What zds backlog --party NAME writes in the json format.', {
  document: text,
  party: BACKLOG_SCHEMAS.parties.properties.parties.items,
  members: names('Names of the parties that are members of it.'),
  stories: arrayOf(storyOnPage, 'Stories that it brought, then those that its own process covers too.'),
  throughMembership: arrayOf(storyOnPage, 'Stories of the samenwerkingsverband that it is a member of.'),
  onItsApis: names('Ids of the stories that need an API of which the party makes an implementation.'),
  rules: arrayOf(BACKLOG_SCHEMAS.rules.properties.rules.items, 'The rules that its stories meet.'),
});

/** JSON Schemas (2020-12) of the json format of `zds backlog`. */
export const BACKLOG_OUTPUT_SCHEMAS = { coverage, party };
