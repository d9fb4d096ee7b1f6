import { LANGS } from '../core/text.ts';

/** JSON Schema (2020-12) of zds.config.yaml. */
export const CONFIG_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'zds.config.yaml',
  description: 'Configuration of the zds command line. Every key may be left out.',
  type: 'object',
  additionalProperties: false,
  properties: {
    lang: { enum: LANGS, description: 'Language of messages; default: LANG, else en.' },
    profile: {
      enum: ['zds', 'adr', 'adr@2.2', 'adr@2.3', 'conventions', 'oas'],
      description: 'Profile of zds lint; default zds.',
    },
    rules: {
      type: 'object',
      description: 'Severity by rule id. zds rules lists the ids.',
      additionalProperties: { enum: ['off', 'info', 'warning', 'error'] },
    },
  },
} as const;
