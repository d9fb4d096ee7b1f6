import type { Change } from '../core/change.ts';
import { currentDay } from '../core/day.ts';
import { digest } from '../core/digest.ts';
import type { Finding } from '../core/finding.ts';
import type { DocumentName } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { TOOL } from '../core/tool.ts';
import { type Bump, CURRENT_POLICY, neededVersion, policyOf } from '../core/version-policy.ts';
import { type Comparison, compare } from '../diff/comparison.ts';
import type { DiffOptions } from '../diff/index.ts';
import { NOTES } from '../release/index.ts';
import { gravityOf } from '../report/marks.ts';
import type { Document } from '../source/index.ts';
import { claimSteps, claimsOf } from './claims.ts';
import { reportInFull } from './comparison.ts';
import { concernedIn } from './concerned.ts';
import { consultationText } from './decisions/consultation.ts';
import {
  askedIn,
  type DecidedChange,
  type DecisionPolicy,
  decide,
  decidersOf,
  isClosed,
  needsDecision,
  stepsFor,
} from './decisions/decided-change.ts';
import type { ReviewProposal } from './decisions/decision.ts';
import { problemsOf } from './decisions/problems.ts';
import { readDecisions, readProposal } from './decisions/read.ts';
import { type Documented, documentedAt } from './documented.ts';
import { excerptsOf } from './excerpts.ts';
import type { Review, ReviewedChange, ReviewedDocument, RoleState } from './model.ts';
import { checkNote } from './note-check.ts';
import { type People, peopleOf } from './people.ts';
import { newErrors, type QualityOptions, qualityOf } from './quality.ts';
import { sentenceOf } from './sentence.ts';
import { statusProblems } from './status.ts';
import { supportedFor } from './supported.ts';
import { textEditsOf } from './texts.ts';
import { isRefused, versionCheck, versionStep, versionText } from './version.ts';
import { withWays } from './ways/attach.ts';

export type { Review, ReviewedChange } from './model.ts';

export interface ReviewOptions extends DiffOptions {
  /** Id of the proposal under review. */
  readonly proposal?: string;
  readonly decisions?: Partial<DecisionPolicy>;
  /** By what the quality of the head is held against that of the base; `false` leaves it out. */
  readonly quality?: QualityOptions | false;
  /** `false` looks for no ways without a break. */
  readonly ways?: false;
  /** Where the documentation stands, with `{version}` for the version; without it the page links to none. */
  readonly docs?: string;
  /** The folder whose releases it is held against; without it none are. */
  readonly releasesIn?: string;
}

/**
 * Reviews the step from one document to another, with the proposals, decisions and backlog beside the new one.
 *
 * @throws UserError `usage` for a proposal that there is not, and for decisions that the schema refuses
 */
export async function review(base: Document, head: Document, options: ReviewOptions = {}): Promise<Review> {
  const today = options.today ?? currentDay();
  const proposal =
    options.proposal === undefined ? undefined : (await readProposal(head, options.proposal)).value;
  const files = await readDecisions(head);
  const comparison = compare(base, head);
  const full = reportInFull(comparison, { ...options, today, audience: options.audience ?? 'both' });
  const report = options.ways === false ? full.report : withWays(full, comparison, today);
  const found = report.changes ?? [];
  const decisions = files.flatMap(({ value }) => value.decisions);
  const policy = decidersOf(options.decisions, proposal?.roles);
  const people = await peopleOf(head);
  const documented = options.docs === undefined ? undefined : await documentedAt(base, head, options.docs);
  const describe = describer(comparison, report.findings, people, documented);
  const changes = askedIn(found, report.findings)
    .map(asked => ({ ...decide(asked, decisions, policy, today), ...describe(asked.change) }))
    .sort(byUrgency);
  const needed = neededVersion(found, policyOf(options.policy, options.versions));
  const [from, to] = report.compared ?? [NAMELESS, NAMELESS];
  const version = versionCheck(from.version, to.version, needed);
  const waiting = proposal && consultationText(proposal, today);
  const isConsulted = waiting === undefined;
  const open = changes.filter(one => !isClosed(one));
  const isVersionRefused = isRefused(version);
  const statuses = statusProblems(comparison);
  const { asked, corrections } = askedBy(proposal, found, needed.bump);
  const isClaimWrong = corrections.length > 0;
  const quality = options.quality === false ? undefined : await qualityOf(base, head, options.quality);
  const errors = newErrors(quality);
  const hasNewErrors = errors.length > 0;
  const isSound = !isVersionRefused && !isClaimWrong && !hasNewErrors && statuses.length === 0;
  const mayMerge = open.length === 0 && isConsulted && isSound;
  const steps = [
    ...(isVersionRefused ? [versionStep(version)] : []),
    ...statuses.map(({ text }) => text),
    ...corrections,
    ...errors,
    ...open.flatMap(one => stepsFor(one.detail, one)),
    ...(waiting ? [waiting] : []),
  ];
  return {
    tool: TOOL,
    policy: options.policy ?? CURRENT_POLICY,
    today,
    base: { ...from, ...identityOf(base) },
    head: { ...to, ...identityOf(head) },
    ...asked,
    mayMerge,
    sentence: sentenceOf({ changes, mayMerge, isVersionRefused, isClaimWrong, hasNewErrors, isConsulted }),
    version,
    versionText: versionText(version),
    ...(await supportedFor(head, base.label, report, options)),
    roles: policy.roles.map(role => roleState(role, changes)),
    changes,
    nextSteps: steps.filter((step, index) => steps.findIndex(({ nl }) => nl === step.nl) === index),
    problems: [...statuses, ...problemsOf(files, changes, proposal, policy.roles)],
    hasBacklog: people.isKnown,
    parties: people.parties(changes.map(({ detail, stories }) => ({ id: detail.id, stories }))),
    ...(quality ? { quality } : {}),
    ...(await noteOn(head, from.version, to.version, found)),
    texts: textEditsOf(full.differences),
    report,
  };
}

