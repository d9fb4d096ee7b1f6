import { isObject, type Json, type JsonObject } from '../../core/json.ts';
import { entriesOf, listOf, textOf } from '../reference.ts';
import type { Site } from '../site.ts';
import { examplesOf, isSuccess, type Operation, type Parameter } from './operations.ts';

/** Text as one word of a POSIX shell (Shell Command Language, section 2.2.2). */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A command that makes the call of an operation, ready but for the token and what stands in braces. */
export function curlOf(site: Site, operation: Operation): string {
  const { root } = site;
  const [request] = operation.contents;
  const answer = operation.responses.find(isSuccess)?.contents[0];
  const query = parametersIn(site, operation, 'query').map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const path = parametersIn(site, operation, 'path').reduce(
    (template, [name, value]) => template.replace(`{${name}}`, value),
    operation.path,
  );
  const url = `${serverOf(operation)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const method = operation.method === 'head' ? '--head' : `--request ${operation.method.toUpperCase()}`;
  const headers = [
    ...(operation.security.length > 0 ? ['Authorization: Bearer $TOKEN'] : []),
    ...(answer ? [`Accept: ${answer.name}`] : []),
    ...(request ? [`Content-Type: ${request.name}`] : []),
    ...parametersIn(site, operation, 'header').map(([name, value]) => `${name}: ${value}`),
  ];
  const parts = [
    `curl ${method} ${quote(url)}`,
    ...headers.map(header => `--header ${header.endsWith('$TOKEN') ? `"${header}"` : quote(header)}`),
    ...(request ? [`--data ${quote(bodyOf(root, request.object))}`] : []),
  ];
  return parts.join(' \\\n  ');
}

/** A body that is too long for a line to read stands in a file. */
const MAX_BODY = 200;

function bodyOf(root: JsonObject, mediaType: JsonObject): string {
  const example = examplesOf(root, mediaType)[0];
  const text = example === undefined ? '' : JSON.stringify(example.value);
  return text !== '' && text.length <= MAX_BODY ? text : '@body.json';
}

/** With the defaults of its variables filled in (OpenAPI 3.1, section 4.8.5). */
export function serverOf({ servers }: Operation): string {
  const [server] = servers;
  const url = textOf(server?.url).replace(/\/$/, '');
  return entriesOf(server?.variables).reduce(
    (template, [name, variable]) =>
      template.replaceAll(`{${name}}`, (isObject(variable) && textOf(variable.default)) || `{${name}}`),
    url,
  );
}

/** The parameters that a call needs, each with an example, its only value, or its name in braces. */
function parametersIn(site: Site, operation: Operation, place: string): [string, string][] {
  return operation.parameters
    .filter(parameter => parameter.in === place && (parameter.required || place === 'path'))
    .filter(({ name }) => !/^(accept|content-type|authorization)$/i.test(name))
    .map(parameter => [parameter.name, sampleOf(site, parameter)]);
}

function sampleOf(site: Site, parameter: Parameter): string {
  const shape = site.shapeOf(parameter.schema);
  const candidates: (Json | undefined)[] = [
    examplesOf(site.root, parameter.object)[0]?.value,
    shape.keywords.example,
    listOf(shape.keywords.examples)[0],
    shape.keywords.default,
    shape.values?.[0],
  ];
  const sample = candidates.find(value => typeof value === 'string' || typeof value === 'number');
  return sample === undefined ? `{${parameter.name}}` : String(sample);
}
