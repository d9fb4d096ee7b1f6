import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/core/change.ts';
import { isLessStable, mayFollow } from '../../src/openapi/status.ts';
import { lifecycleProblems } from '../../src/release/lifecycle.ts';
import type { SupportedRelease } from '../../src/release/support.ts';
import type { DecisionPolicy } from '../../src/review/decisions/decided-change.ts';
import { checkNote } from '../../src/review/note-check.ts';
import { type Review, review } from '../../src/review/review.ts';
import { documentOf } from '../../src/source/index.ts';

const TODAY = '2026-11-28';
const ROLES = ['product owner', 'informatieanalist', 'architect'];

type Fields = Readonly<Record<string, unknown>>;

interface Side {
  readonly version?: string;
  readonly isShort?: boolean;
  readonly text?: string;
  readonly more?: Fields;
  readonly operation?: Fields;
  readonly info?: Fields;
}

const DONE = { '204': { description: 'Klaar' } };

/** An operation that takes one attribute, and one that goes where it is short. */
const documentWith = ({
  version = '1.0.0',
  isShort = false,
  text,
  more = {},
  operation = {},
  info = {},
}: Side) =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zaken', version, ...info },
    paths: {
      '/zaken': {
        post: {
          ...(text === undefined ? {} : { description: text }),
          ...operation,
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', properties: { naam: { type: 'string' }, ...more } },
              },
            },
          },
          responses: DONE,
        },
        ...(isShort ? {} : { delete: { responses: DONE } }),
      },
    },
  });

const akkoord = (role: string, more: Fields = {}): Fields => ({
  role,
  position: 'akkoord',
  date: '2026-11-01',
  ...more,
});

/** A decision that nothing lacks, with what a case says otherwise. */
const decisionWith = (more: Fields = {}): Fields => ({
  rule: 'operation-removed',
  place: 'DELETE /zaken',
  outcome: 'aanvaard',
  reason: 'Nodig.',
  positions: ROLES.map(role => akkoord(role)),
  date: '2026-11-20',
  expires: '2027-01-01',
  ...more,
});

const BASE: Side = {};
const BREAK: Side = { version: '2.0.0', isShort: true };
const ADDED: Side = { version: '1.1.0', more: { nieuw: { type: 'string' } } };
const TEXT: Side = { version: '1.0.1', text: 'Legt een zaak vast.' };

interface Situation {
  readonly base?: Side;
  readonly head: Side;
  readonly decisions?: readonly Fields[];
  readonly consultedFrom?: string;
  readonly consultedUntil?: string;
  readonly policy?: Partial<DecisionPolicy>;
  readonly claims?: Fields;
}

function reviewOf(situation: Situation): Promise<Review> {
  const {
    base = BASE,
    head,
    decisions,
    consultedFrom = '2026-11-01',
    consultedUntil,
    policy,
    claims = {},
  } = situation;
  const proposal = {
    id: 'p',
    title: 'Voorstel',
    party: 'VNG Realisatie',
    stories: [],
    claims,
    roles: ROLES,
    ...(consultedUntil === undefined ? {} : { consultation: { from: consultedFrom, until: consultedUntil } }),
  };
  return review(
    documentOf('oud', { 'openapi.json': documentWith(base) }),
    documentOf('nieuw', {
      'openapi.json': documentWith(head),
      'proposals/p.yaml': JSON.stringify(proposal),
      ...(decisions ? { 'decisions/d.yaml': JSON.stringify({ id: 'd', decisions }) } : {}),
    }),
    { today: TODAY, quality: false, proposal: 'p', ...(policy ? { decisions: policy } : {}) },
  );
}

const decided = (more: Fields = {}, rest: Partial<Situation> = {}): Situation => ({
  head: BREAK,
  decisions: [decisionWith(more)],
  ...rest,
});
const twice = (more: Fields): Situation => ({
  head: BREAK,
  decisions: [decisionWith(), decisionWith(more)],
});
const positions = (...all: readonly Fields[]): Fields => ({ positions: all });
const [PO, IA, ARCH] = ROLES.map(role => akkoord(role)) as [Fields, Fields, Fields];
const objects = (role: string): Fields => akkoord(role, { position: 'bezwaar', statement: 'Te vroeg.' });
const abstains = (role: string): Fields => akkoord(role, { position: 'onthouding' });
const status = (value: string): Fields => ({ 'x-zds-status': value });
const said = (value: string): Fields => ({ oud: { type: 'string', ...status(value) } });
const inside = (value: string): Fields => ({
  lijst: { type: 'array', items: { type: 'object', properties: said(value) } },
});
const query = (value: string): Fields => ({
  parameters: [{ name: 'q', in: 'query', schema: { type: 'string' }, ...status(value) }],
});

