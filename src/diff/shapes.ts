import type { Surface } from '../model/finding.ts';
import type { Text } from '../model/lang.ts';
import type { Difference } from '../schema/explain.ts';
import { FACETS, type Relation } from '../schema/facets.ts';
import type { Row } from './rows.ts';

const SCHEMA_2020 = 'JSON Schema 2020-12 Validation';

interface ShapeRow {
  readonly id: string;
  readonly message: Text;
  readonly why: Text;
  readonly source: string;
}

const row = (id: string, nl: string, en: string, whyNl: string, whyEn: string, source: string): ShapeRow => ({
  id,
  message: { nl, en },
  why: { nl: whyNl, en: whyEn },
  source,
});

/** Differences of sets that are no facet. Whether one breaks is decided by the sets, never here. */
const SHAPES: readonly ShapeRow[] = [
  row(
    'type-changed',
    '{name}: type {was} wordt {now}',
    '{name}: type {was} becomes {now}',
    'Een waarde van een ander type wordt geweigerd of verkeerd gelezen.',
    'A value of another type is refused or misread.',
    `${SCHEMA_2020}, 6.1.1`,
  ),
  row(
    'null-added',
    '{name} mag null worden',
    '{name} may become null',
    'Wie nooit null kreeg, rekent er niet op.',
    'Whoever never got null does not count on it.',
    `${SCHEMA_2020}, 6.1.1`,
  ),
  row(
    'null-removed',
    '{name} mag niet meer null zijn',
    '{name} may no longer be null',
    'Een null die goed was, wordt geweigerd.',
    'A null that was fine is refused.',
    `${SCHEMA_2020}, 6.1.1`,
  ),
  row(
    'enum-added',
    '{name}: elke waarde wordt een keuze uit {now}',
    '{name}: any value becomes one of {now}',
    'Waarden buiten de lijst waren goed.',
    'Values outside the list were fine.',
    `${SCHEMA_2020}, 6.1.2`,
  ),
  row(
    'enum-dropped',
    '{name}: de keuze uit {was} vervalt',
    '{name}: no longer limited to {was}',
    'Er kunnen waarden komen die niemand kende.',
    'Values may come that nobody knew.',
    `${SCHEMA_2020}, 6.1.2`,
  ),
  row(
    'enum-value-added',
    '{name}: waarde {now} komt erbij',
    '{name}: value {now} is added',
    'Een ontvanger kan een waarde krijgen die hij niet kent.',
    'A receiver may get a value that it does not know.',
    `${SCHEMA_2020}, 6.1.2`,
  ),
  row(
    'enum-value-removed',
    '{name}: waarde {was} vervalt',
    '{name}: value {was} is removed',
    'Wie de waarde stuurt, wordt geweigerd.',
    'Whoever sends the value is refused.',
    `${SCHEMA_2020}, 6.1.2`,
  ),
  row(
    'const-changed',
    '{name}: de enige waarde {was} wordt {now}',
    '{name}: the only value {was} becomes {now}',
    'De oude waarde is niet meer goed, de nieuwe was het niet.',
    'The old value is no longer fine, the new one was not.',
    `${SCHEMA_2020}, 6.1.3`,
  ),
  row(
    'branch-added',
    '{name} komt erbij als vorm',
    '{name} is added as an alternative',
    'Een ontvanger kan een vorm krijgen die hij niet kent.',
    'A receiver may get an alternative that it does not know.',
    'JSON Schema 2020-12 Core, 10.2.1',
  ),
  row(
    'branch-removed',
    '{name} vervalt als vorm',
    '{name} is removed as an alternative',
    'Wie deze vorm stuurt, wordt geweigerd.',
    'Whoever sends this alternative is refused.',
    'JSON Schema 2020-12 Core, 10.2.1',
  ),
  row(
    'schema-described',
    '{name} was vrij van vorm en is nu beschreven',
    '{name} was free-form and is now described',
    'Wat vrij was, wordt voortaan geweigerd als het niet past.',
    'What was free is refused from now on where it does not fit.',
    'OpenAPI 3.1.0, 4.8.24',
  ),
  row(
    'schema-undescribed',
    '{name} was beschreven en is nu vrij van vorm',
    '{name} was described and is now free-form',
    'Niemand kan er nog op rekenen wat erin staat, en gegenereerde code verliest de attributen.',
    'Nobody can count on what is in it, and generated code loses its members.',
    'OpenAPI 3.1.0, 4.8.24',
  ),
  row(
    'property-added',
    'attribuut {name} komt erbij',
    'property {name} is added',
    'Een verplicht attribuut ontbreekt bij bestaande afzenders.',
    'Existing senders lack a property that is required.',
    'JSON Schema 2020-12 Core, 10.3.2.1',
  ),
  row(
    'property-removed',
    'attribuut {name} vervalt',
    'property {name} is removed',
    'Wat erin stond gaat verloren.',
    'What was in it is lost.',
    'JSON Schema 2020-12 Core, 10.3.2.1',
  ),
  row(
    'parameter-added',
    'parameter {name} komt erbij',
    'parameter {name} is added',
    'Een verplichte parameter ontbreekt in bestaande aanroepen.',
    'Existing calls lack a parameter that is required.',
    'OpenAPI 3.1.0, 4.8.12',
  ),
  row(
    'parameter-removed',
    'parameter {name} vervalt',
    'parameter {name} is removed',
    'De parameter wordt voortaan genegeerd, dus de vraag betekent iets anders.',
    'The parameter is ignored from now on, so the call means something else.',
    'OpenAPI 3.1.0, 4.8.12',
  ),
  row(
    'header-added',
    'antwoordheader {name} komt erbij',
    'response header {name} is added',
    'Bestaande implementaties sturen de header niet.',
    'Existing implementations do not send the header.',
    'OpenAPI 3.1.0, 4.8.21',
  ),
  row(
    'header-removed',
    'antwoordheader {name} vervalt',
    'response header {name} is removed',
    'Wie de header las, mist hem.',
    'Whoever read the header misses it.',
    'OpenAPI 3.1.0, 4.8.21',
  ),
  row(
    'body-added',
    'een body komt erbij',
    'a body is added',
    'Een verplichte body ontbreekt in bestaande aanroepen.',
    'Existing calls lack a body that is required.',
    'OpenAPI 3.1.0, 4.8.13',
  ),
  row(
    'body-removed',
    'de body vervalt',
    'the body is removed',
    'Wat in de body stond, wordt genegeerd.',
    'What was in the body is ignored.',
    'OpenAPI 3.1.0, 4.8.13',
  ),
  row(
    'required-added',
    '{name} wordt verplicht',
    '{name} becomes required',
    'Wie het wegliet, mag dat niet meer.',
    'Whoever left it out may no longer do so.',
    `${SCHEMA_2020}, 6.5.3`,
  ),
  row(
    'required-removed',
    '{name} is niet meer verplicht',
    '{name} is no longer required',
    'Wie erop rekende, kan het missen.',
    'Whoever counted on it may miss it.',
    `${SCHEMA_2020}, 6.5.3`,
  ),
  row(
    'read-only-set',
    '{name} kan alleen nog gelezen worden',
    '{name} becomes read-only',
    'Wat een client stuurt, wordt genegeerd.',
    'What a client sends is ignored.',
    `${SCHEMA_2020}, 9.4`,
  ),
  row(
    'read-only-lifted',
    '{name} kan ook geschreven worden',
    '{name} can be written too',
    'Een verplicht attribuut ontbreekt in bestaande verzoeken.',
    'Existing requests lack a property that is required.',
    `${SCHEMA_2020}, 9.4`,
  ),
  row(
    'write-only-set',
    '{name} kan alleen nog geschreven worden',
    '{name} becomes write-only',
    'Wie het las, krijgt het niet meer.',
    'Whoever read it gets it no longer.',
    `${SCHEMA_2020}, 9.4`,
  ),
  row(
    'write-only-lifted',
    '{name} kan ook gelezen worden',
    '{name} can be read too',
    'Bestaande implementaties sturen het niet.',
    'Existing implementations do not send it.',
    `${SCHEMA_2020}, 9.4`,
  ),
  row(
    'additional-properties-tightened',
    '{name}: andere attributen {was} wordt {now}',
    '{name}: additional properties {was} becomes {now}',
    'Attributen die niemand noemt, waren goed.',
    'Members that nothing names were fine.',
    'JSON Schema 2020-12 Core, 10.3.2.3',
  ),
  row(
    'additional-properties-loosened',
    '{name}: andere attributen {was} wordt {now}',
    '{name}: additional properties {was} becomes {now}',
    'Er kunnen attributen komen die niemand kende.',
    'Members may come that nobody knew.',
    'JSON Schema 2020-12 Core, 10.3.2.3',
  ),
  row(
    'pattern-properties-changed',
    '{name}: attributen naar patroon {was} wordt {now}',
    '{name}: members by pattern {was} becomes {now}',
    'Namen naar een patroon krijgen een andere betekenis.',
    'Names of a pattern get another meaning.',
    'JSON Schema 2020-12 Core, 10.3.2.2',
  ),
  row(
    'property-names-changed',
    '{name}: welke attribuutnamen mogen, verandert',
    '{name}: which names are allowed changes',
    'Een naam die mocht, mag niet meer, of omgekeerd.',
    'A name that was allowed no longer is, or the other way round.',
    'JSON Schema 2020-12 Core, 10.3.2.4',
  ),
  row(
    'dependent-required-changed',
    'wat bij {name} verplicht is, {was}, wordt {now}',
    'what {name} demands, {was}, becomes {now}',
    'Wie het ene stuurt, moet het andere ook sturen.',
    'Whoever sends the one must send the other.',
    `${SCHEMA_2020}, 6.5.4`,
  ),
  row(
    'contains-changed',
    '{name}: welke items er minstens in staan, verandert',
    '{name}: which items it must contain changes',
    'Een lijst die goed was, kan te weinig of te veel bevatten.',
    'A list that was fine may hold too few or too many.',
    'JSON Schema 2020-12 Core, 10.3.1.3',
  ),
  row(
    'not-changed',
    '{name}: wat niet mag, verandert',
    '{name}: what is excluded changes',
    'Een waarde die mocht, mag niet meer, of omgekeerd.',
    'A value that was allowed no longer is, or the other way round.',
    'JSON Schema 2020-12 Core, 10.2.1.4',
  ),
  row(
    'condition-changed',
    '{name}: wat onder een voorwaarde geldt, verandert',
    '{name}: what holds under a condition changes',
    'Een combinatie van waarden die mocht, mag niet meer, of omgekeerd.',
    'A combination of values that was allowed no longer is, or the other way round.',
    'JSON Schema 2020-12 Core, 10.2.2',
  ),
  row(
    'schema-changed',
    '{name}: de beschrijving verandert',
    '{name}: the schema changes',
    'Niet te bewijzen dat alles wat goed was, goed blijft.',
    'No proof that all that was fine stays so.',
    'JSON Schema 2020-12 Core, 10',
  ),
];

