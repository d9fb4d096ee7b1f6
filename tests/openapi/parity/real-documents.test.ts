import { expect, it } from '@jest/globals';
import { bundle } from '../../../src/bundle/index.ts';
import { isObject, type Json, type JsonObject } from '../../../src/core/json.ts';
import { describe as describeApi } from '../../../src/lint/api.ts';
import { generateDocs } from '../../../src/site/index.ts';
import { documentOf, read } from '../../../src/source/index.ts';
import { generateTypes } from '../../../src/types/index.ts';
import { sharedFiles } from '../../corpus/corpus.ts';
import { compareDocuments } from '../../diff/documents.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Small documents of several publishers in each run; `ZDS_DEEP=1` looks at all that are there. */
const names = sharedFiles('corpus', 'foreign/dutch')
  .filter(name => /openapi\.yaml$|dutch\/[^/]+\.(json|ya?ml)$/.test(name))
  .filter(name => process.env.ZDS_DEEP || /nrc\/1\.0\.1|signals|ods-raads|tiles|mijn-taken/.test(name))
  .sort();

/** A method of a path that has an operation, as the types are laid out; `never` where it has none. */
const WITH_METHOD = new RegExp(`^ {8}(${METHODS.join('|')}): (?=operations\\[|\\{)`, 'gm');

interface Listed {
  readonly label: string;
  readonly method: string;
  readonly value: JsonObject;
}

/** The operations of `paths`, read with no code of the project: in a bundle a path item is written out. */
function operationsOf({ paths }: JsonObject): readonly Listed[] {
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([at, item]) =>
    METHODS.flatMap(method => {
      const value = isObject(item) ? item[method] : undefined;
      return isObject(value) ? [{ label: `${method.toUpperCase()} ${at}`, method, value }] : [];
    }),
  );
}

const sorted = (labels: readonly string[]): readonly string[] => [...labels].sort();

/** The same document, in which every operation of `paths` is deprecated where it was not, and the reverse. */
function turned(value: JsonObject): JsonObject {
  const copy = structuredClone(value) as JsonObject;
  for (const { value: operation } of operationsOf(copy))
    Object.assign(operation, { deprecated: operation.deprecated !== true });
  return copy;
}

function operationsThatChanged(value: JsonObject): readonly string[] {
  const { findings } = compareDocuments(value, turned(value));
  const affected = findings
    .filter(({ rule }) => rule === 'deprecated' || rule === 'deprecation-lifted')
    .flatMap(({ affects }) => affects.flatMap(({ operation }) => operation ?? []));
  return sorted([...new Set(affected)]);
}

async function sectionsOfSite(value: JsonObject): Promise<number> {
  const pages = [...(await generateDocs(value))].filter(([file]) => file.endsWith('.html'));
  return pages.flatMap(([, text]) => text.match(/<section class="operation( alone)?"/g) ?? []).length;
}

async function methodsOfTypes(value: JsonObject): Promise<number> {
  const text = await generateTypes(value);
  const paths = text.slice(text.indexOf('export interface paths'), text.indexOf('export type webhooks'));
  return (paths.match(WITH_METHOD) ?? []).length;
}

if (names.length === 0) {
  it.skip('the operations of documents of others: ../shared is not there', () => {});
  console.warn('tests/openapi/parity: ../shared is not there, so documents of others are not tried');
} else {
  it.each(names)(
    'lint, comparison, site and types see the same operations of %s',
    async name => {
      const { value } = await bundle(await read(name, { allowOutside: true }), { force: true });
      const labels = sorted(operationsOf(value).map(({ label }) => label));
      const { operations } = describeApi(
        documentOf('bundle', { 'openapi.json': JSON.stringify(value as Json) }),
      );
      const lint = operations.filter(({ kind }) => kind === 'path').map(({ label }) => label);
      expect({
        lint: sorted(lint),
        diff: operationsThatChanged(value),
        site: await sectionsOfSite(value),
        types: await methodsOfTypes(value),
      }).toEqual({ lint: labels, diff: labels, site: labels.length, types: labels.length });
    },
    300_000,
  );
}
