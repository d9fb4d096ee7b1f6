import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../src/core/change.ts';
import type { Finding, Verdict } from '../../src/core/finding.ts';
import { neededVersion, VERSION_POLICIES } from '../../src/core/version-policy.ts';
import { claimSteps, claimsOf } from '../../src/review/claims.ts';
import {
  askedIn,
  covers,
  type DecisionPolicy,
  decide,
  decidersOf,
} from '../../src/review/decisions/decided-change.ts';
import type { Decision, ReviewProposal, RolePosition } from '../../src/review/decisions/decision.ts';
import { isRefused, versionCheck, versionStep } from '../../src/review/version.ts';

const TODAY = '2026-11-28';
const ROLES = ['product owner', 'informatieanalist', 'architect'];
const RULES = ['required-added', 'max-length-tightened'] as const;
const PLACE = 'Zaak.toelichting';
const POLICY: DecisionPolicy = { roles: ROLES, quorum: 2, waitingDays: 3 };

const change = (more: Partial<Change> = {}): Change => ({
  id: 'c1',
  kind: 'attribute',
  subject: { nl: 'Zaak · toelichting', en: 'Zaak · toelichting' },
  title: { nl: 'Zaak · toelichting — wordt verplicht', en: 'Zaak · toelichting — becomes required' },
  events: [],
  severity: 'breaking',
  clients: 'breaking',
  providers: 'info',
  surface: 'wire',
  findings: ['f1'],
  rules: ['required-added'],
  places: [],
  operations: ['POST /zaken'],
  audience: 'clients',
  ...more,
});

const says = (role: string, position: RolePosition['position'], date = '2026-11-01'): RolePosition => ({
  role,
  position,
  date,
});

const decision = (more: Partial<Decision> = {}): Decision => ({
  fingerprint: 'c1',
  outcome: 'aanvaard',
  reason: 'Nodig.',
  positions: ROLES.map(role => says(role, 'akkoord')),
  date: '2026-11-20',
  expires: '2027-01-01',
  ...more,
});

/** A finding of a change, which breaks for clients unless a test says otherwise. */
const finding = (fingerprint: string, rule = 'required-added', clients: Verdict = 'breaking'): Finding => ({
  ...{ rule, severity: 'breaking', args: {}, affects: [], fingerprint, clients, providers: 'info' },
});

const decideOn = (decisions: readonly Decision[], findings: readonly Finding[], policy = POLICY) => {
  const about = change({
    findings: findings.map(one => one.fingerprint),
    rules: [...new Set(findings.map(({ rule }) => rule))],
  });
  const [asked] = askedIn([about], findings);
  if (!asked) throw new Error('no change');
  return decide(asked, decisions, policy, TODAY);
};

const stateOf = (decisions: readonly Decision[], policy = POLICY): string =>
  decideOn(decisions, [finding('f1')], policy).state;

