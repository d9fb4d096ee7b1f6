import { expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import type { DiffOptions } from '../../src/diff/diff.ts';
import { compareDocuments, request, response } from './documents.ts';

const S = { type: 'string' };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const one = object({ a: { enum: ['x'] } });
const two = object({ a: { enum: ['x', 'y'] } });

type Case = readonly [
  what: string,
  old: JsonObject,
  next: JsonObject,
  options: DiffOptions,
  found: readonly (string | undefined)[],
];

/** What is expected: the severity and verdicts of the finding, the verdict and bump of the report. */
const CASES: readonly Case[] = [
  ['C6 as it is', response(one), response(two), {}, ['warning', 'warning', 'info', 'warning', 'minor']],
  [
    'C6 strict',
    response(one),
    response(two),
    { severities: { 'enum-value-added': 'error' } },
    ['error', 'breaking', 'info', 'breaking', 'major'],
  ],
  [
    'C6 strict, for both',
    response(one),
    response(two),
    { severities: { 'enum-value-added': 'error' }, audience: 'both' },
    ['error', 'breaking', 'info', 'breaking', 'major'],
  ],
  [
    'strict where it is proved that all goes well',
    request(one),
    request(two),
    { severities: { 'enum-value-added': 'error' } },
    ['info', 'info', 'breaking', 'info', 'major'],
  ],
  [
    'no additions wanted',
    request(object({ a: S })),
    request(object({ a: S, b: S })),
    { severities: { 'property-added': 'error' } },
    ['error', 'breaking', 'warning', 'breaking', 'major'],
  ],
  [
    'a lighter severity leaves the fact',
    response(object({ a: S })),
    response(object({ a: { type: 'integer' } })),
    { severities: { 'type-changed': 'info' } },
    ['info', 'breaking', 'breaking', 'breaking', 'major'],
  ],
  [
    'off',
    response(one),
    response(two),
    { severities: { 'enum-value-added': 'off' } },
    [undefined, undefined, undefined, 'none', 'none'],
  ],
];

it.each(CASES)('a severity for a rule: %s', (_, old, next, options, found) => {
  const { findings, verdict } = compareDocuments(old, next, options);
  const [first] = findings;
  expect([
    first?.severity,
    first?.clients,
    first?.providers,
    verdict?.clients ?? 'none',
    verdict?.bump,
  ]).toEqual(found);
});
