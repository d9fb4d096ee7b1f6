import { describe, expect, it } from '@jest/globals';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf } from '../../src/source/index.ts';

const TODAY = '2026-11-28';

type Part = Readonly<Record<string, unknown>>;

const S = { type: 'string' };

/** `GET /a` with a parameter and an answer. */
const documentWith = (schema: Part, parameters: readonly Part[] = [], headers: Part = {}, more: Part = {}) =>
  documentOf('a', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'A', version: '1.0.0' },
      paths: {
        '/a': {
          get: {
            parameters,
            responses: { 200: { description: 'ok', headers, content: { 'application/json': { schema } } } },
          },
        },
        ...more,
      },
    }),
  });

const query = (more: Part): Part => ({ name: 'q', in: 'query', schema: S, ...more });
const object = (properties: Part): Part => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const DONE = { responses: { 204: { description: 'ok' } } };

const JSON_S = { 'application/json': { schema: S } };
const bodyOf = (schema: Part) => ({
  requestBody: { required: true, content: { 'application/json': { schema } } },
  ...DONE,
});

const formOf = (kind: string, said: Part = {}): Part => ({
  ...object({ kind: { const: kind }, [kind]: S }),
  ...said,
});
const FORMS = [formOf('a'), formOf('b')];

/** What each kind of part is before, with fields that announce its end, and after. */
const KINDS = {
  attribute: (said: Part) => [
    documentWith(object({ x: S, old: { ...S, ...said } })),
    documentWith(object({ x: S })),
  ],
  parameter: (said: Part) => [documentWith(S, [query(said)]), documentWith(S, [])],
  header: (said: Part) => [
    documentWith(S, [], { 'X-Old': { required: true, schema: S, ...said } }),
    documentWith(S),
  ],
  operation: (said: Part) => [
    documentWith(S, [], {}, { '/b': { get: { ...said, ...DONE } } }),
    documentWith(S),
  ],
  value: (said: Part) => [
    documentWith(S, [
      query({
        schema: {
          ...S,
          enum: ['a', 'b'],
          ...(said.deprecated
            ? { 'x-deprecated-values': [{ value: 'b', ...said, deprecated: undefined }] }
            : {}),
        },
      }),
    ]),
    documentWith(S, [query({ schema: { ...S, enum: ['a'] } })]),
  ],
  form: (said: Part) => [
    documentWith(S, [], {}, { '/b': { post: bodyOf({ oneOf: [...FORMS, formOf('c', said)] }) } }),
    documentWith(S, [], {}, { '/b': { post: bodyOf({ oneOf: FORMS }) } }),
  ],
} as const satisfies Record<string, (said: Part) => readonly ReturnType<typeof documentWith>[]>;

/** The same of what OpenAPI has no `deprecated` for. */
const PLAIN_KINDS = {
  answer: (said: Part) => [
    documentWith(
      S,
      [],
      {},
      {
        '/b': { get: { responses: { 200: { description: 'ok', ...said }, 204: { description: 'ok' } } } },
      },
    ),
    documentWith(S, [], {}, { '/b': { get: DONE } }),
  ],
  'media type of a request': (said: Part) => [
    documentWith(
      S,
      [],
      {},
      {
        '/b': {
          post: { requestBody: { content: { ...JSON_S, 'text/plain': { schema: S, ...said } } }, ...DONE },
        },
      },
    ),
    documentWith(S, [], {}, { '/b': { post: { requestBody: { content: JSON_S }, ...DONE } } }),
  ],
  'media type of an answer': (said: Part) => [
    documentWith(
      S,
      [],
      {},
      {
        '/b': {
          get: {
            responses: {
              200: { description: 'ok', content: { ...JSON_S, 'text/plain': { schema: S, ...said } } },
            },
          },
        },
      },
    ),
    documentWith(
      S,
      [],
      {},
      {
        '/b': { get: { responses: { 200: { description: 'ok', content: JSON_S } } } },
      },
    ),
  ],
} as const satisfies Record<string, (said: Part) => readonly ReturnType<typeof documentWith>[]>;

const ALL_KINDS = { ...KINDS, ...PLAIN_KINDS };

const outcomeOf = (kind: keyof typeof ALL_KINDS, said: Part): [clients: string, events: string] => {
  const [old, next] = ALL_KINDS[kind](said);
  if (!old || !next) throw new Error('no documents');
  const { changes = [] } = compareInFull(old, next, { today: TODAY });
  // That a value is no longer listed as deprecated is told as well.
  const [change] = changes.filter(({ rules }) => rules.some(rule => /-(removed|retired)$/.test(rule)));
  return [change?.clients ?? '', change?.events.map(({ nl }) => nl).join('; ') ?? ''];
};

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('the end of: %s', kind => {
  const [unannounced, sentence] = outcomeOf(kind, {});

  it('breaks or is a risk where nothing was announced', () => {
    expect(unannounced).toBe(kind === 'parameter' ? 'warning' : 'breaking');
  });

  it.each([
    [
      'the day before yesterday',
      { deprecated: true, 'x-sunset': '2026-11-26' },
      'warning',
      'einddatum was 2026-11-26',
    ],
    [
      'yesterday, with a time',
      { deprecated: true, 'x-sunset': '2026-11-27T12:00:00Z' },
      'warning',
      'einddatum was 2026-11-27',
    ],
    [
      'today: it counts',
      { deprecated: true, 'x-sunset': TODAY },
      'as before',
      `eerder dan de einddatum, ${TODAY}`,
    ],
    [
      'next year',
      { deprecated: true, 'x-sunset': '2027-11-28' },
      'as before',
      'eerder dan de einddatum, 2027-11-28',
    ],
  ])('%s', (_, said, clients, event) => {
    const [verdict, events] = outcomeOf(kind, said);
    const expected = clients === 'warning' ? 'warning' : unannounced;
    expect([verdict, events.includes(event)]).toEqual([expected, true]);
  });

  it('what takes its place is told by the data', () => {
    const said = { deprecated: true, 'x-sunset': '2027-11-28', 'x-renamed-to': 'nieuw' };
    const list = kind === 'value' ? '; uitbreiding x-deprecated-values is gewijzigd' : '';
    expect(outcomeOf(kind, said)[1]).toBe(
      `${sentence}; eerder dan de einddatum, 2027-11-28; gebruik “nieuw”${list}`,
    );
  });

  it('a date without deprecated announces nothing', () => {
    if (kind === 'value') return;
    expect(outcomeOf(kind, { 'x-sunset': '2020-01-01' })).toEqual([unannounced, sentence]);
  });
});

describe.each(Object.keys(PLAIN_KINDS) as (keyof typeof PLAIN_KINDS)[])('the end of: %s', kind => {
  const [unannounced] = outcomeOf(kind, {});

  it('is told by its date alone', () => {
    const [past, gone] = outcomeOf(kind, { 'x-sunset': '2026-11-27' });
    const [early, soon] = outcomeOf(kind, { 'x-sunset': TODAY, 'x-successor': 'iets' });
    expect([unannounced, past, early]).toEqual(['breaking', 'warning', 'breaking']);
    expect(gone).toContain('einddatum was 2026-11-27');
    expect(soon).toContain(`eerder dan de einddatum, ${TODAY}; gebruik “iets”`);
  });
});
