import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { documentOf, followReference, rootNode } from '../../src/source/index.ts';

const BASE = 'https://example.com/schemas/';
const NAME = /^#\/components\/schemas\/([A-Za-z]+)$/;

/** A bundle of ours with a URI for each schema, and references to them by it: relative to the schema around, or whole. */
function byUri(value: Json, isInside: boolean): Json {
  if (isArray(value)) return value.map(item => byUri(item, isInside));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const [, name] = (key === '$ref' && NAME.exec(String(child))) || [];
      return [key, name === undefined ? byUri(child ?? null, isInside) : isInside ? name : BASE + name];
    }),
  );
}

function withUris(document: JsonObject): JsonObject {
  const { components, ...rest } = document as { components: { schemas: Record<string, JsonObject> } };
  const { schemas, ...others } = components;
  const named = Object.entries(schemas).map(([name, schema]) => [
    name,
    { $id: BASE + name, ...(byUri(schema, true) as JsonObject) },
  ]);
  return {
    ...(byUri(rest, false) as JsonObject),
    components: { ...(byUri(others, false) as JsonObject), schemas: Object.fromEntries(named) },
  };
}

const without$id = (bundled: JsonObject): Json =>
  JSON.parse(JSON.stringify(bundled), (key, value) => (key === '$id' ? undefined : value));

it('a document whose schemas refer to each other by URI says what the same says by place', async () => {
  const text = readFileSync('spec/releases/2.0.0-alpha.4/openapi.yaml', 'utf8');
  const placed = documentOf('x', { 'x.yaml': text });
  const value = rootNode(placed).value as JsonObject;
  const named = documentOf('x', { 'x.json': JSON.stringify(withUris(value)) });
  expect(named.missing).toEqual([]);
  expect(without$id((await bundle(named)).value)).toEqual((await bundle(placed)).value);
});

const document = (schemas: JsonObject, openapi = '3.1.0'): JsonObject => ({
  openapi,
  info: { title: 'T', version: '1' },
  paths: {},
  components: { schemas },
});

/** Where each reference leads, by the place that holds it; what leads nowhere as it is written. */
function leads(files: Readonly<Record<string, Json>>): Record<string, string> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const read = documentOf('x', texts);
  const found = [...read.files.values()].flatMap(({ key, references }) =>
    references.map(({ pointer, ref }): [string, string] => {
      const target = followReference(read, key, ref);
      const place = target && `${target.file === 'x.json' ? '' : target.file}#${target.pointer}`;
      return [pointer.replace('/components/schemas/', ''), place ?? `nothing at ${ref}`];
    }),
  );
  return Object.fromEntries(found);
}

const A = { $id: 'https://a.example/x/a', $defs: { n: { type: 'integer' }, o: { $anchor: 'o' } } };

describe('a reference leads to', () => {
  it.each<[string, JsonObject, Record<string, string>]>([
    [
      'a part of the schema around it, which its pointer starts at',
      { A: { ...A, items: { $ref: '#/$defs/n' } } },
      { 'A/items': '#/components/schemas/A/$defs/n' },
    ],
    [
      'a name in the schema around it, and not to the same name in another',
      { O: { $anchor: 'o' }, A: { ...A, items: { $ref: '#o' } }, B: { $ref: '#o' } },
      { 'A/items': '#/components/schemas/A/$defs/o', B: '#/components/schemas/O' },
    ],
    [
      'what it names relative to the URI around it, with a pointer or a name',
      {
        A,
        B: {
          $id: 'https://a.example/x/b',
          prefixItems: [{ $ref: 'a' }, { $ref: '/x/a#/$defs/n' }, { $ref: 'a#o' }],
        },
      },
      {
        'B/prefixItems/0': '#/components/schemas/A',
        'B/prefixItems/1': '#/components/schemas/A/$defs/n',
        'B/prefixItems/2': '#/components/schemas/A/$defs/o',
      },
    ],
    [
      'what a URI relative to that of the schema further out names',
      { A: { ...A, items: { $id: 'deep/b', items: { $ref: '../a' }, not: { $ref: 'b' } } } },
      { 'A/items/items': '#/components/schemas/A', 'A/items/not': '#/components/schemas/A/items' },
    ],
    [
      'the place in the file, where nothing in the schema around it is meant',
      { A: { ...A, items: { $ref: '#/components/schemas/B' } }, B: {} },
      { 'A/items': '#/components/schemas/B' },
    ],
    ['nothing, by a URI that no schema has', { A, B: { $ref: 'b' } }, { B: 'nothing at b' }],
    [
      'what a `$dynamicRef` can lead to alone',
      { T: { $dynamicAnchor: 'node', items: { $dynamicRef: '#node' } }, B: { $ref: '#node' } },
      { 'T/items': '#/components/schemas/T', B: '#/components/schemas/T' },
    ],
    [
      'nothing that is told, where a `$dynamicRef` may lead to more than one',
      {
        T: { $dynamicAnchor: 'node', items: { $dynamicRef: '#node' } },
        U: { $id: 'u', $dynamicAnchor: 'node' },
      },
      {},
    ],
    [
      'what a name that says `$id` and is no keyword has no part in',
      {
        A: { properties: { $id: { type: 'string' } }, example: A, items: { $ref: '#/components/schemas/B' } },
        B: {},
      },
      { 'A/items': '#/components/schemas/B' },
    ],
  ])('%s', (_, schemas, expected) => expect(leads({ 'x.json': document(schemas) })).toEqual(expected));

  it('its place in 3.0, which has no `$id`', () => {
    const schemas = { A: { ...A, items: { $ref: '#/$defs/n' } } };
    expect(leads({ 'x.json': document(schemas, '3.0.3') })).toEqual({ 'A/items': 'nothing at #/$defs/n' });
  });

  it('another file by the URI that it calls itself by, or by its place', () => {
    const files = {
      'x.json': document({ A: { $ref: 'a.json' }, B: { $ref: 'sub/b.json' } }),
      'a.json': {
        $id: 'https://a.example/x/a',
        $defs: { n: {} },
        items: { $ref: 'b' },
        not: { $ref: '#/$defs/n' },
      },
      'sub/b.json': {
        $id: 'https://a.example/x/b',
        contains: { $ref: '../a.json' },
        else: { $ref: 'a#/$defs/n' },
      },
    };
    expect(leads(files)).toEqual({
      A: 'a.json#',
      B: 'sub/b.json#',
      '/items': 'sub/b.json#',
      '/not': 'a.json#/$defs/n',
      '/contains': 'a.json#',
      '/else': 'a.json#/$defs/n',
    });
  });
});

it('a bundle keeps the URI of a schema only where nothing is relative to it', async () => {
  const schemas = { A, B: { $id: 'https://a.example/x/b', items: { $ref: 'a' } } };
  const { value } = await bundle(documentOf('x', { 'x.json': JSON.stringify(document(schemas)) }));
  expect(value.components).toEqual({ schemas: { A, B: { items: { $ref: '#/components/schemas/A' } } } });
});
