import { REPORT_SCHEMA } from '../report/schema.ts';

const { $schema, properties: report } = REPORT_SCHEMA;

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;

const object = <Properties extends object, Optional extends string = never>(
  properties: Properties,
  optional: readonly Optional[] = [],
) => ({
  type: 'object' as const,
  required: Object.keys(properties).filter(name => !(optional as readonly string[]).includes(name)),
  additionalProperties: false as const,
  properties,
});

/** JSON Schema (2020-12) of what `zds validate --coverage --format json` writes. */
export const CONFORMANCE_SCHEMA = {
  $schema,
  title: 'zds validate --coverage',
  description: 'What recordings touch of a document, and what they never touch.',
  ...object(
    {
      inputs: report.inputs,
      exchanges: { ...count, description: 'Exchanges that have an operation.' },
      summary: report.summary,
      operations: {
        type: 'array',
        items: object(
          {
            api: { ...text, description: 'The group of x-tagGroups; empty where there are no groups.' },
            operation: { ...text, description: 'POST /zaken' },
            operationId: text,
            exchanges: count,
            statuses: {
              type: 'array',
              description: 'Those that the document describes, and those that were sent beside them.',
              items: object({ status: text, exchanges: count }),
            },
          },
          ['operationId'],
        ),
      },
      rules: {
        type: 'array',
        description: 'The business rules in force; absent where the document has no backlog beside it.',
        items: object(
          {
            code: text,
            title: { ...text, description: 'In Dutch.' },
            api: text,
            exchanges: { ...count, description: 'Exchanges of its operations.' },
            refusals: {
              ...count,
              description:
                'Those that were answered by a status that a violation gets; absent where the rule names none.',
            },
            evidence: object({
              by: {
                enum: ['message', 'messages', 'none'],
                description:
                  'What would show that the rule was kept: one message, several together, or none.',
              },
              how: { ...text, description: 'Where to look, or why nothing can be seen, in Dutch.' },
            }),
          },
          ['refusals', 'evidence'],
        ),
      },
    },
    ['rules'],
  ),
} as const;
