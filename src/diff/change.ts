import type { Announcement, Audience, Evidence, Locus, Verdict } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { MessagePair } from './message-pair.ts';

/** Something that differs at one place, in words of the contract. */
interface Named {
  /** Id of a row in the catalogue. */
  readonly rule: string;
  /** What it is about, without where: the name of a property, parameter, status, scheme. */
  readonly name: string;
  readonly was?: Json;
  readonly now?: Json;
  /** For a member that comes: whether it is required. */
  readonly isRequired?: boolean;
  readonly locus: Locus;
  /** The fields of both nodes that it is about; everything in them where absent. */
  readonly covers?: readonly string[];
  readonly old: Node;
  readonly next: Node;
  /** It would break, and is a risk because its operation was not promised yet (docs/engine.md). */
  readonly isUnpromised?: true;
  /** What the old document said of the end of what goes. */
  readonly announced?: Announcement;
}

/** What a change means there, and what that rests on. */
interface Judgement {
  readonly clients: Verdict;
  readonly providers: Verdict;
  readonly evidence: Readonly<Record<Audience, Evidence>>;
}

/** A change whose verdicts a row of the catalogue states. */
export interface StatedChange extends Named, Judgement {
  readonly differences?: undefined;
}

/** A difference in a message that both documents have: by index, the message and the difference in it. */
export interface DifferenceId {
  readonly message: number;
  readonly difference: number;
}

/** A change in the values that a message allows: what it means, sets decide. */
export interface LocatedChange extends Named {
  readonly differences: readonly DifferenceId[];
  /** How many steps the place is from the message as a whole: the fewer, the smaller a witness. */
  readonly depth: number;
}

export type UnassessedChange = StatedChange | LocatedChange;

/** What the first phase finds. */
export interface Changes {
  readonly messages: readonly MessagePair[];
  readonly changes: readonly UnassessedChange[];
}

/** Values for the place of a difference that the producer may send and the consumer refuses, by audience. */
interface AssessedDifference extends DifferenceId {
  readonly leaves: Readonly<Record<Audience, readonly Json[]>>;
}

/** A change with its verdicts; where one is still unproved, its differences say what a witness may be made of. */
export interface AssessedChange extends Named, Judgement {
  readonly differences: readonly AssessedDifference[];
  readonly depth: number;
}

export const UNPROVED: Readonly<Record<Audience, Evidence>> = {
  clients: { is: 'unproved' },
  providers: { is: 'unproved' },
};

export const STATED: Readonly<Record<Audience, Evidence>> = {
  clients: { is: 'stated' },
  providers: { is: 'stated' },
};