describe('decisions', () => {
  it.each<[string, readonly Decision[], string]>([
    ['nothing', [], 'open'],
    ['a complete decision', [decision()], 'accepted'],
    ['by the fingerprint of a finding', [decision({ fingerprint: 'f1' })], 'accepted'],
    ['another fingerprint', [decision({ fingerprint: 'f2' })], 'open'],
    ['with a change of plan', [decision({ outcome: 'aangepast' })], 'accepted'],
    ['a refusal', [decision({ outcome: 'afgewezen' })], 'refused'],
    ['put off', [decision({ outcome: 'uitgesteld' })], 'refused'],
    ['a draft', [decision({ draft: true })], 'open'],
    ['last day', [decision({ expires: TODAY })], 'accepted'],
    ['a day too late', [decision({ expires: '2026-11-27' })], 'expired'],
    ['waited long enough', [decision({ date: '2026-11-25' })], 'accepted'],
    ['a day too early', [decision({ date: '2026-11-26' })], 'waiting'],
    ['from the future', [decision({ date: '2026-11-29' })], 'incomplete'],
    [
      'a role that says nothing',
      [decision({ positions: [says('architect', 'akkoord'), says('product owner', 'akkoord')] })],
      'incomplete',
    ],
    [
      'one concern within the quorum',
      [
        decision({
          positions: [
            says('architect', 'bezwaar'),
            says('product owner', 'akkoord'),
            says('informatieanalist', 'akkoord'),
          ],
        }),
      ],
      'accepted',
    ],
    [
      'quorum short',
      [
        decision({
          positions: [
            says('architect', 'bezwaar'),
            says('product owner', 'akkoord'),
            says('informatieanalist', 'onthouding'),
          ],
        }),
      ],
      'incomplete',
    ],
    [
      'an agreement that was taken back',
      [
        decision({
          positions: [
            ...ROLES.map(role => says(role, 'akkoord')),
            says('architect', 'bezwaar', '2026-11-10'),
            says('product owner', 'bezwaar', '2026-11-10'),
          ],
        }),
      ],
      'incomplete',
    ],
    [
      'a position from the future',
      [decision({ positions: ROLES.map(role => says(role, 'akkoord', '2026-12-01')) })],
      'incomplete',
    ],
    ['two that agree', [decision(), decision({ outcome: 'aangepast' })], 'accepted'],
    ['two that contradict', [decision(), decision({ outcome: 'afgewezen' })], 'contradictory'],
    [
      'a refusal that has expired',
      [decision(), decision({ outcome: 'afgewezen', expires: '2026-01-01' })],
      'accepted',
    ],
    [
      'parties in the place of roles',
      [
        decision({
          positions: ROLES.map(party => ({ party, position: 'akkoord' as const, date: '2026-11-01' })),
        }),
      ],
      'incomplete',
    ],
  ])('%s: %s', (_, decisions, expected) => {
    expect(stateOf(decisions)).toBe(expected);
  });

  it('by rule and place', () => {
    const byPlace = { rule: 'required-added', place: 'Zaak.toelichting' };
    const { fingerprint: _, ...rest } = decision();
    expect(covers({ ...rest, ...byPlace }, change())).toBe(true);
    expect(covers({ ...rest, ...byPlace, place: 'Zaak.omschrijving' }, change())).toBe(false);
    expect(covers({ ...rest, ...byPlace, rule: 'null-removed' }, change())).toBe(false);
  });

  describe('of a change of two things', () => {
    const both = [finding('f1'), finding('f2', 'max-length-tightened')];
    const byRule = (rule: string, more: Partial<Decision> = {}): Decision => {
      const { fingerprint: _, ...rest } = decision(more);
      return { ...rest, rule, place: PLACE };
    };

    it.each<[string, readonly Decision[], readonly Finding[], string]>([
      ['the change as it is', [decision()], both, 'accepted'],
      ['one of its findings', [decision({ fingerprint: 'f1' })], both, 'incomplete'],
      ['one of its rules', [byRule('required-added')], both, 'incomplete'],
      ['both of them', [decision({ fingerprint: 'f1' }), byRule('max-length-tightened')], both, 'accepted'],
      [
        'both, one no longer in force',
        [decision({ fingerprint: 'f1' }), byRule('max-length-tightened', { expires: '2026-01-01' })],
        both,
        'incomplete',
      ],
      [
        'one accepted and the other refused',
        [decision({ fingerprint: 'f1' }), byRule('max-length-tightened', { outcome: 'afgewezen' })],
        both,
        'refused',
      ],
      [
        'all, and one of them refused',
        [decision(), byRule('max-length-tightened', { outcome: 'afgewezen' })],
        both,
        'contradictory',
      ],
      [
        'the one that needs a decision',
        [byRule('required-added')],
        [finding('f1'), finding('f2', 'text-changed', 'info')],
        'accepted',
      ],
    ])('decided on: %s', (_, decisions, findings, expected) => {
      expect(decideOn(decisions, findings).state).toBe(expected);
    });

    it.each<[string, Finding['args'], string]>([
      ['the attribute alone', { name: 'toelichting' }, 'accepted'],
      ['one attribute of several', { name: ['omschrijving', 'toelichting'] }, 'accepted'],
      ['a length that became another', { name: 'toelichting', was: '80', now: '20' }, 'incomplete'],
      ['a length that came', { name: 'toelichting', now: '20' }, 'incomplete'],
      ['a length that went', { name: 'toelichting', was: '80' }, 'incomplete'],
      ['a value of a list', { name: 'zeer_geheim' }, 'incomplete'],
      ['values of a list', { name: ['geheim', 'zeer_geheim'] }, 'incomplete'],
    ])('a rule and a place are enough for %s: %#', (_, args, expected) => {
      const found = { ...finding('f1'), args };
      expect(decideOn([byRule('required-added')], [found]).state).toBe(expected);
      expect(decideOn([decision({ fingerprint: 'f1' })], [found]).state).toBe('accepted');
      const both = byRule('required-added', { reason: 'Met beide.' });
      expect(decideOn([{ ...both, fingerprint: 'f1' }], [found]).state).toBe('accepted');
      expect(decideOn([{ ...both, fingerprint: 'of another value' }], [found]).state).toBe('open');
      expect(decideOn([{ ...both, fingerprint: 'f1', place: 'Zaak.uuid' }], [found]).state).toBe('open');
    });

    it('what a rule and a place leave open is told with the fingerprint to write', () => {
      const found = { ...finding('f1'), args: { name: 'toelichting', was: '80', now: '20' } };
      expect(decideOn([byRule('required-added')], [found]).missing).toEqual([
        {
          nl: 'het besluit zegt niet over welke waarde van required-added het gaat; zet er fingerprint: f1 bij, als dit is wat besloten is',
          en: 'the decision does not say which value of required-added it is about; add fingerprint: f1, if this is what was decided',
        },
      ]);
    });

    it('what is left is told, and who decides on it', () => {
      expect(decideOn([byRule('required-added')], both).missing).toEqual([
        {
          nl: 'het besluit gaat niet over alles: ook over max-length-tightened is een besluit nodig van product owner, informatieanalist, architect',
          en: 'the decision is not about all of it: on max-length-tightened too a decision is needed of product owner, informatieanalist, architect',
        },
      ]);
    });
  });

  it('the roles of a configuration are added to by a proposal, and not left out', () => {
    expect([
      decidersOf(),
      decidersOf({}, ['architect']),
      decidersOf({ roles: ['bestuur', 'architect'] }, ['architect', 'jurist']),
    ]).toEqual([
      { roles: ROLES, quorum: 2, waitingDays: 0 },
      { roles: ['architect'], quorum: 1, waitingDays: 0 },
      { roles: ['bestuur', 'architect', 'jurist'], quorum: 2, waitingDays: 0 },
    ]);
    expect(() => decidersOf({ roles: ['bestuur'], quorum: 2 })).toThrow('quorum is 2');
  });

  it('a concern is shown whatever the outcome', () => {
    const positions = [
      says('architect', 'bezwaar'),
      says('product owner', 'akkoord'),
      says('informatieanalist', 'akkoord'),
    ];
    expect(decideOn([decision({ positions })], [finding('f1')]).concerns).toEqual([
      says('architect', 'bezwaar'),
    ]);
  });

  it('is never accepted wrongly: 10,000 histories against a second reading of the rules', () => {
    const day = fc
      .integer({ min: -20, max: 20 })
      .map(days => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10));
    const position = fc.record({
      role: fc.constantFrom(...ROLES, 'toehoorder'),
      position: fc.constantFrom(
        'akkoord' as const,
        'akkoord' as const,
        'bezwaar' as const,
        'onthouding' as const,
      ),
      date: day,
    });
    const named = fc.oneof(
      { weight: 4, arbitrary: fc.record({ fingerprint: fc.constantFrom('c1', 'c1', 'f1', 'f2', 'other') }) },
      { weight: 1, arbitrary: fc.record({ rule: fc.constantFrom(...RULES), place: fc.constant(PLACE) }) },
    );
    const said = fc.record({
      outcome: fc.constantFrom(
        'aanvaard' as const,
        'aanvaard' as const,
        'aangepast' as const,
        'afgewezen' as const,
        'uitgesteld' as const,
      ),
      reason: fc.constant('x'),
      positions: fc.oneof(
        fc.array(position, { maxLength: 6 }),
        fc.constant(ROLES.map(role => says(role, 'akkoord'))),
      ),
      date: day,
      expires: day,
    });
    const one = fc.tuple(named, said).map(([name, rest]): Decision => ({ ...name, ...rest }));
    let [accepted, byName] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        fc.boolean(),
        (decisions, quorum, waitingDays, hasMore, hasValue) => {
          const policy = { roles: ROLES, quorum, waitingDays };
          const [rule, more] = RULES;
          const first = { ...finding('f1'), args: hasValue ? { name: 'toelichting', now: '20' } : {} };
          const findings = [first, ...(hasMore ? [finding('f2', more)] : [])];
          if (decideOn(decisions, findings, policy).state !== 'accepted') return;
          accepted += 1;
          const about = decisions.filter(one => hasMore || (one.fingerprint !== 'f2' && one.rule !== more));
          const inForce = about.filter(one => one.expires >= TODAY);
          const isDecided = (id: string, by: string, isEnough: boolean): boolean =>
            inForce.some(one => ['c1', id].includes(`${one.fingerprint}`) || (isEnough && one.rule === by));
          if (!inForce.some(one => one.fingerprint !== undefined)) byName += 1;
          expect(isDecided('f1', rule, !hasValue) && (!hasMore || isDecided('f2', more, true))).toBe(true);
          expect(mayCount(about, quorum, waitingDays)).toBe(true);
        },
      ),
      { numRuns: 10_000, seed: 20261128 },
    );
    expect(accepted).toBeGreaterThan(300);
    expect(byName).toBeGreaterThan(10);
  });
});

