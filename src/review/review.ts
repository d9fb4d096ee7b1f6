import { backlogOf } from '../backlog/index.ts';
import type { Change } from '../core/change.ts';
import { isString } from '../core/json.ts';
import type { DocumentName, Report } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { CURRENT_POLICY, neededVersion, policyOf } from '../core/version-policy.ts';
import { compare } from '../diff/comparison.ts';
import type { DiffOptions } from '../diff/index.ts';
import { keyword } from '../json-schema/reading.ts';
import type { Document } from '../source/index.ts';
import { reportInFull } from './comparison.ts';
import type { ReviewProposal } from './decisions/decision.ts';
import { covers, type DecidedChange, type DecisionPolicy, decide, needsDecision } from './decisions/gate.ts';
import { readDecisions, readProposal } from './decisions/read.ts';
import { isRefused, type VersionGate, versionGate, versionText } from './version.ts';

export interface ReviewOptions extends DiffOptions {
  /** Id of the proposal under review. */
  readonly proposal?: string;
  readonly decisions?: Partial<DecisionPolicy>;
}

/** A change under review. */
export interface ReviewedChange extends DecidedChange {
  readonly detail: Change;
  /** Ids of stories that need one of the operations that carry its verdict. */
  readonly stories: readonly string[];
  /** Names of the parties that brought those stories. */
  readonly parties: readonly string[];
}

export interface RoleState {
  readonly role: string;
  /** Changes that it has agreed to, objects to, and has not spoken of. */
  readonly agreed: number;
  readonly objected: number;
  readonly silent: number;
}

/** Something wrong in the decisions themselves. */
export interface DecisionProblem {
  readonly rule: 'decision-unused' | 'decision-expired' | 'decision-contradictory' | 'decision-incomplete';
  readonly text: Text;
}

/** What a page, a comment and a program are told of a change of the standard: whether it may be merged, and who must still act. */
export interface Review {
  readonly tool: { readonly name: 'zds'; readonly version: string };
  readonly policy: number;
  /** The day it is judged on, `2026-11-28`. */
  readonly today: string;
  readonly base: DocumentName & { readonly label: string };
  readonly head: DocumentName & { readonly label: string };
  readonly proposal?: ReviewProposal;
  readonly mayMerge: boolean;
  readonly sentence: Text;
  readonly version: VersionGate;
  readonly versionText: Text;
  readonly roles: readonly RoleState[];
  readonly changes: readonly ReviewedChange[];
  /** What is missing, and who must do it. */
  readonly nextSteps: readonly Text[];
  readonly problems: readonly DecisionProblem[];
  /** Whether a backlog stood beside the head; without one no story or party is known. */
  readonly hasBacklog: boolean;
  readonly report: Report;
}

const DEFAULT_ROLES = ['product owner', 'informatieanalist', 'architect'];

/**
 * Reviews the step from one document to another, with the proposals, decisions and backlog beside the new one.
 *
 * @throws UserError `usage` for a proposal that there is not, and for decisions that the schema refuses
 */
export async function review(base: Document, head: Document, options: ReviewOptions = {}): Promise<Review> {
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const comparison = compare(base, head);
  const report = reportInFull(comparison, { ...options, today, audience: options.audience ?? 'both' });
  const proposal =
    options.proposal === undefined ? undefined : (await readProposal(head, options.proposal)).value;
  const files = await readDecisions(head);
  const decisions = files.flatMap(({ value }) => value.decisions);
  const roles = proposal?.roles ?? options.decisions?.roles ?? DEFAULT_ROLES;
  const policy: DecisionPolicy = {
    roles,
    quorum: options.decisions?.quorum ?? Math.max(1, roles.length - 1),
    waitingDays: options.decisions?.waitingDays ?? 0,
  };
  const people = await peopleOf(head, report.changes ?? []);
  const changes = (report.changes ?? [])
    .map(detail => ({
      ...decide(detail, decisions, policy, today),
      detail,
      ...people.of(operationIdsIn(comparison.next.operations, detail)),
    }))
    .sort(byUrgency);
  const needed = neededVersion(report.changes ?? [], policyOf(options.policy, options.versions));
  const [from, to] = report.compared ?? [NAMELESS, NAMELESS];
  const version = versionGate(from.version, to.version, needed);
  const isConsulted = proposal?.consultation === undefined || proposal.consultation.until < today;
  const open = changes.filter(one => !isClosed(one));
  const mayMerge = open.length === 0 && !isRefused(version) && isConsulted;
  const steps = [
    ...(isRefused(version) ? [versionText(version)] : []),
    ...open.flatMap(({ missing }) => missing),
    ...(isConsulted || !proposal?.consultation ? [] : [consultationText(proposal.consultation.until)]),
  ];
  return {
    tool: TOOL,
    policy: options.policy ?? CURRENT_POLICY,
    today,
    base: { ...from, label: base.label },
    head: { ...to, label: head.label },
    ...(proposal ? { proposal } : {}),
    mayMerge,
    sentence: sentenceOf(changes, open.length, mayMerge),
    version,
    versionText: versionText(version),
    roles: roles.map(role => roleState(role, changes)),
    changes,
    nextSteps: steps.filter((step, index) => steps.findIndex(({ nl }) => nl === step.nl) === index),
    problems: problemsOf(files, changes, proposal),
    hasBacklog: people.isKnown,
    report,
  };
}

