import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** The format registry of the OpenAPI Initiative with that of JSON Schema 2020-12 (validation, section 7.3). */
const FORMATS = new Set([
  ...['base64url', 'binary', 'byte', 'char', 'commonmark', 'date', 'date-time', 'date-time-local', 'decimal'],
  ...['decimal128', 'double', 'double-int', 'duration', 'email', 'float', 'hostname', 'html', 'http-date'],
  ...['idn-email', 'idn-hostname', 'int16', 'int32', 'int64', 'int8', 'ipv4', 'ipv6', 'iri', 'iri-reference'],
  ...['json-pointer', 'media-range', 'password', 'regex', 'relative-json-pointer', 'sf-binary', 'sf-boolean'],
  ...[
    'sf-decimal',
    'sf-integer',
    'sf-string',
    'sf-token',
    'time',
    'time-local',
    'uint16',
    'uint32',
    'uint64',
  ],
  ...['uint8', 'unixtime', 'uri', 'uri-reference', 'uri-template', 'uuid'],
]);

export const rule = {
  id: 'oas-schema-format-known',
  severity: 'info',
  profiles: { oas: 'info', zds: 'info' },
  source: 'https://spec.openapis.org/registry/format/',
  message: {
    nl: "Het formaat '{format}' staat niet in het register van OpenAPI; kies een bekend formaat of gebruik 'pattern'.",
    en: "The format '{format}' is not in the OpenAPI registry; choose a known format or use 'pattern'.",
  },
  why: {
    nl: 'Een formaat dat niemand kent wordt door niemand gecontroleerd.',
    en: 'A format that nobody knows is checked by nobody.',
  },
  check: ({ report }) => ({
    Schema({ format }, { location }) {
      if (typeof format === 'string' && !FORMATS.has(format)) report(location.child('format'), { format });
    },
  }),
  cases: {
    good: [schema('Id', '{type: string, format: uuid}')],
    bad: [{ document: schema('Id', '{type: string, format: string}'), at: ['/format'] }],
  },
} satisfies LintRule;
