import type { Bump } from '../../core/version-policy.ts';
import type { NamedText } from '../../source/config-file.ts';

export interface RolePosition {
  readonly role?: string;
  readonly party?: string;
  readonly position: 'akkoord' | 'bezwaar' | 'onthouding';
  readonly statement?: string;
  /** `2026-11-28`. */
  readonly date: string;
}

/** What was decided on one change. It names the change by fingerprint, by a rule and a place, or by both. */
export interface Decision {
  readonly fingerprint?: string;
  readonly rule?: string;
  /** `Object.attribute`, or an operation. */
  readonly place?: string;
  readonly outcome: 'aanvaard' | 'aangepast' | 'afgewezen' | 'uitgesteld';
  readonly reason: string;
  readonly story?: string;
  readonly proposal?: string;
  readonly positions: readonly RolePosition[];
  readonly date: string;
  readonly expires: string;
  readonly draft?: true;
}

export interface DecisionFile {
  readonly id: string;
  readonly proposal?: string;
  readonly decisions: readonly Decision[];
}

export interface ReviewProposal {
  readonly id: string;
  readonly title: string;
  readonly party: string;
  readonly stories: readonly string[];
  readonly claims: {
    readonly version?: Bump;
    readonly breaks?: readonly string[];
    readonly statement?: string;
  };
  readonly roles: readonly string[];
  readonly consultation?: { readonly from: string; readonly until: string };
}

/** What stands in one of the files, and where from. */
export interface Read<T> {
  readonly file: NamedText;
  readonly value: T;
}
