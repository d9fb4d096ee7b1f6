import type { Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { FACETS, type Facet, type Relation } from '../algebra/facets.ts';
import type { JsonType } from '../json-types.ts';
import { childNode, keyword, type Position } from '../reading.ts';
import { nodesStating, pointAt, schemasAt } from '../view.ts';

/** What can differ beside the facets. */
export type DifferenceKind =
  | 'type'
  | 'null'
  | 'enum'
  | 'enum-value'
  | 'const'
  | 'branch'
  | 'description'
  | 'property'
  | 'required'
  | 'hidden'
  | 'additional-properties'
  | 'pattern-properties'
  | 'property-names'
  | 'dependent-required'
  | 'contains'
  | 'not'
  | 'condition'
  | 'schema';

/** One way in which two schemas for the same place differ, in the words of JSON Schema and without a judgement. */
export interface Difference {
  readonly what: DifferenceKind | Facet['id'];
  /** How the new set stands to the old one as far as this goes. */
  readonly relation: Relation;
  /** The member or branch that it is about. */
  readonly name?: string;
  readonly was?: Json;
  readonly now?: Json;
  /** For a property that comes or goes: whether it is required where it is. */
  readonly isRequired?: boolean;
  /** For a property that comes or goes: whether the side that lacks it limits members that it does not name. */
  readonly isContested?: boolean;
  /** Whether both sides allow the same, and one of them says so: an invitation to use names (C1). */
  readonly isInvitation?: boolean;
  readonly type?: JsonType;
  readonly old: Node | undefined;
  readonly next: Node | undefined;
}

/** A place below, that both sides name. */
export interface Below {
  readonly step: string;
  readonly old: Position;
  readonly next: Position;
}

export interface Explanation {
  readonly differences: readonly Difference[];
  readonly below: readonly Below[];
}

/** What the parts explain, as one. */
export const joined = (parts: readonly Explanation[]): Explanation => ({
  differences: parts.flatMap(({ differences }) => differences),
  below: parts.flatMap(({ below }) => below),
});

/** Differences, with nowhere to look further. */
export const only = (...differences: readonly Difference[]): Explanation => ({ differences, below: [] });

/** Places that stand for both sides, to point at. */
export interface Places {
  readonly old: Position;
  readonly next: Position;
}

/** A difference, pointing at a keyword on both sides. */
export const difference = (
  { old, next }: Places,
  what: Difference['what'],
  relation: Relation,
  keyword: string,
  more: Partial<Difference> = {},
): Difference => ({ what, relation, old: pointAt(old, keyword), next: pointAt(next, keyword), ...more });

/** That null comes or goes, pointing at what says so: `nullable` of OpenAPI 3.0, which may stand around the type. */
export function nullDifference(places: Places, relation: 'looser' | 'tighter'): Difference {
  const plain = difference(places, 'null', relation, 'type', { type: 'null' });
  const [side, other] = relation === 'looser' ? (['next', 'old'] as const) : (['old', 'next'] as const);
  const saying = nodesStating(places[side], 'nullable');
  if (saying?.dialect !== '3.0' || keyword(saying, 'nullable') !== true) return plain;
  const counterpart = schemasAt(places[other]).find(({ pointer }) => pointer === saying.pointer);
  const without = counterpart ?? places[other][0]?.node;
  return {
    ...plain,
    [side]: childNode(saying, 'nullable'),
    [other]: without && (childNode(without, 'nullable') ?? childNode(without, 'type') ?? without),
  };
}

/** The row of a facet; `undefined` for what is no facet. */
export const facetNamed = (id: string): Facet | undefined => FACETS.find(row => row.id === id);
