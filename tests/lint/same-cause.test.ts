import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { inDutch, inEnglish } from '../../src/lint/engine/dutch.ts';
import { lint } from '../../src/lint/index.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { documentOf } from '../../src/source/index.ts';

const zaak = (number: string) => ({ identificatie: number });
const json = (schema: object, examples: object) => ({ 'application/json': { schema, examples } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Three examples of one schema, one of which stands behind a reference, and one of another with the same rule. */
const documentWith = (more: object = {}) => {
  const schema = { type: 'object', properties: { identificatie: { type: 'string', maxLength: 3 } } };
  return documentOf('zaken', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Zaken', version: '1.0.0' },
      paths: {
        '/zaken': {
          get: {
            responses: {
              200: {
                description: 'Gelukt.',
                content: json(
                  { type: 'array', items: ref('Zaak') },
                  { lijst: { value: [zaak('lang1'), zaak('ok')] } },
                ),
              },
            },
          },
          post: {
            requestBody: {
              content: json(ref('Zaak'), { zaak: { $ref: '#/components/examples/Zaak' } }),
            },
            responses: {
              201: {
                description: 'Gelukt.',
                content: json(ref('Besluit'), { besluit: { value: zaak('lang3') }, ...more }),
              },
            },
          },
        },
      },
      components: {
        schemas: { Zaak: schema, Besluit: schema },
        examples: { Zaak: { value: zaak('lang2') } },
      },
    }),
  });
};

const only = 'oas-valid-media-type-examples';

describe('one cause', () => {
  it('is one finding, with its other places beside the first', async () => {
    const { findings, summary } = await lint(documentWith(), { profile: 'adr' });
    expect(
      findings
        .filter(({ rule }) => rule === only)
        .map(({ new: at, also, affects }) => ({
          at: at?.pointer,
          also: also?.map(({ pointer }) => pointer),
          affects: affects.map(({ operation }) => operation),
        })),
    ).toEqual([
      {
        at: '/paths/~1zaken/get/responses/200/content/application~1json/examples/lijst/value/0/identificatie',
        also: ['/components/examples/Zaak/value/identificatie'],
        affects: ['GET /zaken', 'POST /zaken'],
      },
      {
        at: '/paths/~1zaken/post/responses/201/content/application~1json/examples/besluit/value/identificatie',
        also: undefined,
        affects: ['POST /zaken'],
      },
    ]);
    expect(summary.error).toBe(findings.filter(({ severity }) => severity === 'error').length);
  });

  it('has each of its places in every format that names places', async () => {
    const report = await lint(documentWith(), { profile: 'adr' });
    const place = report.findings.flatMap(({ also = [] }) => also)[0];
    const written = (format: keyof typeof REPORTERS) =>
      REPORTERS[format](report, { lang: 'nl', all: true, group: 'rule' });
    const named = (['text', 'html', 'markdown', 'junit'] as const).filter(format =>
      written(format).includes(`openapi.json:${place?.line}:${place?.column}`),
    );
    expect(named).toEqual(['text', 'html', 'markdown', 'junit']);
    const { results } = JSON.parse(written('sarif')).runs[0];
    expect(
      results.flatMap(
        ({ relatedLocations = [] }: { relatedLocations?: readonly unknown[] }) => relatedLocations,
      ),
    ).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'openapi.json' },
          region: { startLine: place?.line, startColumn: place?.column },
        },
      },
    ]);
  });

  it('counts once in the rows of the report, which add up to its head', async () => {
    const report = await lint(documentWith(), { profile: 'zds' });
    const rows = REPORTERS.text(report, { lang: 'en' }).matchAll(/^(error|warning|info) +(\d+) × /gm);
    const sums = { error: 0, breaking: 0, warning: 0, info: 0 };
    for (const [, severity, count] of rows) sums[severity as keyof typeof sums] += Number(count);
    expect(sums).toEqual(report.summary);
  });

  it('does not hide a place that the base did not have', async () => {
    const head = documentWith({ nieuw: { value: zaak('lang4') } });
    const { findings, known } = await lint(head, { profile: 'adr', base: documentWith() });
    expect(findings.map(({ rule, new: at }) => [rule, at?.pointer])).toEqual([
      [
        only,
        '/paths/~1zaken/post/responses/201/content/application~1json/examples/nieuw/value/identificatie',
      ],
    ]);
    expect(known).toBeGreaterThan(2);
  });
});

/** A value that a keyword refuses, for each keyword of JSON Schema Validation that ajv has a sentence for. */
const REFUSED: readonly (readonly [schema: object, value: unknown])[] = [
  [{ type: 'string' }, 1],
  [{ type: ['string', 'null'] }, 1],
  [{ enum: ['a'] }, 'b'],
  [{ const: 'a' }, 'b'],
  [{ pattern: '^a' }, 'b'],
  [{ maxLength: 1 }, 'bb'],
  [{ minLength: 2 }, 'b'],
  [{ maximum: 1 }, 2],
  [{ minimum: 3 }, 2],
  [{ exclusiveMaximum: 2 }, 2],
  [{ exclusiveMinimum: 2 }, 2],
  [{ multipleOf: 2 }, 3],
  [{ maxItems: 0 }, [1]],
  [{ minItems: 2 }, [1]],
  [{ uniqueItems: true }, [1, 1]],
  [{ maxProperties: 0 }, { a: 1 }],
  [{ minProperties: 2 }, { a: 1 }],
  [{ required: ['b'] }, { a: 1 }],
  [{ additionalProperties: false }, { a: 1 }],
  [{ unevaluatedProperties: false }, { a: 1 }],
  [{ not: {} }, 1],
  [{ oneOf: [{}, {}] }, 1],
  [{ anyOf: [false, false] }, 1],
];

describe('what ajv says', () => {
  const sentences = REFUSED.map(([schema, value]) => {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(value);
    return validate.errors?.at(-1)?.message ?? '';
  });

  it.each(sentences)('has a subject, and is Dutch in Dutch: %s', sentence => {
    const told = `\`naam\` property ${sentence}.`;
    expect(inEnglish(told)).toMatch(/^`naam` must /);
    expect(inEnglish(sentence)).toMatch(/^the value must /);
    expect(inDutch(told)).toMatch(/^`naam` (?!must)/);
    expect(inDutch(sentence)).toMatch(/^de waarde (?!must)/);
  });
});
