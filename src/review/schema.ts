import { POLICY_NUMBERS } from '../core/version-policy.ts';
import { STATUSES } from '../openapi/status.ts';
import { REPORT_SCHEMA } from '../report/schema.ts';
import { DECISION_SCHEMA, REVIEW_PROPOSAL_SCHEMA } from './decisions/schema.ts';

/** An object of exactly these members; those that `optional` names may be absent. */
const object = (properties: Readonly<Record<string, object | true>>, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  additionalProperties: false,
  properties,
});

const list = (items: object) => ({ type: 'array', items });

const described = (description: string, schema: object) => ({ ...schema, description });

const string = { type: 'string' } as const;
const boolean = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const text = described('In both languages.', object({ nl: string, en: string }));
const bump = { enum: ['major', 'minor', 'patch', 'none'] } as const;
const finding = REPORT_SCHEMA.properties.findings.items;
const decision = DECISION_SCHEMA.properties.decisions.items;

const document = object({
  title: string,
  version: string,
  label: described('What the user called it.', string),
  files: count,
  hash: described('SHA-256 of the names and texts of its files, the first 16 hexadecimal digits.', string),
});

const excerpt = object({
  file: string,
  from: described('Number of the first line, from 1.', { type: 'integer', minimum: 1 }),
  lines: list(object({ text: string, isChanged: boolean })),
});

const change = object(
  {
    change: described('Id of the change, by which a decision names it.', string),
    state: {
      enum: [
        'not-needed',
        'accepted',
        'open',
        'refused',
        'contradictory',
        'expired',
        'incomplete',
        'waiting',
      ],
    },
    decision,
    concerns: list(decision.properties.positions.items),
    missing: described('What is missing, and who must do it.', list(text)),
    detail: REPORT_SCHEMA.properties.changes.items,
    stories: described('Ids of stories that need an operation that carries the verdict.', list(string)),
    parties: described('Names of those who brought them.', list(string)),
    resources: list(object({ api: string, path: string })),
    source: described(
      'The lines around it in both documents.',
      list(object({ old: excerpt, new: excerpt }, ['old', 'new'])),
    ),
    documented: described(
      'URLs of the documentation of both versions.',
      object({ old: string, new: string }, ['old', 'new']),
    ),
  },
  ['decision', 'documented'],
);

const examples = object({ all: count, valid: count });

const outcomes = [
  'right',
  'too-low',
  'too-high',
  'same-number',
  'lower',
  'pre-release',
  'pre-release-too-low',
  'unreadable',
];

/** JSON Schema (2020-12) of what `zds review --format json` writes. */
export const REVIEW_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'zds review',
  description: 'Whether a change may be merged, as which version, and who must still act.',
  ...object(
    {
      tool: REPORT_SCHEMA.properties.tool,
      policy: described('Number of the policy for versions.', { enum: POLICY_NUMBERS }),
      today: described('The day it is judged on.', { type: 'string', format: 'date' }),
      base: document,
      head: document,
      proposal: REVIEW_PROPOSAL_SCHEMA,
      claims: object(
        {
          version: object({ claimed: bump, isRight: boolean }),
          unnamed: described('What breaks, and the proposal does not name.', list(text)),
          unfounded: described('What it says it breaks, and does not break.', list(string)),
          statement: string,
          contradicted: described(
            'What the statement says of all changes, with the title of a change that is otherwise.',
            list(object({ what: string, because: text })),
          ),
        },
        ['version', 'statement'],
      ),
      mayMerge: boolean,
      sentence: text,
      version: object(
        {
          bump,
          because: REPORT_SCHEMA.properties.verdict.properties.because,
          base: string,
          head: string,
          claimed: bump,
          outcome: { enum: outcomes },
          final: described('The lowest final version that the changes allow.', string),
        },
        ['claimed', 'final'],
      ),
      versionText: text,
      supported: described(
        'What it means to whoever builds on each supported release; absent where it was held against none.',
        list(
          object(
            {
              version: string,
              status: { enum: STATUSES },
              endOfSupport: string,
              clients: REPORT_SCHEMA.properties.verdict.properties.clients,
              providers: REPORT_SCHEMA.properties.verdict.properties.providers,
              bump,
              because: REPORT_SCHEMA.properties.verdict.properties.because,
              breaking: count,
              atRisk: count,
              changes: count,
            },
            ['endOfSupport'],
          ),
        ),
      ),
      roles: list(object({ role: string, agreed: count, objected: count, abstained: count, silent: count })),
      changes: described('What is undecided first, then by verdict.', list(change)),
      nextSteps: list(text),
      problems: list(object({ rule: string, text })),
      hasBacklog: described('Without a backlog no story or party is known.', boolean),
      parties: list(
        object({
          name: string,
          kind: string,
          stories: count,
          touched: list(object({ id: string, title: string, changes: list(string) })),
        }),
      ),
      quality: described(
        'Absent where it was not judged.',
        object({
          lint: object({ profile: string, added: list(finding), repaired: list(finding) }),
          examples: object({ base: examples, head: examples }),
        }),
      ),
      note: described(
        'A note written by hand, held against the changes; absent where there is none.',
        object({
          file: string,
          problems: list(object({ rule: string, line: count, what: string, because: string }, ['because'])),
        }),
      ),
      texts: list(
        object({
          pieces: list(object({ text: string, is: { enum: ['same', 'removed', 'added'] } })),
          names: list(string),
          places: count,
        }),
      ),
      report: REPORT_SCHEMA,
    },
    ['proposal', 'claims', 'note', 'quality', 'supported'],
  ),
};
