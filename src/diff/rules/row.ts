import type { Severity, Surface, Verdict } from '../../core/finding.ts';
import type { Relation } from '../../json-schema/algebra/facets.ts';
import type { DifferenceKind } from '../../json-schema/compare/difference.ts';
import type { HidingKeyword } from '../../json-schema/reading.ts';

/** A rule that states its verdicts, because no set of values can see what it is about. */
export interface StatedRow {
  readonly id: string;
  readonly surface: Surface;
  readonly clients: Verdict;
  readonly providers: Verdict;
  /** Where it is written. */
  readonly source: string;
  /** The verdicts where something comes that was not written down before. */
  readonly whenAdded?: Pick<StatedRow, 'clients' | 'providers'>;
  /** Nobody looked: there is no ground for the verdicts. */
  readonly isUnproved?: true;
  /** Whether the verdicts change places where the server sends the request; absent where they do not. */
  readonly isDirected?: true;
}

/** Which kind of member comes or goes: they are one thing to the sets, and four to people. */
export type MemberKind = 'property' | 'parameter' | 'header' | 'body';

/** In which way one set differs from another, as far as a rule goes. */
export type Way = Exclude<Relation, 'equal'>;

/** Rules for one respect in which two sets can differ, by the way in which they do; sets give the verdict. */
export interface SchemaRow extends Readonly<Partial<Record<Way, string>>> {
  readonly what: DifferenceKind | MemberKind | HidingKeyword;
  readonly source: string;
}

/** The gravest severity that a stated row can give. */
export function gravest({ clients, providers }: Pick<StatedRow, 'clients' | 'providers'>): Severity {
  if (clients === 'breaking' || providers === 'breaking') return 'breaking';
  return clients === 'warning' || providers === 'warning' ? 'warning' : 'info';
}
