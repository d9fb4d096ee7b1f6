import { LANGS } from '../core/text.ts';
import { POLICY_NUMBERS } from '../core/version-policy.ts';

const bump = (description: string) => ({ enum: ['major', 'minor', 'patch', 'none'], description }) as const;

/** JSON Schema (2020-12) of zds.config.yaml. */
export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'zds.config.yaml',
  description: 'Configuration of the zds command line. Every key may be left out.',
  type: 'object',
  additionalProperties: false,
  properties: {
    lang: { enum: LANGS, description: 'Language of messages; default: LANG, else en.' },
    documents: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      description:
        'Documents that zds ci looks at, as globs from the folder of this file (! leaves out); default: files called openapi.yaml, openapi.yml or openapi.json.',
    },
    base: {
      type: 'string',
      minLength: 1,
      description: 'Branch that zds ci compares with where no CI server tells one; default: the main branch.',
    },
    profile: {
      enum: ['zds', 'adr', 'adr@2.2', 'adr@2.3', 'conventions', 'oas'],
      description: 'Profile of zds lint; default zds.',
    },
    rules: {
      type: 'object',
      description: 'Severity by rule id. zds rules lists the ids.',
      additionalProperties: { enum: ['off', 'info', 'warning', 'error'] },
    },
    docs: {
      type: 'string',
      minLength: 1,
      description:
        'Where zds docs is published, for the links of zds review: a URL, with {version} where versions stand beside each other.',
    },
    policy: {
      enum: POLICY_NUMBERS,
      description:
        'Number of the policy for versions: a verdict on the same documents changes only with it. zds rules --policy tells what each says; default: the latest.',
    },
    versions: {
      type: 'object',
      additionalProperties: false,
      description: 'What else than the policy each kind of change asks of the version.',
      properties: {
        clientsBreak: bump('Clients break.'),
        providersBreak: bump('Providers that conform do so no longer.'),
        added: bump('Something is added, at risk, or work.'),
        texts: bump('Only texts change.'),
      },
    },
    decisions: {
      type: 'object',
      additionalProperties: false,
      description: 'Who decides on changes.',
      properties: {
        roles: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '\\S' } },
        quorum: {
          type: 'integer',
          minimum: 1,
          description: 'Roles that have to agree; default all but one.',
        },
        waitingDays: {
          type: 'integer',
          minimum: 0,
          description: 'Days between decision and merge; default 0.',
        },
      },
    },
  },
} as const;
