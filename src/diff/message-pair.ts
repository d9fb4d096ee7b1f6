import type { Evidence, Locus, Verdict } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { Difference } from '../json-schema/compare/difference.ts';
import type { Position } from '../json-schema/reading.ts';
import type { MessageKind } from '../openapi/exchange.ts';

/** A message that both documents have. */
export interface MessagePair {
  readonly kind: MessageKind;
  /** Of HTTP, in lower case; absent for a schema by itself. */
  readonly method?: string;
  readonly isOutbound: boolean;
  /** Nothing was promised of the operation yet, so nothing breaks. */
  readonly isUnstable?: boolean;
  readonly locus: Locus;
  /** The Media Type Objects of the body. */
  readonly media?: { readonly old: Node | undefined; readonly next: Node | undefined };
  readonly old: Node;
  readonly next: Node;
}

/** A difference at a place in a message. Positions are in the open reading. */
export interface LocatedDifference {
  readonly message: MessagePair;
  readonly steps: readonly string[];
  readonly old: Position;
  readonly next: Position;
  readonly difference: Difference;
}

/** A pair of places, wherever it stands in a message: what differs there, and where it leads. */
export interface PairOfPlaces {
  readonly old: Position;
  readonly next: Position;
  readonly differences: readonly Difference[];
  /** Whether anything is said there beside which values may stand there. */
  readonly isNoted: boolean;
  /** Where to look further, but for what both documents write the same. */
  readonly below: () => readonly StepBelow[];
}

/** A step to a place inside; without a name it leads to a schema that speaks of the same value. */
export interface StepBelow {
  readonly step?: string;
  readonly pair: PairOfPlaces;
}

/** A pair of places in a message. */
export interface MessagePlace {
  readonly steps: readonly string[];
  readonly old: Position;
  readonly next: Position;
}

export interface Walk {
  /** Every difference. */
  readonly spots: readonly LocatedDifference[];
  /** Places where something is said beside which values may stand there. */
  readonly places: readonly MessagePlace[];
}

/** What a difference means at one place for one audience, before any message has been tried. */
export interface Assessment {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  /** Values for the place that the producer may send and the consumer refuses. */
  readonly leaves: readonly Json[];
}
