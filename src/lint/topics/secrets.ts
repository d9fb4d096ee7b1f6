import type { Document } from '../../source/index.ts';
import { mayHold } from './texts.ts';

/** What a text gives away. */
export type Secret = 'jwt' | 'key' | 'bsn';

export const SECRET_NAMES = {
  jwt: { nl: 'een JSON Web Token', en: 'a JSON Web Token' },
  key: { nl: 'een sleutel of wachtwoord', en: 'a key or password' },
  bsn: { nl: 'een geldig burgerservicenummer', en: 'a valid citizen service number (BSN)' },
} as const satisfies Record<Secret, { readonly nl: string; readonly en: string }>;

/** RFC 7515, section 3.1: header, payload and signature, each in base64url, divided by dots. */
const JWS = /\b(eyJ[\w-]{8,})\.eyJ[\w-]{6,}\.[\w-]{8,}/g;

/** How private keys (RFC 7468) and the keys of widely used services begin. */
const KEYS = new RegExp(
  [
    /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/,
    /\bAKIA[0-9A-Z]{16}\b/,
    /\bAIza[\w-]{35}\b/,
    /\bgh[pousr]_[A-Za-z0-9]{30,}\b/,
    /\bglpat-[\w-]{20}\b/,
    /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
    /\b[rs]k_live_[A-Za-z0-9]{16,}\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** A part of each of those, and of a web token, that stands in a file which has one. */
const PARTS_OF_KEYS = /eyJ|PRIVATE|AKIA|AIza|gh[pousr]_|glpat-|xox|k_live_/;

/** Whether a key may stand anywhere in a document; false is certain. */
export const mayHoldKey = (document: Document): boolean => mayHold(document, PARTS_OF_KEYS);

const SHORTEST_KEY = 15;

const PLACEHOLDER = /voorbeeld|example|dummy|test|fictief|changeme|geheim|secret|xxx|[<>{}*…]|\.\.\./i;

const NAMES_BSN = /(^|[^A-Za-z])bsn|Bsn|BSN|burgerservicenummer/;

/** What a value of an attribute of that name, or a text, gives away. */
export function secretIn(value: string, name: string, isExample: boolean): Secret | undefined {
  if (value.includes('eyJ') && [...value.matchAll(JWS)].some(([, header = '']) => isJoseHeader(header)))
    return 'jwt';
  if (value.length >= SHORTEST_KEY && KEYS.test(value)) return 'key';
  if (!isExample) return undefined;
  if (isSecretName(name) && looksRandom(value)) return 'key';
  const numbers = NAMES_BSN.test(name)
    ? [value]
    : [...value.matchAll(/\b(?:BSN|burgerservicenummer)\b\D{0,10}(\d{9})(?!\d)/gi)].map(([, found]) => found);
  return numbers.some(number => number !== undefined && isRealBsn(number)) ? 'bsn' : undefined;
}

/** A name that ends in a word for something only its owner may know. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.at(-1) ?? '';
  const lastTwo = words.slice(-2).join('');
  return (
    /^(auth|password|passwd|wachtwoord|secret|apikey|apisleutel|privatekey|passphrase)$/.test(last) ||
    /^(apikey|apisleutel|privatekey|secretkey|privesleutel|accesskey)$/.test(lastTwo)
  );
}

function isJoseHeader(part: string): boolean {
  return /"(alg|typ)"\s*:/.test(Buffer.from(part, 'base64url').toString('utf8'));
}

/** Long, of letters and digits, with hardly a character used twice as often as by chance. */
function looksRandom(value: string): boolean {
  if (!/^[\w+/=.-]{20,}$/.test(value) || PLACEHOLDER.test(value)) return false;
  return /[a-z]/i.test(value) && /\d/.test(value) && new Set(value).size >= 10;
}

/** The eleven-test of the BSN; the ranges that are handed out for testing are nobody's. */
function isRealBsn(value: string): boolean {
  if (!/^\d{9}$/.test(value) || /^(0000|99999)/.test(value)) return false;
  const sum = [...value].reduce(
    (total, digit, index) => total + Number(digit) * (index < 8 ? 9 - index : -1),
    0,
  );
  return sum % 11 === 0;
}