const VERSION = 'Nog niet: het versienummer past niet bij de wijzigingen.';
const OPEN = 'Niet zonder besluit: over één wijziging is niets besloten.';
const INCOMPLETE = 'Nog niet: het besluit over één wijziging is niet volledig.';
const REFUSED = 'Kan er niet in: één wijziging is afgewezen of uitgesteld.';
const EXPIRED = 'Niet zonder nieuw besluit: over één wijziging is het besluit verlopen.';
const WAITING = 'Nog niet: de wachttijd van één wijziging loopt.';
const CONSULTED = 'Nog niet: de consultatie is niet voorbij.';
const CLAIMED = 'Nog niet: wat het voorstel van zichzelf zegt, klopt niet.';
const OTHER = 'Nog niet: zie wat er nog moet gebeuren.';

/** Each condition of a merge: as it is allowed, as it is refused, and the sentence of the refusal. */
const MERGES: readonly (readonly [
  condition: string,
  allowed: Situation,
  refused: Situation,
  says: string,
])[] = [
  ['a text asks for a patch', { head: TEXT }, { head: { ...TEXT, version: '1.0.0' } }, VERSION],
  ['a text goes no further back', { head: TEXT }, { head: { ...TEXT, version: '0.9.0' } }, VERSION],
  ['an addition asks for a minor', { head: ADDED }, { head: { ...ADDED, version: '1.0.1' } }, VERSION],
  [
    'an addition keeps no number',
    { head: { ...ADDED, version: '1.2.0' } },
    { head: { ...ADDED, version: '1.0.0' } },
    VERSION,
  ],
  ['a break asks for a major', decided(), decided({}, { head: { ...BREAK, version: '1.1.0' } }), VERSION],
  ['a version can be read', { head: TEXT }, { head: { ...TEXT, version: '1.0' } }, VERSION],
  [
    'a pre-release of the major may break',
    decided({}, { head: { ...BREAK, version: '2.0.0-rc.1' } }),
    decided({}, { head: { ...BREAK, version: '1.1.0-rc.1' } }),
    VERSION,
  ],
  [
    'a next pre-release may break',
    decided({}, { base: { version: '2.0.0-alpha.1' }, head: { ...BREAK, version: '2.0.0-alpha.2' } }),
    decided({}, { base: { version: '2.0.0-alpha.1' }, head: { ...BREAK, version: '2.0.0-alpha.1' } }),
    VERSION,
  ],
  [
    'below 1.0.0 a minor breaks',
    decided({}, { base: { version: '0.3.0' }, head: { ...BREAK, version: '0.4.0' } }),
    decided({}, { base: { version: '0.3.0' }, head: { ...BREAK, version: '0.3.1' } }),
    VERSION,
  ],
  ['nothing changes: the number stays', { head: BASE }, { head: { version: '0.9.9' } }, VERSION],
  ['a break is decided on', decided(), { head: BREAK }, OPEN],
  ['of this rule', decided(), decided({ rule: 'operation-added' }), OPEN],
  ['of this place', decided({ place: 'DELETE /zaken' }), decided({ place: 'PUT /zaken' }), OPEN],
  ['no draft', decided(), decided({ draft: true }), OPEN],
  ['accepted', decided(), decided({ outcome: 'afgewezen' }), REFUSED],
  ['adapted, not put off', decided({ outcome: 'aangepast' }), decided({ outcome: 'uitgesteld' }), REFUSED],
  ['on its last day', decided({ expires: TODAY }), decided({ expires: '2026-11-27' }), EXPIRED],
  ['decided by today', decided({ date: TODAY }), decided({ date: '2026-11-29' }), INCOMPLETE],
  ['every role has spoken', decided(), decided(positions(PO, IA)), INCOMPLETE],
  [
    'a role, not a party',
    decided(),
    decided(positions(PO, IA, { party: 'architect', position: 'akkoord', date: '2026-11-01' })),
    INCOMPLETE,
  ],
  [
    'a quorum agrees',
    decided(positions(PO, IA, objects('architect'))),
    decided(positions(PO, objects('informatieanalist'), objects('architect'))),
    INCOMPLETE,
  ],
  [
    'abstaining is speaking',
    decided(positions(PO, IA, abstains('architect'))),
    decided(positions(PO, abstains('informatieanalist'), abstains('architect'))),
    INCOMPLETE,
  ],
  [
    'the last word counts',
    decided(positions(objects('architect'), PO, IA, akkoord('architect', { date: '2026-11-02' }))),
    decided(
      positions(
        PO,
        IA,
        ARCH,
        { ...objects('architect'), date: '2026-11-02' },
        { ...objects('product owner'), date: '2026-11-02' },
      ),
    ),
    INCOMPLETE,
  ],
  [
    'a position of by today',
    decided(positions(PO, IA, akkoord('architect', { date: TODAY }))),
    decided(positions(PO, IA, akkoord('architect', { date: '2026-11-29' }))),
    INCOMPLETE,
  ],
  [
    'the configured quorum',
    decided(positions(PO, objects('informatieanalist'), objects('architect')), { policy: { quorum: 1 } }),
    decided(positions(PO, IA, objects('architect')), { policy: { quorum: 3 } }),
    INCOMPLETE,
  ],
  [
    'the waiting days are over',
    decided({ date: '2026-11-25' }, { policy: { waitingDays: 3 } }),
    decided({ date: '2026-11-26' }, { policy: { waitingDays: 3 } }),
    WAITING,
  ],
  [
    'two decisions agree',
    twice({ outcome: 'aangepast' }),
    twice({ outcome: 'afgewezen' }),
    'Kan er niet in: besluiten over één wijziging spreken elkaar tegen.',
  ],
  ['both are complete', twice({}), twice(positions(PO, IA)), INCOMPLETE],
  [
    'a refusal that has expired is none',
    twice({ outcome: 'afgewezen', expires: '2026-01-01' }),
    { head: BREAK, decisions: [decisionWith({ expires: '2026-01-01' })] },
    EXPIRED,
  ],
  [
    'the consultation is over',
    decided({}, { consultedUntil: '2026-11-27' }),
    decided({}, { consultedUntil: TODAY }),
    CONSULTED,
  ],
  [
    'over for a text as well',
    { head: TEXT, consultedUntil: '2026-11-27' },
    { head: TEXT, consultedUntil: '2026-12-19' },
    CONSULTED,
  ],
  [
    'the version that a proposal claims is what it needs',
    decided({}, { claims: { version: 'major' } }),
    decided({}, { claims: { version: 'minor' } }),
    CLAIMED,
  ],
  [
    'a proposal that needs less does not claim more',
    { head: TEXT, claims: { version: 'patch' } },
    { head: TEXT, claims: { version: 'minor' } },
    CLAIMED,
  ],
  [
    'a proposal names what it breaks',
    decided({}, { claims: { breaks: ['DELETE /zaken'] } }),
    decided({}, { claims: { breaks: [] } }),
    CLAIMED,
  ],
  [
    'a proposal names no break that is none',
    { head: TEXT, claims: { breaks: [] } },
    { head: TEXT, claims: { breaks: ['DELETE /zaken'] } },
    CLAIMED,
  ],
  [
    'a proposal says that nothing breaks where nothing does',
    { head: ADDED, claims: { statement: 'Dit breekt niets.' } },
    decided({}, { claims: { statement: 'Dit breekt niets.' } }),
    CLAIMED,
  ],
  [
    'an operation gets firmer',
    { base: { operation: status('beta') }, head: { ...TEXT, operation: status('rc') } },
    { base: { operation: status('standaard') }, head: { ...TEXT, operation: status('beta') } },
    OTHER,
  ],
  [
    'what is standard is withdrawn',
    { base: { operation: status('standaard') }, head: { ...TEXT, operation: status('ingetrokken') } },
    { base: { operation: status('ingetrokken') }, head: { ...TEXT, operation: status('standaard') } },
    OTHER,
  ],
  [
    'another version starts anew',
    { base: { info: status('standaard') }, head: { ...TEXT, info: status('concept') } },
    {
      base: { version: '1.0.0-rc.1', info: status('rc') },
      head: { version: '1.0.0-rc.2', info: status('concept') },
    },
    OTHER,
  ],
  [
    'an attribute gets firmer',
    { base: { more: said('beta') }, head: { ...TEXT, more: said('rc') } },
    { base: { more: said('standaard') }, head: { ...TEXT, more: said('beta') } },
    OTHER,
  ],
  [
    'an attribute of an attribute too',
    { base: { more: inside('rc') }, head: { ...TEXT, more: inside('standaard') } },
    { base: { more: inside('rc') }, head: { ...TEXT, more: inside('concept') } },
    OTHER,
  ],
  [
    'a parameter that is withdrawn stays so',
    { base: { operation: query('standaard') }, head: { ...TEXT, operation: query('ingetrokken') } },
    { base: { operation: query('ingetrokken') }, head: { ...TEXT, operation: query('beta') } },
    OTHER,
  ],
  [
    'a consultation that has yet to begin is not over',
    { head: TEXT, consultedFrom: '2026-11-01', consultedUntil: '2026-11-27' },
    { head: TEXT, consultedFrom: '2026-12-01', consultedUntil: '2026-12-19' },
    CONSULTED,
  ],
  [
    'waiting counts from the last of two decisions',
    { ...twice({ date: '2026-11-24' }), policy: { waitingDays: 3 } },
    { ...twice({ date: '2026-11-27' }), policy: { waitingDays: 3 } },
    WAITING,
  ],
  [
    'a role that is not asked adds no voice',
    decided(positions(PO, IA, objects('architect'), akkoord('beheerder'))),
    decided(positions(PO, objects('informatieanalist'), objects('architect'), akkoord('beheerder'))),
    INCOMPLETE,
  ],
  [
    'a draft takes nothing back',
    twice({ outcome: 'afgewezen', draft: true }),
    { head: BREAK, decisions: [decisionWith({ draft: true })] },
    OPEN,
  ],
  [
    'number and decision: the decision comes first',
    decided(),
    { head: { ...BREAK, version: '1.0.1' } },
    OPEN,
  ],
  [
    'decision and consultation',
    decided({}, { consultedUntil: '2026-11-01' }),
    decided({ draft: true }, { consultedUntil: '2026-12-19' }),
    OPEN,
  ],
  [
    'status and decision',
    decided({}, { base: { operation: status('rc') }, head: { ...BREAK, operation: status('standaard') } }),
    decided({}, { base: { operation: status('rc') }, head: { ...BREAK, operation: status('concept') } }),
    OTHER,
  ],
];

