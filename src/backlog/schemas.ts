import { APIS, BASES, EVIDENCE, PARTY_KINDS, PARTY_ROLES, RULE_STATES } from './backlog.ts';

const words = (description: string) => ({ type: 'string', pattern: '\\S', description }) as const;

const setOf = (items: object, description: string) =>
  ({ type: 'array', minItems: 1, uniqueItems: true, items, description }) as const;

const slug = (description: string) =>
  ({ type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description }) as const;

const version = (description: string) =>
  ({ type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', description }) as const;

const source = setOf(
  words(
    'A path in the public repository of the standard, with @commit where the page is gone; a thread as issues/NUMBER; or samenwerkingspagina, the page that introduces the collaboration.',
  ),
  'Where the facts of this entry were found.',
);

const list = <Name extends string>(name: Name, title: string, description: string, item: object) => {
  const items = { type: 'object', additionalProperties: false, ...item } as const;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description: `${description} An absent key means that the sources state nothing.`,
    type: 'object',
    additionalProperties: false,
    required: [name],
    properties: { [name]: { type: 'array', items } } as Record<Name, { type: 'array'; items: object }>,
  };
};

const parties = list('parties', 'parties.yaml', 'The parties of the collaboration.', {
  required: ['name', 'kind', 'roles', 'source'],
  properties: {
    name: words('Name of the party, unique in the file; stories refer to it.'),
    kind: { enum: PARTY_KINDS, description: 'What the party is.' },
    memberOf: words('Name of the samenwerkingsverband that the party belongs to.'),
    direct: { const: true, description: 'Named as a participant itself, not only through memberOf.' },
    roles: setOf({ enum: PARTY_ROLES }, 'What the party does in the collaboration.'),
    provides: setOf({ enum: APIS }, 'APIs whose implementation the party makes.'),
    product: words('The implementation, as the source calls it.'),
    source,
  },
});

const stories = list('stories', 'stories.yaml', 'User stories with the operations that they need.', {
  required: ['id', 'title', 'role', 'wish', 'source'],
  properties: {
    id: slug('gz-NUMBER for a public issue number, else a slug; unique in the file.'),
    title: words('Short title, in Dutch.'),
    party: words('Party that brought the story, as parties.yaml names it.'),
    sharedWith: words('Party whose own process covers the story too, as parties.yaml names it.'),
    process: words('Process that the story belongs to.'),
    role: words('Who speaks: what follows on "Als" in "Als … wil ik …".'),
    wish: words('What the role wants, in Dutch: what follows on "wil ik".'),
    goal: words('What it is for, in Dutch: what follows on "Het doel:".'),
    apis: setOf({ enum: APIS }, 'Every API that the story needs.'),
    apisStated: setOf({ enum: APIS }, 'The part of apis that the source names itself.'),
    operations: setOf(words('An operationId of the canonical document.'), 'What the story needs.'),
    basis: {
      enum: BASES,
      description:
        'Whether the source names the operations itself (stated), or they are a judgement (inferred), or partly each (both).',
    },
    missing: words('What the document lacks for this story, in Dutch; without it the operations are enough.'),
    sprint: { type: 'integer', minimum: 0, description: 'Sprint that a label or page names.' },
    source,
  },
  dependentRequired: {
    operations: ['basis', 'apis'],
    basis: ['operations'],
    sharedWith: ['party'],
    apisStated: ['apis'],
  },
});

const rules = list('rules', 'rules.yaml', 'Numbered rules of run-time behaviour.', {
  required: ['id', 'api', 'title', 'state', 'source'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z]+-\\d{3}[a-z]?$',
      description: 'The published code, or zds-NUMBER for a rule that this standard numbers itself.',
    },
    occurrence: {
      type: 'integer',
      minimum: 1,
      description: 'Tells rules apart that share a code; the pair of id and occurrence is unique.',
    },
    api: { enum: [...APIS, 'alle'], description: 'API that the rule belongs to; alle for every API.' },
    title: words('What the rule is about, in one Dutch sentence.'),
    statement: words(
      'What the rule demands, in Dutch, so that it can be built: conditions, exceptions, status, code and field.',
    ),
    evidence: {
      type: 'object',
      additionalProperties: false,
      required: ['by', 'how'],
      properties: {
        by: {
          enum: EVIDENCE,
          description:
            'What shows that the rule was kept: one request with its answer, several messages together, or none.',
        },
        how: words('Where to look, or why nothing can be seen, in Dutch.'),
      },
    },
    operations: setOf(
      words('An operationId of the canonical document.'),
      'What the rule concerns; a single * stands for every operation of the API.',
    ),
    attributes: setOf(
      { type: 'string', pattern: '^[A-Za-z]+(\\.[A-Za-z0-9_]+)+$' },
      'Attributes that the rule concerns, as Schema.attribute; a group adds a level.',
    ),
    statuses: setOf(
      { type: 'integer', minimum: 100, maximum: 599 },
      'HTTP statuses that answer a violation.',
    ),
    statusesUncertain: {
      const: true,
      description: 'Present when the published rule leaves its status open.',
    },
    code: words('Error code of the answer.'),
    field: words('Name in the list of validation errors.'),
    scopes: setOf({ type: 'string', pattern: '^[a-z]+(\\.[a-z-]+)+$' }, 'Scopes that the rule turns on.'),
    since: version('Version of the API that introduced the rule.'),
    changed: setOf(version('A version of the API.'), 'Versions of the API that changed the rule.'),
    state: {
      enum: RULE_STATES,
      description: 'current, dropped (with until), or later: published beside the release.',
    },
    until: version('Version of the API that removed the rule.'),
    source,
  },
  dependentRequired: { statusesUncertain: ['statuses'] },
  if: { properties: { state: { const: 'dropped' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema (2020-12 core, section 10.2.2.2)
  then: { required: ['until'] },
  else: { properties: { until: false } },
});

const fact = words('A pattern over facts: api/Schema.attribute/facet or api/METHOD path/part; * is any run.');

const finding = words(
  'A pattern over places that break or may break somebody who built the published standard, as zds diff finds them: api/rule/METHOD /path/request body a.b, with the status after response; * is any run.',
);

const deviations = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'deviations.yaml',
  description: 'Where this standard says something else than the published one, and why.',
  type: 'object',
  additionalProperties: false,
  required: ['deviations', 'contradictions'],
  properties: {
    deviations: {
      type: 'array',
      description:
        'Every difference with a fact or with a published document; the first row that fits counts.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'was', 'is', 'why', 'vendor'],
        anyOf: [{ required: ['fact'] }, { required: ['finding'] }],
        dependentRequired: { fact: ['places'], places: ['fact'], value: ['fact'] },
        properties: {
          id: slug('Unique in the file.'),
          fact: { anyOf: [fact, setOf(fact, 'Several patterns.')] },
          places: { type: 'integer', minimum: 1, description: 'How many facts differ, exactly.' },
          finding: { anyOf: [finding, setOf(finding, 'Several patterns.')] },
          value: {
            type: 'string',
            description:
              'What the document says in all those places; yes for what is there, empty for what is not.',
          },
          was: words('What the published standard says, in Dutch.'),
          is: words('What this standard says, in Dutch.'),
          why: words('The reason, in Dutch.'),
          vendor: words('What it means for a vendor who built 1.x, in Dutch.'),
        },
      },
    },
    contradictions: {
      type: 'array',
      description: 'Contradictions within the published standard, and how they are decided.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'fact', 'decision', 'vendor'],
        properties: {
          id: slug('Unique in the file.'),
          fact: words('What contradicts what, in Dutch.'),
          decision: words('What holds in this standard, in Dutch.'),
          vendor: words('What it means for a vendor who built 1.x, in Dutch.'),
          deviation: slug('Id of the deviation that follows from the decision.'),
        },
      },
    },
  },
};

/** JSON Schemas (2020-12) of the files of the backlog. */
export const BACKLOG_SCHEMAS = { parties, stories, rules, deviations };
