import { SEVERITIES } from '../core/finding.ts';
import { LANGS } from '../core/text.ts';
import { POLICY_NUMBERS } from '../core/version-policy.ts';

const AUDIENCES = ['clients', 'providers'] as const;

const verdict = { enum: ['breaking', 'warning', 'info', 'none'] } as const;

const location = {
  type: 'object',
  description: 'Line and column count from 1; the column counts UTF-16 code units.',
  required: ['file', 'line', 'column', 'pointer'],
  additionalProperties: false,
  properties: {
    file: { type: 'string' },
    line: { type: 'integer', minimum: 1 },
    column: { type: 'integer', minimum: 1 },
    pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) in that file.' },
  },
} as const;

const locus = {
  type: 'object',
  additionalProperties: false,
  properties: {
    operation: { type: 'string' },
    message: { enum: ['request', 'response'] },
    status: { type: 'string' },
    mediaType: { type: 'string' },
    part: { enum: ['path', 'query', 'header', 'cookie', 'body'] },
    property: { type: 'array', items: { type: 'string' } },
    clients: verdict,
    providers: verdict,
  },
} as const;

const address = {
  type: 'object',
  required: ['direction', 'from'],
  additionalProperties: false,
  properties: {
    operation: { type: 'string' },
    direction: { enum: ['request', 'response'] },
    status: { type: 'string' },
    mediaType: { type: 'string' },
    from: { enum: ['old', 'new'] },
  },
} as const;

const text = {
  type: 'object',
  required: LANGS,
  additionalProperties: false,
  properties: Object.fromEntries(LANGS.map(lang => [lang, { type: 'string' }])),
} as const;

const ground = {
  type: 'object',
  description: 'The rule that decides, where the evidence is that a rule states it.',
  required: ['id', 'source'],
  additionalProperties: false,
  properties: { id: { type: 'string' }, source: { type: 'string' }, why: text },
} as const;

const renaming = {
  type: 'object',
  description: 'What goes and what comes look like one thing with another name.',
  required: ['was', 'now'],
  additionalProperties: false,
  properties: {
    was: { type: 'string' },
    now: { type: 'string' },
    isAnnounced: { const: true, description: 'The old document announced it.' },
  },
} as const;

const illustration = {
  type: 'object',
  description: 'A message that ajv accepts on the side of its producer and refuses on that of its consumer.',
  required: ['at', 'audience', 'from', 'basis', 'isOnlyReason', 'message', 'wire'],
  additionalProperties: false,
  properties: {
    at: locus,
    audience: { enum: AUDIENCES },
    from: { enum: ['old', 'new'], description: 'The version whose senders may send it.' },
    basis: { enum: ['example', 'minimal'] },
    edit: text,
    isOnlyReason: { type: 'boolean' },
    beside: { type: 'array', items: locus },
    message: true,
    wire: { type: 'string' },
    migration: {
      type: 'object',
      description:
        'The message before the change and after it: the one above, and the nearest that both versions accept.',
      required: ['before', 'after'],
      additionalProperties: false,
      properties: { before: true, after: true },
    },
  },
} as const;

