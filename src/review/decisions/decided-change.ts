import type { Change } from '../../core/change.ts';
import { plusDays } from '../../core/day.ts';
import type { Finding } from '../../core/finding.ts';
import type { Text } from '../../core/text.ts';
import { UserError } from '../../core/user-error.ts';
import type { Decision, RolePosition } from './decision.ts';

/** Who has to agree, how many of them, and how long a decision has to lie open. */
export interface DecisionPolicy {
  readonly roles: readonly string[];
  /** How many roles have to agree; the others may abstain or object, but have to have said so. */
  readonly quorum: number;
  /** Days between the decision and the merge. */
  readonly waitingDays: number;
}

export type DecisionState =
  /** Nobody has to decide: it breaks nothing and risks nothing. */
  'not-needed' | 'accepted' | 'open' | 'refused' | 'contradictory' | 'expired' | 'incomplete' | 'waiting';

export interface DecidedChange {
  readonly change: string;
  readonly state: DecisionState;
  readonly decision?: Decision;
  /** Concerns, which are shown whatever the outcome. */
  readonly concerns: readonly RolePosition[];
  /** What is missing, and who must do it. */
  readonly missing: readonly Text[];
}

/** Changes, and what they are made of, that somebody has to decide on. */
export const needsDecision = ({ clients, providers }: Pick<Finding, 'clients' | 'providers'>): boolean =>
  clients === 'breaking' || clients === 'warning' || providers === 'breaking';

/** A change with the findings that it is made of, of which each that needs a decision has to be decided on. */
export interface AskedChange {
  readonly change: Change;
  readonly findings: readonly Pick<Finding, 'fingerprint' | 'rule' | 'args' | 'clients' | 'providers'>[];
}

/** Changes with their findings in a report. */
export function askedIn(changes: readonly Change[], findings: readonly Finding[]): AskedChange[] {
  const byFingerprint = new Map(findings.map(finding => [finding.fingerprint, finding]));
  return changes.map(change => ({
    change,
    findings: change.findings.flatMap(fingerprint => byFingerprint.get(fingerprint) ?? []),
  }));
}

const DEFAULT_ROLES = ['product owner', 'informatieanalist', 'architect'];

/**
 * Who decides: as it is configured, and else three roles, of which all but one have to agree. A proposal may name its own
 * roles; those of the configuration it can add to, and not leave out.
 *
 * @throws UserError `usage` for a quorum of more roles than there are: nothing could ever be decided
 */
export function decidersOf(
  { roles: configured, quorum, waitingDays = 0 }: Partial<DecisionPolicy> = {},
  proposed: readonly string[] = [],
): DecisionPolicy {
  const named = [...new Set([...(configured ?? []), ...proposed])];
  const roles = named.length > 0 ? named : DEFAULT_ROLES;
  if (quorum !== undefined && quorum > roles.length) {
    const who = roles.join(', ');
    throw new UserError(
      'usage',
      {
        nl: `het quorum is ${quorum}, en wie besluit zijn ${roles.length}: ${who}`,
        en: `the quorum is ${quorum}, and those who decide are ${roles.length}: ${who}`,
      },
      {
        nl: 'Zet decisions.quorum in zds.config.yaml lager, of noem meer rollen in decisions.roles.',
        en: 'Lower decisions.quorum in zds.config.yaml, or name more roles in decisions.roles.',
      },
    );
  }
  return { roles, quorum: quorum ?? Math.max(1, roles.length - 1), waitingDays };
}

/** Whether nobody has to decide any more. */
export const isClosed = ({ state }: DecidedChange): boolean => state === 'not-needed' || state === 'accepted';

/** What is missing of a change, each line with the change that it is about. */
export const stepsFor = ({ subject }: Change, { missing }: Pick<DecidedChange, 'missing'>): readonly Text[] =>
  missing.map(({ nl, en }) => ({ nl: `${subject.nl}: ${nl}`, en: `${subject.en}: ${en}` }));

/** Whether a decision names a change: by its id, the fingerprint of a finding, or a rule and a place; all that it names. */
export function covers(decision: Decision, change: Change): boolean {
  const { fingerprint, rule } = decision;
  const isPrinted =
    fingerprint === undefined || fingerprint === change.id || change.findings.includes(fingerprint);
  const isPlaced = rule === undefined || (change.rules.includes(rule) && isPlaceOf(decision, change));
  return isPrinted && isPlaced;
}

