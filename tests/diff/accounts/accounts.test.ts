import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { isArray, isObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import { originOf } from '../../../src/core/node.ts';
import { tokens } from '../../../src/core/pointer.ts';
import { ruleNamed } from '../../../src/diff/catalogue.ts';
import type { AssessedChange } from '../../../src/diff/change.ts';
import { compare } from '../../../src/diff/comparison.ts';
import { phasesOf } from '../../../src/diff/phases.ts';
import { schemas } from '../../json-schema/generated.ts';
import { KITCHEN_SINKS } from '../../openapi/parity/kitchen-sinks.ts';
import { compareDocuments, content, document, lines, operation, request, whole } from '../documents.ts';
import { editAt } from './edits.ts';

/** `ZDS_DEEP=1` looks ten times as far. */
const DEEP = process.env.ZDS_DEEP === '1' ? 25 : 1;

const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'query'];

const OK: JsonObject = { 204: { description: 'Gelukt' } };

const membersOf = (value: Json | undefined): [string, Json][] =>
  isObject(value) ? Object.entries(value).map(([name, inner]) => [name, inner ?? null]) : [];

/** Path items with one part of an operation, or of what stands beside it, each: small, and so soon compared. */
function itemsOf(document: JsonObject): JsonObject[] {
  const items = ['paths', 'webhooks', 'x-webhooks'].flatMap(name => membersOf(document[name]));
  return items.flatMap(([, item]) =>
    membersOf(item).flatMap(([field, value]): JsonObject[] => {
      if (!METHODS.includes(field)) return [{ [field]: value, get: { responses: OK } }];
      return membersOf(value).flatMap(([name, part]) =>
        partsOf(name, part).map(own => ({ [field]: { responses: OK, [name]: own } })),
      );
    }),
  );
}

function partsOf(name: string, part: Json): Json[] {
  if (name === 'parameters' && isArray(part)) return part.map(one => [one]);
  return name === 'responses' ? membersOf(part).map(([status, one]) => ({ [status]: one })) : [part];
}

const answering = (schema: Json): JsonObject => ({
  get: { responses: { 200: { description: 'Gelukt', ...content(schema) } } },
});

/** Each different property of the schemas of a document, by itself: what it refers to is left out. */
function propertiesIn(file: string): Json[] {
  const value = load(readFileSync(file, 'utf8')) as {
    components: { schemas: { [name: string]: JsonObject } };
  };
  const properties = Object.values(value.components.schemas).flatMap(({ properties: own }) => membersOf(own));
  const texts = new Set(properties.map(([, one]) => JSON.stringify(withoutReferences(one))));
  return [...texts].map(text => JSON.parse(text) as Json);
}

function withoutReferences(value: Json): Json {
  if (isArray(value)) return value.map(withoutReferences);
  if (!isObject(value)) return value;
  if (value.$ref !== undefined) return { type: 'string' };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutReferences(inner ?? null)]),
  );
}

const PUBLISHED = ['../shared/corpus/zaken/zrc/1.7.x/1.7.0/openapi.yaml'].filter(existsSync);
if (PUBLISHED.length === 0) console.warn('skipped: edits of published schemas, for want of ../shared/corpus');

const ITEMS = Object.values(KITCHEN_SINKS).flatMap(itemsOf);
const SCHEMAS = [...PUBLISHED.flatMap(propertiesIn), { type: 'string', maxLength: 5, description: 'Naam' }];

/** So many edits of path items, and so many of schemas, are told apart in one comparison. */
const AT_ONCE = { items: 20, schemas: 80 } as const;

/** So many schemas stand in one body: a message costs more than a schema in it. */
const IN_ONE_BODY = 10;

interface Edited {
  readonly what: string;
  readonly old: Json;
  readonly next: Json;
}

function edited(value: Json, place: number, way: number): Edited[] {
  const edit = editAt(value, place, way);
  return edit ? [{ what: `${edit.what} ${edit.path.join('/')}`, old: value, next: edit.next }] : [];
}

const numbers = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000));

