import { entryOf, isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { sample } from '../../json-schema/counterexample/sample.ts';
import type { Reading } from '../../json-schema/reading.ts';
import { openWorkspace, type Workspace } from '../../json-schema/workspace.ts';
import { waysIn } from '../operation/access.ts';
import {
  examplesOf,
  isJsonType,
  isSuccess,
  type ShownMediaType,
  type ShownOperation,
  type ShownParameter,
} from '../operation/operations.ts';
import { schemeOf } from '../operation/schemes.ts';
import { entriesOf, listOf, textOf } from '../reference.ts';
import type { Site } from '../site.ts';

/** A value for a parameter of a call, with what says how it is written. */
export interface Argument {
  readonly parameter: ShownParameter;
  readonly value: Json;
}

export interface CallBody {
  readonly type: string;
  readonly value: Json;
  /** Members that are files, not text. */
  readonly files: readonly string[];
}

/** One call of an operation, complete: what an example in any language says. */
export interface Call {
  readonly operation: ShownOperation;
  /** Of the first server, with the defaults of its variables; without a slash at the end. */
  readonly server: string;
  readonly arguments: readonly Argument[];
  readonly body: CallBody | undefined;
  readonly accept: string | undefined;
  /** Schemes that the first way in asks; none where it asks nothing. */
  readonly credentials: readonly JsonObject[];
}

/** @param example name of the example that is sent; the first one without it */
export const callOf = (site: Site, operation: ShownOperation, example?: string): Call => ({
  operation,
  server: serverOf(operation),
  arguments: operation.parameters.filter(isNeeded).map(parameter => ({
    parameter,
    value: argumentOf(site, parameter),
  })),
  body: bodyOf(site, operation, example),
  accept: operation.responses.find(isSuccess)?.contents[0]?.name,
  credentials: (waysIn(operation.security)[0] ?? []).flatMap(({ scheme }) => {
    const known = schemeOf(site, scheme);
    return known ? [known] : [];
  }),
});

/** With the defaults of its variables filled in (OpenAPI 3.1, section 4.8.5). */
export function serverOf({ servers }: Pick<ShownOperation, 'servers'>): string {
  const [server] = servers;
  const url = textOf(server?.url).replace(/\/$/, '');
  return entriesOf(server?.variables).reduce(
    (template, [name, variable]) =>
      template.replaceAll(`{${name}}`, (isObject(variable) && textOf(variable.default)) || `{${name}}`),
    url,
  );
}

const isNeeded = ({ in: place, required }: ShownParameter): boolean => required || place === 'path';

/** A header parameter of these names says nothing to who calls (OpenAPI 3.1, section 4.8.12.2.1); types have it all the same. */
export const isIgnored = ({ in: place, name }: ShownParameter): boolean =>
  place === 'header' && /^(accept|content-type|authorization)$/i.test(name);

/** The first example that is given, else a value that the schema allows. */
function argumentOf(site: Site, { object, schema, contents, node, name }: ShownParameter): Json {
  const { keywords, values } = site.shapeOf(schema);
  const candidates: (Json | undefined)[] = [
    examplesOf(site.root, object)[0]?.value,
    ...contents.map(content => examplesOf(site.root, content.object)[0]?.value),
    keywords.example,
    listOf(keywords.examples)[0],
    keywords.default,
    values?.[0],
  ];
  return candidates.find(value => value !== undefined) ?? smallestValue(site, node) ?? `{${name}}`;
}

function bodyOf(site: Site, { contents }: ShownOperation, example?: string): Call['body'] {
  const content = contents.find(({ name }) => isJsonType(name)) ?? contents[0];
  if (!content) return undefined;
  const value = exampleOf(site, content, example) ?? smallestValue(site, content.node);
  return value === undefined ? undefined : { type: content.name, value, files: filesIn(site, content) };
}

/** Members of a form that hold bytes: `binary` of 3.0, or a media type without an encoding (OpenAPI 3.1, section 4.8.14.3). */
function filesIn(site: Site, { schema }: ShownMediaType): string[] {
  const { properties } = site.shapeOf(schema ?? {});
  return [...properties].flatMap(([name, part]) => {
    const { keywords } = site.shapeOf(part);
    const isBytes =
      keywords.format === 'binary' ||
      (keywords.contentMediaType !== undefined && keywords.contentEncoding === undefined);
    return isBytes ? [name] : [];
  });
}

/** The named example of a body, or its first: of its media type, else of its schema. */
export function exampleOf(
  site: Site,
  { object, schema }: ShownMediaType,
  example?: string,
): Json | undefined {
  const { keywords } = site.shapeOf(schema ?? {});
  const all = examplesOf(site.root, object);
  const own = all.find(({ name }) => name === example) ?? all[0];
  return own?.value ?? keywords.example ?? listOf(keywords.examples)[0];
}

/** What was worked out of the schemas of a site. */
const workspaces = new WeakMap<Site['api'], { readonly space: Workspace; readonly reading: Reading }>();

/** A small value that a request may hold at a place: made for the schema, so it satisfies it. */
function smallestValue(site: Site, node: Node | undefined): Json | undefined {
  if (!node) return undefined;
  const resolve: Resolve = site.api.resolve;
  const known = workspaces.get(site.api) ?? { space: openWorkspace(), reading: requestsIn(resolve) };
  workspaces.set(site.api, known);
  return sample(known.space, [{ node, reading: known.reading }]);
}

/** What a client sends: nothing that is only for reading. */
const requestsIn = (resolve: Resolve): Reading => ({
  id: 'sample',
  role: 'producer',
  hides: 'readOnly',
  discriminators: new Set(),
  resolve,
});

/** A value as the text of a parameter (OpenAPI 3.1, section 4.8.12.3); each name once, or once for each item. */
export function textsOf({ parameter, value }: Argument): [name: string, text: string][] {
  const { name, object, contents, in: place } = parameter;
  if (contents.length > 0 || (!isArray(value) && !isObject(value))) return [[name, plain(value)]];
  const style = textOf(object.style) || (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const isExploded = typeof object.explode === 'boolean' ? object.explode : style === 'form';
  const members = isArray(value) ? [] : entriesOf(value).map(([key, part]) => [key, plain(part)] as const);
  if (style === 'deepObject') return members.map(([key, part]) => [`${name}[${key}]`, part]);
  if (style === 'form' && isExploded)
    return isArray(value)
      ? value.map(item => [name, plain(item)])
      : members.map(([key, part]) => [key, part]);
  const items = isArray(value) ? value.map(plain) : members.map(pair => pair.join(isExploded ? '=' : ','));
  return [[name, items.join(entryOf(BETWEEN, style) ?? ',')]];
}

const BETWEEN: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

const plain = (value: Json): string => (isString(value) ? value : JSON.stringify(value));
