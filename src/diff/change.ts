import type { Audience, Evidence, Locus, Verdict } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';

/** One change at one place, with what it means there. Facts with the same cause become one finding. */
export interface Change {
  /** Id of a row in the catalogue. */
  readonly rule: string;
  /** What it is about, without where: the name of a property, parameter, status, scheme. */
  readonly name: string;
  readonly was?: Json;
  readonly now?: Json;
  /** For a member that comes: whether it is required. */
  readonly isRequired?: boolean;
  readonly locus: Locus;
  readonly clients: Verdict;
  readonly providers: Verdict;
  /** What the verdict of each audience rests on; a witness is still to be drawn up where `draw` is given. */
  readonly evidence: Readonly<Record<Audience, Evidence>>;
  /** How many steps the place is from the message as a whole: the fewer, the smaller a witness. */
  readonly depth?: number;
  /** Draws up the witness for an audience and has it judged; `undefined` where the judge does not agree. */
  readonly draw?: (audience: Audience, wanted: WitnessQuality) => FoundEvidence | undefined;
  readonly old: Node;
  readonly next: Node;
}

/** `clean`: a witness that is refused at the named place only, or none at all. */
export type WitnessQuality = 'clean' | 'any';

export interface FoundEvidence {
  readonly evidence: Evidence;
  /** Whether the consumer refuses the value at the named place and nowhere else. */
  readonly isClean: boolean;
}

export const STATED: Readonly<Record<Audience, Evidence>> = {
  clients: { is: 'stated' },
  providers: { is: 'stated' },
};
