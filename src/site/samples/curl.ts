import { isString, type Json, type JsonObject } from '../../core/json.ts';
import { isJsonType } from '../operation/operations.ts';
import { entriesOf, textOf } from '../reference.ts';
import { type Call, isIgnored, textsOf } from './call.ts';

/** Text as one word of a POSIX shell (Shell Command Language, section 2.2.2). */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A command that makes a call, ready but for what proves who calls. */
export function curlOf(call: Call): string {
  const { operation, server, body, accept } = call;
  const argumentsIn = (place: string): [string, string][] =>
    call.arguments
      .filter(({ parameter }) => parameter.in === place && !isIgnored(parameter))
      .flatMap(textsOf);
  const path = argumentsIn('path').reduce(
    (template, [name, text]) => template.replaceAll(`{${name}}`, encodeURIComponent(text)),
    operation.path,
  );
  const pairs = argumentsIn('query').map(
    ([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`,
  );
  const whole = call.arguments.filter(({ parameter }) => parameter.in === 'querystring').flatMap(textsOf);
  const query = [...pairs, ...whole.map(([, text]) => encodeURIComponent(text))];
  const cookies = argumentsIn('cookie').map(([name, text]) => `${name}=${text}`);
  const method = operation.method === 'head' ? '--head' : `--request ${operation.method.toUpperCase()}`;
  const headers = [
    ...(accept ? [`Accept: ${accept}`] : []),
    ...(body && !isMultipart(body.type) ? [`Content-Type: ${body.type}`] : []),
    ...argumentsIn('header').map(([name, text]) => `${name}: ${text}`),
  ];
  const parts = [
    `curl ${method} ${quote(`${server}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`)}`,
    ...call.credentials.flatMap(proofOf),
    ...headers.map(header => `--header ${quote(header)}`),
    ...(cookies.length > 0 ? [`--cookie ${quote(cookies.join('; '))}`] : []),
    ...(body ? bodyOf(body) : []),
  ];
  return parts.join(' \\\n  ');
}

/** What proves who calls stands in a variable of the shell: in double quotes, so that it is filled in. */
function proofOf(scheme: JsonObject): string[] {
  const name = textOf(scheme.name);
  if (scheme.type === 'apiKey' && scheme.in === 'header') return [`--header "${name}: $API_KEY"`];
  if (scheme.type === 'apiKey' && scheme.in === 'cookie') return [`--cookie "${name}=$API_KEY"`];
  if (scheme.type === 'apiKey') return [`--url-query "${name}=$API_KEY"`];
  if (scheme.type === 'http' && textOf(scheme.scheme).toLowerCase() === 'basic')
    return ['--user "$USER:$PASSWORD"'];
  if (scheme.type === 'mutualTLS') return ['--cert "$CERTIFICATE"'];
  const kind = scheme.type === 'http' ? textOf(scheme.scheme) : 'bearer';
  const word = kind.charAt(0).toUpperCase() + kind.slice(1);
  return [`--header "Authorization: ${word} $TOKEN"`];
}

const isMultipart = (type: string): boolean => type.startsWith('multipart/');

function bodyOf({ type, value }: { readonly type: string; readonly value: Json }): string[] {
  // With --form and --data, text that begins with an @ would be the name of a file.
  if (isMultipart(type))
    return entriesOf(value).map(([name, part]) => `--form-string ${quote(`${name}=${textPart(part)}`)}`);
  if (type.startsWith('application/x-www-form-urlencoded'))
    return entriesOf(value).map(([name, part]) => `--data-urlencode ${quote(`${name}=${textPart(part)}`)}`);
  const text = isString(value) && !isJsonType(type) ? value : JSON.stringify(value, undefined, 2);
  return [`${text.startsWith('@') ? '--data-raw' : '--data'} ${quote(text)}`];
}

const textPart = (value: Json): string => (isString(value) ? value : JSON.stringify(value));