describe('a merge', () => {
  it.each(MERGES)('%s', async (_, allowed, refused, says) => {
    const [yes, no] = [await reviewOf(allowed), await reviewOf(refused)];
    expect([yes.mayMerge, yes.nextSteps]).toEqual([true, []]);
    expect([no.mayMerge, no.sentence.nl, no.nextSteps.length > 0]).toEqual([false, says, true]);
  });

  it('has at least forty conditions, with those of a status, a list of releases and a note', () => {
    expect(
      MERGES.length + FOLLOWS.length + RESTS.length + LISTS.length + NOTES.length,
    ).toBeGreaterThanOrEqual(40);
  });
});

/** A status, what may come after it, and what may not. */
const FOLLOWS = [
  ['concept', 'consultatie', 'standaard'],
  ['consultatie', 'alfa', 'rc'],
  ['alfa', 'beta', 'standaard'],
  ['beta', 'rc', 'concept'],
  ['rc', 'beta', 'alfa'],
  ['standaard', 'ingetrokken', 'rc'],
  ['ingetrokken', 'ingetrokken', 'standaard'],
  ['experimenteel', 'standaard', 'concept'],
] as const;

/** A status, what may be used by something of it, and what may not. */
const RESTS = [
  ['standaard', 'standaard', 'rc'],
  ['rc', 'standaard', 'beta'],
  ['beta', 'rc', 'experimenteel'],
  ['alfa', 'experimenteel', 'consultatie'],
  ['concept', 'alfa', 'ingetrokken'],
] as const;

