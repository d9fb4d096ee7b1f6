import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { backlogOf } from '../../src/backlog/index.ts';
import { UserError } from '../../src/core/user-error.ts';
import { type Differences, migrationPages, sidesOf } from '../../src/migration/index.ts';
import { documentOf, read } from '../../src/source/index.ts';
import { readDeviations } from '../canon/deviations.ts';

describe('the advice of a row, by who has to act', () => {
  it.each([
    [
      'Een client verandert niet. Een register vult het aan.',
      { client: ['Een client verandert niet.'], provider: ['Een register vult het aan.'], everybody: [] },
    ],
    [
      'Niets; registers sturen beide al.',
      { client: [], provider: [], everybody: ['Niets; registers sturen beide al.'] },
    ],
    [
      'Alleen namen in gegenereerde code. Bij Besluiten neemt het register meer aan.',
      {
        client: [],
        provider: ['Bij Besluiten neemt het register meer aan.'],
        everybody: ['Alleen namen in gegenereerde code.'],
      },
    ],
    [
      'Een client leest `a.b`. Wie fouten leest, kent beide.',
      { client: ['Een client leest `a.b`.', 'Wie fouten leest, kent beide.'], provider: [], everybody: [] },
    ],
  ])('%s', (vendor, expected) => {
    expect(sidesOf(vendor)).toEqual(expected);
  });

  it('is there for each side that a change breaks or may break', () => {
    const { differences } = load(readFileSync('spec/backlog/differences.yaml', 'utf8')) as {
      readonly differences: Differences;
    };
    const silent = readDeviations().flatMap(({ id, vendor }) => {
      const reaches = Object.values(differences[id] ?? {});
      const { client, provider, everybody } = sidesOf(vendor);
      const lacks = (side: 'clients' | 'providers', advice: readonly string[]): readonly string[] =>
        reaches.some(reach => reach[side] !== 'none') && advice.length + everybody.length === 0
          ? [`${id}: ${side}`]
          : [];
      return [...lacks('clients', client), ...lacks('providers', provider)];
    });
    expect(silent).toEqual([]);
  });

  it('loses no word of any row', () => {
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).sort();
    for (const { vendor } of readDeviations()) {
      const { client, provider, everybody } = sidesOf(vendor);
      expect(words([...client, ...provider, ...everybody].join(' '))).toEqual(words(vendor));
    }
  });
});

const OPENAPI = `openapi: 3.1.0
info: { title: Voorbeeld, version: 2.0.0 }
paths:
  /zaken: { post: { operationId: zaak_create } }
`;
const ROW = {
  id: 'naam',
  fact: 'x',
  places: 1,
  was: 'A.',
  is: 'B <c>.',
  why: 'C.',
  vendor: 'Een client stuurt `d`.',
};
const RULE = { id: 'zds-001', api: 'zaken', title: 'Een regel', statement: 'Zo is het.', state: 'current' };
const DIFFERENCES = `differences:
  naam: { zaken: { facts: 1, findings: 2, clients: breaks, providers: none } }
`;
const MESSAGES = `messages:
  - api: zaken
    about: naam
    operation: zaak_create
    shows: Zo ziet het eruit.
    before: { request: { a: 1 } }
    after: { headers: { Accept: application/json }, request: { b: 2 }, response: { status: 201, body: { c: 3 } } }
`;

const pages = (texts: Readonly<Record<string, string>> = {}) =>
  migrationPages(
    documentOf('voorbeeld', {
      'openapi.yaml': OPENAPI,
      'backlog/differences.yaml': DIFFERENCES,
      'backlog/migration.yaml': MESSAGES,
      ...texts,
    }),
    {
      deviations: [ROW],
      contradictions: [
        { id: 'twee', fact: 'P.', decision: 'Q.', vendor: 'Niets.' },
        { id: 'drie', fact: 'R.', decision: 'S.', vendor: 'Een client leest T.' },
      ],
      rules: [RULE],
    },
  );

