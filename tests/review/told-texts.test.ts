import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fill } from '../../src/core/text.ts';
import { diffRules } from '../../src/diff/index.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { withCode } from '../../src/report/markup.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { notesOf } from '../../src/review/notes.ts';
import { renderReview } from '../../src/review/page/index.ts';
import { review } from '../../src/review/review.ts';
import type { TextPiece } from '../../src/review/texts.ts';
import { type Document, documentOf } from '../../src/source/index.ts';

type Part = Readonly<Record<string, unknown>>;

const SCHEMA = { type: 'string' };

/** `POST /zaken` that takes and gives a Zaak, by what its attribute is. */
const documentWith = (attribute: Part, more: Part = {}): Document =>
  documentOf('d', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Zaken', version: '1.0.0' },
      paths: {
        '/zaken': {
          post: {
            requestBody: { required: true, content: { 'application/json': { schema: ZAAK } } },
            responses: {
              200: { description: 'Klaar', content: { 'application/json': { schema: ZAAK } } },
              ...more,
            },
          },
        },
      },
      components: { schemas: { Zaak: { type: 'object', properties: { aard: attribute } } } },
    }),
  });

const ZAAK = { $ref: '#/components/schemas/Zaak' };

const piecesOf = async (was: string, now: string): Promise<readonly TextPiece[]> => {
  const [old, next] = [was, now].map(description => documentWith({ ...SCHEMA, description }));
  if (!old || !next) throw new Error('no documents');
  const { texts } = await review(old, next, { quality: false, ways: false });
  return texts[0]?.pieces ?? [];
};

const without = (pieces: readonly TextPiece[], kind: TextPiece['is']): string =>
  pieces.flatMap(({ text, is }) => (is === kind ? [] : [text])).join('');