/** The rules once more, as a plain list of what has to hold of every decision in force. */
function mayCount(decisions: readonly Decision[], quorum: number, waitingDays: number): boolean {
  const inForce = decisions.filter(one => one.fingerprint !== 'other' && one.expires >= TODAY);
  const msIn = (date: string): number => Date.parse(date);
  return (
    inForce.length > 0 &&
    inForce.every(one => {
      const last = (role: string): string | undefined => {
        const said = one.positions.filter(said => said.role === role && msIn(said.date) <= msIn(TODAY));
        const latest = Math.max(...said.map(({ date }) => msIn(date)));
        return said.filter(({ date }) => msIn(date) === latest).at(-1)?.position;
      };
      return (
        ['aanvaard', 'aangepast'].includes(one.outcome) &&
        msIn(one.date) + waitingDays * 86_400_000 <= msIn(TODAY) &&
        ROLES.every(role => last(role) !== undefined) &&
        ROLES.filter(role => last(role) === 'akkoord').length >= quorum
      );
    })
  );
}

describe('claims', () => {
  const NAMES = ['Zaak', 'Status', 'Rol'];
  const BUMPS = ['major', 'minor', 'patch', 'none'] as const;
  const asked = (claims: ReviewProposal['claims']): ReviewProposal => ({
    ...{ id: 'p', title: 'Voorstel', party: 'VNG Realisatie', stories: [], roles: ROLES, claims },
  });
  const changeOf = (name: string, doesBreak: boolean): Change =>
    change({ subject: { nl: name, en: name }, clients: doesBreak ? 'breaking' : 'info' });

  it('a wrong one always has a step, and a right one never: 10,000 proposals', () => {
    let [right, wrong] = [0, 0];
    fc.assert(
      fc.property(
        fc.subarray(NAMES),
        fc.option(fc.subarray(NAMES), { nil: undefined }),
        fc.option(fc.constantFrom(...BUMPS), { nil: undefined }),
        fc.constantFrom(...BUMPS),
        fc.constantFrom(undefined, 'Er komt iets bij.', 'Dit breekt niets.'),
        (breaking, breaks, version, needed, statement) => {
          const proposal = asked({
            ...(breaks ? { breaks } : {}),
            ...(version ? { version } : {}),
            ...(statement ? { statement } : {}),
          });
          const changes = NAMES.map(name => changeOf(name, breaking.includes(name)));
          const steps = claimSteps(proposal, claimsOf(proposal, changes, needed), needed);
          const isRight =
            (version ?? needed) === needed &&
            `${[...(breaks ?? breaking)].sort()}` === `${[...breaking].sort()}` &&
            !(statement?.includes('niets') && breaking.length > 0);
          right += Number(isRight);
          wrong += Number(!isRight);
          expect(steps.length === 0).toBe(isRight);
        },
      ),
      { numRuns: 10_000, seed: 20261129 },
    );
    expect([right > 500, wrong > 500]).toEqual([true, true]);
  });

  it('each step says who corrects what, and where', () => {
    const changes = [changeOf('Zaak', true), changeOf('Rol', false)];
    const proposal = asked({ version: 'minor', breaks: ['Rol'], statement: 'Dit breekt niets.' });
    expect(claimSteps(proposal, claimsOf(proposal, changes, 'major'), 'major').map(({ nl }) => nl)).toEqual([
      'VNG Realisatie, in proposals/p.yaml: zet claims.version op major (nu minor)',
      'VNG Realisatie, in proposals/p.yaml: noem in claims.breaks ook Zaak, want dat breekt',
      'VNG Realisatie, in proposals/p.yaml: haal Rol uit claims.breaks, want dat breekt niet',
      'VNG Realisatie, in proposals/p.yaml: haal “breekt niets” uit claims.statement, want dat is niet zo: Zaak · toelichting — wordt verplicht',
    ]);
  });
});

