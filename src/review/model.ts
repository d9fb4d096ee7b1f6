import type { Change } from '../core/change.ts';
import type { DocumentName, Report } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import type { Claims } from './claims.ts';
import type { DecidedChange } from './decisions/decided-change.ts';
import type { ReviewProposal } from './decisions/decision.ts';
import type { Documented } from './documented.ts';
import type { ExcerptPair } from './excerpts.ts';
import type { NoteProblem } from './note-check.ts';
import type { ReviewedParty } from './people.ts';
import type { Quality } from './quality.ts';
import type { SupportedVerdict } from './supported.ts';
import type { TextEdit } from './texts.ts';
import type { VersionCheck } from './version.ts';

/** A change under review. */
export interface ReviewedChange extends DecidedChange {
  readonly detail: Change;
  /** Ids of stories that need one of the operations that carry its verdict. */
  readonly stories: readonly string[];
  /** Names of the parties that brought those stories. */
  readonly parties: readonly string[];
  /** APIs and resources of the operations that carry its verdict. */
  readonly resources: readonly PathResource[];
  /** The lines of both documents around it. */
  readonly source: readonly ExcerptPair[];
  /** Where both versions are documented; absent where no address of documentation was given. */
  readonly documented?: Documented;
}

/** The first segment of a path, in the API that its operations belong to. */
export interface PathResource {
  /** A group of `x-tagGroups`; without groups the first tag, without tags the title of the document. */
  readonly api: string;
  /** `/zaken`. */
  readonly path: string;
}

export interface RoleState {
  readonly role: string;
  /** Changes that it has agreed to, objects to, abstains from, and has not spoken of. */
  readonly agreed: number;
  readonly objected: number;
  readonly abstained: number;
  readonly silent: number;
}

/** Something wrong in the decisions themselves. */
export interface DecisionProblem {
  readonly rule:
    | 'decision-unused'
    | 'decision-expired'
    | 'decision-contradictory'
    | 'decision-incomplete'
    | 'decision-role-unknown'
    | 'status-transition';
  readonly text: Text;
}

export interface ReviewedDocument extends DocumentName {
  /** What the user called it. */
  readonly label: string;
  /** Hash (SHA-256, the first 16 hexadecimal digits) of the names and texts of all its files. */
  readonly hash: string;
  readonly files: number;
}

/** What a page, a comment and a program are told of a change of the standard: whether it may be merged, and who must still act. */
export interface Review {
  readonly tool: { readonly name: 'zds'; readonly version: string };
  readonly policy: number;
  /** The day it is judged on, `2026-11-28`. */
  readonly today: string;
  readonly base: ReviewedDocument;
  readonly head: ReviewedDocument;
  readonly proposal?: ReviewProposal;
  /** What the proposal claims, held against what was found. */
  readonly claims?: Claims;
  readonly mayMerge: boolean;
  readonly sentence: Text;
  readonly version: VersionCheck;
  readonly versionText: Text;
  /** What it means to whoever builds on each supported release; absent where it was held against none. */
  readonly supported?: readonly SupportedVerdict[];
  readonly roles: readonly RoleState[];
  readonly changes: readonly ReviewedChange[];
  /** What is missing, and who must do it. */
  readonly nextSteps: readonly Text[];
  readonly problems: readonly DecisionProblem[];
  /** Whether a backlog stood beside the head; without one no story or party is known. */
  readonly hasBacklog: boolean;
  readonly parties: readonly ReviewedParty[];
  /** What the head adds to and fixes of the base; absent where it was not asked for. */
  readonly quality?: Quality;
  /** The note written for the version of the head, and what is wrong in it; absent where there is none. */
  readonly note?: { readonly file: string; readonly problems: readonly NoteProblem[] };
  /** Edits of texts, each with all the places that it was made at. */
  readonly texts: readonly TextEdit[];
  readonly report: Report;
}
