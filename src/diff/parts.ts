import type { Verdict } from '../model/finding.ts';
import type { Relation } from '../schema/facets.ts';
import type { Row, ShapeRow } from './rows.ts';

const OAS = 'OpenAPI 3.1.0';
const SCHEMA_2020 = 'JSON Schema 2020-12 Validation';

type Stated = Row & { readonly stated: readonly [clients: Verdict, providers: Verdict] };

const wire = <Id extends string>(
  id: Id,
  stated: readonly [Verdict, Verdict],
  nl: string,
  en: string,
  whyNl: string,
  whyEn: string,
  source: string,
): Stated & { readonly id: Id } => ({
  id,
  surface: 'wire',
  stated,
  message: { nl, en },
  why: { nl: whyNl, en: whyEn },
  source,
});

const source = <Id extends string>(...row: Parameters<typeof wire<Id>>): Stated & { readonly id: Id } => ({
  ...wire(...row),
  surface: 'source',
});
const text = <Id extends string>(...row: Parameters<typeof wire<Id>>): Stated & { readonly id: Id } => ({
  ...wire(...row),
  surface: 'text',
});

/**
 * What no set of values can see: rows that state a verdict for clients and for providers. Kept short on purpose;
 * what can be proved does not belong here.
 */
export const PART_ROWS = [
  wire(
    'operation-added',
    ['info', 'warning'],
    '{name} komt erbij',
    '{name} is added',
    'Elke implementatie moet de operatie gaan bieden.',
    'Every implementation must come to offer the operation.',
    `${OAS}, 4.8.9`,
  ),
  wire(
    'operation-removed',
    ['breaking', 'info'],
    '{name} vervalt',
    '{name} is removed',
    'Wie de operatie aanroept, krijgt geen antwoord meer.',
    'Whoever calls the operation gets no answer any more.',
    `${OAS}, 4.8.9`,
  ),
  wire(
    'operation-retired',
    ['warning', 'info'],
    '{name} vervalt, zoals aangekondigd',
    '{name} is removed, as announced',
    'De operatie was verouderd verklaard en de termijn is voorbij.',
    'The operation was deprecated and its term is over.',
    `${OAS}, 4.8.10; RFC 8594`,
  ),
  wire(
    'success-status-added',
    ['info', 'warning'],
    'antwoord {name} komt erbij',
    'answer {name} is added',
    'Implementaties moeten het antwoord gaan geven.',
    'Implementations must come to give the answer.',
    `${OAS}, 4.8.16`,
  ),
  wire(
    'success-status-removed',
    ['breaking', 'info'],
    'antwoord {name} vervalt',
    'answer {name} is removed',
    'Een client die op dit antwoord wacht, krijgt het niet meer.',
    'A client that waits for this answer gets it no longer.',
    `${OAS}, 4.8.16`,
  ),
  wire(
    'status-added',
    ['info', 'info'],
    'antwoord {name} komt erbij',
    'answer {name} is added',
    'Fouten en doorverwijzingen kan een client altijd krijgen.',
    'A client may always get errors and redirections.',
    `${OAS}, 4.8.16`,
  ),
  wire(
    'status-removed',
    ['info', 'info'],
    'antwoord {name} vervalt',
    'answer {name} is removed',
    'Fouten en doorverwijzingen kan een client altijd krijgen.',
    'A client may always get errors and redirections.',
    `${OAS}, 4.8.16`,
  ),
  wire(
    'request-media-type-added',
    ['info', 'warning'],
    'verzoek mag ook als {name}',
    'the request may be {name} too',
    'Implementaties moeten het formaat gaan lezen.',
    'Implementations must come to read it.',
    `${OAS}, 4.8.14`,
  ),
  wire(
    'request-media-type-removed',
    ['breaking', 'info'],
    'verzoek mag niet meer als {name}',
    'the request may no longer be {name}',
    'Wie dit formaat stuurt, wordt geweigerd (415).',
    'Whoever sends it is refused (415).',
    `${OAS}, 4.8.14`,
  ),
  wire(
    'response-media-type-added',
    ['info', 'warning'],
    'antwoord kan ook als {name}',
    'the answer may be {name} too',
    'Implementaties moeten het formaat gaan bieden.',
    'Implementations must come to offer it.',
    `${OAS}, 4.8.14`,
  ),
  wire(
    'response-media-type-removed',
    ['breaking', 'info'],
    'antwoord kan niet meer als {name}',
    'the answer can no longer be {name}',
    'Wie om dit formaat vraagt, krijgt het niet meer (406).',
    'Whoever asks for it gets it no longer (406).',
    `${OAS}, 4.8.14`,
  ),
  wire(
    'security-tightened',
    ['breaking', 'warning'],
    'toegang vraagt nu {now}',
    'access now asks for {now}',
    'Wie met {was} binnenkwam, wordt geweigerd.',
    'Whoever came in with {was} is refused.',
    `${OAS}, 4.8.30`,
  ),
  wire(
    'security-loosened',
    ['info', 'breaking'],
    'toegang kan nu ook met {now}',
    'access is possible with {now} too',
    'Bestaande implementaties weigeren wie zo binnenkomt.',
    'Existing implementations refuse who comes in that way.',
    `${OAS}, 4.8.30`,
  ),
  wire(
    'serialization-changed',
    ['breaking', 'breaking'],
    'parameter {name}: schrijfwijze {was} wordt {now}',
    'parameter {name}: serialization {was} becomes {now}',
    'Dezelfde waarde staat anders in de URL of header.',
    'The same value is written otherwise in the URL or header.',
    `${OAS}, 4.8.12.2`,
  ),
  wire(
    'reserved-forbidden',
    ['breaking', 'info'],
    'parameter {name} mag geen gereserveerde tekens meer bevatten',
    'parameter {name} may no longer hold reserved characters',
    'Wie ze onvertaald stuurt, wordt verkeerd begrepen.',
    'Whoever sends them as they are is misunderstood.',
    `${OAS}, 4.8.12.2`,
  ),
  wire(
    'reserved-allowed',
    ['info', 'warning'],
    'parameter {name} mag gereserveerde tekens bevatten',
    'parameter {name} may hold reserved characters',
    'Implementaties moeten ze onvertaald kunnen lezen.',
    'Implementations must come to read them as they are.',
    `${OAS}, 4.8.12.2`,
  ),
  wire(
    'default-changed',
    ['breaking', 'warning'],
    'parameter {name}: standaardwaarde {was} wordt {now}',
    'parameter {name}: default {was} becomes {now}',
    'Een ongewijzigde aanroep betekent iets anders.',
    'An unchanged call means something else.',
    `${OAS}, 4.8.24; JSON Schema 2020-12 Validation, 9.2`,
  ),
  wire(
    'body-default-changed',
    ['info', 'info'],
    '{name}: standaardwaarde {was} wordt {now}',
    '{name}: default {was} becomes {now}',
    'Een weggelaten attribuut krijgt een andere waarde.',
    'A property left out gets another value.',
    'JSON Schema 2020-12 Validation, 9.2',
  ),
  wire(
    'format-annotation-changed',
    ['warning', 'warning'],
    '{name}: formaat {was} wordt {now}',
    '{name}: format {was} becomes {now}',
    'Dit formaat wordt niet gecontroleerd, maar wel gebruikt.',
    'This format is not checked, but it is used.',
    'JSON Schema 2020-12 Validation, 7.2',
  ),
  wire(
    'discriminator-changed',
    ['warning', 'warning'],
    '{name}: discriminator {was} wordt {now}',
    '{name}: discriminator {was} becomes {now}',
    'Wie op het ene veld kiest, leest niet wat op het andere gekozen is.',
    'Whoever chooses by the one does not read what was chosen by the other.',
    `${OAS}, 4.8.25`,
  ),
  wire(
    'extensible-enum-changed',
    ['info', 'info'],
    '{name}: bekende waarden {was} wordt {now}',
    '{name}: known values {was} becomes {now}',
    'De lijst is open: wie een waarde niet kent, moet ermee overweg kunnen.',
    'The list is open: whoever does not know a value must cope with it.',
    'x-extensible-enum',
  ),
  wire(
    'put-resets',
    ['info', 'none'],
    'een PUT van een bestaande client zet {name} terug',
    'a PUT by an existing client resets {name}',
    'PUT vervangt alles; wat de client niet kent, stuurt hij niet mee.',
    'PUT replaces everything; what the client does not know it does not send.',
    'RFC 9110, 9.3.4',
  ),
  wire(
    'server-removed',
    ['warning', 'info'],
    'server {name} vervalt',
    'server {name} is removed',
    'Clients die dit adres gebruiken, moeten om.',
    'Clients that use this address must move.',
    `${OAS}, 4.8.5`,
  ),
  wire(
    'server-added',
    ['info', 'info'],
    'server {name} komt erbij',
    'server {name} is added',
    'Er is een adres bij.',
    'There is one more address.',
    `${OAS}, 4.8.5`,
  ),
  wire(
    'link-changed',
    ['warning', 'info'],
    'link {name} vervalt of verandert',
    'link {name} is removed or changes',
    'Wie de link volgde, komt ergens anders uit.',
    'Whoever followed the link ends elsewhere.',
    `${OAS}, 4.8.20`,
  ),
  wire(
    'link-added',
    ['info', 'info'],
    'link {name} komt erbij',
    'link {name} is added',
    'Een nieuwe mogelijke vervolgstap.',
    'One more possible next step.',
    `${OAS}, 4.8.20`,
  ),
  wire(
    'deprecated',
    ['info', 'info'],
    '{name} is verouderd verklaard',
    '{name} is deprecated',
    'Gebruikers moeten weten dat het ooit vervalt.',
    'Users must know that it will go one day.',
    `${OAS}, 4.8.10`,
  ),
  wire(
    'deprecation-lifted',
    ['info', 'info'],
    '{name} is niet meer verouderd',
    '{name} is no longer deprecated',
    'De aankondiging is ingetrokken.',
    'The announcement is withdrawn.',
    `${OAS}, 4.8.10`,
  ),
  wire(
    'sunset-changed',
    ['warning', 'info'],
    '{name}: einddatum {was} wordt {now}',
    '{name}: sunset {was} becomes {now}',
    'Wie op de oude datum plant, komt te laat of te vroeg.',
    'Whoever plans by the old date is late or early.',
    'RFC 8594',
  ),
  wire(
    'stability-lowered',
    ['warning', 'info'],
    '{name}: stabiliteit {was} wordt {now}',
    '{name}: stability {was} becomes {now}',
    'Wat stabiel was beloofd, mag voortaan veranderen.',
    'What was promised stable may change from now on.',
    'x-stability-level',
  ),
  wire(
    'reference-dangling',
    ['warning', 'warning'],
    'verwijzing naar {name} wijst nergens heen',
    'reference to {name} leads nowhere',
    'Wat daar moest staan, kan niet vergeleken worden.',
    'What should stand there cannot be compared.',
    `${OAS}, 4.8.23`,
  ),
  source(
    'operation-id-changed',
    ['warning', 'info'],
    'operationId {name}',
    'operationId {name}',
    'Gegenereerde code krijgt andere namen; op de lijn verandert niets.',
    'Generated code gets other names; nothing changes on the wire.',
    `${OAS}, 4.8.10`,
  ),
  source(
    'component-renamed',
    ['warning', 'info'],
    'component {name}',
    'component {name}',
    'Gegenereerde code krijgt andere namen; op de lijn verandert niets.',
    'Generated code gets other names; nothing changes on the wire.',
    `${OAS}, 4.8.7`,
  ),
  source(
    'path-parameter-renamed',
    ['warning', 'info'],
    'padparameter {name}',
    'path parameter {name}',
    'Gegenereerde code krijgt andere namen; op de lijn verandert niets.',
    'Generated code gets other names; nothing changes on the wire.',
    `${OAS}, 4.8.12`,
  ),
  text(
    'text-changed',
    ['info', 'info'],
    '{name}: tekst gewijzigd',
    '{name}: text changed',
    'De uitleg is anders; mogelijk ook wat ermee bedoeld wordt.',
    'The explanation differs; maybe what is meant as well.',
    `${OAS}, 4.8.10`,
  ),
  text(
    'business-rules-changed',
    ['warning', 'warning'],
    '{name}: bedrijfsregels {was} wordt {now}',
    '{name}: business rules {was} become {now}',
    'Een bedrijfsregel bepaalt gedrag dat geen schema laat zien.',
    'A business rule decides behaviour that no schema shows.',
    'x-zds-rules',
  ),
] as const satisfies readonly Stated[];

