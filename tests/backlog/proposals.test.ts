import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  BACKLOG_OUTPUT_SCHEMAS,
  backlogOf,
  coverageOf,
  proposalsOf,
  renderBacklog,
} from '../../src/backlog/index.ts';
import { UserError } from '../../src/core/user-error.ts';
import { read } from '../../src/source/index.ts';
import { example, TEXTS } from './example.ts';

const proposal = (id: string, party: string, stories: string): string =>
  `id: ${id}\ntitle: Iets met ${id}\nparty: ${party}\nstories: [${stories}]\nroles: [architect]\n`;

/** A partnership of two, one of which is named beside it. */
const PARTIES = `${TEXTS['backlog/parties.yaml']}  - { name: Buurdorp, kind: gemeente, memberOf: Verband, roles: [afnemer], source: [s] }\n`;

const STORIES = `stories:
  - { id: alles, title: Alles, party: Verband, sharedWith: Testdorp, role: r, wish: w, missing: Alles., source: [s] }
  - { id: helft, title: Helft, party: Voorbeeldstad, role: r, wish: w, apis: [zaken], operations: [zaak_list], basis: stated, missing: De helft., source: [s] }
  - { id: klaar, title: Klaar, party: Voorbeeldstad, role: r, wish: w, apis: [zaken], operations: [zaak_list, zaak_read], basis: stated, source: [s] }
  - { id: vaag, title: Vaag, party: Voorbeeldstad, role: r, wish: w, source: [s] }
`;

const withTexts = (proposals: Readonly<Record<string, string>>) =>
  example({ ...TEXTS, 'backlog/parties.yaml': PARTIES, 'backlog/stories.yaml': STORIES, ...proposals });

const weighed = async (proposals: Readonly<Record<string, string>>) => {
  const document = withTexts(proposals);
  const backlog = await backlogOf(document);
  return coverageOf(backlog, document, await proposalsOf(document, backlog));
};

const BOTH = {
  'proposals/een.yaml': proposal('een', 'Voorbeeldstad', 'helft, klaar'),
  'proposals/twee.yaml': proposal('twee', 'Bouwer', 'alles, helft'),
};

describe('reach', () => {
  it('counts a partnership as its members, each party once', async () => {
    const { stories } = await weighed({});
    expect(stories.map(({ id, service, reach }) => [id, service, reach])).toEqual([
      ['alles', 'unserved', 2],
      ['helft', 'partly', 1],
      ['vaag', 'unknown', 1],
      ['klaar', 'served', 1],
    ]);
  });

  it('ranks operations by it', async () => {
    const one = 'apis: [zaken], basis: stated, source: [s]';
    const document = withTexts({
      'backlog/stories.yaml': `stories:
  - { id: a, title: t, party: Voorbeeldstad, role: r, wish: w, operations: [zaak_list], ${one} }
  - { id: b, title: t, party: Verband, role: r, wish: w, operations: [zaak_read], ${one} }
`,
    });
    const { ranking } = coverageOf(await backlogOf(document), document);
    expect(ranking.map(({ operationId, parties, reach }) => [operationId, parties, reach])).toEqual([
      ['zaak_read', ['Verband'], 2],
      ['zaak_list', ['Voorbeeldstad'], 1],
    ]);
  });
});

describe('proposals', () => {
  it('are worth their stories times the parties behind them', async () => {
    const coverage = await weighed(BOTH);
    expect(coverage.proposals).toEqual([
      {
        ...{ id: 'twee', title: 'Iets met twee', party: 'Bouwer', stories: ['alles', 'helft'] },
        // Bouwer, Voorbeeldstad, and the two members of Verband.
        ...{ parties: ['Bouwer', 'Testdorp', 'Verband', 'Voorbeeldstad'], reach: 4, value: 8 },
      },
      {
        ...{ id: 'een', title: 'Iets met een', party: 'Voorbeeldstad', stories: ['helft', 'klaar'] },
        ...{ parties: ['Voorbeeldstad'], reach: 1, value: 2 },
      },
    ]);
    expect(coverage.stories.map(({ id, proposals }) => [id, proposals])).toEqual([
      ['alles', ['twee']],
      ['helft', ['een', 'twee']],
      ['vaag', []],
      ['klaar', ['een']],
    ]);
  });

  it('stand on the page, in json too', async () => {
    const coverage = await weighed(BOTH);
    const page = renderBacklog(coverage, 'markdown', 'nl');
    expect(page).toContain(`## Voorstellen (2)

Wijzigingen op weg naar de standaard; de waarde is het aantal verhalen maal het aantal partijen erachter, met wie het voorstelt.

- waarde 8 (2 verhalen × 4 partijen): \`twee\`, Iets met twee — Bouwer
- waarde 2 (2 verhalen × 1 partij): \`een\`, Iets met een — Voorbeeldstad
`);
    expect(page).toContain(
      '- 1 partij, deels bediend: `helft`, Helft. Ontbreekt: De helft. Voorstel: `een`, `twee`.\n',
    );
    const validate = new Ajv2020({ strictRequired: false }).compile(BACKLOG_OUTPUT_SCHEMAS.coverage);
    expect([validate(JSON.parse(renderBacklog(coverage, 'json', 'nl'))), validate.errors]).toEqual([
      true,
      null,
    ]);
  });

  it.each([
    [
      'what its schema refuses',
      { 'proposals/een.yaml': 'id: een\ntitle: Een\nstories: [alles]\n' },
      "proposals/een.yaml:1:1: 'party' is missing",
    ],
    [
      'another name than its file',
      { 'proposals/drie.yaml': proposal('een', 'Bouwer', 'alles') },
      "proposals/drie.yaml:1:1: 'een' is not the name of the file",
    ],
    [
      'a party and a story that nobody knows',
      { 'proposals/een.yaml': proposal('een', 'Niemand', 'alles, niets') },
      "proposals/een.yaml:3:1: backlog/parties.yaml has no party 'Niemand'\nproposals/een.yaml:4:18: backlog/stories.yaml has no story 'niets'",
    ],
  ])('are refused for %s', async (_, texts, message) => {
    await expect(weighed(texts)).rejects.toEqual(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining(message) }),
    );
    await expect(weighed(texts)).rejects.toBeInstanceOf(UserError);
  });

  it('of the standard are those of its folder', async () => {
    const document = await read('spec');
    const backlog = await backlogOf(document);
    const { proposals, stories } = coverageOf(backlog, document, await proposalsOf(document, backlog));
    expect(proposals.map(({ id }) => id)).toEqual(['documenten-1-7-1', 'catalogi-1-4-0']);
    expect(stories.find(({ id }) => id === 'gz-2620')?.proposals).toEqual(['catalogi-1-4-0']);
  });
});