const NAMELESS: DocumentName = { title: '', version: '' };

const isClosed = ({ state }: DecidedChange): boolean => state === 'not-needed' || state === 'accepted';

const GRAVITY = { breaking: 0, warning: 1, info: 2, none: 3 } as const;

/** What is undecided first, then by verdict, then by how many parties it concerns. */
const byUrgency = (one: ReviewedChange, other: ReviewedChange): number =>
  Number(isClosed(one)) - Number(isClosed(other)) ||
  GRAVITY[one.detail.clients] - GRAVITY[other.detail.clients] ||
  GRAVITY[one.detail.providers] - GRAVITY[other.detail.providers] ||
  other.parties.length - one.parties.length;

interface People {
  readonly isKnown: boolean;
  readonly of: (operationIds: readonly string[]) => {
    readonly stories: readonly string[];
    readonly parties: readonly string[];
  };
}

async function peopleOf(head: Document, changes: readonly Change[]): Promise<People> {
  const isKnown = (await head.readBeside('backlog/stories.yaml')) !== undefined;
  if (!isKnown || changes.length === 0) return { isKnown, of: () => ({ stories: [], parties: [] }) };
  const { stories } = await backlogOf(head);
  return {
    isKnown,
    of: ids => {
      const needing = stories.filter(({ operations = [] }) => operations.some(id => ids.includes(id)));
      const parties = needing.flatMap(({ party, sharedWith }) => [party, sharedWith]).filter(isString);
      return { stories: needing.map(({ id }) => id), parties: [...new Set(parties)] };
    },
  };
}

function operationIdsIn(
  operations: readonly { readonly label: string; readonly node: Parameters<typeof keyword>[0] }[],
  change: Change,
): string[] {
  return operations
    .filter(({ label }) => change.operations.includes(label))
    .map(({ node }) => keyword(node, 'operationId'))
    .filter(isString);
}

function roleState(role: string, changes: readonly ReviewedChange[]): RoleState {
  const asked = changes.filter(({ detail, decision }) => needsDecision(detail) || decision !== undefined);
  const said = asked.map(
    ({ decision }) => decision?.positions.filter(one => one.role === role).at(-1)?.position,
  );
  return {
    role,
    agreed: said.filter(one => one === 'akkoord').length,
    objected: said.filter(one => one === 'bezwaar').length,
    silent: said.filter(one => one === undefined).length,
  };
}

function sentenceOf(changes: readonly ReviewedChange[], open: number, mayMerge: boolean): Text {
  if (changes.length === 0) return { nl: 'Er verandert niets.', en: 'Nothing changes.' };
  if (mayMerge) {
    const isFree = changes.every(({ state }) => state === 'not-needed');
    return isFree
      ? { nl: 'Dit kan erin: niemand hoeft te besluiten.', en: 'This may be merged: nobody has to decide.' }
      : { nl: 'Dit kan erin: alles is besloten.', en: 'This may be merged: all is decided.' };
  }
  const refused = changes.some(({ state }) => state === 'refused');
  if (refused)
    return {
      nl: 'Kan er niet in: een wijziging is afgewezen of uitgesteld.',
      en: 'May not be merged: a change is refused or put off.',
    };
  if (open > 0) return { nl: 'Niet zonder besluit.', en: 'Not without a decision.' };
  return { nl: 'Nog niet: zie wat er nog moet gebeuren.', en: 'Not yet: see what has to be done.' };
}

const consultationText = (until: string): Text => ({
  nl: `De consultatie loopt tot en met ${until}.`,
  en: `The consultation runs until ${until}.`,
});

/** Decisions that name nothing here, have expired, contradict each other or are not complete. */
function problemsOf(
  files: Awaited<ReturnType<typeof readDecisions>>,
  changes: readonly ReviewedChange[],
  proposal: ReviewProposal | undefined,
): DecisionProblem[] {
  const states = {
    expired: 'decision-expired',
    contradictory: 'decision-contradictory',
    incomplete: 'decision-incomplete',
  } as const;
  const inStates = changes.flatMap(({ state, detail, missing }): DecisionProblem[] =>
    state === 'expired' || state === 'contradictory' || state === 'incomplete'
      ? [
          {
            rule: states[state],
            text: {
              nl: `${detail.subject.nl}: ${missing.map(({ nl }) => nl).join('; ')}`,
              en: `${detail.subject.en}: ${missing.map(({ en }) => en).join('; ')}`,
            },
          },
        ]
      : [],
  );
  // A decision on another proposal has nothing to say here.
  const own = files.filter(({ value }) => proposal !== undefined && value.proposal === proposal.id);
  const unused = own.flatMap(({ value }) =>
    value.decisions
      .filter(decision => !changes.some(({ detail }) => covers(decision, detail)))
      .map(({ fingerprint, rule, place }): DecisionProblem => {
        const what = fingerprint ?? `${rule} ${place}`;
        return {
          rule: 'decision-unused',
          text: {
            nl: `${value.id}: geen wijziging hier heet ${what}`,
            en: `${value.id}: no change here is called ${what}`,
          },
        };
      }),
  );
  return [...inStates, ...unused];
}
