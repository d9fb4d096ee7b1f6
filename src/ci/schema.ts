import { REPORT_SCHEMA } from '../report/schema.ts';

const { $schema, ...report } = REPORT_SCHEMA;

const text = { type: 'string' } as const;

/** JSON Schema (2020-12) of what `zds ci --format json` writes. */
export const CI_SCHEMA = {
  $schema,
  title: 'zds ci',
  description: 'What a change does to the documents of a repository.',
  type: 'object',
  required: ['tool', 'documents', 'aside', 'unlisted', 'submodules', 'verdict', 'breaking', 'outcome'],
  additionalProperties: false,
  properties: {
    tool: report.properties.tool,
    base: {
      type: 'object',
      description: 'Absent where there is no commit yet.',
      required: ['commit', 'name', 'from'],
      additionalProperties: false,
      properties: { commit: text, name: text, from: { ...text, description: 'What told it.' } },
    },
    documents: {
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'state'],
        additionalProperties: false,
        properties: {
          file: { ...text, description: 'Path from the top folder of the repository.' },
          state: { enum: ['changed', 'unchanged', 'new', 'removed', 'unreadable', 'incomparable'] },
          previous: { ...text, description: 'What it was called in the base.' },
          trouble: { ...text, description: 'Why it, or its version in the base, cannot be read.' },
          diff: { $ref: '#/$defs/report' },
          lint: { $ref: '#/$defs/report', description: 'Of a document that the base has: what is new only.' },
        },
      },
    },
    aside: {
      type: 'array',
      items: text,
      description: 'Files with the usual name, left aside because of their folder.',
    },
    unlisted: {
      type: 'array',
      items: text,
      description: 'New documents of OpenAPI that the configuration does not name.',
    },
    submodules: {
      type: 'array',
      items: text,
      description: 'Repositories inside this one that the change moves to another commit; not looked into.',
    },
    verdict: report.properties.verdict,
    breaking: { type: 'integer', minimum: 0, description: 'Changes that break, removed documents included.' },
    outcome: { enum: ['fine', 'findings', 'unreadable'] },
  },
  $defs: { report },
} as const;