describe('version', () => {
  const policy = VERSION_POLICIES[1];
  const breaks = [change()];
  const conforms = [change({ clients: 'info', providers: 'breaking' })];
  const adds = [change({ clients: 'info', providers: 'warning' })];
  const texts = [change({ clients: 'info', providers: 'info', surface: 'text' })];

  it.each([
    [breaks, 'major', 'clientsBreak'],
    [conforms, 'major', 'providersBreak'],
    [adds, 'minor', 'added'],
    [texts, 'patch', 'texts'],
    [[], 'none', 'nothing'],
  ])('needs what the gravest change needs (%#)', (changes, bump, because) => {
    expect(neededVersion(changes, policy)).toEqual({ bump, because });
  });

  it.each([
    ['1.2.3', '2.0.0', breaks, 'right', false],
    ['1.2.3', '1.3.0', breaks, 'too-low', true],
    ['1.2.3', '1.2.4', breaks, 'too-low', true],
    ['1.2.3', '1.2.3', breaks, 'same-number', true],
    ['1.2.3', '1.2.2', texts, 'lower', true],
    ['1.2.3', '1.3.0', adds, 'right', false],
    ['1.2.3', '1.2.4', adds, 'too-low', true],
    ['1.2.3', '2.0.0', adds, 'too-high', false],
    ['1.2.3', '1.2.4', texts, 'right', false],
    ['1.2.3', '1.3.0', texts, 'too-high', false],
    ['1.2.3', '1.2.3', [], 'right', false],
    ['1.2.3', '2.0.0-rc.1', breaks, 'pre-release', false],
    ['1.2.3', '1.3.0-rc.1', breaks, 'pre-release-too-low', true],
    ['2.0.0-alpha.3', '2.0.0-alpha.4', breaks, 'pre-release', false],
    ['2.0.0-alpha.3', '2.0.0-alpha.3', breaks, 'same-number', true],
    ['2.0.0-rc.1', '2.0.0', texts, 'right', false],
    ['0.3.0', '0.4.0', breaks, 'right', false],
    ['0.3.0', '0.3.1', breaks, 'too-low', true],
    ['1.2', '1.3.0', adds, 'unreadable', true],
    ['1.2.3', '', adds, 'unreadable', true],
  ] as const)('%s to %s (%#): %s', (base, head, changes, outcome, refused) => {
    const check = versionCheck(base, head, neededVersion(changes, policy));
    expect([check.outcome, isRefused(check)]).toEqual([outcome, refused]);
  });

  it.each([
    ['1.2.3', '1.3.0', breaks],
    ['1.2.3', '1.2.3', adds],
    ['1.2.3', '1.2.2', texts],
    ['1.2.3', '1.3.0-rc.1', breaks],
    ['2.0.0-alpha.3', '2.0.0-alpha.3', breaks],
    ['0.3.0', '0.3.1', breaks],
  ] as const)('%s to %s: the step names a number that is accepted (%#)', (base, head, changes) => {
    const needed = neededVersion(changes, policy);
    const { nl } = versionStep(versionCheck(base, head, needed));
    const [named = ''] = /\d+\.\d+\.\d+/.exec(nl) ?? [];
    expect(isRefused(versionCheck(base, head, needed))).toBe(true);
    expect(isRefused(versionCheck(base, named, needed))).toBe(false);
    expect(nl).toContain(`(nu ${head})`);
  });
});
