import { describe, expect, it } from '@jest/globals';
import { codeOf, type Rule } from '../../src/backlog/backlog.ts';
import { backlogOf } from '../../src/backlog/index.ts';
import { type NamedOperation, operationsOf } from '../../src/backlog/operations.ts';
import { documentOf, read } from '../../src/source/index.ts';
import { incomplete, unanswered, unlike, unsaid, untold } from './rules.ts';

const document = await read('spec/openapi.yaml');
const { rules } = await backlogOf(document);
const inForce = rules.filter(({ state }) => state === 'current');
const NOT_SHOWN = ['zrc-026 (1)', 'brc-004', 'zds-011', 'zds-013'];
const general = new Set(inForce.filter(({ operations }) => operations?.includes('*')).map(({ id }) => id));

describe('a rule can be built from its row', () => {
  it('each has a statement, and says how traffic shows it', () => {
    const by = (kind: string): number => inForce.filter(({ evidence }) => evidence?.by === kind).length;
    process.stdout.write(
      `rules: ${inForce.length} in force; ${by('message')} shown by a message, ${by('messages')} by several, ${by('none')} by none\n`,
    );
    expect(incomplete(inForce)).toEqual([]);
    // A rule that no message can show drops out of what a register can prove: one more is a choice, not a slip.
    expect(inForce.filter(({ evidence }) => evidence?.by === 'none').map(codeOf)).toEqual(NOT_SHOWN);
  });

  it('the statement says what the row lists', () => {
    expect(unsaid(inForce)).toEqual([]);
  });

  it('each operation has an answer for who breaks its rules', () => {
    expect(unanswered(inForce, operationsOf(document))).toEqual([]);
    expect(untold(operationsOf(document))).toEqual([]);
  });

  it('text and x-zds-rules of each operation name the same rules', () => {
    expect(unlike(operationsOf(document), general)).toEqual([]);
  });

  it('our own codes count on from one', () => {
    const own = rules.filter(({ id }) => id.startsWith('zds-')).map(({ id }) => id);
    expect(own).toEqual(own.map((_, index) => `zds-${String(index + 1).padStart(3, '0')}`));
  });
});

describe('what is not said is seen', () => {
  const row = (change: Partial<Rule>): Rule => ({
    id: 'zrc-001',
    api: 'zaken',
    title: 'Een regel',
    state: 'current',
    source: ['x'],
    ...change,
  });

  it.each<[string, Partial<Rule>, readonly string[]]>([
    ['nothing listed', { statement: 'Iets.' }, []],
    ['a status', { statement: 'Anders volgt 404.', statuses: [400, 404] }, ['zrc-001: 400']],
    ['a code', { statement: 'Anders volgt 400.', code: 'unset' }, ['zrc-001: unset']],
    ['a field', { statement: 'Het veld is status.', field: 'status' }, ['zrc-001: status']],
    ['a scope', { statement: 'De scope `zaken.lezen`.', scopes: ['zaken.lezen'] }, []],
    [
      'an attribute',
      { statement: 'Als `startdatum` later is.', attributes: ['Zaak.startdatum', 'Zaak.verlenging.duur'] },
      ['zrc-001: duur'],
    ],
    ['no statement', { statuses: [400] }, ['zrc-001: 400']],
  ])('%s', (_, change, expected) => {
    expect(unsaid([row(change)])).toEqual(expected);
  });

  it('a rule that refuses, and an operation that has no answer for it', () => {
    const [operation] = operationsOf(
      documentOf('d', {
        'd.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title: 't', version: '1' },
          paths: {
            '/a': { get: { operationId: 'a', description: 'Anders volgt 409.', responses: { 403: {} } } },
          },
        }),
      }),
    );
    const operations = operation ? [operation] : [];
    const of = (change: Partial<Rule>): readonly string[] =>
      unanswered([row({ operations: ['a'], ...change })], operations);
    expect(of({ statement: 'Anders weigert het register.' })).toEqual(['zrc-001: a has no 400']);
    expect(of({ statement: 'Anders weigert het register.', scopes: ['zaken.lezen'] })).toEqual([]);
    expect(of({ statement: 'Anders volgt 404.', statuses: [404] })).toEqual(['zrc-001: a has no 404']);
    expect(of({ statement: 'Het register vult aan.' })).toEqual([]);
    expect(untold(operations)).toEqual(['a: 409']);
  });

  it('a rule without a statement, or without evidence', () => {
    const evidence = { by: 'message', how: 'Zo.' } as const;
    const full = { statement: 'Iets.', evidence };
    const rows = [row(full), row({ id: 'zrc-002', evidence }), row({ id: 'zrc-003', statement: 'Iets.' })];
    expect(incomplete(rows)).toEqual(['zrc-002', 'zrc-003']);
  });

  const operations = (description: string, codes: readonly string[]): readonly NamedOperation[] =>
    operationsOf(
      documentOf('d', {
        'd.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title: 't', version: '1' },
          paths: { '/a': { get: { operationId: 'a', description, 'x-zds-rules': codes, responses: {} } } },
        }),
      }),
    );

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['both', 'Zie zrc-001.', ['zrc-001'], []],
    ['only the list', 'Zie elders.', ['zrc-001'], ['a: text lacks zrc-001']],
    ['only the text', 'Zie (`zds-002`).', [], ['a: x-zds-rules lacks zds-002']],
    ['a rule of the whole API', 'Zie elders.', ['ztc-014'], []],
  ])('%s', (_, description, codes, expected) => {
    expect(unlike(operations(description, codes), new Set(['ztc-014']))).toEqual(expected);
  });
});
