import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../../src/bundle/index.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { describe as describeApi } from '../../../src/lint/api.ts';
import { lint } from '../../../src/lint/index.ts';
import type { DescribedApi, Operation } from '../../../src/openapi/api.ts';
import { generateDocs } from '../../../src/site/index.ts';
import { nodeAt } from '../../../src/source/follow.ts';
import { generateTypes } from '../../../src/types/index.ts';
import { validateExamples } from '../../../src/validate/index.ts';
import { compareDocuments, document } from '../../diff/documents.ts';
import {
  behindReferences,
  KITCHEN_SINKS,
  MEDIA_TYPES,
  OPERATIONS,
  PARAMETERS,
  SCHEMES,
  type Version,
  withNumbers,
} from './kitchen-sinks.ts';

const VERSIONS: readonly Version[] = ['3.0', '3.1', '3.2'];

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Which of the names stand in a text, each as a word of its own. */
const namedIn = (text: string, names: readonly string[]): string[] =>
  sorted(names.filter(name => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i').test(text)));

const renamed = (value: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(value).replaceAll(/"operationId":"(\w+)"/g, '"operationId":"$1_2"'),
  ) as JsonObject;

async function textOfSite(value: JsonObject): Promise<string> {
  const { value: bundled } = await bundle(document(value));
  const files = await generateDocs(bundled);
  return [...files]
    .filter(([file]) => file.endsWith('.html'))
    .map(([, text]) => text)
    .join('\n');
}

async function textOfTypes(value: JsonObject): Promise<string> {
  const { value: bundled } = await bundle(document(value));
  return generateTypes(bundled);
}

/** The labels of operations that a rule about every operation finds. */
async function operationsOfRule(value: JsonObject, rule: string): Promise<string[]> {
  const { findings } = await lint(document(value), { severities: { [rule]: 'warning' } });
  const found = findings.filter(({ rule: id }) => id === rule);
  return sorted(found.flatMap(({ affects }) => affects.flatMap(({ operation }) => operation ?? [])));
}

/** The names of all that an operation of lint's model holds. */
function heldBy({ parameters, requestContent, responses }: Operation, { resolve }: DescribedApi): string[] {
  const headers = responses.flatMap(({ headerList }) => headerList);
  const media = [...requestContent, ...responses.flatMap(({ content }) => content)];
  const items = media.flatMap(({ itemSchema }) => (itemSchema && resolve(itemSchema)) ?? []);
  const schemas = [...parameters, ...headers, ...media].flatMap(({ schema, node }) => [schema ?? node, node]);
  const inside = [...schemas, ...items].map(node => JSON.stringify(node.value));
  return [...parameters.map(({ name }) => name), ...headers.map(({ name }) => name), ...inside];
}

/** What has a method of its own (OpenAPI 3.2) or is a callback has no types, and so what only that holds has none. */
function untypedIn(value: JsonObject): { readonly operations: string[]; readonly names: string[] } {
  const isUntyped = ({ kind, method }: Operation): boolean =>
    kind === 'callback' || method === 'query' || method === 'COPY';
  const api = describeApi(document(value));
  const untyped = api.operations.filter(isUntyped);
  return {
    operations: sorted(untyped.map(({ value: { operationId } }) => String(operationId))),
    names: namedIn(untyped.flatMap(operation => heldBy(operation, api)).join(' '), [
      ...PARAMETERS['3.2'],
      ...MEDIA_TYPES['3.2'],
    ]),
  };
}

/** The place, and what is called something there: a parameter has its name inside, a component where it is used. */
function placeOf(value: JsonObject, pointer: string): string {
  const file = document(value);
  const root = file.files.get(file.root);
  const place = pointer.replace(/\/(example|schema)(\/.*)?$/, '');
  const holder = root && nodeAt(file, root, place)?.value;
  const name = (holder as { readonly name?: Json } | undefined)?.name;
  const uses = [...JSON.stringify(value).matchAll(/"([\w-]+)":\{"\$ref":"#([^"]+)"\}/g)];
  const names = uses.filter(([, , target]) => target === place).map(([, use]) => use);
  return [pointer, typeof name === 'string' ? name : '', ...names].join(' ');
}

const SINKS: readonly (readonly [string, Version, JsonObject])[] = [
  ...VERSIONS.map(version => [`of OpenAPI ${version}`, version, KITCHEN_SINKS[version]] as const),
  ['behind references, as far as OpenAPI 3.2 goes', '3.2', behindReferences(KITCHEN_SINKS['3.2'])],
];

describe.each(SINKS)('the kitchen sink %s', (_, version, value) => {
  const operations = sorted(OPERATIONS[version]);
  const parameters = sorted(PARAMETERS[version]);
  const mediaTypes = sorted(MEDIA_TYPES[version]);
  const places = sorted([...parameters, ...mediaTypes]);

  it('has the operations that are expected, and no other', () => {
    const written = [
      ...JSON.stringify({ ...value, components: undefined }).matchAll(/"operationId":"(\w+)"/g),
    ];
    const shared = [...JSON.stringify(value.components ?? {}).matchAll(/"operationId":"(\w+)"/g)];
    expect(sorted([...written, ...shared].map(([, id]) => id ?? ''))).toEqual(operations);
  });

  it('diff sees every operation', () => {
    const { findings } = compareDocuments(value, renamed(value));
    const found = findings.filter(({ rule }) => rule === 'operation-id-changed');
    expect(
      sorted(found.flatMap(({ affects }) => affects.flatMap(({ operation }) => operation ?? []))),
    ).toEqual(sorted(describeApi(document(value)).operations.map(({ label }) => label)));
  });

  it('diff sees every parameter, header and media type', () => {
    const { findings } = compareDocuments(value, withNumbers(value) as JsonObject);
    const found = findings.flatMap(({ affects }) => affects.flatMap(({ property }) => property ?? []));
    expect(namedIn(found.join(' '), places)).toEqual(places);
  });

  it('lint sees every operation, parameter, header and media type', async () => {
    const api = describeApi(document(value));
    expect(sorted(api.operations.map(({ value: { operationId } }) => String(operationId)))).toEqual(
      operations,
    );
    expect(namedIn(api.operations.flatMap(operation => heldBy(operation, api)).join(' '), places)).toEqual(
      places,
    );
    expect([...api.securitySchemes.keys()]).toEqual(SCHEMES);
    expect(await operationsOfRule(value, 'oas-operation-summary')).toEqual(
      sorted(api.operations.map(({ label }) => label)),
    );
  });

  it('the site shows every operation, parameter, header, media type and security scheme', async () => {
    const text = await textOfSite(value);
    const all = sorted([...operations, ...places, ...SCHEMES]);
    expect(namedIn(text, all)).toEqual(all);
  });

  it('types hold every operation with a method of 3.1, and say which they do not', async () => {
    const text = await textOfTypes(value);
    const untyped = untypedIn(value);
    const header = text.slice(0, text.indexOf('*/'));
    expect(namedIn(header, operations)).toEqual(untyped.operations);
    const all = sorted([...operations, ...places.filter(name => !untyped.names.includes(name))]);
    expect(namedIn(text, all)).toEqual(all);
  });

  it('a slice has every operation of its API, and all that it holds', async () => {
    const { value: slice } = await bundle(document(value), { api: 'Zaken' });
    const api = describeApi(document(slice));
    expect(sorted(api.operations.map(({ value: { operationId } }) => String(operationId)))).toEqual(
      operations,
    );
    expect(namedIn(api.operations.flatMap(operation => heldBy(operation, api)).join(' '), places)).toEqual(
      places,
    );
  });

  it('validate refuses the example of every parameter, header and media type', async () => {
    const { findings } = await validateExamples(document(value));
    const found = findings.map(({ new: at }) => placeOf(value, at?.pointer ?? '')).join(' ');
    const examples = places.filter(name => name !== 'm_item');
    expect(namedIn(found, examples)).toEqual(examples);
  });
});