const editsOf = (values: readonly Json[]) =>
  numbers.map(([item, place, way]) => edited(values[item % values.length] ?? {}, place, way));

const generated = fc
  .tuple(schemas, numbers)
  .map(([{ root }, [, place, way]]) => edited(withoutReferences(root ?? true), place, way));

const some = <T>(one: fc.Arbitrary<readonly T[]>, count: number) =>
  fc.array(one, { minLength: count, maxLength: count }).map(all => all.flat());

const batches = fc.record({
  items: some(editsOf(ITEMS), AT_ONCE.items),
  schemas: some(
    fc.oneof({ arbitrary: editsOf(SCHEMAS), weight: 3 }, { arbitrary: generated, weight: 1 }),
    AT_ONCE.schemas,
  ),
});

interface Batch {
  readonly items: readonly Edited[];
  readonly schemas: readonly Edited[];
}

/** Each component twice, the second time with a longer name: a reference with that edit leads to what says the same. */
const COMPONENTS = Object.fromEntries(
  membersOf(KITCHEN_SINKS['3.2'].components).map(([section, parts]) => [
    section,
    Object.fromEntries(
      membersOf(parts).flatMap(([name, part]) => [
        [name, part],
        [`${name}x`, part],
      ]),
    ),
  ]),
);

/** All on one side of the edits in one document: path items by themselves, schemas as properties of bodies. */
function together({ items, schemas: described }: Batch, side: 'old' | 'next'): JsonObject {
  const bodies = Array.from({ length: Math.ceil(described.length / IN_ONE_BODY) }, (_, body) => {
    const own = described.slice(body * IN_ONE_BODY, (body + 1) * IN_ONE_BODY);
    const properties = Object.fromEntries(own.map((one, index) => [`s${index}`, one[side]]));
    return [`/b${body}`, answering({ type: 'object', properties })];
  });
  const paths = items.map((one, index) => [`/p${index}/{p-item}`, one[side]]);
  return {
    ...KITCHEN_SINKS['3.2'],
    components: COMPONENTS,
    paths: Object.fromEntries([...paths, ...bodies]),
    webhooks: {},
  };
}

/** The edits that no change and no reason is about. */
function unaccounted(batch: Batch): string[] {
  const comparison = compare(document(together(batch, 'old')), document(together(batch, 'next')));
  const { changes, equivalent } = phasesOf(comparison, { today: '2026-01-01' }).assessed();
  const pointers = [...changes, ...equivalent].flatMap(({ old, next }) => [
    comparison.old.messages.pointAt(originOf(old)).pointer,
    comparison.next.messages.pointAt(originOf(next)).pointer,
  ]);
  const told = new Set([
    ...pointers.map(pathOf),
    ...pointers.map(propertyOf),
    // What stands behind a reference is told there, with the operation that it reaches.
    ...changes.map(({ locus }) => locus.operation?.replace(/^\w+ /, '')),
  ]);
  return [
    ...batch.items.filter((_, index) => !told.has(`/p${index}/{p-item}`)),
    ...batch.schemas.filter(
      (_, index) => !told.has(`/b${Math.floor(index / IN_ONE_BODY)} s${index % IN_ONE_BODY}`),
    ),
  ]
    .map(({ what }) => what)
    .concat(changes.filter(isHalfSaid).map(({ rule, name }) => `${rule} of ${name} without its values`));
}

/** Whether the sentence of a change has a place for values that it does not have. */
const isHalfSaid = ({ rule, was, now }: AssessedChange): boolean =>
  was === undefined && now === undefined && /\{(was|now)\}/.test(ruleNamed(rule).message.en);

const pathOf = (pointer: string): string | undefined => tokens(pointer)[1];

/** The body and the property that a place stands in. */
function propertyOf(pointer: string): string {
  const path = tokens(pointer);
  return `${path[1]} ${path[path.indexOf('properties') + 1]}`;
}

