import { isUtf8 } from 'node:buffer';
import type { Text } from '../core/text.ts';
import type { Absence } from './document.ts';

/**
 * The text that bytes stand for, or why they stand for none: a wrong byte is told, never replaced. YAML and JSON for
 * exchange are UTF-8 here (YAML 1.2, section 5.2; RFC 8259, section 8.1). A mark at the start stays.
 */
export function decode(bytes: Uint8Array): string | Absence {
  const other = otherForm(bytes);
  if (other) return { reason: 'unreadable', ...other };
  return isUtf8(bytes)
    ? textOf(bytes)
    : { reason: 'unreadable', detail: firstWrong(bytes), hint: SAVE_AS_UTF8 };
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const SAVE_AS_UTF8: Text = { nl: 'Bewaar het als UTF-8.', en: 'Save it as UTF-8.' };

const UNPACK: Text = { nl: 'Pak het eerst uit.', en: 'Unpack it first.' };

interface OtherForm {
  readonly detail: Text;
  readonly hint: Text;
}

/** What begins as something else: another encoding of Unicode (by its mark), or an archive (RFC 1952; PKWARE). */
function otherForm(bytes: Uint8Array): OtherForm | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0x1f && second === 0x8b) return packed('gzip');
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) return packed('zip');
  const isBig32 = first === 0 && second === 0 && third === 0xfe && fourth === 0xff;
  const isLittle32 = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  if (isBig32 || isLittle32) return encoded('UTF-32');
  return isUtf16(bytes) ? encoded('UTF-16') : undefined;
}

const packed = (form: string): OtherForm => ({
  detail: { nl: `het is ingepakt met ${form}`, en: `it is packed by ${form}` },
  hint: UNPACK,
});

const encoded = (form: string): OtherForm => ({
  detail: { nl: `het is ${form}, geen UTF-8`, en: `it is ${form}, not UTF-8` },
  hint: SAVE_AS_UTF8,
});

/** By its mark, or by the zero byte beside its first character, which is ASCII in YAML and JSON. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  ((first === 0) !== (second === 0) && first !== undefined && second !== undefined);

const LINE_END = 0x0a;

/** Where the first bytes stand that are no UTF-8. */
function firstWrong(bytes: Uint8Array): Text {
  let from = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(LINE_END, from);
    const own = bytes.subarray(from, end < 0 ? undefined : end);
    if (end < 0 || !isUtf8(own)) {
      // Decoding puts U+FFFD where it cannot.
      const column = [...textOf(own)].indexOf('\ufffd') + 1;
      return {
        nl: `geen UTF-8 op regel ${line}, kolom ${column}`,
        en: `no UTF-8 at line ${line}, column ${column}`,
      };
    }
    from = end + 1;
  }
}
