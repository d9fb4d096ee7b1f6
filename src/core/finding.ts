import type { Json } from './json.ts';
import type { Pointer } from './pointer.ts';
import type { Args } from './text.ts';

/** Lint speaks of errors, diff of breaks; the order runs from grave to light. */
export const SEVERITIES = ['error', 'breaking', 'warning', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** What a change means for one audience. */
export type Verdict = 'breaking' | 'warning' | 'info' | 'none';

/** Which of the two kinds of people who build on a standard asks. */
export type Audience = 'clients' | 'providers';

/** `wire`: other bytes travel; `source`: generated code differs; `text`: only people read it. */
export type Surface = 'wire' | 'source' | 'text';

/** Where a witness is sent: without it a message can be pasted nowhere. */
export interface WitnessAddress {
  readonly operation?: string;
  readonly direction: 'request' | 'response';
  readonly status?: string;
  readonly mediaType?: string;
  /** The version whose senders may send it; it is the other one that refuses it. */
  readonly from: 'old' | 'new';
}

/** What a verdict rests on. */
export type Evidence =
  /**
   * A value that the producer may send and the consumer refuses; `beside` are the places that it is refused for as
   * well, each with a finding of its own, where no value shows one place alone.
   */
  | {
      readonly is: 'witness';
      readonly value: Json;
      readonly beside?: readonly Locus[];
      readonly at?: WitnessAddress;
    }
  /** Inclusion is proved. */
  | { readonly is: 'safe' }
  /** A convention decides; `because` is its id (C1 to C6). */
  | { readonly is: 'assumed'; readonly because: string }
  /** Neither inclusion nor a witness was found here; a witness of the same cause may stand `elsewhere`. */
  | { readonly is: 'unproved'; readonly elsewhere?: WitnessAddress }
  /** A row of the stated tables decides, not the set algebra. */
  | { readonly is: 'stated' };

/** A place in a file. Line and column count from 1; the column counts UTF-16 code units. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: Pointer;
}

/** A place in the contract that a finding reaches. */
export interface Locus {
  /** `POST /zaken`, or `webhook NAME` / `callback NAME`. */
  readonly operation?: string;
  readonly message?: 'request' | 'response';
  /** Only for a response: `200`, `4XX`, `default`. */
  readonly status?: string;
  readonly mediaType?: string;
  readonly part?: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** Property names from the part down; items of an array are `[]`. */
  readonly property?: readonly string[];
  readonly clients?: Verdict;
  readonly providers?: Verdict;
}

/** Where in messages that were really sent, and what the document says there. */
export interface SentPlace {
  /** Their numbers in the recording, from 1; none for a message by itself. */
  readonly exchanges: readonly number[];
  /** In the body, or below the value of a parameter. */
  readonly pointer: Pointer;
  /** The first paragraph of the description there. */
  readonly says?: string;
  /** Codes of the business rules that speak of the place. */
  readonly rules?: readonly string[];
  /** In the document. */
  readonly described?: SourceLocation;
}

/** What a document said of a part before it went: the last day it works, as `2026-01-31`, and what takes its place. */
export interface Announcement {
  readonly sunset?: string;
  /** Its new name, or what to use in its place. */
  readonly to?: string;
  /** Whether that day has passed, so that nobody is surprised. */
  readonly isPast: boolean;
}

/** "was X, now Y?": what goes and what comes look like one thing with another name. */
export interface Renaming {
  readonly was: string;
  readonly now: string;
  /** Whether the old document announced it, so that it is no guess. */
  readonly isAnnounced?: true;
}

export interface Finding {
  /** Id of a row in the catalogue. */
  readonly rule: string;
  readonly severity: Severity;
  /** Fills the placeholders of the rule's message. */
  readonly args: Args;
  readonly affects: readonly Locus[];
  /** In the old document (diff only). A lint finding stands in `new`. */
  readonly old?: SourceLocation;
  readonly new?: SourceLocation;
  /** Lint only: more places with the same cause, such as the examples that one schema refuses. */
  readonly also?: readonly SourceLocation[];
  /** Hash of cause and nearest named schema: survives rewording, language, reordering and new operations. */
  readonly fingerprint: string;
  readonly surface?: Surface;
  readonly clients?: Verdict;
  readonly providers?: Verdict;
  readonly evidence?: Evidence;
  /** Only of a message: {@link new} is where its recording has it. */
  readonly sent?: SentPlace;
  /** Stands beside the removal and the addition, never instead of them. */
  readonly suggestion?: Renaming;
  /** The same of a finding about several names, for each that has one. */
  readonly renamings?: readonly Renaming[];
  /** What the old document announced of what goes. */
  readonly announced?: Announcement;
}
