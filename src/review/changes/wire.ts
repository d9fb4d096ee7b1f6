import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import { visible, visibleCode } from '../../core/visible.ts';
import type { MessageAt } from './message-pair.ts';

/** Text as one word of a POSIX shell (Shell Command Language, section 2.2.2), on one line. */
const quote = (text: string): string => `'${visible(text).replaceAll("'", `'\\''`)}'`;

/** A message as it travels: a request as a call of curl, a response with its status. */
export function wireOf(at: MessageAt, message: Json): string {
  return at.place.message === 'response' ? responseOf(at, message) : curlOf(at, message);
}

function responseOf({ place, media }: MessageAt, message: Json): string {
  const body = member(message, 'body');
  const lines = [
    `HTTP/1.1 ${place.status ?? ''}`,
    ...(media ? [`Content-Type: ${visible(media.type)}`] : []),
  ];
  return body === undefined
    ? lines.join('\n')
    : `${lines.join('\n')}\n\n${visibleCode(JSON.stringify(body, undefined, 2))}`;
}

function curlOf({ operation, media }: MessageAt, message: Json): string {
  const entries = (part: string): [string, string][] => {
    const values = member(message, part);
    return isObject(values)
      ? Object.entries(values).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, asText(value)]],
        )
      : [];
  };
  const values = new Map(entries('path'));
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (whole, name: string) =>
    values.has(name) ? encodeURIComponent(values.get(name) ?? '') : whole,
  );
  const query = entries('query').map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const body = member(message, 'body');
  const url = `${serverOf(operation.servers[0]?.value)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const needsToken = isArray(operation.security?.value) && operation.security.value.length > 0;
  return [
    `curl --request ${operation.method.toUpperCase()} ${quote(url)}`,
    ...(needsToken ? ['--header "Authorization: Bearer $TOKEN"'] : []),
    ...entries('header').map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(body === undefined
      ? []
      : [`--header ${quote(`Content-Type: ${media?.type ?? 'application/json'}`)}`]),
    ...(body === undefined ? [] : [`--data ${quote(JSON.stringify(body))}`]),
  ].join(' \\\n  ');
}

const asText = (value: Json): string =>
  isArray(value) ? value.map(asText).join(',') : isString(value) ? value : JSON.stringify(value);

/** With the defaults of its variables filled in (OpenAPI 3.1.0, section 4.8.5). */
function serverOf(server: Json | undefined): string {
  const url = isObject(server) && isString(server.url) ? server.url.replace(/\/$/, '') : '';
  const variables = isObject(server) && isObject(server.variables) ? Object.entries(server.variables) : [];
  return variables.reduce((template, [name, variable]) => {
    const value = isObject(variable) ? variable.default : undefined;
    return isString(value) ? template.replaceAll(`{${name}}`, value) : template;
  }, url);
}
