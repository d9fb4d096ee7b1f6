import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/core/user-error.ts';
import { childOf, documentOf, locate, resolver, rootNode } from '../../src/source/index.ts';
import { parse } from '../../src/source/parse.ts';
import { positionIn } from '../../src/source/positions.ts';

const errorOf = (text: string): string => {
  try {
    documentOf('x', { 'x.yaml': text });
  } catch (error) {
    if (error instanceof UserError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'read';
};

const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefg'].map((name, index, all) => {
  const before = index === 1 ? 'a' : all[index - 1];
  return index === 0 ? name : `${name}: &${name} [${Array(10).fill(`*${before}`).join(',')}]`;
});

describe('what is refused', () => {
  it.each([
    ['an empty file', '', 'unreadable: x.yaml: the file is empty'],
    ['only white space', ' \n\n', 'unreadable: x.yaml: the file is empty'],
    ...(
      [
        ['a list', '- a\n', 'a list'],
        ['comments alone', '# later\n', 'empty'],
        ['an end of documents', '---\n...\n', 'empty'],
        ['a text', 'hallo\n', 'a text'],
        ['a number', '42\n', 'the value 42'],
        ['a page', '<!DOCTYPE html><html></html>\n', 'HTML or XML'],
        [
          'what Git LFS leaves',
          'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
          'a pointer of Git LFS',
        ],
      ] as const
    ).map(
      ([name, text, is]) =>
        [
          name,
          text,
          `unreadable: x.yaml:1:1: no OpenAPI document: the root is ${is}, and not an object`,
        ] as const,
    ),
    [
      'another document',
      'a: 1\n',
      "unreadable: x.yaml:1:1: no OpenAPI document: the field 'openapi' is missing",
    ],
    ['Swagger', 'swagger: "2.0"\n', 'unreadable: x.yaml:1:1: Swagger 2.0 is not supported'],
    ['a version to come', 'openapi: 4.0.0\n', 'unreadable: x.yaml: OpenAPI 4.0.0 is not supported'],
    [
      'a key twice',
      'openapi: 3.1.0\nopenapi: 3.1.0\n',
      'unreadable: x.yaml:2:1: not valid YAML: this key stands there twice',
    ],
    [
      'a key twice in JSON',
      '{"a": 1,\n "a": 2}',
      'unreadable: x.yaml:2:2: not valid YAML: this key stands there twice',
    ],
    [
      'a cyclic alias',
      'openapi: &a [*a]\n',
      'unreadable: x.yaml:1:9: a YAML alias refers to this value, which contains it',
    ],
    [
      'an alias bomb',
      bomb.join('\n'),
      'unreadable: x.yaml: its YAML aliases stand for more than 4000000 values',
    ],
    [
      'an alias bomb whose anchors are named with a star',
      bomb
        .join('\n')
        .replaceAll('&', '&*')
        .replaceAll(/\*(?=[a-f],|[a-f]\])/g, '**'),
      'unreadable: x.yaml: its YAML aliases stand for more than 4000000 values',
    ],
  ])('%s', (_, text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('nesting without end', () => {
    expect(errorOf('['.repeat(100_000))).toMatch(/^unreadable: x\.yaml:1:500: nested deeper than 500 levels/);
  });
});

const ROOT = `openapi: 3.1.0
paths:
  /zaken:
    $ref: paths/zaken.yaml
components:
  schemas:
    Zaak: {$ref: 'schemas/Zaak.yaml'}
    Lus: {$ref: '#/components/schemas/Lus'}
    Ontbreekt: {$ref: './schemas/Weg.yaml'}
    Mis: {$ref: 'schemas/Zaak.yaml#/properties/weg'}
    Voorbeeld:
      example: {$ref: nergens.yaml}
      default: {$ref: nergens.yaml}
      properties:
        example: {$ref: '#/components/schemas/Zaak/properties/naam'}
        $ref: {type: string}
`;

const document = documentOf('test', {
  'spec/openapi.yaml': ROOT,
  'spec/paths/zaken.yaml': 'get:\n  responses: {}\n',
  'spec/schemas/Zaak.yaml': 'type: object\nproperties:\n  naam:\n    $anchor: naam\n    type: string\n',
});

const follow = (file: string, ref: string) => {
  const target = resolver(document)({ file, pointer: '', value: { $ref: ref }, dialect: '3.1' });
  return target && `${target.file}#${target.pointer}`;
};

it.each(['.nan', '.NaN', '.inf', '-.INF', '+.inf', '1e400'])(
  '%s is a text: JSON has no such number',
  text => {
    expect(parse('x.yaml', `a: ${text}\n`)).toEqual({ a: text });
  },
);

it.each([
  ['1.5', 1.5],
  ['-.5', -0.5],
  ['2.', 2],
  ['+1e3', 1000],
])('%s is a number', (text, value) => {
  expect(parse('x.yaml', `a: ${text}\n`)).toEqual({ a: value });
});

describe('references', () => {
  it.each([
    ['spec/openapi.yaml', 'paths/zaken.yaml', 'spec/paths/zaken.yaml#'],
    ['spec/openapi.yaml', '#/paths/~1zaken', 'spec/openapi.yaml#/paths/~1zaken'],
    [
      'spec/paths/zaken.yaml',
      '../schemas/Zaak.yaml#/properties/naam',
      'spec/schemas/Zaak.yaml#/properties/naam',
    ],
    ['spec/openapi.yaml', 'schemas/Zaak.yaml#naam', 'spec/schemas/Zaak.yaml#/properties/naam'],
    [
      'spec/openapi.yaml',
      '#/components/schemas/Zaak/properties/naam',
      'spec/schemas/Zaak.yaml#/properties/naam',
    ],
    ['spec/openapi.yaml', '#/components/schemas/Lus/x', undefined],
    ['spec/openapi.yaml', 'weg.yaml', undefined],
    ['spec/openapi.yaml', '#/%', undefined],
  ])('in %s, %s leads to %s', (file, ref, target) => {
    expect(follow(file, ref)).toBe(target);
  });

  it('those that lead nowhere are listed with what was looked for, and data is no reference', () => {
    expect(document.missing).toEqual([
      {
        file: 'spec/openapi.yaml',
        pointer: '/components/schemas/Ontbreekt',
        ref: './schemas/Weg.yaml',
        tried: 'spec/schemas/Weg.yaml',
        reason: 'no-file',
      },
      {
        file: 'spec/openapi.yaml',
        pointer: '/components/schemas/Mis',
        ref: 'schemas/Zaak.yaml#/properties/weg',
        tried: 'spec/schemas/Zaak.yaml#/properties/weg',
        reason: 'no-target',
      },
      {
        file: 'spec/openapi.yaml',
        pointer: '/components/schemas/Lus',
        ref: '#/components/schemas/Lus',
        tried: '#/components/schemas/Lus',
        reason: 'circle',
      },
    ]);
  });

  it.each([
    ['<!DOCTYPE html><html>log in</html>', 'it is HTML or XML'],
    ['- a\n- b\n', 'it is a list'],
    ['version https://git-lfs.github.com/spec/v1', 'it is a pointer of Git LFS'],
    ['# nothing\n', 'it is empty'],
    ['b: 1\n', undefined],
  ])('a file that has no parts is told as what it is: %s', (text, told) => {
    const root = 'openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\npaths: { /a: { $ref: "b.yaml#/a" } }\n';
    const { missing } = documentOf('a', { 'a.yaml': root, 'b.yaml': text });
    expect(missing.map(({ reason, detail }) => [reason, detail?.en])).toEqual([['no-target', told]]);
  });

  it('children have their place', () => {
    const root = rootNode(document);
    const paths = childOf(root, 'paths');
    expect(paths && childOf(paths, '/zaken')?.pointer).toBe('/paths/~1zaken');
    expect(childOf(root, 'constructor')).toBeUndefined();
  });
});

describe('positions', () => {
  it.each([
    ['/paths/~1zaken', 3, 3],
    ['/components/schemas/Zaak/$ref', 7, 12],
    ['/components/schemas/Nergens', 6, 3],
    ['', 1, 1],
  ])('%s stands at %i:%i', (pointer, line, column) => {
    expect(locate(document, 'spec/openapi.yaml', pointer)).toEqual({
      file: 'spec/openapi.yaml',
      line,
      column,
      pointer,
    });
  });
});

describe('positions in every style of YAML', () => {
  const text = `a: 1
b:
c: [x, ~, y]
d: {f: g, h: }
i:
  -
  - z
  - - q
    - r
j: &k {l: m}
n: *k
"o p": >
  text
? x
: y
`;

  it.each([
    ['/b', '2:1', 'a key with nothing behind it'],
    ['/c/2', '3:11', 'an item in flow style'],
    ['/d/h', '4:11', 'a key in flow style'],
    ['/i/0', '5:1', 'an empty item is where its list is'],
    ['/i/1', '7:5', 'the item after it'],
    ['/i/2/1', '9:7', 'a list in a list'],
    ['/n/l', '10:8', 'behind an alias, at the anchor'],
    ['/o p', '12:1', 'a quoted key'],
    ['/x', '14:3', 'an explicit key'],
    ['/j/l/m', '10:8', 'nothing there: the nearest ancestor'],
  ])('%s stands at %s: %s', (pointer, place) => {
    const { line, column } = positionIn({ text }, pointer);
    expect(`${line}:${column}`).toBe(place);
  });
});