const isPlaceOf = ({ place }: Decision, change: Change): boolean =>
  place !== undefined && placesNamed(change).includes(place);

/**
 * Whether a decision speaks of one of the findings of a change: who decided on one did not see the others. A rule and a
 * place are enough where they say all there is to decide on.
 */
const speaksOf = (
  decision: Decision,
  change: Change,
  finding: Pick<Finding, 'fingerprint' | 'rule' | 'args'>,
): boolean =>
  decision.fingerprint === undefined
    ? isByRule(decision, change, finding) && hasNoValues(finding, change)
    : [change.id, finding.fingerprint].includes(decision.fingerprint) &&
      (decision.rule === undefined || isByRule(decision, change, finding));

const isByRule = (decision: Decision, change: Change, { rule }: Pick<Finding, 'rule'>): boolean =>
  decision.rule === rule && isPlaceOf(decision, change);

/**
 * Whether a rule and a place tell a finding from every other that there could be there: it goes from no value to another
 * (`maxLength` 80 to 50), and names nothing but the subject itself (a value of an enumeration, a status).
 */
function hasNoValues({ args }: Pick<Finding, 'args'>, { subject }: Pick<Change, 'subject'>): boolean {
  const { name = [], was, now } = args;
  const names = Array.isArray(name) ? name : [name];
  const own = [subject.nl, ...subject.nl.split(/ · |\./)];
  return (
    was === undefined && now === undefined && (names.length === 0 || names.some(one => own.includes(one)))
  );
}

/** How a file of ours may call the subject of a change: `Zaak.toelichting` or `Zaak · toelichting`, `POST /zaken`. */
export const placesNamed = ({ subject }: Pick<Change, 'subject'>): string[] => [
  subject.nl.replace(' · ', '.'),
  subject.nl,
];

/**
 * What is decided on a change on a day (`2026-11-28`). Only what is complete, in force and unanimous in outcome counts, and
 * only of all in the change that needs a decision.
 */
export function decide(
  asked: AskedChange,
  decisions: readonly Decision[],
  policy: DecisionPolicy,
  today: string,
): DecidedChange {
  const { change } = asked;
  const written = decisions.filter(decision => covers(decision, change));
  const own = written.filter(({ draft }) => draft !== true);
  const concerns = own.flatMap(({ positions }) => positions.filter(({ position }) => position === 'bezwaar'));
  const about = { change: change.id, concerns };
  if (own.length === 0) {
    return needsDecision(change)
      ? { ...about, state: 'open', missing: [askText(policy.roles, written.length > 0)] }
      : { ...about, state: 'not-needed', missing: [] };
  }
  const valid = own.filter(({ expires }) => expires >= today);
  const [decision] = valid;
  if (!decision) return { ...about, state: 'expired', missing: [expiredText(policy.roles)] };
  if (contradict(asked, valid))
    return { ...about, state: 'contradictory', decision, missing: [contradictionText(policy.roles)] };
  const refused = valid.find(({ outcome }) => !isYes(outcome));
  if (refused) return { ...about, state: 'refused', decision: refused, missing: [refusedText(refused)] };
  const missing = [
    ...valid.flatMap(one => lackingIn(one, policy, today)),
    ...undecidedIn(asked, valid, policy),
  ];
  if (missing.length > 0) return { ...about, state: 'incomplete', decision, missing: distinct(missing) };
  const ready = valid
    .map(({ date }) => plusDays(date, policy.waitingDays))
    .sort()
    .at(-1);
  if (ready !== undefined && ready > today)
    return { ...about, state: 'waiting', decision, missing: [waitText(ready)] };
  return { ...about, state: 'accepted', decision, missing: [] };
}

/** Whether two decisions speak of the same and say the opposite. */
const contradict = ({ change, findings }: AskedChange, decisions: readonly Decision[]): boolean =>
  findings.some(finding => {
    const said = decisions.filter(decision => speaksOf(decision, change, finding));
    return new Set(said.map(({ outcome }) => isYes(outcome))).size > 1;
  });

