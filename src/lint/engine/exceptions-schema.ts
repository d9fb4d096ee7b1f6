/** JSON Schema (2020-12) of `exceptions.yaml`. */
export const EXCEPTIONS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'exceptions.yaml',
  description: 'Where a lint rule yields to a fact of the standard. Stands beside openapi.yaml.',
  type: 'array',
  items: {
    type: 'object',
    required: ['rule', 'selector', 'reason', 'places'],
    additionalProperties: false,
    properties: {
      rule: { type: 'string', minLength: 1, description: 'Id of a lint rule; zds rules lists them.' },
      selector: {
        type: 'string',
        minLength: 1,
        description:
          'Glob over the place: FILE#POINTER (file from the folder of openapi.yaml), operationId, ' +
          '"METHOD /path", Schema or Schema.attribute. * stays within / and ., ** does not.',
      },
      reason: { type: 'string', minLength: 10, description: 'Why the fact wins.' },
      places: { type: 'integer', minimum: 1, description: 'The exact number of findings it covers.' },
    },
  },
} as const;
