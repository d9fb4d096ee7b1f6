import type { Api, MediaType } from '../api.ts';
import { facetsOf } from './facets.ts';
import { propertiesOf } from './schemas.ts';

const SAYS_JWE = /\bJWE\b|\bencrypted (jwt|payload|body)\b|\bversleutelde (inhoud|payload|jwt)\b/i;

/** A body that says it is a JWE, or has the members of one in its JSON serialization (RFC 7516, section 7.2). */
export const isJwe = (api: Api, { schema }: MediaType): boolean => {
  const properties = propertiesOf(api, schema);
  return (
    SAYS_JWE.test(facetsOf(api, schema).description) ||
    properties.has('jwe') ||
    (properties.has('ciphertext') &&
      ['protected', 'recipients', 'encrypted_key', 'iv', 'tag'].some(name => properties.has(name)))
  );
};
