/** What becomes of somebody who built the older standard. */
export const EFFECTS = ['none', 'risk', 'breaks'] as const;

export type Effect = (typeof EFFECTS)[number];

/** How far one row of `deviations.yaml` reaches in one API. */
export interface Reach {
  /** Facts that differ. */
  readonly facts: number;
  /** Places where the comparison finds a break or a risk. */
  readonly findings: number;
  /** Digest of which places those are; absent where there are none. */
  readonly at?: string;
  readonly clients: Effect;
  readonly providers: Effect;
}

/** `backlog/differences.yaml`: by id of the row, then by API. */
export type Differences = Readonly<Record<string, Readonly<Record<string, Reach>>>>;

/** One side of a pair: what is sent, and what comes back. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly request?: unknown;
  readonly response?: { readonly status: number; readonly body?: unknown };
}

/** A message as it was, and as it is now. */
export interface MigrationExample {
  readonly api: string;
  /** Id of a deviation or contradiction. */
  readonly about: string;
  /** An operationId of the document. */
  readonly operation: string;
  /** What the pair shows, in Dutch. */
  readonly shows: string;
  /** Present when the older standard has no such message: its prose or its absence stood against its contract. */
  readonly unpublished?: true;
  readonly before?: Sent;
  readonly after: Sent;
}

/** A row of `deviations.yaml`, as far as it is told here. */
export interface ChangedRow {
  readonly id: string;
  readonly was: string;
  readonly is: string;
  readonly why: string;
  readonly vendor: string;
}

/** A contradiction of the older standard, and how it is decided. */
export interface DecidedRow {
  readonly id: string;
  readonly fact: string;
  readonly decision: string;
  readonly vendor: string;
}

/** A rule in force. */
interface RuleRow {
  readonly id: string;
  readonly api: string;
  readonly title: string;
  readonly statement?: string;
  readonly since?: string;
  readonly state: string;
}

/** An operation by its id: `PATCH /zaken/{uuid}`. */
type Labels = ReadonlyMap<string, string>;

export interface Migration {
  readonly differences: Differences;
  readonly messages: readonly MigrationExample[];
  readonly deviations: readonly ChangedRow[];
  readonly contradictions: readonly DecidedRow[];
  readonly rules: readonly RuleRow[];
  readonly labels: Labels;
}
