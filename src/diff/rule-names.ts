import { FACETS, type Facet, mirrored } from '../json-schema/algebra/facets.ts';
import type { Difference } from '../json-schema/compare/difference.ts';
import type { HidingKeyword } from '../json-schema/reading.ts';
import { type FacetName, isNamed, SCHEMA_RULES, type SchemaRule } from './rules/index.ts';
import type { MemberKind, SchemaRow, Way } from './rules/row.ts';

const WAYS: readonly Way[] = ['tighter', 'looser', 'different'];

const ENDINGS: Readonly<Record<Way, string>> = {
  tighter: 'tightened',
  looser: 'loosened',
  different: 'changed',
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** The id of the rule for a facet that differs in a way. */
const facetRule = ({ keyword }: Facet, way: Way): string => `${kebab(keyword)}-${ENDINGS[way]}`;

/** A rule that a facet gives. */
export interface FacetRule {
  readonly id: string;
  readonly facet: Facet;
  readonly name: FacetName;
  readonly way: Way;
}

/** Each facet gives a rule for each way in which it can differ; limits that have an order are never merely different. */
export const FACET_RULES: readonly FacetRule[] = FACETS.filter(isNamed).flatMap(facet =>
  WAYS.filter(
    way => way !== 'different' || facet.cases.some(([, , relation]) => relation === 'different'),
  ).map(way => ({ id: facetRule(facet, way), facet, name: facet.id as FacetName, way })),
);

/** Old and new schema that show the rule of a facet: a case that goes this way, or one of the other way turned round. */
export function casesOf({ facet, way }: FacetRule): Facet['cases'][number] | undefined {
  const found = facet.cases.find(([, , relation]) => relation === way);
  const turned = facet.cases.find(([, , relation]) => mirrored[relation] === way);
  return found ?? (turned && [turned[1], turned[0], way]);
}

/** The row and the way of each rule that is no facet. */
export const SCHEMA_RULE_IDS: readonly { readonly id: SchemaRule; readonly row: SchemaRow }[] =
  SCHEMA_RULES.flatMap((row: SchemaRow) =>
    WAYS.flatMap(way => (row[way] === undefined ? [] : [{ id: row[way] as SchemaRule, row }])),
  );

/** The rule that names a difference. */
export function ruleFor({ what, relation }: Difference, member: MemberKind, hides: HidingKeyword): string {
  if (relation === 'equal') throw new Error(`what is equal has no name: ${what}`);
  const facet = FACETS.find(({ id }) => id === what);
  if (facet) return facetRule(facet, relation);
  const key = what === 'property' ? member : what === 'hidden' ? hides : what;
  const row: SchemaRow | undefined = SCHEMA_RULES.find(one => one.what === key);
  const id = row?.[relation] ?? row?.different ?? row?.tighter;
  if (id === undefined) throw new Error(`no rule for ${what}, ${relation}`);
  return id;
}
