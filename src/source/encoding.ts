import { isUtf8 } from 'node:buffer';
import type { Absence } from './document.ts';

/**
 * The text that bytes stand for, or why they stand for none: a wrong byte is told, never replaced. YAML and JSON for
 * exchange are UTF-8 here (YAML 1.2, section 5.2; RFC 8259, section 8.1). A mark at the start stays.
 */
export function decode(bytes: Uint8Array): string | Absence {
  if (isUtf16(bytes)) return { reason: 'unreadable', detail: 'it is UTF-16, not UTF-8' };
  return isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    : { reason: 'unreadable', detail: 'it is not UTF-8' };
}

/** By its mark, or by the zero byte beside its first character, which is ASCII in YAML and JSON. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  ((first === 0) !== (second === 0) && first !== undefined && second !== undefined);
