import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { assessChanges } from '../../src/diff/assess-changes.ts';
import { compare } from '../../src/diff/comparison.ts';
import { findingsIn } from '../../src/diff/findings.ts';
import { groupChanges } from '../../src/diff/group.ts';
import { diff, explainPhase, type PHASES, sayVerified, verifyReport } from '../../src/diff/index.ts';
import { phasesOf } from '../../src/diff/phases.ts';
import { witnessCauses } from '../../src/diff/witness-causes.ts';
import { content, document, operation, request } from './documents.ts';

const S: JsonObject = { type: 'string' };
const body = (a: JsonObject): JsonObject => request({ type: 'object', properties: { a } });

const [OLD, NEXT] = [document(body(S), 'old'), document(body({ ...S, maxLength: 3 }), 'new')];
const TODAY = { today: '2026-01-01' };

const LOCUS = {
  operation: 'POST /zaken',
  message: 'request',
  mediaType: 'application/json',
  part: 'body',
  property: ['a'],
} as const;

const SCHEMA = '/paths/~1zaken/post/requestBody/content/application~1json/schema/properties/a';

const DIFFERENCE = { message: 0, difference: 0 };

const CHANGE = {
  rule: 'max-length-tightened',
  name: 'a',
  now: '3',
  locus: LOCUS,
  depth: 2,
  old: `openapi.json#${SCHEMA}`,
  next: `openapi.json#${SCHEMA}/maxLength`,
};

const EMPTY = { path: {}, query: {}, header: {}, cookie: {} };
const WITNESS = {
  is: 'witness',
  value: { ...EMPTY, body: { a: 'Tekst 1' } },
  at: {
    operation: 'POST /zaken',
    direction: 'request',
    mediaType: 'application/json',
    from: 'old',
  },
};

/** What a phase gives, without the messages and what is written differently, which all phases hand on. */
function explained(phase: (typeof PHASES)[number]): Json {
  const found = explainPhase(OLD, NEXT, phase, TODAY);
  const { messages: _, equivalent: __, ...rest } = found as JsonObject;
  return Array.isArray(found) ? found : rest;
}

describe('the phases of a comparison, each as JSON', () => {
  it('changes: what differs, where, in the words of the contract', () => {
    expect(explained('changes')).toEqual({ changes: [{ ...CHANGE, differences: [DIFFERENCE] }] });
  });

  it('assessed: what it means for whom, and values that may show it', () => {
    const { changes } = explained('assessed') as { changes: readonly JsonObject[] };
    expect(changes).toEqual([
      {
        ...CHANGE,
        clients: 'breaking',
        providers: 'info',
        evidence: { clients: { is: 'unproved' }, providers: { is: 'safe' } },
        differences: [
          { ...DIFFERENCE, leaves: { clients: ['Tekst 1', 'http://a', 'a@b.nl'], providers: [] } },
        ],
      },
    ]);
  });

  it('grouped: by cause', () => {
    const { changes } = explained('assessed') as { changes: readonly JsonObject[] };
    expect(explained('grouped')).toEqual({ edits: [{ whole: [changes], causes: [[changes]] }] });
  });

  it('witnessed: with a message that shows it', () => {
    const { changes } = explained('assessed') as { changes: readonly JsonObject[] };
    expect(explained('witnessed')).toEqual({
      groups: [
        {
          rule: 'max-length-tightened',
          names: ['a'],
          now: '3',
          changes,
          verdicts: { clients: 'breaking', providers: 'info' },
          evidence: { clients: WITNESS, providers: { is: 'safe' } },
          isClean: { clients: true, providers: true },
          shownBy: { clients: 0 },
        },
      ],
    });
  });

  it('findings: as the report has them', () => {
    expect(explained('findings')).toEqual(JSON.parse(JSON.stringify(diff(OLD, NEXT, TODAY).findings)));
  });

  it.each(['changes', 'assessed', 'grouped', 'witnessed'] as const)('%s is plain data', phase => {
    const plain = JSON.parse(JSON.stringify(phasesOf(compare(OLD, NEXT), TODAY)[phase]())) as Json;
    expect(plain).toEqual(phasesOf(compare(OLD, NEXT), TODAY)[phase]());
  });

  it('each takes what the one before it gave, read back from JSON where no schema has to be asked', () => {
    const comparison = compare(OLD, NEXT);
    const read = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
    const assessed = read(assessChanges(comparison, phasesOf(comparison, TODAY).changes(), TODAY.today));
    const witnessed = read(witnessCauses(comparison, read(groupChanges(assessed))));
    expect(findingsIn(comparison, witnessed, {})).toEqual(diff(OLD, NEXT, TODAY).findings);
  });
});

describe('the messages of a report, held against both documents', () => {
  const ADDED = [
    document(operation({}), 'old'),
    document(
      operation({ requestBody: { required: true, ...content({ type: 'object', required: ['a'] }) } }),
      'new',
    ),
  ] as const;

  const written = (change: (report: JsonObject) => string): Json =>
    JSON.parse(change(diff(...ADDED, TODAY) as unknown as JsonObject)) as Json;

  it.each([
    ['as it was found', 'holds', JSON.stringify],
    [
      'with another message',
      'fails',
      (report: JsonObject) => JSON.stringify(report).replace('"cookie":{}', '"cookie":{},"body":{"a":1}'),
    ],
    [
      'at an operation that is not there',
      'unknown',
      (report: JsonObject) => JSON.stringify(report).replaceAll('POST /zaken', 'POST /elders'),
    ],
  ] as const)('%s: %s', (_, outcome, change) => {
    const verified = verifyReport(...ADDED, written(change));
    expect(verified.map(one => [one.rule, one.name, one.outcome])).toEqual([['body-added', 'body', outcome]]);
  });

  it('is told in a line for each and one for all', () => {
    const [one] = verifyReport(...ADDED, written(JSON.stringify));
    expect(sayVerified(one ? [one] : [], 'en')).toBe(
      `${one?.fingerprint} body-added body: holds\n1 messages: 1 hold, 0 are refused for something else too, 0 do not hold, 0 cannot be told\n`,
    );
  });

  it('is refused for what is no report', () => {
    expect(() => verifyReport(...ADDED, { openapi: '3.1.0' })).toThrow('that is no report of a comparison');
  });
});
