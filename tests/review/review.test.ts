import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { LANGS } from '../../src/core/text.ts';
import { lint, readExceptions } from '../../src/lint/index.ts';
import { historyOf } from '../../src/review/history.ts';
import type { ReviewedChange } from '../../src/review/model.ts';
import { checkNote } from '../../src/review/note-check.ts';
import { notesOf } from '../../src/review/notes.ts';
import { draftsOf } from '../../src/review/page/draft.ts';
import { renderHistory } from '../../src/review/page/history.ts';
import { renderReview } from '../../src/review/page/index.ts';
import { verdictInShort } from '../../src/review/page/text.ts';
import { type Review, review } from '../../src/review/review.ts';
import { documentOf } from '../../src/source/index.ts';

const TODAY = '2026-11-28';

const documentWith = (
  version: string,
  properties: Readonly<Record<string, object>>,
  required: readonly string[] = [],
): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zaken', version },
    paths: {
      '/zaken': {
        post: {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Zaak' }, example: { a: 'tekst' } },
            },
          },
          responses: { '204': { description: 'Klaar' } },
        },
      },
    },
    components: { schemas: { Zaak: { type: 'object', properties, required } } },
  });

const reviewOf = (
  old: string,
  next: string,
  beside: Readonly<Record<string, string>> = {},
  proposal?: string,
): Promise<Review> =>
  review(
    documentOf('oud', { 'openapi.json': old }),
    documentOf('nieuw', { 'openapi.json': next, ...beside }),
    {
      today: TODAY,
      quality: false,
      ...(proposal === undefined ? {} : { proposal }),
    },
  );

/** The same change at a hundred places, needed by fifty stories. */
const widely = (change: ReviewedChange): ReviewedChange => ({
  ...change,
  stories: Array.from({ length: 50 }, (_, at) => `gz-${at}`),
  detail: {
    ...change.detail,
    places: change.detail.places.map(group => ({
      ...group,
      places: Array.from({ length: 100 }, (_, at) => ({
        operation: `POST /zaken/${at}`,
        message: 'request',
      })),
    })),
  },
});

/** What a JSON Pointer (RFC 6901) without escapes leads to. */
const atPointer = (root: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => Object(value)[key], root);

const TEXT = { type: 'string', maxLength: 80 };
const OLD = documentWith('1.0.0', { a: TEXT });
const NEXT = documentWith('2.0.0', { a: { type: 'string', maxLength: 50 } });

const ROLES = ['product owner', 'informatieanalist', 'architect'];

const decisionsFor = (id: string): string =>
  JSON.stringify({
    id: 'd',
    proposal: 'p',
    decisions: [
      {
        fingerprint: id,
        outcome: 'aanvaard',
        reason: 'Niemand stuurt meer.',
        positions: ROLES.map(role => ({ role, position: 'akkoord', date: '2026-11-20' })),
        date: '2026-11-20',
        expires: '2027-01-01',
      },
    ],
  });

const PROPOSAL = JSON.stringify({
  id: 'p',
  title: 'Korter',
  party: 'X',
  stories: [],
  claims: {},
  roles: ROLES,
});

