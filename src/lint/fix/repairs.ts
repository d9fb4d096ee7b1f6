import path from 'node:path';
import type { Finding } from '../../core/finding.ts';
import { isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, type Pointer, parent } from '../../core/pointer.ts';
import { componentsOf } from '../../openapi/components.ts';
import { type Document, nodeAt } from '../../source/index.ts';
import { idOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { serverUrls } from '../topics/servers.ts';
import type { Repair } from './text-edits.ts';

/** A change, and the rules whose finding at that place asks for it. */
export type Remedy = Repair & { readonly rules: readonly string[] };

/** Paths and server urls. A path that something refers to, or that exists without the slash too, stays. */
export function trailingSlashes(document: Document, api: Api): Remedy[] {
  const templates = new Set(api.paths.map(({ template }) => unnamed(template)));
  const references = referencesIn(document);
  const paths = api.paths.flatMap(({ template, entry }): Remedy[] => {
    const name = template.replace(/\/+$/, '');
    const token = join('', template);
    const isNeeded = references.some(ref => ref.includes(`${token}/`) || ref.endsWith(token));
    if (name === template || name === '' || templates.has(unnamed(name)) || isNeeded) return [];
    return [
      { rules: ['adr-no-trailing-slash'], is: 'rename', file: entry.file, pointer: entry.pointer, name },
    ];
  });
  const servers = serverUrls(api)
    .map(({ node }) => node)
    .filter(({ value }) => isString(value) && value !== '/' && value.endsWith('/'));
  const urls = new Map(servers.map(node => [idOf(node), node]));
  return [
    ...paths,
    ...[...urls.values()].map(
      ({ file, pointer, value }): Remedy => ({
        rules: ['oas-server-trailing-slash'],
        is: 'set',
        file,
        pointer,
        value: String(value).replace(/\/+$/, ''),
      }),
    ),
  ];
}

/** Two paths that differ in the names of their parameters alone are the same (OpenAPI 3.1, section 4.8.8.2). */
const unnamed = (template: string): string => template.replace(/\{[^}]*\}/g, '{}');

/** What stands behind `$ref` and, in links, behind `operationRef`, with its percent encoding undone. */
const referencesIn = (document: Document): string[] =>
  [...document.files.values()].flatMap(({ references, text }) =>
    [
      ...references.map(({ ref }) => ref),
      ...[...text.matchAll(/operationRef["']?\s*:\s*["']?([^\s"',}]+(?:\}[^\s"',}]+)*)/g)].map(
        ([, ref = '']) => ref,
      ),
    ].map(unencoded),
  );

const unencoded = (ref: string): string =>
  ref.replace(/%[0-7][0-9a-f]/gi, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

/**
 * OpenAPI 3.1, section 4.8.12.2: a path parameter MUST have `required: true`. Also one that no operation uses, or that an
 * operation has again.
 */
export function optionalPathParameters(document: Document, findings: readonly Finding[]): Remedy[] {
  const nodes = new Map<string, Node>();
  for (const { rule, new: at } of findings) {
    if (rule !== 'oas-struct' || !at) continue;
    const file = document.files.get(at.file);
    const around = [at.pointer, parent(at.pointer)];
    for (const node of file ? around.flatMap(pointer => nodeAt(document, file, pointer) ?? []) : [])
      if (isPathParameter(node.value) && member(node.value, 'required') !== true) nodes.set(idOf(node), node);
  }
  const rules = ['oas-struct'];
  return [...nodes.values()].map(({ file, pointer, value }) =>
    member(value, 'required') === undefined
      ? {
          rules,
          is: 'insert',
          file,
          pointer,
          before: ['schema', 'description'],
          key: 'required',
          value: true,
        }
      : { rules, is: 'set', file, pointer: join(pointer, 'required'), value: true },
  );
}

const isPathParameter = (value: Json): boolean =>
  member(value, 'in') === 'path' && isString(member(value, 'name'));

/** Refers to the header as the same file already does, or else to the header component of the root. */
export function missingVersionHeaders(document: Document, api: Api): Remedy[] {
  const rules = ['adr-version-header', 'zgw-api-version-header'];
  const name = headerNameIn(api);
  const component = componentsOf(api.root, 'headers')
    .map(([name]) => name)
    .find(isVersion);
  const repairs = new Map<string, Remedy>();
  const refIn = (file: string): string | undefined =>
    referenceIn(document, file) ?? (component && rootFrom(document, file) + componentRef(component));
  const responses = api.operations.flatMap(({ kind, responses }) => (kind === 'path' ? responses : []));
  for (const { node } of responses.filter(({ headers }) => !headers.has('api-version'))) {
    const place = headerPlace(api, node);
    const ref = place && refIn(node.file);
    if (place === undefined || ref === undefined) continue;
    const header = { [name]: { $ref: ref } };
    const entry = place.isHeaders
      ? { before: [], key: name, value: header[name] }
      : { before: ['content', 'links'], key: 'headers', value: header };
    repairs.set(idOf(node), { rules, is: 'insert', file: node.file, pointer: place.pointer, ...entry });
  }
  return [...repairs.values()];
}

/** Among the headers that an answer has, else as its first; nowhere in what is no map, or stands in another file. */
function headerPlace(
  api: Api,
  answer: Node,
): (Pick<Node, 'file' | 'pointer'> & { isHeaders: boolean }) | undefined {
  const given = api.child(answer, 'headers');
  if (given === undefined) return { ...answer, isHeaders: false };
  return given.file === answer.file && isObject(given.value) && member(given.value, '$ref') === undefined
    ? { ...given, isHeaders: true }
    : undefined;
}

/** The way from a file to the root, as a reference writes it: empty in the root itself. */
const rootFrom = ({ root }: Document, file: string): string =>
  file === root ? '' : path.relative(path.dirname(file), root).split(path.sep).join('/');

/** As the other answers of the document spell it. */
function headerNameIn(api: Api): string {
  const names = api.operations.flatMap(({ responses }) =>
    responses.flatMap(({ headerList }) => headerList.map(({ name }) => name)),
  );
  return names.find(name => /^api-version$/i.test(name)) ?? 'API-Version';
}

const isVersion = (name: string): boolean => /^api[-_]?version$/i.test(name);

const componentRef = (name: string): string => `#${join('/components/headers', name)}`;

function referenceIn(document: Document, file: string): string | undefined {
  const isHeader = (pointer: Pointer): boolean => /\/headers\/api-version$/i.test(pointer);
  return document.files.get(file)?.references.find(({ pointer }) => isHeader(pointer))?.ref;
}