const evidence = {
  oneOf: [
    {
      type: 'object',
      description: 'A message that the producer may send and the consumer refuses.',
      required: ['is', 'value'],
      properties: {
        is: { const: 'witness' },
        value: true,
        at: {
          description: 'Where it is sent, and the version whose senders may send it.',
          ...address,
        },
        beside: {
          description:
            'Other places that it is refused for, where no message was found that shows one place alone.',
          type: 'array',
          items: locus,
        },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['is', 'because'],
      properties: { is: { const: 'assumed' }, because: { type: 'string' } },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['is'],
      properties: { is: { enum: ['safe', 'stated'] } },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['is'],
      properties: {
        is: { const: 'unproved' },
        elsewhere: {
          description: 'Where a witness of the same cause stands, of which none was found for these places.',
          ...address,
        },
      },
      additionalProperties: false,
    },
  ],
} as const;

const finding = {
  type: 'object',
  required: ['rule', 'severity', 'message', 'args', 'affects', 'fingerprint'],
  additionalProperties: false,
  properties: {
    rule: { type: 'string' },
    severity: { enum: SEVERITIES },
    message: { type: 'string' },
    args: { type: 'object' },
    affects: { type: 'array', items: locus },
    old: location,
    new: location,
    also: {
      type: 'array',
      description: 'Of a lint finding: more places with the same cause.',
      items: location,
    },
    fingerprint: { type: 'string' },
    surface: { enum: ['wire', 'source', 'text'] },
    clients: verdict,
    providers: verdict,
    evidence,
    sent: {
      type: 'object',
      description:
        'Of a message that was really sent: which exchanges, and what the document says of the place.',
      required: ['exchanges', 'pointer'],
      additionalProperties: false,
      properties: {
        exchanges: { type: 'array', items: { type: 'integer', minimum: 1 } },
        pointer: {
          type: 'string',
          description: 'JSON Pointer in the body, or below the value of a parameter.',
        },
        says: { type: 'string' },
        rules: { type: 'array', items: { type: 'string' } },
        described: location,
      },
    },
    announced: {
      type: 'object',
      additionalProperties: false,
      required: ['isPast'],
      properties: { sunset: { type: 'string' }, to: { type: 'string' }, isPast: { type: 'boolean' } },
    },
    suggestion: renaming,
    renamings: {
      type: 'array',
      items: renaming,
      description: 'In place of a suggestion, of a finding about several names.',
    },
  },
} as const;

const documentName = {
  type: 'object',
  required: ['title', 'version'],
  additionalProperties: false,
  properties: { title: { type: 'string' }, version: { type: 'string' } },
} as const;

/** A change, as the reports of diff and review have it. */
const CHANGE_SCHEMA = {
  type: 'object',
  description: 'All findings about one subject; a finding about several subjects stands in several changes.',
  required: [
    'id',
    'kind',
    'subject',
    'title',
    'events',
    'severity',
    'clients',
    'providers',
    'surface',
    'findings',
    'rules',
    'places',
    'operations',
    'audience',
  ],
  additionalProperties: false,
  properties: {
    id: { type: 'string', description: 'Another one as soon as the change is another.' },
    kind: { enum: ['attribute', 'object', 'codelist', 'operation', 'scheme', 'document'] },
    subject: text,
    title: text,
    events: { type: 'array', items: text },
    severity: { enum: SEVERITIES },
    clients: verdict,
    providers: verdict,
    surface: { enum: ['wire', 'source', 'text'] },
    findings: { type: 'array', minItems: 1, items: { type: 'string' }, description: 'Fingerprints.' },
    rules: { type: 'array', items: { type: 'string' } },
    places: {
      type: 'array',
      description: 'Grouped by what the change means there, gravest first.',
      items: {
        type: 'object',
        required: ['clients', 'providers', 'places', 'viaExpand'],
        additionalProperties: false,
        properties: {
          clients: verdict,
          providers: verdict,
          places: {
            type: 'array',
            minItems: 1,
            items: { type: 'string', pattern: '^/(findings|suppressed)/[0-9]+/' },
            description:
              'JSON Pointers from the root of the report (of a review: of its member report) to places of the findings.',
          },
          viaExpand: {
            type: 'integer',
            minimum: 0,
            description: 'How many of the places, at the end, are reached through _expand.',
          },
        },
      },
    },
    operations: { type: 'array', items: { type: 'string' }, description: 'Those that carry the verdict.' },
    audience: { enum: AUDIENCES, description: 'Whose verdict comes first, and what the evidence is for.' },
    evidence,
    assumed: {
      type: 'string',
      description: 'The convention that the verdict for the other audience rests on.',
    },
    illustration,
    other: {
      type: 'object',
      description: 'Only of a change that breaks both: what shows it for the other audience.',
      required: ['audience'],
      additionalProperties: false,
      properties: { audience: { enum: AUDIENCES }, evidence, ground, illustration },
    },
    old: location,
    new: location,
    ground,
    isUnpromised: { const: true },
    sunset: { type: 'string' },
    ways: {
      type: 'array',
      description:
        'Proved ways without a break; empty where none was found, absent where none was looked for.',
      items: {
        type: 'object',
        required: ['recipe', 'text', 'takesNew'],
        additionalProperties: false,
        properties: { recipe: { type: 'string' }, text, takesNew: { type: 'boolean' } },
      },
    },
  },
} as const;

/** 2: a change points to its places among those of its findings. Before it, which had no number, it repeated them. */
export const FORMAT_VERSION = 2;

/** JSON Schema (2020-12) of what the json format writes. */
export const REPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'zds report',
  description: `What the commands with findings write in the json format; messages in one of: ${LANGS.join(', ')}.`,
  type: 'object',
  required: ['formatVersion', 'tool', 'command', 'inputs', 'findings', 'suppressed', 'summary'],
  additionalProperties: false,
  properties: {
    formatVersion: {
      const: FORMAT_VERSION,
      description: 'Another one as soon as a program that reads the format has to change.',
    },
    tool: {
      type: 'object',
      required: ['name', 'version'],
      properties: { name: { const: 'zds' }, version: { type: 'string' } },
    },
    command: { type: 'string' },
    inputs: { type: 'array', items: { type: 'string' } },
    compared: {
      description: 'Only of a comparison: what both documents call themselves, old and new.',
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: documentName,
    },
    changes: {
      description: 'Only of a comparison: the findings by what they are about, in the order to read them in.',
      type: 'array',
      items: CHANGE_SCHEMA,
    },
    verdict: {
      type: 'object',
      required: ['clients', 'providers', 'bump', 'because', 'policy'],
      additionalProperties: false,
      properties: {
        clients: verdict,
        providers: verdict,
        bump: { enum: ['major', 'minor', 'patch', 'none'] },
        because: {
          enum: ['clientsBreak', 'providersBreak', 'added', 'texts', 'nothing'],
          description: 'Whose trouble asks for it: of two reasons that ask the same, clients come first.',
        },
        policy: { enum: POLICY_NUMBERS, description: 'Number of the policy for versions.' },
      },
    },
    designRules: {
      type: 'object',
      description: 'Lint only: how many of the API Design Rules the document meets.',
      required: ['passed', 'violated', 'unjudged'],
      additionalProperties: { type: 'integer', minimum: 0 },
    },
    findings: { type: 'array', items: finding },
    known: { type: 'integer', minimum: 0, description: 'Findings that the base had already.' },
    equivalent: {
      type: 'array',
      description: 'What is written differently without a finding, with the reason.',
      items: {
        type: 'object',
        required: ['old', 'new', 'reason'],
        additionalProperties: false,
        properties: {
          old: location,
          new: location,
          reason: {
            enum: ['order', 'version', 'written-out', 'spelling', 'void', 'same-access', 'same-values'],
          },
        },
      },
    },
    repaired: { type: 'array', items: finding },
    suppressed: {
      type: 'array',
      items: {
        type: 'object',
        required: ['by', 'reason', 'finding'],
        additionalProperties: false,
        properties: { by: { type: 'string' }, reason: { type: 'string' }, finding },
      },
    },
    summary: {
      type: 'object',
      required: SEVERITIES,
      additionalProperties: { type: 'integer', minimum: 0 },
    },
  },
} as const;