describe('review', () => {
  it('says what is missing and who must do it', async () => {
    const { mayMerge, sentence, version, nextSteps, roles } = await reviewOf(OLD, NEXT);
    expect({
      mayMerge,
      sentence: sentence.nl,
      outcome: version.outcome,
      nextSteps: nextSteps.map(({ nl }) => nl),
      roles,
    }).toEqual({
      mayMerge: false,
      sentence: 'Niet zonder besluit: over één wijziging is niets besloten.',
      outcome: 'right',
      nextSteps: ['Zaak · a: besluit nodig van product owner, informatieanalist, architect'],
      roles: ROLES.map(role => ({ role, agreed: 0, objected: 0, abstained: 0, silent: 1 })),
    });
  });

  it('may be merged once it is decided, as a suppression with its reason in SARIF', async () => {
    const id = (await reviewOf(OLD, NEXT)).changes[0]?.change ?? '';
    const decided = await reviewOf(
      OLD,
      NEXT,
      { 'decisions/d.yaml': decisionsFor(id), 'proposals/p.yaml': PROPOSAL },
      'p',
    );
    expect([decided.mayMerge, decided.nextSteps, decided.problems]).toEqual([true, [], []]);
    const sarif = JSON.parse(renderReview(decided, 'sarif', { lang: 'nl' }));
    expect(sarif.runs[0].results.map((one: { suppressions?: unknown }) => one.suppressions)).toEqual([
      [{ kind: 'external', justification: 'decision: Niemand stuurt meer.' }],
    ]);
  });

  it('a pipeline is told how it ends, and of what is decided no more', async () => {
    const open = await reviewOf(OLD, NEXT);
    const id = open.changes[0]?.change ?? '';
    const decided = await reviewOf(OLD, NEXT, { 'decisions/d.yaml': decisionsFor(id) });
    const written = (judged: Review): string[] =>
      renderReview(judged, 'github', { lang: 'en' })
        .trim()
        .split('\n')
        .map(line => line.replace(/(title=[^:]*)::.*/, '$1'));
    const failures = (judged: Review): string | undefined =>
      /tests="\d+" failures="\d+" skipped="\d+"/.exec(renderReview(judged, 'junit', { lang: 'en' }))?.[0];
    expect([written(open), failures(open)]).toEqual([
      [
        '::error file=openapi.json,line=1,col=356,title=■ BREAKS clients%3A Zaak · a',
        '::error title=zds review',
      ],
      'tests="2" failures="2" skipped="0"',
    ]);
    expect([written(decided), failures(decided)]).toEqual([
      ['::notice title=zds review'],
      'tests="2" failures="0" skipped="1"',
    ]);
    const tooLow = documentWith('1.0.1', { a: { type: 'string', maxLength: 50 } });
    const refused = await reviewOf(OLD, tooLow, { 'decisions/d.yaml': decisionsFor(id) });
    expect(renderReview(refused, 'github', { lang: 'en' })).toContain('%0AProposer: set info.version to');
  });

  it('a concern stands on the first screen, in every format that people read', async () => {
    const id = (await reviewOf(OLD, NEXT)).changes[0]?.change ?? '';
    const concern = 'Registers <b>kunnen</b> dit nog niet.';
    const text = decisionsFor(id).replace(
      '"role":"architect","position":"akkoord"',
      `"role":"architect","position":"bezwaar","statement":"${concern}"`,
    );
    const judged = await reviewOf(OLD, NEXT, { 'decisions/d.yaml': text });
    const [, first = ''] =
      /id="oordeel"(.*?)<\/section>/s.exec(renderReview(judged, 'html', { lang: 'nl' })) ?? [];
    expect(judged.mayMerge).toBe(true);
    expect(first).toContain('Registers &lt;b&gt;kunnen&lt;/b&gt; dit nog niet.');
    expect(renderReview(judged, 'text', { lang: 'nl', width: 200 })).toContain(
      `bezwaar architect: ${concern}`,
    );
    expect(renderReview(judged, 'markdown', { lang: 'nl' })).toContain('bezwaar architect: Registers');
  });

  it('in JSON a place is written once: a change points to it', async () => {
    const two = documentWith('2.0.0', { a: { type: 'string', maxLength: 50 }, b: TEXT }, ['b']);
    const judged = await reviewOf(OLD, two, { 'decisions/d.yaml': decisionsFor('other') });
    const written = JSON.parse(renderReview(judged, 'json', { lang: 'en' }));
    const placesIn = (change: { places: { places: string[] }[] }): unknown[] =>
      change.places.flatMap(({ places }) => places.map(pointer => atPointer(written.report, pointer)));
    const addressOf = (place: unknown): unknown => ({
      ...Object(place),
      clients: undefined,
      providers: undefined,
    });
    expect(written.changes.map((one: { detail: never }) => placesIn(one.detail).map(addressOf))).toEqual(
      judged.changes.map(({ detail }) => detail.places.flatMap(({ places }) => places.map(addressOf))),
    );
    expect(written.report.formatVersion).toBe(2);
  });

  it('a decision on what is no longer there is a finding, and the changed change is open again', async () => {
    const id = (await reviewOf(OLD, NEXT)).changes[0]?.change ?? '';
    const other = documentWith('2.0.0', { a: { type: 'string', maxLength: 40 } });
    const beside = { 'decisions/d.yaml': decisionsFor(id), 'proposals/p.yaml': PROPOSAL };
    const again = await reviewOf(OLD, other, beside, 'p');
    expect([again.mayMerge, again.problems.map(({ rule }) => rule)]).toEqual([false, ['decision-unused']]);
  });

  it('a role that does not decide, and a decision on nothing, are told with file, line and column', async () => {
    const other = documentWith('2.0.0', { a: { type: 'string', maxLength: 40 } });
    const file = [
      'id: d',
      'decisions:',
      '  - fingerprint: 0123456789abcdef',
      '    outcome: aanvaard',
      '    reason: Niemand stuurt meer.',
      '    positions:',
      '      - { role: bakker, position: akkoord, date: 2026-11-20 }',
      '    date: 2026-11-20',
      '    expires: 2027-01-01',
    ].join('\n');
    const { problems } = await reviewOf(OLD, other, { 'decisions/d.yaml': file });
    expect(problems.map(({ rule, text }) => [rule, text.nl.replace(/^.*(?=decisions)/, '')])).toEqual([
      [
        'decision-unused',
        'decisions/d.yaml:3:5: geen wijziging hier heet 0123456789abcdef; wijzigde zij sinds dit besluit, besluit dan opnieuw',
      ],
      [
        'decision-role-unknown',
        `decisions/d.yaml:7:11: 'bakker' is geen rol die hier besluit; dat zijn ${ROLES.join(', ')}`,
      ],
    ]);
  });

  it('quality is what the head adds to and fixes of its base', async () => {
    const severities = { 'oas-valid-media-type-examples': 'error' } as const;
    const options = { today: TODAY, quality: { profile: 'oas', severities } } as const;
    const [base, head] = [
      documentOf('oud', { 'openapi.json': OLD }),
      documentOf('nieuw', { 'openapi.json': documentWith('2.0.0', { a: { type: 'string', maxLength: 3 } }) }),
    ];
    const { quality } = await review(base, head, options);
    expect(quality?.examples).toEqual({ base: { all: 1, valid: 1 }, head: { all: 1, valid: 0 } });
    expect(quality?.lint.added.map(({ rule }) => rule)).toEqual(['oas-valid-media-type-examples']);
    expect(quality?.lint.repaired).toEqual([]);
    // No release is made of it, so it may not be merged, whatever was decided.
    const id = (await review(base, head, options)).changes[0]?.change ?? '';
    const text = documentWith('2.0.0', { a: { type: 'string', maxLength: 3 } });
    const decided = documentOf('nieuw', { 'openapi.json': text, 'decisions/d.yaml': decisionsFor(id) });
    const told = await review(base, decided, options);
    expect([told.mayMerge, told.sentence.nl]).toEqual([
      false,
      'Nog niet: lint vindt fouten die de basis niet had.',
    ]);
    expect(told.nextSteps.map(({ nl }) => nl)).toEqual([
      expect.stringMatching(
        /^Indiener: los 1 nieuwe fout van lint op; de eerste: openapi\.json:\d+:\d+ .+\(oas-valid-media-type-examples\)$/,
      ),
    ]);
    expect((await review(base, decided, { ...options, quality: false })).mayMerge).toBe(true);
    expect((await review(head, base, options)).nextSteps.filter(({ nl }) => nl.includes('lint'))).toEqual([]);
  });

  it('exceptions stand beside the head: that a base names its files otherwise is no mended finding', async () => {
    const rule = 'oas-valid-media-type-examples';
    const row = { rule, selector: 'openapi.json#**', reason: 'Zo staat het er al jaren.', places: 1 };
    const wrong = documentWith('1.0.0', { a: { type: 'string', maxLength: 3 } });
    const base = documentOf('bundel', { 'bundel.json': wrong });
    const head = documentOf('nieuw', { 'openapi.json': wrong, 'exceptions.yaml': JSON.stringify([row]) });
    const { quality } = await review(base, head, { today: TODAY, quality: { profile: 'oas' } });
    expect([quality?.lint.added, quality?.lint.repaired]).toEqual([[], []]);
    const report = await lint(head, { profile: 'oas', base, exceptions: await readExceptions(head) });
    expect([report.findings, report.repaired]).toEqual([[], []]);
  });

  it('an edit of texts made in many places is told once, word by word', async () => {
    const many = (word: string): Record<string, object> =>
      Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [
          `a${index}`,
          { type: 'string', description: `Het ${word} van nummer ${index}.` },
        ]),
      );
    const { texts } = await reviewOf(
      documentWith('1.0.0', many('adres')),
      documentWith('1.0.1', many('verblijf')),
    );
    expect(texts.map(({ places, pieces }) => [places, pieces])).toEqual([
      [
        30,
        [
          { is: 'same', text: 'Het ' },
          { is: 'removed', text: 'adres' },
          { is: 'added', text: 'verblijf' },
          { is: 'same', text: ' van nummer 0.' },
        ],
      ],
    ]);
  });

  it('lines are marked where they changed, and what is gone stands nowhere', async () => {
    const root = 'openapi: 3.1.0\ninfo: {title: A, version: 1.0.0}\npaths:\n  /a:\n    $ref: ./a.yaml\n';
    const answers = '  responses:\n    "204": {description: Klaar}\n';
    const [kept, gone] = [`get:\n${answers}`, `delete:\n${answers}`];
    const judged = await review(
      documentOf('oud', { 'openapi.yaml': root, 'a.yaml': kept + gone }),
      documentOf('nieuw', { 'openapi.yaml': root, 'a.yaml': kept }),
      { today: TODAY, quality: false },
    );
    const [removed] = judged.changes.map(({ source }) => source);
    expect(removed?.map(({ old, new: next }) => [old?.file, next?.file])).toEqual([['a.yaml', undefined]]);
    const marked = removed?.flatMap(({ old }) => old?.lines.filter(({ isChanged }) => isChanged) ?? []);
    expect(marked?.map(({ text }) => text)).toEqual(['delete:']);
    // An answer that is added refers to a file that both have: new is the line that names it.
    const fault = 'description: Fout\ncontent: {}\n';
    const more = `${kept}    "400":\n      $ref: ./fout.yaml\n${gone}    "400":\n      $ref: ./fout.yaml\n`;
    const added = await review(
      documentOf('oud', {
        'openapi.yaml': root,
        'a.yaml': more.replace(/ {4}"400".*\n.*\n/, ''),
        'fout.yaml': fault,
      }),
      documentOf('nieuw', { 'openapi.yaml': root, 'a.yaml': more, 'fout.yaml': fault }),
      { today: TODAY, quality: false },
    );
    const [pair] = added.changes.flatMap(({ source }) => source);
    expect([pair?.new?.file, pair?.new?.lines.some(({ isChanged }) => isChanged)]).toEqual(['a.yaml', true]);
  });

  it('a note written for the version is held against the changes', async () => {
    const beside = { 'releases/2.0.0/notes.md': 'Alleen documentatie.\n' };
    const judged = await reviewOf(OLD, NEXT, beside);
    expect(judged.note?.problems.map(({ rule }) => rule)).toEqual([
      'note-claim-contradicted',
      'note-change-missing',
    ]);
    const page = renderReview(judged, 'html', { lang: 'nl' });
    expect(page).toContain('noemt 0 van 1 wijzigingen');
    expect(page).toContain('belooft wat niet zo is');
  });

  it('a number that is too low stops what is decided', async () => {
    const id = (await reviewOf(OLD, NEXT)).changes[0]?.change ?? '';
    const low = documentWith('1.1.0', { a: { type: 'string', maxLength: 50 } });
    const { mayMerge, version } = await reviewOf(OLD, low, { 'decisions/d.yaml': decisionsFor(id) });
    expect([mayMerge, version.outcome]).toEqual([false, 'too-low']);
  });

  it('a wrong file is refused with its line', async () => {
    await expect(
      reviewOf(OLD, NEXT, { 'decisions/d.yaml': 'id: d\ndecisions:\n  - outcome: misschien\n' }),
    ).rejects.toThrow(/decisions\/d\.yaml:3:/);
    await expect(reviewOf(OLD, NEXT, {}, 'nergens')).rejects.toThrow("there is no proposal 'nergens'");
  });

  it.each(['2026-13-01', '2026-02-30', '2026-11-28T00:00:00Z', '28-11-2026', 'nooit'])(
    'a decision holds until a day that the calendar has, and not until %s',
    async expires => {
      const text = decisionsFor('f').replace('2027-01-01', expires);
      await expect(reviewOf(OLD, NEXT, { 'decisions/d.yaml': text })).rejects.toThrow('no day such as');
    },
  );

  it.each([
    ['Deze wijziging breekt niets.', ['breekt niets']],
    ['Alleen documentatie; no breaking changes.', ['Alleen documentatie', 'no breaking changes']],
    ['Dit is niet achterwaarts compatibel.', []],
    ['Korter maakt het beter leesbaar.', []],
  ])('holds the statement of a proposal against the changes: %s', async (statement, expected) => {
    const proposal = JSON.stringify({ ...JSON.parse(PROPOSAL), claims: { statement } });
    const judged = await reviewOf(OLD, NEXT, { 'proposals/p.yaml': proposal }, 'p');
    const because = judged.changes[0]?.detail.title;
    expect(judged.claims?.contradicted).toEqual(expected.map(what => ({ what, because })));
    for (const lang of LANGS)
      for (const what of expected)
        expect(renderReview(judged, 'text', { lang })).toContain(
          `✗ ${lang === 'nl' ? 'zegt' : 'says'} “${what}”`,
        );
  });

  it('what people write in proposals and decisions commands no CI server and steers no terminal', async () => {
    const hostile = 'x\n::error::pwn\n  ::warning::y ##[error]z \u001b[2J\u202e';
    const decided = JSON.parse(decisionsFor('other'));
    const [decision] = decided.decisions;
    decision.positions[0] = { role: 'product owner', position: 'bezwaar', statement: hostile, date: TODAY };
    Object.assign(decision, { reason: hostile, rule: 'max-length-tightened', place: 'Zaak.a' });
    delete decision.fingerprint;
    const claims = { statement: hostile, breaks: [hostile] };
    const proposal = { ...JSON.parse(PROPOSAL), title: hostile, roles: [hostile, 'architect'], claims };
    const beside = {
      'decisions/d.yaml': JSON.stringify(decided),
      'proposals/p.yaml': JSON.stringify(proposal),
    };
    const judged = await reviewOf(OLD, NEXT, beside, 'p');
    const history = await historyOf([
      documentOf(hostile, { 'openapi.json': OLD }),
      documentOf(hostile, { 'openapi.json': NEXT }),
    ]);
    for (const lang of LANGS) {
      const written = [
        renderReview(judged, 'text', { lang }),
        verdictInShort(judged, lang, 100, false),
        renderHistory(history, 'text', { lang }),
      ];
      expect(written.join('\n')).toContain('pwn');
      for (const text of written) expect(text).not.toMatch(/^\s*::|##\[|(?!\n)[\p{Cc}\u202e]/mu);
    }
  });

  it('hostile text is shown as text', async () => {
    const hostile = '</script><script>alert(1)</script>@everyone\n::error::x';
    const next = documentWith(`2.0.0${hostile}`, { a: TEXT, [hostile]: TEXT }, [hostile]);
    const judged = await reviewOf(OLD, next);
    const page = renderReview(judged, 'html', { lang: 'nl' });
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<script>/g)).toHaveLength(1);
    // What a forge reads outside code: mentions and markup.
    const outside = renderReview(judged, 'markdown', { lang: 'nl' })
      .replaceAll(/```[\s\S]*?```/g, '')
      .replaceAll(/`[^`\n]*`/g, '');
    expect(outside).not.toMatch(/@everyone|(?<!\\)<script/);
    const lines = renderReview(judged, 'github', { lang: 'nl' }).split('\n');
    expect(lines.filter(line => line.startsWith('::error::'))).toEqual([]);
  });

  it('five hundred changes fit a comment and a page', async () => {
    const many = (maxLength: number): Record<string, object> =>
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [
          `attribuut${index}`,
          { type: 'string', maxLength: maxLength - index },
        ]),
      );
    const twenty = await reviewOf(documentWith('1.0.0', many(900)), documentWith('2.0.0', many(801)));
    const changes = Array.from({ length: 25 }, (_, index) =>
      twenty.changes.map(change => ({
        ...change,
        detail: { ...change.detail, id: `${change.detail.id}${index}` },
      })),
    ).flat();
    const details = changes.map(({ detail }) => detail);
    const judged: Review = { ...twenty, changes, report: { ...twenty.report, changes: details } };
    expect(changes).toHaveLength(500);
    expect(renderReview(judged, 'markdown', { lang: 'nl' }).length).toBeLessThanOrEqual(60_000);
    expect(renderReview(judged, 'html', { lang: 'nl' }).length).toBeLessThanOrEqual(1_500_000);
    const wide = { ...judged, changes: changes.map(widely), hasBacklog: true };
    expect(renderReview(wide, 'html', { lang: 'nl' }).length).toBeLessThanOrEqual(1_500_000);
    const errors = renderReview(judged, 'github', { lang: 'en' })
      .split('\n')
      .filter(line => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)).toMatch(/^::error title=zds review::.*%0Aand 10 more$/);
  });

  it.each(LANGS)('the page is valid and asks the network for nothing (%s)', async lang => {
    const page = renderReview(await reviewOf(OLD, NEXT), 'html', { lang });
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'long-title': 'off', 'require-sri': 'off', 'no-inline-style': 'off' },
    }).validateString(page);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(page).not.toMatch(/src="|href="[^#]/);
  });

  it('notes tell who has to do what, and a draft of a decision does not count', async () => {
    const { report, changes } = await reviewOf(OLD, NEXT);
    expect(notesOf(changes, 'nl')).toBe(
      [
        '## Clients moeten wijzigen',
        '',
        '- **Zaak · a**: maximale lengte gaat van 80 naar 50 tekens. Geweigerd wordt nu: POST /zaken, verzoek, met “a” van 51 tekens.',
        '  - Zonder breuk kon het zo: Aanvaard nu het oude én het nieuwe, en sta in de volgende hoofdversie alleen het nieuwe toe.',
        '  - Het bericht voor (−) en na (+) de wijziging, POST /zaken, verzoek:',
        '',
        '    ```diff',
        '      {',
        '    -   "a": "tekst tekst tekst tekst tekst tekst tekst tekst tek"',
        '    +   "a": "tekst"',
        '      }',
        '    ```',
      ].join('\n'),
    );
    for (const lang of LANGS) expect(checkNote(notesOf(changes, lang), report.changes ?? [])).toEqual([]);
    const written = draftsOf(report.changes ?? [], ['product owner', 'architect']);
    const positions = [...written.matchAll(/role: ([a-z ]+), position: onthouding/g)].map(([, role]) => role);
    expect(positions).toEqual(['product owner', 'architect']);
    const drafts = { 'decisions/concept.yaml': written };
    expect((await reviewOf(OLD, NEXT, drafts)).changes.map(({ state }) => state)).toEqual(['open']);
  });

  it('notes stand by API, with the stories that need a change, what was decided and who objects', async () => {
    const { changes, report } = await reviewOf(OLD, NEXT);
    const [change] = changes;
    if (!change) throw new Error('no change');
    const of = (api: string, more: Partial<ReviewedChange> = {}): ReviewedChange => ({
      ...change,
      detail: { ...change.detail, subject: { nl: `Zaak · ${api}`, en: `Zaak · ${api}` }, ways: [] },
      resources: [{ api, path: '/zaken' }],
      ...more,
    });
    const concern = {
      role: 'architect',
      position: 'bezwaar' as const,
      statement: 'Dit is\n`achterwaarts compatibel` noch af.',
      date: TODAY,
    };
    const both = of('b', {
      resources: [...of('Zaken').resources, ...of('Besluiten').resources],
      stories: ['gz-1', 'gz-2', 'gz-3', 'gz-4', 'gz-5', 'gz-6', 'gz-7'],
      decision: {
        ...{ fingerprint: change.change, outcome: 'aanvaard', reason: 'Breekt niets.', positions: [concern] },
        ...{ date: TODAY, expires: '2027-01-01' },
      },
      concerns: [concern],
    });
    const withoutMessage = (one: ReviewedChange): ReviewedChange => {
      const { illustration: _, ...detail } = one.detail;
      return { ...one, detail };
    };
    const note = notesOf([of('Zaken'), both, of('Besluiten')].map(withoutMessage), 'nl');
    expect(note).toBe(
      [
        '## Clients moeten wijzigen\n',
        '### Besluiten\n',
        '- **Zaak · Besluiten**: maximale lengte gaat van 80 naar 50 tekens.\n',
        '### Zaken\n',
        '- **Zaak · Zaken**: maximale lengte gaat van 80 naar 50 tekens.\n',
        '### Meer dan één API\n',
        '- **Zaak · b**: maximale lengte gaat van 80 naar 50 tekens.',
        '  - Verhalen: gz-1, gz-2, gz-3, gz-4, gz-5, gz-6 en nog 1',
        `  - Besluit: aanvaard, ${TODAY}. Breekt niets.`,
        '  - Bezwaar: architect: Dit is \\`achterwaarts compatibel\\` noch af.',
      ].join('\n'),
    );
    const named = [of('Zaken'), both, of('Besluiten')].map(({ detail }) => detail);
    expect(checkNote(note, [...(report.changes ?? []), ...named].slice(1))).toEqual([]);
  });
});
