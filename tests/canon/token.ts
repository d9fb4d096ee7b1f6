import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the text of the security scheme shows: a secret, a payload, and the three parts of the token. */
export interface TokenExample {
  readonly secret: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly token: string;
}

/** The example in a text: a secret in backticks after "geheim is", and the blocks json and text. */
export function exampleIn(text: string): TokenExample {
  const secret = /Het geheim is `([^`]+)`/.exec(text)?.[1] ?? '';
  const json = /```json\n([^`]+)```/.exec(text)?.[1] ?? 'null';
  const parts = /```text\n([^`]+)```/.exec(text)?.[1] ?? '';
  return { secret, payload: JSON.parse(json), token: parts.trim().split('\n').join('.') };
}

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

/** The payload of a JSON Web Token that HS256 and this secret signed (RFC 7515, section 5.2); undefined otherwise. */
export function payloadOf(token: string, secret: string): unknown {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const { alg } = decoded(header) as { readonly alg?: unknown };
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  return alg === 'HS256' && isSigned ? decoded(payload) : undefined;
}