const RELATION_TEXTS: Readonly<Record<Exclude<Relation, 'equal'>, Text & { readonly suffix: string }>> = {
  tighter: { suffix: 'tightened', nl: 'strenger', en: 'tighter' },
  looser: { suffix: 'loosened', nl: 'ruimer', en: 'looser' },
  different: { suffix: 'changed', nl: 'anders', en: 'different' },
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** Each facet gives a rule for each way in which it can differ: one row in `schema/facets.ts` is all there is to add. */
const FACET_ROWS: readonly ShapeRow[] = FACETS.filter(
  ({ id }) => id !== 'integer' && id !== 'numberFormat',
).flatMap(facet =>
  Object.values(RELATION_TEXTS).map(({ suffix, nl, en }) => ({
    id: `${kebab(facet.keyword)}-${suffix}`,
    message: {
      nl: `{name}: ${facet.what.nl} {was} wordt {now} (${nl})`,
      en: `{name}: ${facet.what.en} {was} becomes {now} (${en})`,
    },
    why: {
      nl: 'Strenger: wat de afzender mocht sturen, wordt geweigerd. Ruimer: de ontvanger krijgt wat hij niet verwacht.',
      en: 'Tighter: what the sender was allowed is refused. Looser: the receiver gets what it does not expect.',
    },
    source: `${SCHEMA_2020}, 6 (${facet.keyword})`,
  })),
);

export const SHAPE_ROWS: readonly Row[] = [...SHAPES, ...FACET_ROWS].map(shape => ({
  ...shape,
  surface: 'wire',
}));

const BY_RELATION: Readonly<Partial<Record<Difference['what'], readonly [tighter: string, looser: string]>>> =
  {
    null: ['null-removed', 'null-added'],
    enum: ['enum-added', 'enum-dropped'],
    'enum-value': ['enum-value-removed', 'enum-value-added'],
    branch: ['branch-removed', 'branch-added'],
    description: ['schema-described', 'schema-undescribed'],
    required: ['required-added', 'required-removed'],
    'additional-properties': ['additional-properties-tightened', 'additional-properties-loosened'],
  };

/** Which kind of member comes or goes: they are one thing to the sets, and four to people. */
export type MemberKind = 'property' | 'parameter' | 'header' | 'body';

/** The rule that names a difference. */
export function ruleFor(
  { what, relation }: Difference,
  member: MemberKind,
  hides: 'readOnly' | 'writeOnly',
): string {
  if (what === 'property') return `${member}-${relation === 'tighter' ? 'removed' : 'added'}`;
  if (what === 'hidden') return `${kebab(hides)}-${relation === 'tighter' ? 'set' : 'lifted'}`;
  const pair = BY_RELATION[what];
  if (pair) return relation === 'tighter' ? pair[0] : pair[1];
  const facet = FACETS.find(({ id }) => id === what);
  if (facet && relation !== 'equal') return `${kebab(facet.keyword)}-${RELATION_TEXTS[relation].suffix}`;
  return `${what}-changed`;
}