describe('a status', () => {
  it.each(FOLLOWS)('after %s comes %s and not %s', (was, allowed, refused) => {
    expect([mayFollow(was, allowed), mayFollow(was, refused)]).toEqual([true, false]);
  });

  it.each(RESTS)('%s may rest on %s and not on %s', (one, allowed, refused) => {
    expect([isLessStable(allowed, one), isLessStable(refused, one)]).toEqual([false, true]);
  });
});

const release = (version: string, more: Partial<SupportedRelease> = {}): SupportedRelease => ({
  version,
  date: '2025-01-01',
  status: 'standaard',
  supported: true,
  ...more,
});

/** What a list of releases says, as it is allowed and as it is refused. */
const LISTS: readonly (readonly [
  string,
  readonly SupportedRelease[],
  readonly SupportedRelease[],
  string,
])[] = [
  ['a pre-release is no standard', [release('1.0.0')], [release('1.0.0-rc.1')], 'support-status-version'],
  [
    'what is withdrawn says until when',
    [
      release('1.0.0', { status: 'ingetrokken', endOfSupport: '2027-01-01', successor: '1.1.0' }),
      release('1.1.0'),
    ],
    [release('1.0.0', { status: 'ingetrokken', successor: '1.1.0' }), release('1.1.0')],
    'support-withdrawn-incomplete',
  ],
  [
    'support ends on its day',
    [release('1.0.0', { endOfSupport: TODAY })],
    [release('1.0.0', { endOfSupport: '2026-11-27' })],
    'support-past-end',
  ],
  [
    'a year of support after the next major',
    [release('1.0.0', { endOfSupport: '2027-06-01' }), release('2.0.0', { date: '2026-06-01' })],
    [release('1.0.0', { endOfSupport: '2027-05-31' }), release('2.0.0', { date: '2026-06-01' })],
    'support-too-short',
  ],
  [
    'one major a year',
    [release('1.0.0'), release('2.0.0', { date: '2026-01-01' })],
    [release('1.0.0'), release('2.0.0', { date: '2025-12-31' })],
    'major-too-soon',
  ],
];

