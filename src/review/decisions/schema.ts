import { daySchema } from '../../core/day.ts';

const words = (description: string) => ({ type: 'string', pattern: '\\S', description }) as const;
const slug = (description: string) =>
  ({ type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description }) as const;
const list = <T extends object>(items: T, description: string) =>
  ({ type: 'array', items, description }) as const;

/** JSON Schema (2020-12) of `proposals/ID.yaml`. */
export const REVIEW_PROPOSAL_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'proposals/ID.yaml',
  description: 'A change of the standard on its way in: who proposes it, what it claims, who has to agree.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'party', 'stories', 'claims', 'roles'],
  properties: {
    id: slug('Name of the file, without its ending.'),
    title: words('What it is about, in Dutch.'),
    party: words('Party that proposes it, as parties.yaml names it.'),
    stories: list(words('Id of a story.'), 'Stories that it serves.'),
    apis: list(words('Name of an API.'), 'APIs that it changes.'),
    summary: words('What changes and why, in Dutch.'),
    source: list(words('Where it was found.'), 'Sources.'),
    claims: {
      type: 'object',
      additionalProperties: false,
      properties: {
        version: { enum: ['major', 'minor', 'patch', 'none'], description: 'The bump that it asks for.' },
        breaks: list(words('Subject of a change.'), 'What it says it breaks; empty for nothing.'),
        statement: words('What it says of itself, in Dutch.'),
      },
    },
    changes: list(
      {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'place', 'what'],
        properties: {
          rule: words('Id of a rule.'),
          place: words('Object.attribute, or an operation.'),
          what: words('In Dutch.'),
        },
      },
      'What it changes, in its own words.',
    ),
    rules: list(words('Code of a business rule.'), 'Business rules that it adds or changes.'),
    caveats: list(words('In Dutch.'), 'What it leaves open.'),
    roles: { ...list(words('A role.'), 'Roles that have to agree.'), minItems: 1, uniqueItems: true },
    consultation: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'until'],
      properties: { from: daySchema('First day.'), until: daySchema('Last day; it counts.') },
    },
  },
} as const;

const position = {
  type: 'object',
  additionalProperties: false,
  required: ['position', 'date'],
  oneOf: [{ required: ['role'] }, { required: ['party'] }],
  properties: {
    role: words('A role of the proposal.'),
    party: words('A party of the backlog.'),
    position: { enum: ['akkoord', 'bezwaar', 'onthouding'], description: 'What it says.' },
    statement: words('Its sentence; a concern has one.'),
    date: daySchema('When it said so.'),
  },
  if: { properties: { position: { const: 'bezwaar' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema (2020-12 core, section 10.2.2.2)
  then: { required: ['statement'] },
} as const;

/** JSON Schema (2020-12) of `decisions/ID.yaml`. */
export const DECISION_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'decisions/ID.yaml',
  description:
    'Decisions on changes, each with who said what, and what became of each comment of the consultation.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'decisions'],
  properties: {
    id: slug('Name of the file, without its ending.'),
    proposal: slug('Id of the proposal that it is about.'),
    decisions: list(
      {
        type: 'object',
        additionalProperties: false,
        required: ['outcome', 'reason', 'positions', 'date', 'expires'],
        anyOf: [{ required: ['fingerprint'] }, { required: ['rule', 'place'] }],
        dependentRequired: { rule: ['place'], place: ['rule'] },
        properties: {
          fingerprint: words(
            'Id of a change, or fingerprint of a finding, as zds review and zds diff print it.',
          ),
          rule: words(
            'Id of a rule. With a place it is enough where no value is decided on, and says beside a fingerprint what that is.',
          ),
          place: words('Object.attribute, or an operation.'),
          outcome: { enum: ['aanvaard', 'aangepast', 'afgewezen', 'uitgesteld'] },
          reason: words('Why, in Dutch.'),
          story: words('Id of the story that it serves.'),
          proposal: words('Id of the proposal that it belongs to.'),
          positions: list(position, 'Who said what.'),
          date: daySchema('When it was decided.'),
          expires: daySchema('Last day on which it counts.'),
          draft: { const: true, description: 'A draft does not count.' },
        },
      },
      'A decision on each change.',
    ),
    comments: list(
      {
        type: 'object',
        additionalProperties: false,
        required: ['party', 'comment', 'disposition', 'reason'],
        properties: {
          party: words('Who made it.'),
          comment: words('What it says, in short.'),
          disposition: { enum: ['overgenomen', 'deels overgenomen', 'niet overgenomen', 'open'] },
          reason: words('Why.'),
        },
      },
      'Comments of the consultation.',
    ),
  },
} as const;
