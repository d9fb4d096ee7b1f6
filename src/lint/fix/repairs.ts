import { isString, type JsonObject, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, type Pointer } from '../../core/pointer.ts';
import { componentsOf } from '../../openapi/components.ts';
import type { Document } from '../../source/index.ts';
import { idOf } from '../../vocabulary/tree.ts';
import type { Api } from '../api.ts';
import { serverUrls } from '../topics/servers.ts';
import type { Repair } from './text-edits.ts';

/** A change, and the rules whose finding at that place asks for it. */
export type Remedy = Repair & { readonly rules: readonly string[] };

/** Paths and server urls. A path that something refers to, or that exists without the slash too, stays. */
export function trailingSlashes(document: Document, api: Api): Remedy[] {
  const templates = new Set(api.paths.map(({ template }) => template));
  const references = [...document.files.values()].flatMap(({ references }) =>
    references.map(({ ref }) => ref),
  );
  const paths = api.paths.flatMap(({ template, entry }): Remedy[] => {
    const name = template.replace(/\/+$/, '');
    const isNeeded = references.some(
      ref => ref.includes(`${join('', template)}/`) || ref.endsWith(join('', template)),
    );
    if (name === template || name === '' || templates.has(name) || isNeeded) return [];
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

/** OpenAPI 3.1, section 4.8.12.2: a path parameter MUST have `required: true`. */
export function optionalPathParameters(api: Api): Remedy[] {
  const rules = ['oas-struct'];
  const nodes = new Map<string, Node>();
  for (const { parameters } of api.operations) {
    for (const { node, in: place } of parameters) {
      if (place === 'path' && member(node.value, 'required') !== true) nodes.set(idOf(node), node);
    }
  }
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

/** Refers to the header where the same file already does, or to the header component of the root. */
export function missingVersionHeaders(document: Document, api: Api): Remedy[] {
  const rules = ['adr-version-header', 'zgw-api-version-header'];
  const name = headerNameIn(api);
  const component = componentsOf(api.root, 'headers')
    .map(([name]) => name)
    .find(isVersion);
  const repairs = new Map<string, Remedy>();
  const refIn = (file: string): string | undefined =>
    referenceIn(document, file) ??
    (component && file === document.root ? componentRef(component) : undefined);
  const responses = api.operations.flatMap(({ kind, responses }) => (kind === 'path' ? responses : []));
  for (const { node } of responses.filter(({ headers }) => !headers.has('api-version'))) {
    const ref = refIn(node.file);
    if (ref === undefined) continue;
    const place = headerPlace(api, node, name, { $ref: ref });
    repairs.set(idOf(node), { rules, is: 'insert', file: node.file, ...place });
  }
  return [...repairs.values()];
}

/** Among the headers that an answer has in its own file, else as its first. */
function headerPlace(api: Api, answer: Node, name: string, header: JsonObject) {
  const given = api.child(answer, 'headers');
  return given && given.file === answer.file
    ? { pointer: given.pointer, before: [], key: name, value: header }
    : {
        pointer: answer.pointer,
        before: ['content', 'links'],
        key: 'headers',
        value: { [name]: header },
      };
}

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
