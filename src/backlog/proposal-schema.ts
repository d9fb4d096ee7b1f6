const words = { type: 'string', pattern: '\\S' } as const;

/**
 * JSON Schema (2020-12) of what the backlog reads of `proposals/ID.yaml`. Other keys belong to the review of the
 * change and are left to it.
 */
export const PROPOSAL_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'proposals/ID.yaml, as the backlog reads it',
  type: 'object',
  required: ['id', 'title', 'party', 'stories'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      description: 'Name of the file, without its ending.',
    },
    title: { ...words, description: 'What it is about, in Dutch.' },
    party: { ...words, description: 'Party that proposes it, as parties.yaml names it.' },
    stories: {
      type: 'array',
      uniqueItems: true,
      items: words,
      description: 'Ids of the stories that it serves.',
    },
  },
} as const;
