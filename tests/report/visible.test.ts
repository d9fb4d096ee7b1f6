import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderBacklog } from '../../src/backlog/index.ts';
import type { Finding } from '../../src/core/finding.ts';
import { type Report, summarise } from '../../src/core/report.ts';
import { LANGS } from '../../src/core/text.ts';
import { jsonText, visible } from '../../src/core/visible.ts';
import { diff } from '../../src/index.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { type Document, documentOf } from '../../src/source/index.ts';

/** Controls that no line of output may hold; the line feeds are ours. */
const STEERING = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** A mark that would be a command at the start of a line. */
const COMMAND = '::error::';

const controls = fc.constantFrom(
  ...[...Array(32).keys(), 0x7f, ...Array.from({ length: 32 }, (_, index) => 0x80 + index)],
  ...[
    0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068,
    0x2069,
  ],
);

const hostile = fc
  .array(
    fc.oneof(
      controls.map(code => String.fromCharCode(code)),
      fc.constantFrom(COMMAND, 'zaak', '\r\n', '\u001b[2J', '%0A', ' '),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(''));

const reportOf = (words: readonly string[]): Report => {
  const [a = '', b = '', c = '', d = '', e = ''] = words;
  const finding: Finding = {
    rule: 'x',
    severity: 'breaking',
    clients: 'breaking',
    providers: 'none',
    args: { name: a, old: [b, c] },
    affects: [{ operation: `GET /${b}`, message: 'request', part: 'body', property: [c, d] }],
    old: { file: d, line: 1, column: 1, pointer: '' },
    new: { file: e, line: 1, column: 1, pointer: '' },
    evidence: { is: 'witness', value: { [a]: b, list: [c] } },
    suggestion: { was: a, now: b },
    fingerprint: 'f',
  };
  const text = { nl: '{name} was {old}', en: '{name} was {old}' };
  return {
    command: 'diff',
    findings: [finding],
    suppressed: [{ finding, by: 'exception', reason: e }],
    repaired: [finding],
    summary: summarise([finding]),
    rules: { x: { id: 'x', kind: 'diff', severity: 'breaking', message: text, why: text, source: 's' } },
  } as unknown as Report;
};

const isSafe = (output: string): void => {
  expect(output).not.toMatch(STEERING);
};

describe('text for a terminal or a log', () => {
  it('shows each control as an escape, and everything else as it is', () => {
    expect(visible('a\n::error::\r\t\u001b[2J\u202eé\u0085\u2028')).toBe(
      'a\\n::error::\\r\\t\\u001b[2J\\u202eé\\u0085\\u2028',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), hostile, (text, words) => {
        const shown = visible(text + words);
        expect(shown).not.toMatch(STEERING);
        expect(shown).not.toContain('\n');
        expect(visible(shown)).toBe(shown);
      }),
    );
  });

  it('is steered by no name, value or place of a document, and no line of it starts with a command', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...LANGS),
        (words, lang) => {
          const report = reportOf(words);
          const text = REPORTERS.text(report, { lang });
          isSafe(text);
          expect(text.split('\n').filter(line => line.trimStart().startsWith(COMMAND))).toEqual([]);
          const github = REPORTERS.github(report, { lang });
          expect(github.split('\n').length).toBe(3);
        },
      ),
    );
  });

  it('holds for the pages of the backlog', () => {
    fc.assert(
      fc.property(hostile, words => {
        const coverage: Parameters<typeof renderBacklog>[0] = {
          ...{ document: words, totals: { parties: 0, stories: 1, operations: 0, rules: 1 } },
          ...{ ranking: [], stories: [], proposals: [], apis: [], parties: [], storiesWithoutParty: [] },
          ...{ storiesWithoutOperation: [words], operationsWithoutStory: [] },
          ...{ rulesWithoutOperation: [words], brokenLinks: [] },
        };
        isSafe(renderBacklog(coverage, 'text', 'en'));
      }),
    );
  });
});

describe('a comparison of documents with hostile names', () => {
  const NAME =
    'a\u001b[2J\u0007\u202e\u0085\u2066\u2028\n::error file=x::pwned\n##vso[task.complete]\r\nx<script>alert(1)</script>]]>';
  const hostileDocument = (most: number): string =>
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: NAME, version: '1' },
      paths: {
        [`/${NAME}`]: {
          post: {
            operationId: NAME,
            parameters: [{ name: NAME, in: 'query', schema: { type: 'string', enum: [`${NAME}${most}`] } }],
            requestBody: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    required: [NAME],
                    properties: { [NAME]: { type: 'string', maxLength: most } },
                  },
                },
              },
            },
            responses: {
              200: {
                description: NAME,
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      properties: { [`${NAME}-`]: { type: 'string', maxLength: most } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    });

  it.each(LANGS.flatMap(lang => FORMATS.map(format => [format, lang] as const)))(
    'as %s in %s neither steers a terminal nor starts a line',
    async (format, lang) => {
      const [old, next] = [9, 5].map(most => documentOf('a.json', { 'a.json': hostileDocument(most) }));
      const report = await diff(...([old, next] as [Document, Document]));
      const output = REPORTERS[format](report, { lang });
      const wires = (report.changes ?? []).flatMap(({ illustration }) => illustration?.wire ?? []);
      expect(wires.some(wire => wire.startsWith('HTTP/1.1 200'))).toBe(true);
      expect(wires.some(wire => wire.startsWith('curl'))).toBe(true);
      isSafe(output);
      expect(output.split('\n').filter(line => /^\s*(::error file=x|##vso)/.test(line))).toEqual([]);
    },
  );

  it('JSON in lines reads back as what JSON.stringify writes, and a place takes one line', () => {
    const tree = fc.letrec(tie => ({
      value: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), hostile, tie('object'), tie('list')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.dictionary(
        fc.oneof(hostile, fc.constantFrom('affects', 'places', '__proto__')),
        fc.option(tie('value'), { nil: undefined }),
        { maxKeys: 4 },
      ),
    })).value;
    fc.assert(
      fc.property(tree, value => {
        const written = jsonText(value);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value) ?? 'null'));
        expect(written).not.toMatch(STEERING);
      }),
      { numRuns: 300 },
    );
    const places = [{ operation: 'GET /a', property: ['b', 'c'] }, '/findings/0/affects/1'];
    expect(jsonText({ affects: places, places: [{ clients: 'none', places }] })).toBe(
      [
        '{',
        '  "affects": [',
        '    {"operation":"GET /a","property":["b","c"]},',
        '    "/findings/0/affects/1"',
        '  ],',
        '  "places": [',
        '    {',
        '      "clients": "none",',
        '      "places": [',
        '        {"operation":"GET /a","property":["b","c"]},',
        '        "/findings/0/affects/1"',
        '      ]',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    );
  });
});