describe('a list of releases', () => {
  it.each(LISTS)('%s', (_, allowed, refused, rule) => {
    const rulesOf = (list: readonly SupportedRelease[]): string[] =>
      lifecycleProblems(
        list,
        list.map(({ version }) => version),
        TODAY,
      ).map(one => one.rule);
    expect([rulesOf(allowed), rulesOf(refused)]).toEqual([[], [rule]]);
  });
});

const change = (clients: Change['clients'], surface: Change['surface']): Change => ({
  id: 'c',
  kind: 'attribute',
  subject: { nl: 'Zaak · naam', en: 'Zaak · naam' },
  title: { nl: 'Zaak · naam — verandert', en: 'Zaak · naam — changes' },
  events: [],
  severity: 'info',
  clients,
  providers: 'info',
  surface,
  findings: [],
  rules: [],
  places: [],
  operations: [],
  audience: 'clients',
});

const BREAKS = [change('breaking', 'wire')];
const ADDS = [change('info', 'wire')];
const TEXTS = [change('info', 'text')];

/** A line of a note, the changes that it fits, those that it does not, and what is wrong then. */
const NOTES: readonly (readonly [string, readonly Change[], readonly Change[], string])[] = [
  ['Alleen documentatie: `naam`.', TEXTS, ADDS, 'note-claim-contradicted'],
  ['Achterwaarts compatibel: `naam`.', ADDS, BREAKS, 'note-claim-contradicted'],
  ['Geen wijzigingen.', [], TEXTS, 'note-claim-contradicted'],
  ['`naam` wordt korter.', BREAKS, [], 'note-line-unexplained'],
  ['Een nieuwe uitgave.', TEXTS, BREAKS, 'note-change-missing'],
];

describe('a note', () => {
  it.each(NOTES)('%s', (note, fits, contradicts, rule) => {
    expect([checkNote(note, fits), checkNote(note, contradicts).map(one => one.rule)]).toEqual([[], [rule]]);
  });
});
