import type { NamedText } from '../source/config-file.ts';

/** The APIs of the standard, as the backlog spells them: the groups of `x-tagGroups` in lower case. */
export const APIS = ['zaken', 'documenten', 'catalogi', 'besluiten', 'autorisaties', 'notificaties'] as const;

type Api = (typeof APIS)[number];

export const PARTY_KINDS = ['gemeente', 'samenwerkingsverband', 'leverancier', 'facilitator'] as const;

export type PartyKind = (typeof PARTY_KINDS)[number];

export const PARTY_ROLES = ['afnemer', 'opdrachtgever', 'leverancier', 'facilitator'] as const;

type PartyRole = (typeof PARTY_ROLES)[number];

/** A party of the collaboration. What is absent, the sources do not state. */
export interface Party {
  readonly name: string;
  readonly kind: PartyKind;
  /** Name of the samenwerkingsverband that the party belongs to. */
  readonly memberOf?: string;
  /** Named as a participant itself, not only through the party it is a member of. */
  readonly direct?: true;
  readonly roles: readonly PartyRole[];
  /** APIs whose implementation the party makes. */
  readonly provides?: readonly Api[];
  readonly product?: string;
  readonly source: readonly string[];
}

export const BASES = ['stated', 'inferred', 'both'] as const;

/** Whether a source names the operations of a story itself, or they are a judgement, or partly each. */
export type Basis = (typeof BASES)[number];

/** A user story; wish and goal are in Dutch and follow on "wil ik". */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** Who brought it; absent where the sources name nobody. */
  readonly party?: string;
  /** A party whose own process covers the story too. */
  readonly sharedWith?: string;
  readonly process?: string;
  readonly role: string;
  readonly wish: string;
  readonly goal?: string;
  readonly apis?: readonly Api[];
  /** The part of `apis` that the source names itself. */
  readonly apisStated?: readonly Api[];
  /** operationIds. */
  readonly operations?: readonly string[];
  readonly basis?: Basis;
  /** What the document lacks for it, in Dutch; absent where the operations are enough, or nobody has said. */
  readonly missing?: string;
  readonly sprint?: number;
  readonly source: readonly string[];
}

export const RULE_STATES = ['current', 'dropped', 'later'] as const;

/** How traffic shows that a rule was kept: one request with its answer, several of them together, or nothing does. */
export const EVIDENCE = ['message', 'messages', 'none'] as const;

/** A numbered rule of run-time behaviour. One code can stand for two rules, told apart by `occurrence`. */
export interface Rule {
  readonly id: string;
  readonly occurrence?: number;
  /** `alle` for a rule that every API keeps. */
  readonly api: Api | 'alle';
  readonly title: string;
  /** What the rule demands, so that it can be built: conditions, exceptions, status, code and field. In Dutch. */
  readonly statement?: string;
  /** Where to look to see that it was kept, or why that cannot be seen. In Dutch. */
  readonly evidence?: { readonly by: (typeof EVIDENCE)[number]; readonly how: string };
  /** operationIds; a single `*` stands for every operation of the API. */
  readonly operations?: readonly string[];
  /** `Schema.attribute`; a group adds a level. */
  readonly attributes?: readonly string[];
  /** HTTP statuses that answer a violation. */
  readonly statuses?: readonly number[];
  readonly statusesUncertain?: true;
  readonly code?: string;
  readonly field?: string;
  readonly scopes?: readonly string[];
  readonly since?: string;
  readonly changed?: readonly string[];
  /** `dropped` has `until`; `later` is published beside the release. */
  readonly state: (typeof RULE_STATES)[number];
  readonly until?: string;
  readonly source: readonly string[];
}

/** A difference between the document and the facts of ZGW 1.7, with the reason. */
interface Deviation {
  readonly id: string;
  /** Patterns over facts, `*` for any run of characters; absent where no fact differs. */
  readonly fact?: string | readonly string[];
  /** How many facts differ. */
  readonly places?: number;
  /** Patterns over what `zds diff` finds between the published documents and this one; `schemas.ts` tells their form. */
  readonly finding?: string | readonly string[];
  /** What the document says in all those places. */
  readonly value?: string;
  readonly was: string;
  readonly is: string;
  readonly why: string;
  /** What it means for a vendor who built 1.x. */
  readonly vendor: string;
}

/** A contradiction within the published standard, and how it is decided. */
interface Contradiction {
  readonly id: string;
  readonly fact: string;
  readonly decision: string;
  readonly vendor: string;
  /** Id of the deviation that follows from the decision. */
  readonly deviation?: string;
}

/** The files of a backlog. Only the last may be absent: a document of one's own has no older standard. */
export const BACKLOG_FILES = ['parties', 'stories', 'rules', 'deviations'] as const;

export type BacklogFile = (typeof BACKLOG_FILES)[number];

export type BacklogTexts = Readonly<Record<Exclude<BacklogFile, 'deviations'>, NamedText>> & {
  readonly deviations?: NamedText;
};

export interface Backlog {
  readonly parties: readonly Party[];
  readonly stories: readonly Story[];
  readonly rules: readonly Rule[];
  readonly deviations: readonly Deviation[];
  readonly contradictions: readonly Contradiction[];
  /** Where it was read from, for positions. */
  readonly files: BacklogTexts;
}

/** The code of a rule, with its occurrence where one code stands for two rules: `zrc-025 (2)`. */
export const codeOf = ({ id, occurrence }: Rule): string =>
  occurrence === undefined ? id : `${id} (${occurrence})`;
