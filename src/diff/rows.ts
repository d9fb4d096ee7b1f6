import type { Severity, Surface, Verdict } from '../core/finding.ts';
import type { Text } from '../core/text.ts';
import type { Relation } from '../json-schema/algebra/facets.ts';
import type { DifferenceKind } from '../json-schema/compare/difference.ts';
import type { HidingKeyword } from '../json-schema/reading.ts';
import type { Example } from './examples.ts';

/** A row of the tables: a name for a change, its texts, and where no set decides, its verdicts. */
export interface Row {
  readonly id: string;
  readonly surface: Surface;
  /** Verdict for clients and for providers; absent where sets decide. */
  readonly stated?: readonly [clients: Verdict, providers: Verdict];
  readonly message: Text;
  readonly why: Text;
  readonly source: string;
  readonly example?: () => Example;
}

/** The gravest severity that a row can give. */
export const gravest = ({ stated, surface }: Row): Severity => {
  if (!stated) return surface === 'wire' ? 'breaking' : 'warning';
  const [clients, providers] = stated;
  if (clients === 'breaking' || providers === 'breaking') return 'breaking';
  return clients === 'warning' || providers === 'warning' ? 'warning' : 'info';
};

/** Names for the ways in which two sets can differ in one respect; sets give the verdict. */
export interface ShapeRow {
  readonly what: DifferenceKind | MemberKind | HidingKeyword;
  /** Where it is written. */
  readonly origin: string;
  readonly names: Readonly<
    Partial<
      Record<
        Exclude<Relation, 'equal'>,
        readonly [id: string, nl: string, en: string, whyNl: string, whyEn: string]
      >
    >
  >;
}

/** Which kind of member comes or goes: they are one thing to the sets, and four to people. */
export type MemberKind = 'property' | 'parameter' | 'header' | 'body';
