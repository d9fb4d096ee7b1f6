import { EFFECTS } from './data.ts';

const words = { type: 'string', pattern: '\\S' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const effect = { enum: EFFECTS } as const;

const closed = (required: readonly string[], properties: object) =>
  ({ type: 'object', additionalProperties: false, required, properties }) as const;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema (2020-12) of `backlog/differences.yaml`. */
export const DIFFERENCES_SCHEMA = {
  $schema: DIALECT,
  title: 'differences.yaml',
  ...closed(['differences'], {
    differences: {
      type: 'object',
      description: 'By id of a row of deviations.yaml.',
      additionalProperties: {
        type: 'object',
        description: 'By API.',
        additionalProperties: closed(['facts', 'findings', 'clients', 'providers'], {
          facts: count,
          findings: count,
          at: { type: 'string', pattern: '^[0-9a-f]{16}$' },
          clients: effect,
          providers: effect,
        }),
      },
    },
  }),
} as const;

const sent = closed([], {
  headers: { type: 'object', additionalProperties: { type: 'string' } },
  request: {},
  response: closed(['status'], { status: { type: 'integer', minimum: 100, maximum: 599 }, body: {} }),
});

/** JSON Schema (2020-12) of `backlog/migration.yaml`. */
export const MIGRATION_SCHEMA = {
  $schema: DIALECT,
  title: 'migration.yaml',
  ...closed(['messages'], {
    messages: {
      type: 'array',
      items: closed(['api', 'about', 'operation', 'shows', 'after'], {
        api: words,
        about: { ...words, description: 'Id of a row of deviations.yaml.' },
        operation: { ...words, description: 'An operationId of the document.' },
        shows: { ...words, description: 'What the pair shows, in Dutch.' },
        unpublished: { const: true, description: 'The older contract does not have this message.' },
        before: sent,
        after: sent,
      }),
    },
  }),
} as const;
