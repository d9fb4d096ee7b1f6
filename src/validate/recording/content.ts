import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { entryOf } from '../../core/json.ts';
import type { Headers, SentBody } from './exchange.ts';
import { utf8 } from './item-content.ts';

/** What a compressed body may unfold to. */
const LARGEST_BODY = 32 * 1024 * 1024;

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: bytes => gunzipSync(bytes, { maxOutputLength: LARGEST_BODY }),
  'x-gzip': bytes => gunzipSync(bytes, { maxOutputLength: LARGEST_BODY }),
  deflate: bytes => inflateSync(bytes, { maxOutputLength: LARGEST_BODY }),
  br: bytes => brotliDecompressSync(bytes, { maxOutputLength: LARGEST_BODY }),
};

/**
 * The text of a body; `undefined` where its bytes are no UTF-8. The archive holds content without its encoding (HTTP
 * Archive 1.2, content), and some recorders keep the compressed bytes all the same: what does not unfold is taken as it is.
 */
export function textOf(
  body: SentBody & { readonly is: 'text' | 'bytes' },
  headers: Headers,
): string | undefined {
  if (body.is === 'text') return body.text;
  return utf8(unfolded(body.bytes, entryOf(DECODERS, codingOf(headers))));
}

const codingOf = (headers: Headers): string =>
  headers.get('content-encoding')?.join(',').trim().toLowerCase() ?? '';

/** A content coding that is not unfolded here, such as `zstd`. */
export function unknownCoding(headers: Headers): string | undefined {
  const coding = codingOf(headers);
  return ['', 'identity'].includes(coding) || entryOf(DECODERS, coding) ? undefined : coding;
}

function unfolded(bytes: Buffer, decode: ((bytes: Buffer) => Buffer) | undefined): Buffer {
  if (!decode) return bytes;
  try {
    return decode(bytes);
  } catch (error) {
    // zlib says so with a code: Z_DATA_ERROR, ERR_BUFFER_TOO_LARGE and the like.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return bytes;
  }
}