describe('words of a text that changed', () => {
  it('stand together: what went, then what came', async () => {
    const pieces = await piecesOf(
      'Waar de ZAAK over gaat, kort genoeg voor een werkvoorraad of zoekresultaat. Leeg als het kan.',
      'Waar de ZAAK over gaat, in hooguit een zin. Leeg als het kan.',
    );
    expect(pieces).toEqual([
      { text: 'Waar de ZAAK over gaat, ', is: 'same' },
      { text: 'kort genoeg voor een werkvoorraad of zoekresultaat', is: 'removed' },
      { text: 'in hooguit een zin', is: 'added' },
      { text: '. Leeg als het kan.', is: 'same' },
    ]);
  });

  it('make up both texts, and no two changes stand next to each other', async () => {
    const words = fc.array(fc.constantFrom('een', 'zaak', 'met', 'of', 'zonder', 'besluit,', 'stuk.'), {
      minLength: 1,
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(words, words, async (one, other) => {
        const [was, now] = [one.join(' '), other.join(' ')];
        fc.pre(was !== now);
        const pieces = await piecesOf(was, now);
        expect([without(pieces, 'added'), without(pieces, 'removed')]).toEqual([was, now]);
        const kinds = pieces.map(({ is }) => is).join(' ');
        expect(kinds).not.toMatch(/removed removed|added added|added removed|same same/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('values in a sentence', () => {
  it.each([
    ['open', '“open”'],
    ['', '“”'],
    ['12a', '“12a”'],
    ['12', '12'],
    ['-1.5', '-1.5'],
    ['true', 'true'],
    ['"5"', '"5"'],
    ['{"a":1}', '{"a":1}'],
  ])('%j is told as %s', (value, told) => {
    expect(fill('waarde {“now”} vervalt', { now: value })).toBe(`waarde ${told} vervalt`);
    expect(fill('{“now”}', { now: [value, 'dicht'] })).toBe(`${told}, “dicht”`);
  });

  it.each([
    [{ enum: ['a', 'b'] }, { enum: ['a', 'b', 'komt erbij'] }, 'waarde “komt erbij” komt erbij'],
    [{ enum: ['a', 'b'] }, { enum: ['a'] }, 'waarde “b” vervalt'],
    [{ const: 'a' }, { const: 'b' }, 'de enige waarde “a” wordt “b”'],
    [{ ...SCHEMA, default: 'a' }, { ...SCHEMA, default: 'b' }, 'standaardwaarde gaat van “a” naar “b”'],
  ])('is quoted in the title: %j → %j', (old, next, told) => {
    const titles = (compareInFull(documentWith(old), documentWith(next)).changes ?? []).map(
      ({ title }) => title.nl,
    );
    expect(titles).toEqual([`Zaak · aard — ${told}`]);
  });
});

describe('one that takes the place of another', () => {
  const answer = { description: 'Gemaakt' };
  const json = (type: string): Part => ({
    201: { description: 'Gemaakt', content: { [type]: { schema: SCHEMA } } },
  });

  it.each([
    [
      json('application/json'),
      json('application/hal+json'),
      'antwoord gaat van application/json naar application/hal+json',
    ],
    [{ 201: answer }, { 202: answer }, 'antwoord 201 wordt 202'],
    [{ 201: answer, 203: answer }, { 202: answer }, 'antwoorden 201, 203 vervallen; antwoord 202 komt erbij'],
  ])('is one event, where there is one of each: %#', (old, next, told) => {
    const changes = compareInFull(documentWith(SCHEMA, old), documentWith(SCHEMA, next)).changes ?? [];
    expect(changes.map(({ events }) => events.map(({ nl }) => nl).join('; '))).toEqual([told]);
  });
});

describe('a release note', () => {
  it.each([
    [
      'a shorter text',
      { ...SCHEMA, maxLength: 9 },
      { ...SCHEMA, maxLength: 5 },
      'Registers no longer conform',
    ],
    ['a value more', { enum: ['a'] }, { enum: ['a', 'b'] }, 'Clients take care as well'],
  ])('tells both readers: %s', async (_, old, next, told) => {
    const { changes } = await review(documentWith(old), documentWith(next), { quality: false, ways: false });
    expect(notesOf(changes, 'en')).toContain(told);
  });
});

describe('a finding in a pipeline', () => {
  const report = compareInFull(
    documentWith({ ...SCHEMA, maxLength: 9 }),
    documentWith({ ...SCHEMA, maxLength: 5 }),
  );

  it.each(['sarif', 'junit'] as const)('says what it is about, once: %s', format => {
    const written = REPORTERS[format](report, { lang: 'nl' });
    expect(written).toContain('Zaak · aard — maximale lengte gaat van 9 naar 5 tekens');
    expect(written).not.toContain('aard: aard');
  });

  it.each(['sarif', 'junit'] as const)('so where several things happen to it: %s', format => {
    const more = compareInFull(
      documentWith({ ...SCHEMA, maxLength: 9 }),
      documentWith({ ...SCHEMA, maxLength: 5, pattern: '^a*$' }),
    );
    const written = REPORTERS[format](more, { lang: 'nl' });
    expect(written).toContain('Zaak · aard: maximale lengte gaat van 9 naar 5 tekens');
    expect(written).not.toContain('aard: aard');
  });
});

describe('code in words', () => {
  it.each([
    ['`a` of `b & c`', '<code>a</code> of <code>b &amp; c</code>'],
    ['een ` alleen', 'een ` alleen'],
    ['`<b>`', '<code>&lt;b&gt;</code>'],
  ])('%j', (words, markup) => {
    expect(withCode(words)).toBe(markup);
  });
});

describe('a convention', () => {
  it('that a review mentions is told with its sentence, in the text and on the page', async () => {
    const mentioned = new Set<string>();
    for (const { id, example } of diffRules()) {
      if (!example?.old || !example.new) continue;
      const [old, next] = [example.old, example.new].map(text => documentOf(id, { 'openapi.yaml': text }));
      if (!old || !next) throw new Error('no documents');
      const judged = await review(old, next, { quality: false, ways: false });
      const written = renderReview(judged, 'text', { lang: 'nl' });
      const page = renderReview(judged, 'html', { lang: 'nl' });
      for (const [, code = ''] of written.matchAll(/(?:\(|aanname )(C\d)\b/g)) {
        mentioned.add(code);
        expect([id, code, written.includes(`${code}: `), page.includes(`${code}: `)]).toEqual([
          id,
          code,
          true,
          true,
        ]);
      }
    }
    expect([...mentioned]).toContain('C1');
  });
});