describe('every edit is accounted for', () => {
  it('one node changed, added or removed, anywhere: a change or a reason names the place', () => {
    let edits = 0;
    fc.assert(
      fc.property(batches, batch => {
        edits += batch.items.length + batch.schemas.length;
        expect(unaccounted(batch)).toEqual([]);
      }),
      { numRuns: 10 * DEEP, endOnFailure: true },
    );
    expect(edits).toBeGreaterThanOrEqual(700 * DEEP);
  });
});

const parts = (report: ReturnType<typeof compareDocuments>): string[] => [
  ...lines(report),
  ...(report.equivalent ?? []).map(place => `${place.reason} ${place.new.pointer}`),
];

const S: JsonObject = { type: 'string' };
const I: JsonObject = { type: 'integer' };
const O = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const NAMED: JsonObject = { A: O({ a: S }), Leeg: {} };

const LIMIT = { name: 'limit', in: 'query', schema: I };
const ITEM = { get: { operationId: 'a', responses: { 204: { description: 'ok' } } } };
const PATH_ITEMS = { pathItems: { A: ITEM, B: ITEM } };

const CASES: readonly (readonly [string, JsonObject, JsonObject, readonly string[]])[] = [
  [
    'an example',
    request(O({ a: { ...S, example: 'x' } })),
    request(O({ a: { ...S, example: 'y' } })),
    ['example-changed a: none none stated'],
  ],
  [
    'an extension, beside a change that is told',
    operation({ summary: 'Een', 'x-a': 1 }),
    operation({ summary: 'Twee', 'x-a': 2 }),
    ['extension-changed POST /zaken: x-a: none none stated', 'text-changed POST /zaken: info info stated'],
  ],
  [
    'a text in a branch that the nearest text does not stand in',
    request({ oneOf: [O({ a: S }, { description: 'Een' }), O({ b: S }, { required: ['b'] })] }),
    request({ oneOf: [O({ a: S }, { description: 'Twee' }), O({ b: S }, { required: ['b'] })] }),
    ['text-changed POST /zaken: info info stated'],
  ],
  [
    'a keyword that says nothing about the type',
    request(O({ a: { ...S, minItems: 1 } })),
    request(O({ a: { ...S, minItems: 2 } })),
    ['keyword-void a: minItems: info info stated'],
  ],
  [
    'a named schema that comes in allOf and limits nothing',
    request({ allOf: [{ $ref: '#/components/schemas/A' }] }, NAMED),
    request({ allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/Leeg' }] }, NAMED),
    ['composition-changed POST /zaken: allOf: info info stated'],
  ],
  [
    'a readOnly property that only requests have',
    request(O({ a: S, b: { ...S, readOnly: true } })),
    request(O({ a: S, b: { type: 'integer', readOnly: true } })),
    ['hidden-changed b: type: info info stated'],
  ],
  [
    'a keyword that the comparison does not follow',
    request(O({ a: { ...S, $dynamicRef: '#a' } })),
    request(O({ a: { ...S, $dynamicRef: '#b' } })),
    ['not-compared a: $dynamicRef: warning warning unproved'],
  ],
  [
    'what OpenAPI has no field for',
    operation({ onbekend: 1 }),
    operation({ onbekend: 2 }),
    ['not-compared POST /zaken: onbekend: warning warning unproved'],
  ],
  [
    'a default that is written out',
    operation({ parameters: [{ name: 'a', in: 'query', schema: S }] }),
    operation({ parameters: [{ name: 'a', in: 'query', schema: S, required: false, style: 'form' }] }),
    [
      'written-out /paths/~1zaken/post/parameters/0/required',
      'written-out /paths/~1zaken/post/parameters/0/style',
    ],
  ],
  [
    'the version',
    whole({}),
    { ...whole({}), info: { title: 'Voorbeeld', version: '1.0.1' } },
    ['version /info/version'],
  ],
  [
    'a path parameter with another name that nobody declares',
    whole({ paths: { '/a/{b}': {}, '/c': {} } }),
    whole({ paths: { '/a/{d}': {}, '/c': {} } }),
    ['spelling /paths/~1a~1{d}'],
  ],
  [
    'texts of what nobody refers to, and of the types beside references',
    operation({ requestBody: { $ref: '#/components/requestBodies/B', description: 'Een' } }, 'post', {
      requestBodies: { B: content(S) },
    }),
    operation({ requestBody: { $ref: '#/components/requestBodies/B', description: 'Twee' } }, 'post', {
      requestBodies: { B: content(S) },
    }),
    ['text-changed POST /zaken: info info stated'],
  ],
  [
    'another parameter in the place of one that OpenAPI ignores',
    operation({ parameters: [{ name: 'Content-Type', in: 'header', required: true, schema: S }] }),
    operation({ parameters: [{ name: 'X-Dossier', in: 'header', schema: { ...S, maxLength: 9 } }] }),
    ['parameter-added x-dossier: info warning assumed'],
  ],
  [
    'a type that is said already, in a schema that has other values too',
    request({ allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: S } }, NAMED),
    request({ type: 'object', allOf: [{ $ref: '#/components/schemas/A' }], properties: { b: I } }, NAMED),
    [
      'type-changed b: breaking breaking witness',
      'same-values /paths/~1zaken/post/requestBody/content/application~1json/schema/type',
    ],
  ],
  [
    'null that is said at a reference instead, in a message that has other values too',
    request(O({ a: { $ref: '#/components/schemas/N' }, b: S }), { N: { type: ['object', 'null'] } }),
    request(O({ a: { oneOf: [{ $ref: '#/components/schemas/N' }, { type: 'null' }] }, b: I }), {
      N: { type: 'object' },
    }),
    [
      'type-changed b: breaking breaking witness',
      'spelling /paths/~1zaken/post/requestBody/content/application~1json/schema/properties/a',
      'same-values /paths/~1zaken/post/requestBody/content/application~1json/schema/properties/a',
      'spelling /paths/~1zaken/post/requestBody/content/application~1json/schema/properties/a/oneOf/0',
      'spelling /paths/~1zaken/post/requestBody/content/application~1json/schema/properties/a/oneOf/1',
      'spelling /components/schemas/N/type',
    ],
  ],
  [
    'a reference to a component that says the same',
    request({ $ref: '#/components/schemas/A' }, { A: S, B: S }),
    request({ $ref: '#/components/schemas/B' }, { A: S, B: S }),
    ['spelling /paths/~1zaken/post/requestBody/content/application~1json/schema/$ref'],
  ],
  [
    'a schema that is written out where a reference stood',
    request({ $ref: '#/components/schemas/A' }, { A: S }),
    request(S, { A: S }),
    ['spelling /paths/~1zaken/post/requestBody/content/application~1json/schema'],
  ],
  [
    'a reference where a parameter was written out',
    operation({ parameters: [LIMIT] }, 'get', { parameters: { L: LIMIT } }),
    operation({ parameters: [{ $ref: '#/components/parameters/L' }] }, 'get', { parameters: { L: LIMIT } }),
    ['spelling /paths/~1zaken/get/parameters/0/$ref'],
  ],
  [
    'a reference to another name of the same path item',
    whole({ paths: { '/a': { $ref: '#/components/pathItems/A' } }, components: PATH_ITEMS }),
    whole({ paths: { '/a': { $ref: '#/components/pathItems/B' } }, components: PATH_ITEMS }),
    ['spelling /paths/~1a/$ref'],
  ],
  [
    'a reference by the URI of a schema, which names it in another way',
    request(O({ a: { $ref: 'https://a.example/x' } }), { X: { $id: 'https://a.example/x', ...S } }),
    request(O({ a: { $ref: 'https://a.example/b/../x' } }), { X: { $id: 'https://a.example/x', ...S } }),
    ['spelling /paths/~1zaken/post/requestBody/content/application~1json/schema/properties/a'],
  ],
];

describe('what is only written differently', () => {
  it.each(CASES)('%s', (_, old, next, expected) => {
    expect(parts(compareDocuments(old, next))).toEqual(expected);
  });
});
