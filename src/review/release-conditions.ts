import semver from 'semver';
import type { Change } from '../core/change.ts';
import { once } from '../core/once.ts';
import type { Report } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { neededVersion, policyOf } from '../core/version-policy.ts';
import { messageOf } from '../core/wording.ts';
import type { DiffOptions } from '../diff/index.ts';
import { todayOf } from '../diff/phases.ts';
import { type LintOptions, lint, readExceptions } from '../lint/index.ts';
import type { Document } from '../source/index.ts';
import { consultationText } from './decisions/consultation.ts';
import {
  askedIn,
  type DecisionPolicy,
  decide,
  decidersOf,
  isClosed,
  stepsFor,
} from './decisions/decided-change.ts';
import type { Decision } from './decisions/decision.ts';
import { readDecisions, readProposals } from './decisions/read.ts';
import { checkNote } from './note-check.ts';
import { isRefused, versionCheck, versionText } from './version.ts';

/** By what a release is held. */
export interface CutOptions extends DiffOptions {
  readonly decisions?: Partial<DecisionPolicy>;
  readonly lint?: Pick<LintOptions, 'profile' | 'severities'>;
}

/** Reads the decisions when they are first asked for. */
type DecisionFiles = () => ReturnType<typeof readDecisions>;

/** Changes that are named one by one. */
const MOST_NAMED = 10;

/**
 * What a document lacks to become a release: a number that its changes allow, a note that they do not contradict, no
 * errors of lint, a decision on each change that needs one, and the end of each consultation.
 *
 * @param report what changed since the release before; `undefined` for the first one
 */
export async function unmetConditions(
  document: Document,
  report: Report | undefined,
  version: string,
  notes: string | undefined,
  options: CutOptions,
): Promise<Text[]> {
  const { changes = [] } = report ?? {};
  const files = once(() => readDecisions(document));
  return [
    ...(report ? versionProblems(report, version, options) : []),
    ...(notes === undefined ? [] : noteProblems(notes, changes)),
    ...(await lintProblems(document, options)),
    ...(await decisionProblems(files, report, options)),
    ...(await consultationProblems(document, files, version, options)),
  ];
}

function versionProblems(
  { changes = [], compared }: Report,
  version: string,
  { policy, versions }: DiffOptions,
): Text[] {
  const needed = neededVersion(changes, policyOf(policy, versions));
  const check = versionCheck(compared?.[0].version ?? '', version, needed);
  return isRefused(check) ? [versionText(check)] : [];
}

const noteProblems = (notes: string, changes: readonly Change[]): Text[] =>
  checkNote(notes, changes)
    .filter(({ rule }) => rule === 'note-claim-contradicted')
    .map(({ what, because = '', line }) => ({
      nl: `regel ${line} van de release note zegt '${what}', en dat klopt niet: ${because}`,
      en: `line ${line} of the note says '${what}', and that is not so: ${because}`,
    }));

async function lintProblems(document: Document, { lint: options = {} }: CutOptions): Promise<Text[]> {
  const report = await lint(document, { ...options, exceptions: await readExceptions(document) });
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return [];
  const at = first.new ? `${first.new.file}:${first.new.line}:${first.new.column} ` : '';
  return [
    {
      nl: `lint vindt ${errors.length} ${errors.length === 1 ? 'fout' : 'fouten'}; de eerste: ${at}${messageOf(report, first, 'nl')} (${first.rule})`,
      en: `lint finds ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; the first: ${at}${messageOf(report, first, 'en')} (${first.rule})`,
    },
  ];
}

async function decisionProblems(
  files: DecisionFiles,
  report: Report | undefined,
  options: CutOptions,
): Promise<Text[]> {
  const { changes = [], findings = [] } = report ?? {};
  if (changes.length === 0) return [];
  const decisions = (await files()).flatMap(({ value }) => value.decisions);
  const policy = decidersOf(options.decisions);
  const missing = askedIn(changes, findings).flatMap(asked => {
    const decided = decide(asked, decisions, policy, todayOf(options));
    return isClosed(decided) ? [] : stepsFor(asked.change, decided);
  });
  const more = missing.length - MOST_NAMED;
  return more > 0
    ? [...missing.slice(0, MOST_NAMED), { nl: `en ${more} meer`, en: `and ${more} more` }]
    : missing;
}

/** Outcomes by which what a proposal asks for comes into the document. */
const TAKEN_IN: readonly Decision['outcome'][] = ['aanvaard', 'aangepast'];

/** Whoever is consulted may still answer. A pre-release may come out before: it is what they look at. */
async function consultationProblems(
  document: Document,
  files: DecisionFiles,
  version: string,
  options: CutOptions,
): Promise<Text[]> {
  if (semver.prerelease(version) !== null) return [];
  const takenIn = new Set(
    (await files()).flatMap(({ value }) =>
      value.decisions
        .filter(({ outcome, draft }) => TAKEN_IN.includes(outcome) && draft !== true)
        .map(({ proposal }) => proposal ?? value.proposal),
    ),
  );
  const proposals = await readProposals(document);
  return proposals
    .filter(({ value }) => takenIn.has(value.id))
    .flatMap(({ value }) => consultationText(value, todayOf(options)) ?? []);
}
