import type { Surface } from '../core/finding.ts';
import { FACETS, type Facet, mirrored, type Relation } from '../json-schema/algebra/facets.ts';
import type { Difference } from '../json-schema/compare/difference.ts';
import type { HidingKeyword } from '../json-schema/reading.ts';
import { exampleOfValue } from './examples.ts';
import { SHAPES } from './parts.ts';
import type { MemberKind, Row, ShapeRow } from './rows.ts';

type Way = Exclude<Relation, 'equal'>;

const WAYS: readonly Way[] = ['tighter', 'looser', 'different'];

const ENDINGS: Readonly<Record<Way, readonly [ending: string, nl: string, en: string]>> = {
  tighter: ['tightened', 'strenger', 'tighter'],
  looser: ['loosened', 'ruimer', 'looser'],
  different: ['changed', 'anders', 'different'],
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

const facetRule = ({ keyword }: Facet, way: Way): string => `${kebab(keyword)}-${ENDINGS[way][0]}`;

/** Limits that can be put in order are never merely different. */
const waysOf = ({ cases }: Facet): Way[] =>
  WAYS.filter(way => way !== 'different' || cases.some(([, , relation]) => relation === 'different'));

/** Each facet gives a rule for each way in which it can differ: its row in `schema/facets.ts` is all there is to add. */
const facetRows = (facet: Facet): Row[] =>
  waysOf(facet).map(way => {
    const [, nl, en] = ENDINGS[way];
    return {
      id: facetRule(facet, way),
      surface: 'wire',
      message: {
        nl: `{name}: ${facet.what.nl} {was} wordt {now} (${nl})`,
        en: `{name}: ${facet.what.en} {was} becomes {now} (${en})`,
      },
      why: {
        nl: 'Strenger: wat de afzender mocht sturen, wordt geweigerd. Ruimer: de ontvanger krijgt wat hij niet verwacht.',
        en: 'Tighter: what the sender was allowed is refused. Looser: the receiver gets what it does not expect.',
      },
      source: `JSON Schema 2020-12 Validation, 6 (${facet.keyword})`,
      ...exampleFor(facet, way),
    };
  });

/** A case of the facet that goes this way, or one that goes the other way turned round. */
function exampleFor({ cases }: Facet, way: Way): Pick<Row, 'example'> {
  const found = cases.find(([, , relation]) => relation === way);
  if (found) return { example: () => exampleOfValue(found[0], found[1]) };
  const turned = cases.find(([, , relation]) => mirrored[relation] === way);
  return turned ? { example: () => exampleOfValue(turned[1], turned[0]) } : {};
}

/** What was described may be sent as before: it is the code made from the description that loses something. */
const surfaceOf = (id: string): Surface => (id === 'schema-undescribed' ? 'source' : 'wire');

const shapeRows = ({ names, origin }: ShapeRow): Row[] =>
  WAYS.flatMap(way => {
    const name = names[way];
    if (!name) return [];
    const [id, nl, en, whyNl, whyEn] = name;
    return [
      { id, surface: surfaceOf(id), message: { nl, en }, why: { nl: whyNl, en: whyEn }, source: origin },
    ];
  });

export const DIFFERENCE_RULES: readonly Row[] = [
  ...SHAPES.flatMap(shapeRows),
  // `format` is a facet of strings and of numbers, and one word to people.
  ...FACETS.filter(({ id }) => id !== 'integer' && id !== 'numberFormat').flatMap(facetRows),
];

/** The rule that names a difference. */
export function ruleFor({ what, relation }: Difference, member: MemberKind, hides: HidingKeyword): string {
  if (relation === 'equal') throw new Error(`what is equal has no name: ${what}`);
  const facet = FACETS.find(({ id }) => id === what);
  if (facet) return facetRule(facet, relation);
  const key = what === 'property' ? member : what === 'hidden' ? hides : what;
  const names = SHAPES.find(row => row.what === key)?.names;
  const name = names?.[relation] ?? names?.different ?? names?.tighter;
  if (!name) throw new Error(`no row for ${what}, ${relation}`);
  return name[0];
}
