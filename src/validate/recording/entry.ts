import type { SourceLocation } from '../../core/finding.ts';
import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import {
  type Headers,
  NO_BODY,
  type RecordedExchange,
  type SentBody,
  type SentRequest,
  urlOf,
} from './exchange.ts';

/** What an entry of an HTTP Archive (1.1 and 1.2) tells, or why it tells nothing. */
export type RecordedEntry = { readonly exchange: RecordedExchange } | { readonly broken: Text };

const broken = (nl: string, en: string): RecordedEntry => ({ broken: { nl, en } });

export function entryOf(value: Json, number: number | undefined, place: SourceLocation): RecordedEntry {
  const request = member(value, 'request');
  const [method, url] = [member(request, 'method'), member(request, 'url')];
  if (!isObject(request)) return broken("'request' ontbreekt", "'request' is missing");
  if (!isString(method) || method === '')
    return broken("'request.method' ontbreekt", "'request.method' is missing");
  if (!isString(url) || url === '') return broken("'request.url' ontbreekt", "'request.url' is missing");
  return {
    exchange: { number, place, request: requestOf(request, method, url), response: responseOf(value) },
  };
}

function requestOf(request: Json, method: string, written: string): SentRequest {
  const url = urlOf(written);
  const listed = pairsIn(member(request, 'queryString'));
  // The URL is what travelled; some recorders leave the query out of it, and list it only.
  const query = url.query.length > 0 ? url.query : listed.map(encoded);
  const headers = withCookies(headersOf(member(request, 'headers')), member(request, 'cookies'));
  const body = requestBody(member(request, 'postData'), headers, Number(member(request, 'bodySize') ?? 0));
  return { method: method.toUpperCase(), url: { ...url, query }, headers, body };
}

const encoded = ([name, value]: readonly [string, string]): [string, string] => [
  encodeURIComponent(name),
  encodeURIComponent(value),
];

function responseOf(value: Json): RecordedExchange['response'] {
  const response = member(value, 'response');
  const status = Number(member(response, 'status'));
  // Recorders write 0 or -1 where the request was blocked, broken off or never answered.
  if (!Number.isInteger(status) || status < 100 || status > 999) return undefined;
  const headers = headersOf(member(response, 'headers'));
  const content = member(response, 'content');
  return { status, headers, body: contentBody(content, headers, Number(member(response, 'bodySize') ?? -1)) };
}

/** Headers as a recorder lists them. Those of HTTP/2 that start with a colon are no headers (RFC 9113, section 8.3). */
function headersOf(list: Json | undefined): Headers {
  const headers = new Map<string, string[]>();
  for (const [written, value] of pairsIn(list)) {
    const name = written.toLowerCase();
    const values = headers.get(name);
    if (values) values.push(value);
    else if (!name.startsWith(':')) headers.set(name, [value]);
  }
  return headers;
}

/** Cookies that are listed and stand in no header. */
function withCookies(headers: Headers, list: Json | undefined): Headers {
  const cookies = pairsIn(list).map(([name, value]) => `${name}=${value}`);
  return headers.has('cookie') || cookies.length === 0
    ? headers
    : new Map([...headers, ['cookie', [cookies.join('; ')]]]);
}

function pairsIn(list: Json | undefined): [string, string][] {
  const pairs: [string, string][] = [];
  for (const item of isArray(list) ? list : []) {
    const [name, value] = [member(item, 'name'), member(item, 'value')];
    if (isString(name)) pairs.push([name, isString(value) ? value : String(value ?? '')]);
  }
  return pairs;
}

/** The media type that a message names; recorders write `x-unknown` for none. */
function typeOf(headers: Headers, mimeType: Json | undefined): string | undefined {
  const listed = isString(mimeType) && mimeType !== '' && mimeType !== 'x-unknown' ? mimeType : undefined;
  return headers.get('content-type')?.at(-1) ?? listed;
}

function requestBody(postData: Json | undefined, headers: Headers, size: number): SentBody {
  const [text, params] = [member(postData, 'text'), member(postData, 'params')];
  const type = typeOf(headers, member(postData, 'mimeType'));
  if (isString(text) && text !== '') return textOrBytes(text, member(postData, 'encoding'), type);
  if (isArray(params) && params.length > 0) return { is: 'fields', fields: params.flatMap(fieldOf), type };
  const length = Number(headers.get('content-length')?.[0] ?? 0);
  const hadBody = size > 0 || length > 0 || (headers.get('transfer-encoding') ?? []).length > 0;
  return hadBody ? { is: 'left-out', isSure: true } : NO_BODY;
}

function fieldOf(param: Json) {
  const [name, value, fileName, type] = ['name', 'value', 'fileName', 'contentType'].map(key =>
    member(param, key),
  );
  if (!isString(name)) return [];
  const isFile = isString(fileName);
  return [
    { name, value: isString(value) ? value : undefined, type: isString(type) ? type : undefined, isFile },
  ];
}

function contentBody(content: Json | undefined, headers: Headers, bodySize: number): SentBody {
  const [text, size] = [member(content, 'text'), Number(member(content, 'size') ?? 0)];
  const type = typeOf(headers, member(content, 'mimeType'));
  if (isString(text) && text !== '') return textOrBytes(text, member(content, 'encoding'), type);
  if (isString(text) && size <= 0) return NO_BODY;
  const length = Number(headers.get('content-length')?.[0] ?? 0);
  if (size > 0 || bodySize > 0 || length > 0 || (size < 0 && type !== undefined))
    return { is: 'left-out', isSure: true };
  // Of a response without `content` the recorder says nothing, unless it counted the bytes.
  return isObject(content) || bodySize === 0 ? NO_BODY : { is: 'left-out', isSure: false };
}

const textOrBytes = (text: string, encoding: Json | undefined, type: string | undefined): SentBody =>
  isString(encoding) && encoding.toLowerCase() === 'base64'
    ? { is: 'bytes', bytes: Buffer.from(text, 'base64'), type }
    : { is: 'text', text, type };