/** What in a change needs a decision and has none: it came after the decision, or was never looked at. */
function undecidedIn(
  { change, findings }: AskedChange,
  decisions: readonly Decision[],
  { roles }: DecisionPolicy,
): Text[] {
  const left = findings.filter(
    finding => needsDecision(finding) && !decisions.some(decision => speaksOf(decision, change, finding)),
  );
  const isNamed = (finding: (typeof left)[number]): boolean =>
    decisions.some(decision => isByRule(decision, change, finding));
  return [
    ...left.filter(isNamed).map(({ rule, fingerprint }) => ({
      nl: `het besluit zegt niet over welke waarde van ${rule} het gaat; zet er fingerprint: ${fingerprint} bij, als dit is wat besloten is`,
      en: `the decision does not say which value of ${rule} it is about; add fingerprint: ${fingerprint}, if this is what was decided`,
    })),
    ...untoldIn(
      left.filter(finding => !isNamed(finding)),
      roles,
    ),
  ];
}

const untoldIn = (findings: readonly Pick<Finding, 'rule'>[], roles: readonly string[]): Text[] =>
  [...new Set(findings.map(({ rule }) => rule))].map(rule => ({
    nl: `het besluit gaat niet over alles: ook over ${rule} is een besluit nodig van ${roles.join(', ')}`,
    en: `the decision is not about all of it: on ${rule} too a decision is needed of ${roles.join(', ')}`,
  }));

const isYes = (outcome: Decision['outcome']): boolean => outcome === 'aanvaard' || outcome === 'aangepast';

const distinct = (texts: readonly Text[]): Text[] =>
  texts.filter((text, index) => texts.findIndex(({ nl }) => nl === text.nl) === index);

/** What a decision lacks: a role that has not spoken by today, or agreement of enough roles. */
function lackingIn(decision: Decision, { roles, quorum }: DecisionPolicy, today: string): Text[] {
  if (decision.date > today)
    return [{ nl: `besluit geldt pas op ${decision.date}`, en: `the decision holds from ${decision.date}` }];
  const latest = new Map<string, RolePosition>();
  for (const one of decision.positions) {
    const known = one.role === undefined ? undefined : latest.get(one.role);
    if (one.role !== undefined && one.date <= today && (!known || known.date <= one.date))
      latest.set(one.role, one);
  }
  const silent = roles.filter(role => !latest.has(role));
  const agreed = roles.filter(role => latest.get(role)?.position === 'akkoord');
  const short = quorum - agreed.length;
  const others = roles.filter(role => !agreed.includes(role)).join(', ');
  return [
    ...silent.map(role => ({ nl: `${role}: positie ontbreekt`, en: `${role}: position is missing` })),
    ...(short > 0
      ? [
          {
            nl: `${agreed.length} van ${quorum} rollen akkoord; nog ${short} nodig van ${others}`,
            en: `${agreed.length} of ${quorum} roles agree; ${short} more needed of ${others}`,
          },
        ]
      : []),
  ];
}

const askText = (roles: readonly string[], isDrafted: boolean): Text => ({
  nl: `besluit nodig van ${roles.join(', ')}${isDrafted ? '; het concept telt zodra draft eruit is' : ''}`,
  en: `a decision is needed of ${roles.join(', ')}${isDrafted ? '; the draft counts once draft is taken out' : ''}`,
});

const expiredText = (roles: readonly string[]): Text => ({
  nl: `het besluit is verlopen; een nieuw besluit is nodig van ${roles.join(', ')}`,
  en: `the decision has expired; a new one is needed of ${roles.join(', ')}`,
});

const contradictionText = (roles: readonly string[]): Text => ({
  nl: `twee besluiten spreken elkaar tegen; ${roles.join(', ')}: trek er een in`,
  en: `two decisions contradict each other; ${roles.join(', ')}: withdraw one`,
});

const refusedText = ({ outcome }: Decision): Text => ({
  nl: `${outcome}; wie het voorstelt, haalt de wijziging eruit`,
  en: `${outcome === 'afgewezen' ? 'refused' : 'put off'}; who proposes it takes the change out`,
});

const waitText = (ready: string): Text => ({ nl: `wachten tot ${ready}`, en: `wait until ${ready}` });
