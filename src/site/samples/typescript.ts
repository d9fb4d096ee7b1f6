import { isString, type Json } from '../../core/json.ts';
import { isJsonType } from '../operation/operations.ts';
import { entriesOf, textOf } from '../reference.ts';
import type { Argument, Call, CallBody } from './call.ts';

/** The methods that a client of openapi-fetch has. */
const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/**
 * A module that makes a call with openapi-fetch and the types of `zds types`; `undefined` for a method that the client
 * does not have, and for what does not come over HTTP from a client.
 */
export function typescriptOf(call: Call): string | undefined {
  const { operation, server } = call;
  if (operation.kind !== 'path' || !METHODS.has(operation.method)) return undefined;
  const headers = headersOf(call);
  const options = [
    ...paramsOf(call.arguments),
    ...(headers.length > 0 ? [`headers: { ${headers.join(', ')} },`] : []),
    ...(call.body ? [`body: ${bodyLiteral(call.body)},`, ...serializerOf(call.body.type)] : []),
  ];
  const argument = options.length > 0 ? `, {\n${indent(options.join('\n'))}\n}` : '';
  const proofs = proofsOf(call).map(({ variable }) => `const ${variable} = '…';`);
  return [
    "import createClient from 'openapi-fetch';",
    "import type { paths } from './api';",
    '',
    ...proofs,
    `const client = createClient<paths>({ baseUrl: ${JSON.stringify(server)} });`,
    `const { data, error } = await client.${operation.method.toUpperCase()}(${JSON.stringify(operation.path)}${argument});`,
    '',
  ].join('\n');
}

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** A value of JSON is one of TypeScript; names that need no quotes get none. */
const literal = (value: Json): string =>
  JSON.stringify(value, undefined, 2).replaceAll(/^(\s*)"([A-Za-z_$][\w$]*)": /gm, '$1$2: ');

/** Files are of another type than text, whatever an example says of their content. */
function bodyLiteral({ value, files, type }: CallBody): string {
  if (!type.startsWith('multipart/')) return literal(value);
  const members = entriesOf(value).map(([name, part]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${key}: ${files.includes(name) ? `new Blob([${JSON.stringify(isString(part) ? part : JSON.stringify(part))}])` : literal(part)},`;
  });
  return `{\n${indent(members.join('\n'))}\n}`;
}

const PLACES = ['path', 'query', 'header', 'cookie'] as const;

function paramsOf(all: readonly Argument[]): string[] {
  const groups = PLACES.flatMap(place => {
    const own = all.filter(({ parameter }) => parameter.in === place);
    const members = own.map(
      ({ parameter, value }) => `${JSON.stringify(parameter.name)}: ${JSON.stringify(value)}`,
    );
    return members.length > 0 ? [`${place}: { ${members.join(', ')} }`] : [];
  });
  return groups.length > 0 ? [`params: { ${groups.join(', ')} },`] : [];
}

interface Proof {
  readonly variable: string;
  readonly header: string;
}

function proofsOf({ credentials }: Call): Proof[] {
  return credentials.flatMap((scheme): Proof[] => {
    if (scheme.type === 'apiKey')
      return scheme.in === 'header'
        ? [{ variable: 'apiKey', header: `${JSON.stringify(textOf(scheme.name))}: apiKey` }]
        : [];
    if (scheme.type === 'mutualTLS') return [];
    const kind = scheme.type === 'http' ? textOf(scheme.scheme) : 'bearer';
    const word = kind.charAt(0).toUpperCase() + kind.slice(1);
    return [{ variable: 'token', header: `Authorization: \`${word} \${token}\`` }];
  });
}

/** The client sends `application/json` by itself; another type of JSON has to be said. */
function headersOf(call: Call): string[] {
  const type = call.body?.type;
  const isSaid = type !== undefined && type !== 'application/json' && !type.startsWith('multipart/');
  return [
    ...proofsOf(call).map(({ header }) => header),
    ...(isSaid ? [`'Content-Type': ${JSON.stringify(type)}`] : []),
  ];
}

/** Bodies that are not JSON are written by a function. */
function serializerOf(type: string): string[] {
  if (isJsonType(type)) return [];
  if (type.startsWith('multipart/'))
    return [
      'bodySerializer: parts => {',
      '  const form = new FormData();',
      '  for (const [name, part] of Object.entries<unknown>(parts ?? {}))',
      '    form.append(name, part instanceof Blob ? part : String(part));',
      '  return form;',
      '},',
    ];
  return type.startsWith('application/x-www-form-urlencoded')
    ? ['bodySerializer: fields => new URLSearchParams(fields as unknown as Record<string, string>),']
    : ['bodySerializer: content => content as unknown as BodyInit,'];
}
