import { describe, expect, it } from '@jest/globals';
import { collectExamples, walk } from './examples.ts';
import { readSpec } from './spec-reader.ts';
import { exampleIn, payloadOf } from './token.ts';

const spec = readSpec();
const scheme = spec.at(spec.root, 'components', 'securitySchemes', 'JWT-Claims');
const example = exampleIn(String(scheme?.value.description));

describe('the example token', () => {
  it('verifies with the secret beside it, and carries the payload that is shown', () => {
    expect(payloadOf(example.token, example.secret)).toEqual(example.payload);
  });

  it('has the claims of the table, and a secret as long as HS256 asks (RFC 7518, section 3.2)', () => {
    const text = String(scheme?.value.description);
    const claims = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(Object.keys(example.payload)).toEqual(claims);
    expect(Buffer.byteLength(example.secret)).toBeGreaterThanOrEqual(32);
  });

  it('fills the audit trail of the examples: its application is known, and its user is one of theirs', () => {
    const values = collectExamples(spec).examples.map(({ value }) => value);
    const found = {
      clientIds: new Set<unknown>(),
      applications: new Set<unknown>(),
      users: new Set<unknown>(),
    };
    walk(
      values.map(value => ({ value })),
      (key, value, holder) => {
        if (key === 'clientIds') found.clientIds.add(value);
        if (key === 'applicatieId') found.applications.add(value);
        if (key === 'gebruikersId') found.users.add(`${value} ${holder.gebruikersWeergave}`);
      },
    );
    expect([...found.applications].filter(id => !found.clientIds.has(id))).toEqual([]);
    expect(found.applications).toContain(example.payload.client_id);
    expect(found.users).toContain(`${example.payload.user_id} ${example.payload.user_representation}`);
  });

  it.each<[string, string]>([
    ['another secret', `${example.token}`],
    ['another payload', example.token.replace(/\.[^.]+\./, '.e30.')],
    ['no signature', example.token.replace(/[^.]+$/, '')],
    [
      'another algorithm',
      example.token.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url')),
    ],
  ])('with %s it does not', (name, token) => {
    const secret = name === 'another secret' ? `${example.secret}!` : example.secret;
    expect(payloadOf(token, secret)).toBeUndefined();
  });
});
