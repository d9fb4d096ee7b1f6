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
  if (bytes.includes(0)) return { reason: 'unreadable', ...nullByte(bytes) };
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

/** A byte that may be any: the level of bzip2. */
const ANY = -1;

/** How what is packed begins (RFC 1952, 8878; PKWARE; the formats of bzip2, xz and 7-Zip). */
const PACKED: readonly (readonly [form: string, start: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68, ANY, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
];

/** What begins as something else: another encoding of Unicode (by its mark), or an archive. */
function otherForm(bytes: Uint8Array): OtherForm | undefined {
  const form = PACKED.find(([, start]) => start.every((byte, at) => byte === ANY || bytes[at] === byte))?.[0];
  if (form !== undefined) return packed(form);
  const [first, second, third, fourth] = bytes;
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

/** What neither YAML nor JSON holds (YAML 1.2, section 5.1), and what is no text has nearly always. */
function nullByte(bytes: Uint8Array): OtherForm {
  const at = bytes.indexOf(0);
  const start = bytes.lastIndexOf(LINE_END, at) + 1;
  let line = 1;
  for (let end = bytes.indexOf(LINE_END); end >= 0 && end < at; end = bytes.indexOf(LINE_END, end + 1))
    line += 1;
  const column = textOf(bytes.subarray(start, at)).length + 1;
  return {
    detail: {
      nl: `een nulbyte op regel ${line}, kolom ${column}`,
      en: `a null byte at line ${line}, column ${column}`,
    },
    hint: { nl: 'Haal hem weg, of geef een bestand met tekst.', en: 'Remove it, or give a file with text.' },
  };
}

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
