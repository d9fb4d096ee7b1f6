import { expect, it } from '@jest/globals';
import { resource } from '../../src/lint/examples.ts';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

it('shows the row of the matrix of forms: type, length, whether required, what is left out', async () => {
  const { text } = resource(`
Read: {required: [naam], properties: {naam: {type: string, maxLength: 80}, code: {type: string, readOnly: true}, tekst: {}}}
Create: {required: [naam], properties: {naam: {type: string, maxLength: 40}, tekst: {}}}
Replace: {properties: {naam: {type: [string, 'null'], maxLength: 80}, tekst: {}}}
Patch: {properties: {naam: {type: string, maxLength: 80, readOnly: true}, tekst: {}}}
`);
  const { findings } = await lint(documentOf('vormen', { 'openapi.yaml': text() }));
  const rows = findings
    .filter(({ rule }) => rule.startsWith('zgw-forms-'))
    .map(({ rule, args }) => [rule, args.name, args.detail, args.uitleg]);
  expect(rows).toEqual([
    [
      'zgw-forms-same-attributes',
      'naam',
      'reading: string, up to 80, required; creating: string, up to 40, required; replacing: string or null, up to 80; patching: read-only.',
      'lezen: string, tot 80, verplicht; aanmaken: string, tot 40, verplicht; vervangen: string of null, tot 80; bijwerken (PATCH): alleen-lezen.',
    ],
    [
      'zgw-forms-same-length',
      'naam',
      'reading: string, up to 80, required; creating: string, up to 40, required; replacing: string or null, up to 80; patching: read-only.',
      'lezen: string, tot 80, verplicht; aanmaken: string, tot 40, verplicht; vervangen: string of null, tot 80; bijwerken (PATCH): alleen-lezen.',
    ],
  ]);
});

/** Forms of one resource, and the attributes of which each rule on forms tells. */
const FORMS: readonly (readonly [
  what: string,
  forms: string,
  found: Readonly<Record<string, readonly string[]>>,
])[] = [
  [
    'an attribute that every form that is sent marks read-only is read-only',
    '{Read: {properties: {a: {}, url: {}}}, Create: {properties: {a: {}, url: {readOnly: true}}}, Patch: {properties: {a: {}}}}',
    {},
  ],
  [
    'one that can be replaced and not patched is told',
    '{Read: {properties: {a: {}, b: {}}}, Replace: {properties: {a: {}, b: {}}}, Patch: {properties: {a: {}, b: {readOnly: true}}}}',
    { 'zgw-forms-same-attributes': ['b'] },
  ],
  [
    'what the read form marks write-only is a secret of the others',
    '{Read: {properties: {a: {}, s: {writeOnly: true}}}, Create: {properties: {a: {}, s: {}}}, Patch: {properties: {a: {}}}}',
    {},
  ],
  [
    'attributes behind references and in allOf count as those beside them',
    '{Read: {allOf: [{$ref: "#/components/schemas/Base"}, {properties: {b: {}}}]}, Base: {properties: {a: {}}}, Create: {$ref: "#/components/schemas/Read"}, Patch: {allOf: [{$ref: "#/components/schemas/Base"}]}}',
    { 'zgw-forms-same-attributes': ['b'] },
  ],
  [
    'what lists its values, or is no text, has no length to hold to another',
    '{Read: {properties: {a: {type: string, maxLength: 2}, b: {type: string, maxLength: 9}, c: {type: string, format: date}, d: {type: string}}}, Patch: {properties: {a: {enum: [aa, b]}, b: {type: integer}, c: {type: string, format: date, maxLength: 10}, d: {type: string, maxLength: 5}}}}',
    { 'zgw-forms-same-length': ['d'], 'zgw-forms-same-type': ['b'] },
  ],
  [
    'a type that one form says nothing of is no other type, of items too',
    '{Read: {properties: {a: {}, b: {type: array, items: {type: string}}, c: {type: array, items: {type: string}}, d: {type: array}}}, Patch: {properties: {a: {type: string}, b: {type: array}, c: {type: array, items: {type: integer}}, d: {type: string}}}}',
    { 'zgw-forms-same-type': ['c', 'd'] },
  ],
  [
    'items in allOf are those of the list',
    '{Read: {properties: {a: {allOf: [{$ref: "#/components/schemas/L"}]}}}, L: {type: array, items: {type: string}}, Patch: {properties: {a: {type: array, items: {type: string}}}}}',
    {},
  ],
  [
    'values are held to values, those of items too',
    '{Read: {properties: {a: {enum: [1]}, b: {enum: ["a, b"]}, c: {type: array, items: {enum: [x, y]}}, d: {enum: [p, null]}}}, Patch: {properties: {a: {enum: ["1"]}, b: {enum: [a, b]}, c: {type: array, items: {enum: [x]}}, d: {enum: [p]}}}}',
    {
      'zgw-forms-same-values': ['a', 'b', 'c'],
      'zgw-nullable-consistent': ['d'],
    },
  ],
  [
    'null is held to null where either says of which type it is',
    '{Read: {properties: {a: {}, b: {type: string}, c: {oneOf: [{type: string}, {type: "null"}]}}}, Patch: {properties: {a: {type: [string, "null"]}, b: {type: [string, "null"]}, c: {type: [string, "null"]}}}}',
    { 'zgw-nullable-consistent': ['b'] },
  ],
];

it.each(FORMS)('%s', async (_, forms, found) => {
  const { findings } = await lint(documentOf('vormen', { 'openapi.yaml': resource(forms).text() }));
  const told = findings.filter(({ rule }) => /^zgw-(forms-|nullable-consistent)/.test(rule));
  const byRule: Record<string, string[]> = {};
  for (const { rule, args } of told) byRule[rule] = [...(byRule[rule] ?? []), String(args.name)].sort();
  expect(byRule).toEqual(found);
});

it('an attribute behind a file that was not read is not told of', async () => {
  const { text } = resource(
    '{Read: {properties: {a: {type: string}, b: {}}}, Patch: {allOf: [{$ref: "https://elders.example/d.yaml#/D"}, {properties: {a: {}}}]}}',
  );
  const { findings } = await lint(documentOf('vormen', { 'openapi.yaml': text() }));
  expect(findings.filter(({ rule }) => rule.startsWith('zgw-forms-'))).toEqual([]);
});