/** A proposal with its claims held against the changes, and what has to be corrected in it. */
function askedBy(
  proposal: ReviewProposal | undefined,
  changes: readonly Change[],
  needed: Bump,
): { readonly asked: Pick<Review, 'proposal' | 'claims'>; readonly corrections: readonly Text[] } {
  if (!proposal) return { asked: {}, corrections: [] };
  const claims = claimsOf(proposal, changes, needed);
  return { asked: { proposal, claims }, corrections: claimSteps(proposal, claims, needed) };
}

const NAMELESS: DocumentName = { title: '', version: '' };

/** What a review adds to a change: who needs it, where it belongs, and how the files say it. */
function describer(
  comparison: Comparison,
  findings: readonly Finding[],
  people: People,
  documented?: (change: Change) => Documented,
) {
  const concerned = concernedIn(comparison, people);
  const byFingerprint = new Map(findings.map(finding => [finding.fingerprint, finding]));
  return (detail: Change): Omit<ReviewedChange, keyof DecidedChange> => {
    // The first stands where the change does: its finding may be about other subjects too.
    const others = detail.findings.slice(1).flatMap(fingerprint => byFingerprint.get(fingerprint) ?? []);
    const own = [detail, ...others];
    return {
      detail,
      ...concerned(detail),
      source: excerptsOf(comparison, own),
      ...(documented ? { documented: documented(detail) } : {}),
    };
  };
}

function identityOf({ label, files }: Document): Omit<ReviewedDocument, keyof DocumentName> {
  // A revision in the name of a file says where it comes from, and not what it is.
  const names = [...files.values()].map(({ key, text }) => [key.replace(/^[^/:]*:/, ''), text] as const);
  const content = names
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(named => JSON.stringify(named))
    .join('');
  return { label, files: files.size, hash: digest(content) };
}

/** The note that was written by hand for a version to come, held against the changes. */
async function noteOn(
  head: Document,
  from: string,
  to: string,
  changes: readonly Change[],
): Promise<Pick<Review, 'note'>> {
  const file = `releases/${to}/${NOTES}`;
  const note = from === to ? undefined : await head.readBeside(file);
  return note === undefined ? {} : { note: { file, problems: checkNote(note, changes) } };
}

/** What is undecided first, then by verdict, then by how many parties it concerns. */
const byUrgency = (one: ReviewedChange, other: ReviewedChange): number =>
  Number(isClosed(one)) - Number(isClosed(other)) ||
  gravityOf(one.detail) - gravityOf(other.detail) ||
  other.parties.length - one.parties.length;

function roleState(role: string, changes: readonly ReviewedChange[]): RoleState {
  const asked = changes.filter(({ detail, decision }) => needsDecision(detail) || decision !== undefined);
  const said = asked.map(
    ({ decision }) => decision?.positions.filter(one => one.role === role).at(-1)?.position,
  );
  return {
    role,
    agreed: said.filter(one => one === 'akkoord').length,
    objected: said.filter(one => one === 'bezwaar').length,
    abstained: said.filter(one => one === 'onthouding').length,
    silent: said.filter(one => one === undefined).length,
  };
}