export type PartRule = (typeof PART_ROWS)[number]['id'];

export function partRow(id: PartRule): Stated {
  const row = PART_ROWS.find(one => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

const shape = (
  what: ShapeRow['what'],
  origin: string,
  names: Readonly<
    Partial<
      Record<
        Exclude<Relation, 'equal'>,
        readonly [id: string, nl: string, en: string, whyNl: string, whyEn: string]
      >
    >
  >,
): ShapeRow => ({ what, origin, names });

/**
 * Ways in which two sets differ that are no facet, with a name for what becomes tighter, looser or just different.
 * Whether one breaks is decided by the sets, never here.
 */
export const SHAPES: readonly ShapeRow[] = [
  shape('type', `${SCHEMA_2020}, 6.1.1`, {
    different: [
      'type-changed',
      '{name}: type {was} wordt {now}',
      '{name}: type {was} becomes {now}',
      'Een waarde van een ander type wordt geweigerd of verkeerd gelezen.',
      'A value of another type is refused or misread.',
    ],
  }),
  shape('null', `${SCHEMA_2020}, 6.1.1`, {
    tighter: [
      'null-removed',
      '{name} mag niet meer null zijn',
      '{name} may no longer be null',
      'Een null die goed was, wordt geweigerd.',
      'A null that was fine is refused.',
    ],
    looser: [
      'null-added',
      '{name} mag null worden',
      '{name} may become null',
      'Wie nooit null kreeg, rekent er niet op.',
      'Whoever never got null does not count on it.',
    ],
  }),
  shape('enum', `${SCHEMA_2020}, 6.1.2`, {
    tighter: [
      'enum-added',
      '{name}: elke waarde wordt een keuze uit {now}',
      '{name}: any value becomes one of {now}',
      'Waarden buiten de lijst waren goed.',
      'Values outside the list were fine.',
    ],
    looser: [
      'enum-dropped',
      '{name}: de keuze uit {was} vervalt',
      '{name}: no longer limited to {was}',
      'Er kunnen waarden komen die niemand kende.',
      'Values may come that nobody knew.',
    ],
  }),
  shape('enum-value', `${SCHEMA_2020}, 6.1.2`, {
    tighter: [
      'enum-value-removed',
      '{name}: waarde {was} vervalt',
      '{name}: value {was} is removed',
      'Wie de waarde stuurt, wordt geweigerd.',
      'Whoever sends the value is refused.',
    ],
    looser: [
      'enum-value-added',
      '{name}: waarde {now} komt erbij',
      '{name}: value {now} is added',
      'Een ontvanger kan een waarde krijgen die hij niet kent.',
      'A receiver may get a value that it does not know.',
    ],
  }),
  shape('const', `${SCHEMA_2020}, 6.1.3`, {
    different: [
      'const-changed',
      '{name}: de enige waarde {was} wordt {now}',
      '{name}: the only value {was} becomes {now}',
      'De oude waarde is niet meer goed, de nieuwe was het niet.',
      'The old value is no longer fine, the new one was not.',
    ],
  }),
  shape('branch', 'JSON Schema 2020-12 Core, 10.2.1', {
    tighter: [
      'branch-removed',
      '{name} vervalt als vorm',
      '{name} is removed as an alternative',
      'Wie deze vorm stuurt, wordt geweigerd.',
      'Whoever sends this alternative is refused.',
    ],
    looser: [
      'branch-added',
      '{name} komt erbij als vorm',
      '{name} is added as an alternative',
      'Een ontvanger kan een vorm krijgen die hij niet kent.',
      'A receiver may get an alternative that it does not know.',
    ],
  }),
  shape('description', 'OpenAPI 3.1.0, 4.8.24', {
    tighter: [
      'schema-described',
      '{name} was vrij van vorm en is nu beschreven',
      '{name} was free-form and is now described',
      'Wat vrij was, wordt voortaan geweigerd als het niet past.',
      'What was free is refused from now on where it does not fit.',
    ],
    looser: [
      'schema-undescribed',
      '{name} was beschreven en is nu vrij van vorm',
      '{name} was described and is now free-form',
      'Niemand kan er nog op rekenen wat erin staat, en gegenereerde code verliest de attributen.',
      'Nobody can count on what is in it, and generated code loses its members.',
    ],
  }),
  shape('property', 'JSON Schema 2020-12 Core, 10.3.2.1', {
    tighter: [
      'property-removed',
      'attribuut {name} vervalt',
      'property {name} is removed',
      'Wat erin stond gaat verloren.',
      'What was in it is lost.',
    ],
    looser: [
      'property-added',
      'attribuut {name} komt erbij',
      'property {name} is added',
      'Een verplicht attribuut ontbreekt bij bestaande afzenders.',
      'Existing senders lack a property that is required.',
    ],
  }),
  shape('parameter', 'OpenAPI 3.1.0, 4.8.12', {
    tighter: [
      'parameter-removed',
      'parameter {name} vervalt',
      'parameter {name} is removed',
      'De parameter wordt voortaan genegeerd, dus de vraag betekent iets anders.',
      'The parameter is ignored from now on, so the call means something else.',
    ],
    looser: [
      'parameter-added',
      'parameter {name} komt erbij',
      'parameter {name} is added',
      'Een verplichte parameter ontbreekt in bestaande aanroepen.',
      'Existing calls lack a parameter that is required.',
    ],
  }),
  shape('header', 'OpenAPI 3.1.0, 4.8.21', {
    tighter: [
      'header-removed',
      'antwoordheader {name} vervalt',
      'response header {name} is removed',
      'Wie de header las, mist hem.',
      'Whoever read the header misses it.',
    ],
    looser: [
      'header-added',
      'antwoordheader {name} komt erbij',
      'response header {name} is added',
      'Bestaande implementaties sturen de header niet.',
      'Existing implementations do not send the header.',
    ],
  }),
  shape('body', 'OpenAPI 3.1.0, 4.8.13', {
    tighter: [
      'body-removed',
      'de body vervalt',
      'the body is removed',
      'Wat in de body stond, wordt genegeerd.',
      'What was in the body is ignored.',
    ],
    looser: [
      'body-added',
      'een body komt erbij',
      'a body is added',
      'Een verplichte body ontbreekt in bestaande aanroepen.',
      'Existing calls lack a body that is required.',
    ],
  }),
  shape('required', `${SCHEMA_2020}, 6.5.3`, {
    tighter: [
      'required-added',
      '{name} wordt verplicht',
      '{name} becomes required',
      'Wie het wegliet, mag dat niet meer.',
      'Whoever left it out may no longer do so.',
    ],
    looser: [
      'required-removed',
      '{name} is niet meer verplicht',
      '{name} is no longer required',
      'Wie erop rekende, kan het missen.',
      'Whoever counted on it may miss it.',
    ],
  }),
  shape('readOnly', `${SCHEMA_2020}, 9.4`, {
    tighter: [
      'read-only-set',
      '{name} kan alleen nog gelezen worden',
      '{name} becomes read-only',
      'Wat een client stuurt, wordt genegeerd.',
      'What a client sends is ignored.',
    ],
    looser: [
      'read-only-lifted',
      '{name} kan ook geschreven worden',
      '{name} can be written too',
      'Een verplicht attribuut ontbreekt in bestaande verzoeken.',
      'Existing requests lack a property that is required.',
    ],
  }),
  shape('writeOnly', `${SCHEMA_2020}, 9.4`, {
    tighter: [
      'write-only-set',
      '{name} kan alleen nog geschreven worden',
      '{name} becomes write-only',
      'Wie het las, krijgt het niet meer.',
      'Whoever read it gets it no longer.',
    ],
    looser: [
      'write-only-lifted',
      '{name} kan ook gelezen worden',
      '{name} can be read too',
      'Bestaande implementaties sturen het niet.',
      'Existing implementations do not send it.',
    ],
  }),
  shape('additional-properties', 'JSON Schema 2020-12 Core, 10.3.2.3', {
    tighter: [
      'additional-properties-tightened',
      '{name}: andere attributen {was} wordt {now}',
      '{name}: additional properties {was} becomes {now}',
      'Attributen die niemand noemt, waren goed.',
      'Members that nothing names were fine.',
    ],
    looser: [
      'additional-properties-loosened',
      '{name}: andere attributen {was} wordt {now}',
      '{name}: additional properties {was} becomes {now}',
      'Er kunnen attributen komen die niemand kende.',
      'Members may come that nobody knew.',
    ],
  }),
  shape('pattern-properties', 'JSON Schema 2020-12 Core, 10.3.2.2', {
    different: [
      'pattern-properties-changed',
      '{name}: attributen naar patroon {was} wordt {now}',
      '{name}: members by pattern {was} becomes {now}',
      'Namen naar een patroon krijgen een andere betekenis.',
      'Names of a pattern get another meaning.',
    ],
  }),
  shape('property-names', 'JSON Schema 2020-12 Core, 10.3.2.4', {
    different: [
      'property-names-changed',
      '{name}: welke attribuutnamen mogen, verandert',
      '{name}: which names are allowed changes',
      'Een naam die mocht, mag niet meer, of omgekeerd.',
      'A name that was allowed no longer is, or the other way round.',
    ],
  }),
  shape('dependent-required', `${SCHEMA_2020}, 6.5.4`, {
    different: [
      'dependent-required-changed',
      'wat bij {name} verplicht is, {was}, wordt {now}',
      'what {name} demands, {was}, becomes {now}',
      'Wie het ene stuurt, moet het andere ook sturen.',
      'Whoever sends the one must send the other.',
    ],
  }),
  shape('contains', 'JSON Schema 2020-12 Core, 10.3.1.3', {
    different: [
      'contains-changed',
      '{name}: welke items er minstens in staan, verandert',
      '{name}: which items it must contain changes',
      'Een lijst die goed was, kan te weinig of te veel bevatten.',
      'A list that was fine may hold too few or too many.',
    ],
  }),
  shape('not', 'JSON Schema 2020-12 Core, 10.2.1.4', {
    different: [
      'not-changed',
      '{name}: wat niet mag, verandert',
      '{name}: what is excluded changes',
      'Een waarde die mocht, mag niet meer, of omgekeerd.',
      'A value that was allowed no longer is, or the other way round.',
    ],
  }),
  shape('condition', 'JSON Schema 2020-12 Core, 10.2.2', {
    different: [
      'condition-changed',
      '{name}: wat onder een voorwaarde geldt, verandert',
      '{name}: what holds under a condition changes',
      'Een combinatie van waarden die mocht, mag niet meer, of omgekeerd.',
      'A combination of values that was allowed no longer is, or the other way round.',
    ],
  }),
  shape('schema', 'JSON Schema 2020-12 Core, 10', {
    different: [
      'schema-changed',
      '{name}: de beschrijving verandert',
      '{name}: the schema changes',
      'Niet te bewijzen dat alles wat goed was, goed blijft.',
      'No proof that all that was fine stays so.',
    ],
  }),
];