describe('the pages', () => {
  it('tell an API: what to do first, then each change with its messages', async () => {
    expect((await pages()).get('zaken.md')).toBe(`# Zaken API: van ZGW 1.7 (1.7.0) naar ZDS 2.0

1 wijziging. Een client breekt bij 1 daarvan en kan breken bij 0. Een register voldoet bij 0 niet meer zonder werk en kan werk hebben bij 0.

Gemaakt door \`npm run pages\` uit \`spec/backlog/\`. Een oordeel komt van \`zds diff\` op het gepubliceerde contract; een kop noemt de rij van \`deviations.yaml\`.

## Voor wie een client bouwt

- [naam](#naam) (**breekt**): Een client stuurt \`d\`.

## Voor wie een register bouwt

Niets.

## Regels die een nummer kregen

Deze controles stonden in 1.x zonder nummer, tussen de tekst of alleen in het contract, of zijn nieuw.

- \`zds-001\`: Een regel. Zo is het.

## De wijzigingen een voor een

### naam

Clients: **breekt**. Registers: voldoet nog. 1 plaats anders dan de gepubliceerde feiten, 2 plaatsen die iemand raken of kunnen raken.

- Was: A.
- Is: B &lt;c>.
- Waarom: C.
- Overstappen: Een client stuurt \`d\`.

Zo ziet het eruit.

Voor, in 1.x:

\`\`\`http
POST /zaken

{
  "a": 1
}
\`\`\`

Na, in 2.0:

\`\`\`http
POST /zaken
Accept: application/json

{
  "b": 2
}

HTTP 201

{
  "c": 3
}
\`\`\`
`);
  });

  it('say that an API has no changes', async () => {
    expect((await pages()).get('besluiten.md')).toContain('## Voor wie een client bouwt\n\nNiets.\n');
  });

  it.each([
    [
      'a row that nobody knows',
      'backlog/migration.yaml',
      MESSAGES.replace('about: naam', 'about: niets'),
      'usage',
    ],
    [
      'an operation that is not there',
      'backlog/migration.yaml',
      MESSAGES.replace('zaak_create', 'zaak_weg'),
      'usage',
    ],
    [
      'an effect that does not exist',
      'backlog/differences.yaml',
      DIFFERENCES.replace('breaks', 'erg'),
      'usage',
    ],
  ])('refuse %s', async (_, file, text, code) => {
    await expect(pages({ [file]: text })).rejects.toEqual(expect.objectContaining({ code }));
    await expect(pages({ [file]: text })).rejects.toBeInstanceOf(UserError);
  });

  it('need the files of the backlog', async () => {
    const document = documentOf('voorbeeld', {
      'openapi.yaml': OPENAPI,
      'backlog/differences.yaml': DIFFERENCES,
    });
    await expect(migrationPages(document, { deviations: [], contradictions: [], rules: [] })).rejects.toThrow(
      'backlog/migration.yaml: no such file',
    );
  });

  it('of the standard are those in docs/from-1.7', async () => {
    const document = await read('spec');
    const made = await migrationPages(document, await backlogOf(document));
    const folder = new URL('../../docs/from-1.7/', import.meta.url);
    expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
    for (const [file, text] of made) expect(readFileSync(new URL(file, folder), 'utf8')).toBe(text);
  });

  it('tell each rule that 1.x did not number, and each contradiction, once', async () => {
    const document = await read('spec');
    const backlog = await backlogOf(document);
    const told = [...(await migrationPages(document, backlog)).values()].join('\n');
    const times = (text: string): number => told.split(`\n${text}`).length - 1;
    const own = backlog.rules.filter(({ id, state }) => state === 'current' && id.startsWith('zds-'));
    expect(own.map(({ id }) => [id, times(`- \`${id}\`: `)])).toEqual(own.map(({ id }) => [id, 1]));
    const decided = backlog.contradictions.map(({ id }) => [id, times(`### ${id}\n`)]);
    expect(decided).toEqual(backlog.contradictions.map(({ id }) => [id, 1]));
  });

  it('put the contradictions that ask nothing last', async () => {
    const start = (await pages()).get('README.md') ?? '';
    expect(start.split('\n').filter(line => line.startsWith('#'))).toEqual([
      '# Van ZGW 1.7 naar ZDS 2.0',
      '## In deze volgorde',
      '## Tegenspraken in 1.x, en wat er nu geldt',
      '### drie',
      '## Tegenspraken die geen werk vragen',
      '### twee',
    ]);
  });
});
