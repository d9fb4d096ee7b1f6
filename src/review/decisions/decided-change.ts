import type { Change } from '../../core/change.ts';
import { plusDays } from '../../core/day.ts';
import type { Text } from '../../core/text.ts';
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

/** Changes that somebody has to decide on. */
export const needsDecision = ({ clients, providers }: Change): boolean =>
  clients === 'breaking' || clients === 'warning' || providers === 'breaking';

const DEFAULT_ROLES = ['product owner', 'informatieanalist', 'architect'];

/** Who decides: as it is configured, and else three roles of which all but one have to agree. */
export const decidersOf = ({
  roles = DEFAULT_ROLES,
  quorum = Math.max(1, roles.length - 1),
  waitingDays = 0,
}: Partial<DecisionPolicy> = {}): DecisionPolicy => ({ roles, quorum, waitingDays });

/** Whether nobody has to decide any more. */
export const isClosed = ({ state }: DecidedChange): boolean => state === 'not-needed' || state === 'accepted';

/** What is missing of a change, each line with the change that it is about. */
export const stepsFor = ({ subject }: Change, { state, missing }: DecidedChange): readonly Text[] =>
  state === 'incomplete' || state === 'waiting'
    ? missing.map(({ nl, en }) => ({ nl: `${subject.nl}: ${nl}`, en: `${subject.en}: ${en}` }))
    : missing;

/** Whether a decision names a change: by its id, the fingerprint of a finding, or a rule and a place. */
export function covers(decision: Decision, change: Change): boolean {
  const { fingerprint, rule, place } = decision;
  if (fingerprint !== undefined) return fingerprint === change.id || change.findings.includes(fingerprint);
  if (rule === undefined || place === undefined || !change.rules.includes(rule)) return false;
  return placesNamed(change).includes(place);
}

/** How a file of ours may call the subject of a change: `Zaak.toelichting` or `Zaak · toelichting`, `POST /zaken`. */
export const placesNamed = ({ subject }: Pick<Change, 'subject'>): string[] => [
  subject.nl.replace(' · ', '.'),
  subject.nl,
];

/** What is decided on a change on a day (`2026-11-28`). Only what is complete, in force and unanimous in outcome counts. */
export function decide(
  change: Change,
  decisions: readonly Decision[],
  policy: DecisionPolicy,
  today: string,
): DecidedChange {
  const own = decisions.filter(decision => covers(decision, change) && decision.draft !== true);
  const concerns = own.flatMap(({ positions }) => positions.filter(({ position }) => position === 'bezwaar'));
  const about = { change: change.id, concerns };
  if (own.length === 0) {
    return needsDecision(change)
      ? { ...about, state: 'open', missing: [askText(change, policy.roles)] }
      : { ...about, state: 'not-needed', missing: [] };
  }
  const valid = own.filter(({ expires }) => expires >= today);
  const [decision] = valid;
  if (!decision) return { ...about, state: 'expired', missing: [expiredText(change)] };
  const outcomes = new Set(valid.map(({ outcome }) => isYes(outcome)));
  if (outcomes.size > 1)
    return { ...about, state: 'contradictory', decision, missing: [contradictionText(change)] };
  if (!isYes(decision.outcome))
    return { ...about, state: 'refused', decision, missing: [refusedText(change, decision)] };
  const missing = valid.flatMap(one => lackingIn(one, policy, today));
  if (missing.length > 0) return { ...about, state: 'incomplete', decision, missing: distinct(missing) };
  const ready = valid
    .map(({ date }) => plusDays(date, policy.waitingDays))
    .sort()
    .at(-1);
  if (ready !== undefined && ready > today)
    return { ...about, state: 'waiting', decision, missing: [waitText(ready)] };
  return { ...about, state: 'accepted', decision, missing: [] };
}

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
  const agreed = roles.filter(role => latest.get(role)?.position === 'akkoord').length;
  return [
    ...silent.map(role => ({ nl: `${role}: positie ontbreekt`, en: `${role}: position is missing` })),
    ...(agreed < quorum
      ? [{ nl: `${agreed} van ${quorum} rollen akkoord`, en: `${agreed} of ${quorum} roles agree` }]
      : []),
  ];
}

const askText = ({ subject }: Change, roles: readonly string[]): Text => ({
  nl: `${subject.nl}: besluit nodig van ${roles.join(', ')}`,
  en: `${subject.en}: a decision is needed of ${roles.join(', ')}`,
});

const expiredText = ({ subject }: Change): Text => ({
  nl: `${subject.nl}: het besluit is verlopen; besluit opnieuw`,
  en: `${subject.en}: the decision has expired; decide again`,
});

const contradictionText = ({ subject }: Change): Text => ({
  nl: `${subject.nl}: twee besluiten spreken elkaar tegen; trek er een in`,
  en: `${subject.en}: two decisions contradict each other; withdraw one`,
});

const refusedText = ({ subject }: Change, { outcome }: Decision): Text => ({
  nl: `${subject.nl}: ${outcome}; haal de wijziging eruit`,
  en: `${subject.en}: ${outcome === 'afgewezen' ? 'refused' : 'put off'}; take the change out`,
});

const waitText = (ready: string): Text => ({ nl: `wachten tot ${ready}`, en: `wait until ${ready}` });
