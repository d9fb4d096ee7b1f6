import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY, neededVersion, POLICY_NUMBERS, policyOf } from '../../src/core/version-policy.ts';
import { diff } from '../../src/diff/index.ts';
import { STATED_RULES } from '../../src/diff/rules/index.ts';
import { documentOf } from '../../src/source/index.ts';

const FILE = path.resolve(`tests/review/policies/${CURRENT_POLICY}.json`);

/** What the stated rules say of clients and providers, by rule. */
const stated = (): Record<string, unknown> =>
  Object.fromEntries(STATED_RULES.map(({ id, clients, providers }) => [id, [clients, providers]]));

describe('a policy for versions', () => {
  it('keeps what it says: another verdict of a rule asks for another number', () => {
    if (process.env.UPDATE_POLICY === '1' || !existsSync(FILE))
      writeFileSync(FILE, `${JSON.stringify(stated(), undefined, 2)}\n`);
    const pinned: Record<string, unknown> = JSON.parse(readFileSync(FILE, 'utf8'));
    const now = stated();
    expect(Object.fromEntries(Object.keys(pinned).map(id => [id, now[id]]))).toEqual(pinned);
    expect(POLICY_NUMBERS.at(-1)).toBe(CURRENT_POLICY);
  });

  it.each([
    [[{ clients: 'breaking', providers: 'breaking' }], 'major', 'clientsBreak'],
    [[{ clients: 'info', providers: 'breaking' }], 'major', 'providersBreak'],
    [[{ clients: 'warning', providers: 'info' }], 'minor', 'added'],
    [[{ clients: 'info', providers: 'info', surface: 'text' }], 'patch', 'texts'],
    [[{ clients: 'warning', providers: 'info', surface: 'text' }], 'minor', 'added'],
    [[], 'none', 'nothing'],
  ] as const)('asks of %j', (judged, bump, because) => {
    expect(neededVersion(judged, policyOf(1))).toEqual({ bump, because });
  });

  it('is one for the comparison and the review, with what the configuration says otherwise', () => {
    const text = (maxLength: number): string =>
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'A', version: '1' },
        paths: {
          '/a': {
            get: {
              responses: {
                200: {
                  description: 'ok',
                  content: { 'application/json': { schema: { type: 'string', maxLength } } },
                },
              },
            },
          },
        },
      });
    const [old, next] = [text(9), text(5)].map(value => documentOf('a', { 'openapi.json': value }));
    if (!old || !next) throw new Error('no documents');
    expect(diff(old, next).verdict).toEqual({
      clients: 'info',
      providers: 'breaking',
      bump: 'major',
      because: 'providersBreak',
      policy: 1,
    });
    expect(diff(old, next, { versions: { providersBreak: 'minor' } }).verdict?.bump).toBe('minor');
  });
});
