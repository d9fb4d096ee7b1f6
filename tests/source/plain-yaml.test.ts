import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../src/core/json.ts';
import { join, type Pointer } from '../../src/core/pointer.ts';
import { UserError } from '../../src/core/user-error.ts';
import { parseMarked } from '../../src/source/parse.ts';
import { positionIn } from '../../src/source/positions.ts';

/** A tab, even in a comment, leaves a text to the parser. */
const TO_PARSER = '#\t\n';

/** Every place of a value. */
function pointersOf(value: Json | undefined, pointer: Pointer = ''): Pointer[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const below = Object.entries(value).flatMap(([key, child]) => pointersOf(child, join(pointer, key)));
  return [pointer, ...below];
}

/** The value of a text and the places in it, or what is wrong with it; lines are those of the text itself. */
function readingOf(before: string, text: string): unknown {
  const shift = before === '' ? 0 : 1;
  const line = (place: { line: number; column: number }) => ({ ...place, line: place.line - shift });
  try {
    const { value, marks } = parseMarked('a.yaml', before + text);
    const places = pointersOf(value).map(at => [at, line(positionIn({ text: before + text, marks }, at))]);
    return { value, places };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message.replace(/:(\d+):/, (_, number) => `:${Number(number) - shift}:`);
  }
}

function expectSame(text: string): void {
  expect({ text, reading: readingOf('', text) }).toEqual({ text, reading: readingOf(TO_PARSER, text) });
}

const SOURCES = ['spec/openapi.yaml', 'zds.config.yaml'].map(name =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
);

const PARTS = [
  ...[
    "'it''s'",
    "'a\n    b\n\n    c '",
    'a\n    b',
    '"a\\n\\\n   b"',
    '|\n    a\n\n     b\n',
    '>-\n    a\n    b',
  ],
  ...[
    '# c',
    ' # c',
    'a: b',
    ': ',
    '- ',
    '- - a',
    '- a: 1',
    '? ',
    '{a: [b]}',
    '[a: b]',
    '[1,\n  2]',
    '{a: b}: c',
  ],
  ...[
    '&a ',
    '*a',
    '!t ',
    '---',
    '...',
    '<<: ',
    '~',
    'null',
    'Null',
    'true',
    '0x1f',
    '012',
    '1e3',
    '-1',
    '.5',
    '200',
  ],
  ...[
    '-a',
    '__proto__: 1\n',
    '"k": v',
    "'k': v",
    '\t',
    '\r\n',
    '\n',
    '\n\n',
    ' ',
    '   ',
    ':',
    '#',
    '%',
    '@',
    '`',
  ],
  ...['é', '😀', '\u00a0', '\u2028', '\u0085', '|2\n', '|+\n', '\\', '"', "'", ',', '{', ']', '=', '(', '/'],
];

/** A few lines of a document of ours, indented as they may stand, with something put in or another indentation. */
const text = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    from: fc.nat({ max: 2000 }),
    count: fc.integer({ min: 1, max: 14 }),
    edits: fc.array(
      fc.record({ at: fc.nat({ max: 400 }), part: fc.constantFrom(...PARTS), indent: fc.nat({ max: 9 }) }),
      { maxLength: 3 },
    ),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ source, from, count, edits, end }) => {
    const lines = source.split('\n');
    const start = from % lines.length;
    const part = lines.slice(start, start + count);
    const least = Math.min(...part.filter(line => line.trim() !== '').map(line => line.search(/\S/)));
    let whole = part.map(line => line.slice(Number.isFinite(least) ? least : 0)).join('\n');
    for (const edit of edits) {
      const at = edit.at % (whole.length + 1);
      const piece = edit.indent > 5 ? `\n${' '.repeat(edit.indent - 5)}${edit.part}` : edit.part;
      whole = whole.slice(0, at) + piece + whole.slice(at);
    }
    return whole + end;
  })
  // An empty text is told apart before it is read.
  .filter(whole => whole.trim() !== '');

it.each(SOURCES)('reads a document as the parser does', expectSame);

it.each([
  ...[
    'a: b\n',
    'a:\n  b: c # d\n  e:\n  - f\n  - g: h\n    i: j\n',
    "a: 'it''s'\nb: 1\n",
    'a: b\n c: d\n',
    'a: b\na: c\n',
  ],
  ...[
    'a:\n  - - \n  - a\n',
    "a: 'b\n\n\n  c\n\n  '\n",
    'a: b  \n  c  \n\n\nd:   \n',
    'a: 1.10\nb: 1e3\nc: 010\n',
    '200: a\n',
  ],
  ...[
    'a: - b\n',
    'a: --- b\n',
    'a: {b: c}: d\n',
    'a: b: c\n',
    "a: 'b': c\n",
    'a: [b]: c\n',
    'a: |\n  b\n\n\nc: >\n d\n',
  ],
])('reads %j as the parser does', expectSame);

it('reads whatever is put into a document as the parser does', () => {
  fc.assert(fc.property(text, expectSame), { numRuns: 3000, seed: 20261129 });
});
