import type { SourceLocation } from '../../core/finding.ts';

/** A request with its response as they travelled, and what a recording left out of them. */
export interface RecordedExchange {
  /** Counted from 1 in its recording; absent for a message by itself. */
  readonly number: number | undefined;
  /** Where the recording has it. */
  readonly place: SourceLocation;
  readonly request: SentRequest;
  /** Absent where none came, or none was recorded. */
  readonly response: SentResponse | undefined;
}

/** Names in lower case (RFC 9110, section 5.1), each with its values in order. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Name and value as they stand in the URL, still percent-encoded. */
export type RawPair = readonly [name: string, value: string];

export interface SentRequest {
  readonly method: string;
  readonly url: SentUrl;
  readonly headers: Headers;
  readonly body: SentBody;
}

export interface SentUrl {
  /** `https://api.example:8080`; the scheme, as `data:`, of a URL without host; absent of what is no URL. */
  readonly origin: string | undefined;
  /** Percent-encoded, from the first slash. */
  readonly path: string;
  readonly query: readonly RawPair[];
}

export interface SentResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: SentBody;
}

/** A field of a form. Without a value it was sent, and the recording does not tell what. */
export interface Field {
  readonly name: string;
  readonly value: string | undefined;
  /** The media type of a part, and whether it is a file. */
  readonly type: string | undefined;
  readonly isFile: boolean;
}

/** A body; `type` is its media type as sent, where it is known. */
export type SentBody =
  | { readonly is: 'none' }
  /** There was a body and the recording does not hold it; where that is not sure, there may have been one. */
  | { readonly is: 'left-out'; readonly isSure: boolean }
  | { readonly is: 'text'; readonly text: string; readonly type: string | undefined }
  | { readonly is: 'bytes'; readonly bytes: Buffer; readonly type: string | undefined }
  | { readonly is: 'fields'; readonly fields: readonly Field[]; readonly type: string | undefined };

export const NO_BODY: SentBody = { is: 'none' };

/** A URL that its standard leaves as it is: nothing to encode, no port that goes without saying, no segment of dots. */
const PLAIN_URL =
  /^(https?:\/\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)*)((?:\/(?:[\w~:@-][\w.~:@-]*)?)+)(?:\?([\w.~:@%&=+,/-]*))?$/;

/** @throws nothing: a text that is no URL is read as a path */
export function urlOf(written: string): SentUrl {
  const [plain, origin, plainPath = '', plainQuery = ''] = PLAIN_URL.exec(written) ?? [];
  if (plain !== undefined) return { origin, path: plainPath, query: pairsOf(plainQuery) };
  const parsed = URL.canParse(written) ? new URL(written) : undefined;
  const rest = parsed ? `${parsed.pathname}${parsed.search}` : (written.split('#')[0] ?? '');
  const [path = '', ...query] = rest.split('?');
  return {
    origin: parsed && (parsed.host === '' ? parsed.protocol : `${parsed.protocol}//${parsed.host}`),
    path: path.startsWith('/') ? path : `/${path}`,
    query: pairsOf(query.join('?')),
  };
}

/** The pairs of a query or of a form (WHATWG URL, application/x-www-form-urlencoded). */
export const pairsOf = (text: string): RawPair[] =>
  text
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });

/** Text behind percent-encoding; what is wrongly encoded stays as it is. */
export function decoded(raw: string, plusIsSpace = true): string {
  if (!raw.includes('%') && !raw.includes('+')) return raw;
  const text = plusIsSpace ? raw.replaceAll('+', ' ') : raw;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
