import { describe, expect, it } from '@jest/globals';
import { backlogOf } from '../../src/backlog/index.ts';
import { UserError } from '../../src/core/user-error.ts';
import { example, TEXTS } from './example.ts';

/** Reads the example with one text changed, and gives what is wrong with it. */
async function refusalOf(file: keyof typeof TEXTS, old: string, replacement: string): Promise<string> {
  const text = TEXTS[file];
  if (!text.includes(old)) throw new Error(`${file} has no ${old}`);
  try {
    await backlogOf(example({ ...TEXTS, [file]: text.replace(old, replacement) }));
  } catch (error) {
    if (error instanceof UserError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'read';
}

const DEVIATION = 'id: a\n    fact: b\n    places: 1\n    was: c\n    is: d\n    why: e\n    vendor: f\n';

describe('what is refused', () => {
  it.each([
    [
      'an unknown key',
      'backlog/stories.yaml',
      'goal: de gemeente',
      'doel: de gemeente',
      "usage: backlog/stories.yaml:9:5: unknown key 'doel'",
    ],
    [
      'a value outside its list',
      'backlog/stories.yaml',
      'basis: stated',
      'basis: known',
      'usage: backlog/stories.yaml:12:5: must be one of stated, inferred, both',
    ],
    [
      'operations without a basis',
      'backlog/stories.yaml',
      '    basis: both\n',
      '',
      'usage: backlog/stories.yaml:24:5: must have properties basis, apis when property operations is present',
    ],
    [
      'a dropped rule that does not say since when',
      'backlog/rules.yaml',
      'until: 1.1.0, ',
      '',
      "usage: backlog/rules.yaml:18:5: 'until' is missing",
    ],
    [
      'an end for a rule in force',
      'backlog/rules.yaml',
      'code: bad-url',
      'until: 1.0.0',
      'usage: backlog/rules.yaml:8:5: this key has no place here',
    ],
    [
      'two faults, each with its place',
      'backlog/parties.yaml',
      'kind: leverancier\n    roles: [leverancier]',
      'kind: maker\n    roles: []',
      'usage: backlog/parties.yaml:6:5: must be one of gemeente, samenwerkingsverband, leverancier, facilitator\nbacklog/parties.yaml:7:5: must not be empty',
    ],
    [
      'an id twice',
      'backlog/stories.yaml',
      'id: gz-3',
      'id: gz-1',
      "usage: backlog/stories.yaml:24:5: 'gz-1' stands in this file twice",
    ],
    [
      'an occurrence twice',
      'backlog/rules.yaml',
      'occurrence: 2',
      'occurrence: 1',
      "usage: backlog/rules.yaml:12:5: 'zrc-002 (1)' stands in this file twice",
    ],
    [
      'a story of nobody known',
      'backlog/stories.yaml',
      'sharedWith: Verband',
      'sharedWith: Verbond',
      "usage: backlog/stories.yaml:5:5: backlog/parties.yaml has no party 'Verbond'",
    ],
    [
      'membership of what is no samenwerkingsverband',
      'backlog/parties.yaml',
      'memberOf: Verband',
      'memberOf: Voorbeeldstad',
      "usage: backlog/parties.yaml:4:39: there is no samenwerkingsverband 'Voorbeeldstad'",
    ],
    [
      'no YAML',
      'backlog/rules.yaml',
      'rules:',
      'rules: [',
      'unreadable: backlog/rules.yaml:2:3: not valid YAML: a comma is missing, or a quote or bracket is not closed',
    ],
  ] as const)('%s', async (_, file, old, replacement, message) => {
    expect(await refusalOf(file, old, replacement)).toBe(message);
  });

  it('more than ten faults: the first ten, and how many more', async () => {
    const stories = Array.from({ length: 12 }, (_, index) => `  - { id: Story-${index} }`).join('\n');
    const texts = { ...TEXTS, 'backlog/stories.yaml': `stories:\n${stories}\n` };
    await expect(backlogOf(example(texts))).rejects.toThrow(/\nand 50 more$/);
  });

  it('a document without a backlog', async () => {
    const { 'backlog/rules.yaml': _, ...texts } = TEXTS;
    await expect(backlogOf(example(texts))).rejects.toThrow('backlog/rules.yaml: no such file');
  });

  it('a decision that names no deviation', async () => {
    const decision = 'id: x\n    fact: b\n    decision: c\n    vendor: d\n    deviation: z\n';
    const text = `deviations:\n  - ${DEVIATION}contradictions:\n  - ${decision}`;
    await expect(backlogOf(example({ ...TEXTS, 'backlog/deviations.yaml': text }))).rejects.toThrow(
      "backlog/deviations.yaml:14:5: there is no deviation 'z'",
    );
  });
});

it('deviations may be absent, and are read when they are there', async () => {
  expect((await backlogOf(example())).deviations).toEqual([]);
  const text = `deviations:\n  - ${DEVIATION}contradictions: []\n`;
  const backlog = await backlogOf(example({ ...TEXTS, 'backlog/deviations.yaml': text }));
  expect(backlog.deviations).toEqual([
    { id: 'a', fact: 'b', places: 1, was: 'c', is: 'd', why: 'e', vendor: 'f' },
  ]);
});
