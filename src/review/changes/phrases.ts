import type { Args, Text } from '../../core/text.ts';

/** What happens to a subject, without naming it. `gained` and `lost` are for values that one side does not have. */
interface PhraseRow {
  readonly moved: Text;
  readonly gained?: Text;
  readonly lost?: Text;
}

const text = (nl: string, en: string): Text => ({ nl, en });

const row = (moved: Text, gained?: Text, lost?: Text): PhraseRow => ({
  moved,
  ...(gained ? { gained } : {}),
  ...(lost ? { lost } : {}),
});

const same = (nl: string, en: string): PhraseRow => row(text(nl, en));

const LENGTH = (nlKind: string, enKind: string): PhraseRow =>
  row(
    text(
      `${nlKind} lengte gaat van {was} naar {now} tekens`,
      `${enKind} length goes from {was} to {now} characters`,
    ),
    text(
      `krijgt een ${nlKind} lengte van {now} tekens`,
      `gets a ${enKind} length of {now} characters`,
    ),
    text(
      `heeft geen ${nlKind} lengte meer (was {was})`,
      `no longer has a ${enKind} length (was {was})`,
    ),
  );

const LIMIT = (nl: string, en: string): PhraseRow =>
  row(
    text(`${nl} gaat van {was} naar {now}`, `${en} goes from {was} to {now}`),
    text(`krijgt een ${nl} van {now}`, `gets a ${en} of {now}`),
    text(`heeft geen ${nl} meer (was {was})`, `no longer has a ${en} (was {was})`),
  );

const NAMED = (nl: string, en: string): PhraseRow => same(nl, en);

/** By rule; a facet that has a tightened, loosened and changed form stands under its keyword alone. */
const PHRASES: Readonly<Record<string, PhraseRow>> = {
  'max-length': LENGTH('maximale', 'maximum'),
  'min-length': LENGTH('minimale', 'minimum'),
  minimum: LIMIT('ondergrens', 'lower limit'),
  maximum: LIMIT('bovengrens', 'upper limit'),
  'multiple-of': row(
    text('moet een veelvoud zijn van {now} (was {was})', 'must be a multiple of {now} (was {was})'),
    text('moet een veelvoud zijn van {now}', 'must be a multiple of {now}'),
    text('hoeft geen veelvoud van {was} meer te zijn', 'need not be a multiple of {was} any more'),
  ),
  pattern: row(
    text('patroon {was} wordt {now}', 'pattern {was} becomes {now}'),
    text('moet voldoen aan patroon {now}', 'must match the pattern {now}'),
    text('heeft geen patroon meer (was {was})', 'no longer has a pattern (was {was})'),
  ),
  format: row(
    text('vorm {was} wordt {now}', 'format {was} becomes {now}'),
    text('moet de vorm {now} hebben', 'must have the format {now}'),
    text('hoeft geen {was} meer te zijn', 'need not be a {was} any more'),
  ),
  'min-items': LIMIT('minimumaantal waarden', 'minimum number of items'),
  'max-items': LIMIT('maximumaantal waarden', 'maximum number of items'),
  'unique-items': row(
    text('de eis van unieke waarden verandert', 'whether items must be unique changes'),
    text('waarden moeten uniek zijn', 'items must be unique'),
    text('waarden hoeven niet meer uniek te zijn', 'items need not be unique any more'),
  ),
  'min-properties': LIMIT('minimumaantal attributen', 'minimum number of properties'),
  'max-properties': LIMIT('maximumaantal attributen', 'maximum number of properties'),
  'type-changed': same('was {was}, wordt {now}', 'was {was}, becomes {now}'),
  'null-removed': same('mag niet meer null zijn', 'may no longer be null'),
  'null-added': same('mag null zijn', 'may be null'),
  'enum-added': same('wordt een keuze uit vaste waarden', 'becomes a choice from fixed values'),
  'enum-dropped': same('is geen keuze uit vaste waarden meer', 'is no choice from fixed values any more'),
  'enum-value-removed': NAMED('waarde {was} vervalt', 'value {was} is removed'),
  'enum-value-added': NAMED('waarde {now} komt erbij', 'value {now} is added'),
  'const-changed': same('de enige waarde {was} wordt {now}', 'the only value {was} becomes {now}'),
  'branch-removed': same('een van de vormen vervalt', 'one of the forms is removed'),
  'branch-added': same('een vorm komt erbij', 'a form is added'),
  'schema-described': same('mocht alles bevatten, is nu beschreven', 'could hold anything, is now described'),
  'schema-undescribed': same('was beschreven, mag nu alles bevatten', 'was described, may now hold anything'),
  'property-removed': same('vervalt', 'is removed'),
  'property-added': same('komt erbij', 'is added'),
  'parameter-removed': same('vervalt', 'is removed'),
  'parameter-added': same('komt erbij', 'is added'),
  'header-removed': same('vervalt', 'is removed'),
  'header-added': same('komt erbij', 'is added'),
  'body-removed': same('inhoud van het bericht vervalt', 'the body is removed'),
  'body-added': same('inhoud van het bericht komt erbij', 'a body is added'),
  'required-added': same('wordt verplicht{when}', 'becomes required{when}'),
  'required-removed': same('is niet meer verplicht{when}', 'is no longer required{when}'),
  'read-only-set': same('kan alleen nog gelezen worden', 'can only be read from now on'),
  'read-only-lifted': same('kan ook geschreven worden', 'can be written too'),
  'write-only-set': same('kan alleen nog geschreven worden', 'can only be written from now on'),
  'write-only-lifted': same('kan ook gelezen worden', 'can be read too'),
  'additional-properties-tightened': same(
    'andere attributen mogen minder',
    'other properties are allowed less',
  ),
  'additional-properties-loosened': same('andere attributen mogen meer', 'other properties are allowed more'),
  'pattern-properties-changed': same(
    'welke attributen bij een patroon horen, verandert',
    'which properties belong to a pattern changes',
  ),
  'property-names-changed': same('welke attribuutnamen mogen, verandert', 'which names are allowed changes'),
  'dependent-required-changed': same(
    'wat daarnaast verplicht is, verandert',
    'what is required beside it changes',
  ),
  'contains-changed': same(
    'welke waarden er minstens in staan, verandert',
    'which items it holds at least changes',
  ),
  'not-changed': same('wat niet mag, verandert', 'what is not allowed changes'),
  'condition-changed': same('wat onder een voorwaarde geldt, verandert', 'what holds on a condition changes'),
  'schema-changed': same('de beschrijving verandert', 'the schema changes'),
  'operation-added': same('komt erbij', 'is added'),
  'operation-removed': same('vervalt', 'is removed'),
  'operation-retired': same('vervalt, zoals aangekondigd', 'is removed, as announced'),
  'success-status-added': NAMED('antwoord {name} komt erbij', 'answer {name} is added'),
  'success-status-removed': NAMED('antwoord {name} vervalt', 'answer {name} is removed'),
  'status-added': NAMED('antwoord {name} komt erbij', 'answer {name} is added'),
  'status-removed': NAMED('antwoord {name} vervalt', 'answer {name} is removed'),
  'status-narrowed': same('van antwoorden {name} blijft {now}', 'of answers {name} only {now} is left'),
  'request-media-type-added': same('verzoek mag ook als {name}', 'the request may be {name} too'),
  'request-media-type-removed': same('verzoek mag niet meer als {name}', 'the request may no longer be {name}'),
  'sent-media-type-added': same(
    'bericht aan de client kan ook komen als {name}',
    'the message to the client may be {name} too',
  ),
  'sent-media-type-removed': same(
    'bericht aan de client komt niet meer als {name}',
    'the message to the client is no longer {name}',
  ),
  'response-media-type-added': same('antwoord kan ook als {name}', 'the answer may be {name} too'),
  'response-media-type-removed': same(
    'antwoord kan niet meer als {name}',
    'the answer can no longer be {name}',
  ),
  'encoding-changed': same(
    'de schrijfwijze in het formulier verandert',
    'how it is written in the form changes',
  ),
  'encoding-widened': same('mag in het formulier ook als {now}', 'may be {now} in the form too'),
  'security-tightened': same('toegang vraagt nu {now}', 'access now asks for {now}'),
  'security-loosened': same('toegang kan nu ook met {now}', 'access is possible with {now} too'),
  'scheme-changed': same('{was} wordt {now}', '{was} becomes {now}'),
  'scheme-added': same('komt erbij', 'is added'),
  'scheme-removed': same('vervalt', 'is removed'),
  'serialization-changed': same('de schrijfwijze verandert', 'how it is written changes'),
  'reserved-forbidden': same(
    'mag geen gereserveerde tekens meer bevatten',
    'may no longer hold reserved characters',
  ),
  'reserved-allowed': same('mag gereserveerde tekens bevatten', 'may hold reserved characters'),
  'empty-value-forbidden': same('mag niet meer zonder waarde', 'may no longer be without a value'),
  'empty-value-allowed': same('mag zonder waarde', 'may be without a value'),
  'default-changed': row(
    text('standaardwaarde {was} wordt {now}', 'default {was} becomes {now}'),
    text('krijgt standaardwaarde {now}', 'gets the default {now}'),
    text('heeft geen standaardwaarde meer (was {was})', 'no longer has a default (was {was})'),
  ),
  'body-default-changed': row(
    text('standaardwaarde {was} wordt {now}', 'default {was} becomes {now}'),
    text('krijgt standaardwaarde {now}', 'gets the default {now}'),
    text('heeft geen standaardwaarde meer (was {was})', 'no longer has a default (was {was})'),
  ),
  'format-annotation-changed': row(
    text('vorm {was} wordt {now}', 'format {was} becomes {now}'),
    text('krijgt de vorm {now}', 'gets the format {now}'),
    text('heeft de vorm {was} niet meer', 'no longer has the format {was}'),
  ),
  'content-changed': same('wat in de tekst staat, verandert', 'what the text holds changes'),
  'xml-changed': same('de schrijfwijze in XML verandert', 'how it is written in XML changes'),
  'discriminator-changed': same('het attribuut dat de vorm kiest, verandert', 'the discriminator changes'),
  'extensible-enum-changed': same('de bekende waarden veranderen', 'the known values change'),
  'extensible-enum-narrowed': same('bekende waarden vervallen', 'known values are removed'),
  'put-resets': same('een PUT van een bestaande client maakt het leeg', 'a PUT of an existing client empties it'),
  'server-removed': NAMED('adres {name} vervalt', 'server {name} is removed'),
  'server-added': NAMED('adres {name} komt erbij', 'server {name} is added'),
  'server-variable-changed': same('variabelen van {name} veranderen', 'variables of {name} change'),
  'dialect-changed': same('het dialect van de schema’s verandert', 'the dialect of the schemas changes'),
  'link-changed': same('link {name} vervalt of verandert', 'link {name} is removed or changes'),
  'link-added': same('link {name} komt erbij', 'link {name} is added'),
  deprecated: same('is verouderd verklaard', 'is deprecated'),
  'deprecation-lifted': same('is niet meer verouderd', 'is no longer deprecated'),
  'sunset-announced': same('vervalt na {now}', 'goes after {now}'),
  'sunset-changed': row(
    text('vervalt na {now} (was {was})', 'goes after {now} (was {was})'),
    undefined,
    text('heeft geen einddatum meer (was {was})', 'no longer has a sunset (was {was})'),
  ),
  'stability-lowered': same('wordt minder vast: van {was} naar {now}', 'becomes less stable: {was} to {now}'),
  'stability-raised': same('wordt vaster: van {was} naar {now}', 'becomes more stable: {was} to {now}'),
  'reference-dangling': same('verwijzing {name} wijst nergens heen', 'reference {name} leads nowhere'),
  'operation-id-changed': same('operationId wordt {now}', 'operationId becomes {now}'),
  'component-renamed': same('heet voortaan {now}', 'is called {now} from now on'),
  'component-added': same('komt erbij, nog door niets gebruikt', 'is added, used by nothing yet'),
  'component-removed': same('vervalt, werd door niets gebruikt', 'is removed, was used by nothing'),
  'component-changed': same('verandert, wordt door niets gebruikt', 'changes, is used by nothing'),
  'path-parameter-renamed': same('padparameter {name} krijgt een andere naam', 'path parameter {name} is renamed'),
  'text-changed': same('tekst gewijzigd', 'text changed'),
  'business-rules-changed': same('bedrijfsregels veranderen', 'business rules change'),
};

/** Types of JSON and formats as a reader knows them. */
const NL_WORDS: Readonly<Record<string, string>> = {
  array: 'een lijst',
  string: 'een tekst',
  object: 'een groep',
  integer: 'een geheel getal',
  number: 'een getal',
  boolean: 'ja of nee',
  uri: 'URI',
  true: 'ja',
  false: 'nee',
};

const EN_WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  string: 'a text',
  object: 'a group',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'yes or no',
  uri: 'URI',
  true: 'yes',
  false: 'no',
};

/** Values that a phrase shows are cut to so many characters. */
const LONGEST_VALUE = 40;

/** Text of a document as one short line: hostile line ends and endless values do not reach a title. */
export function oneLine(value: string, most: number): string {
  const line = value.slice(0, most * 4).replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '').trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

const isAbsent = (value: Args[string]): boolean => value === undefined || value === '–' || value === '';

function wordOf(value: Args[string], words: Readonly<Record<string, string>>): string {
  const list = typeof value === 'object' ? value : [String(value ?? '')];
  const plain = list.map(one => (Object.hasOwn(words, one) ? (words[one] ?? one) : withoutPipes(one, words)));
  return oneLine(plain.join(', '), LONGEST_VALUE);
}

/** Alternative scopes, some written as `((a | b))`, as people read them. */
const withoutPipes = (value: string, words: Readonly<Record<string, string>>): string =>
  / \| /.test(value)
    ? value.replaceAll('((', '(').replaceAll('))', ')').replaceAll(' | ', words === NL_WORDS ? ' of ' : ' or ')
    : value;

/** The row of a rule: its own, or that of its facet. `undefined` for a rule that this table does not know. */
function rowFor(rule: string): PhraseRow | undefined {
  return PHRASES[rule] ?? PHRASES[rule.replace(/-(tightened|loosened|changed)$/, '')];
}

/** Whether the table has words for a rule; a test asks it for the whole catalogue. */
export const hasPhrase = (rule: string): boolean => rowFor(rule) !== undefined;

/**
 * What happens to the subject of a finding, in both languages.
 *
 * @param message the sentence of the rule, for a rule that this table does not know
 */
export function phraseOf(rule: string, args: Args, message: Text, when?: Text): Text {
  const found = rowFor(rule);
  if (!found) return { nl: oneLine(message.nl, 80), en: oneLine(message.en, 80) };
  const template =
    (isAbsent(args.was) ? found.gained : isAbsent(args.now) ? found.lost : undefined) ?? found.moved;
  const fillIn = (words: string, known: Readonly<Record<string, string>>, suffix: string): string =>
    words.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'when' ? suffix : wordOf(args[name], known),
    );
  return {
    nl: fillIn(template.nl, NL_WORDS, when?.nl ?? ''),
    en: fillIn(template.en, EN_WORDS, when?.en ?? ''),
  };
}

/** Rules whose findings about one subject are told together, by the argument that tells them apart. */
const LISTED: Readonly<Record<string, { readonly by: 'name' | 'was' | 'now'; readonly many: Text }>> = {
  'enum-value-removed': { by: 'was', many: text('waarden {list} vervallen', 'values {list} are removed') },
  'enum-value-added': { by: 'now', many: text('waarden {list} komen erbij', 'values {list} are added') },
  'success-status-added': { by: 'name', many: text('antwoorden {list} komen erbij', 'answers {list} are added') },
  'success-status-removed': {
    by: 'name',
    many: text('antwoorden {list} vervallen', 'answers {list} are removed'),
  },
  'status-added': { by: 'name', many: text('antwoorden {list} komen erbij', 'answers {list} are added') },
  'status-removed': { by: 'name', many: text('antwoorden {list} vervallen', 'answers {list} are removed') },
  'server-removed': { by: 'name', many: text('adressen {list} vervallen', 'servers {list} are removed') },
  'server-added': { by: 'name', many: text('adressen {list} komen erbij', 'servers {list} are added') },
};

/** A list in a title names so many. */
const MOST_LISTED = 3;

/** One phrase for several findings of a rule, where they differ in one word only; else `undefined`. */
export function listPhrase(rule: string, all: readonly Args[]): Text | undefined {
  const listed = LISTED[rule];
  if (!listed) return undefined;
  const values = [
    ...new Set(
      all.flatMap(args => {
        const value = args[listed.by];
        return typeof value === 'object' ? [...value] : [String(value ?? '')];
      }),
    ),
  ];
  if (values.length < 2) return undefined;
  const shown = values.slice(0, MOST_LISTED).map(value => oneLine(value, 30));
  const more = values.length - shown.length;
  const join = (rest: string, and: string): string =>
    more > 0 ? `${shown.join(', ')} ${rest}` : `${shown.slice(0, -1).join(', ')} ${and} ${shown.at(-1)}`;
  return {
    nl: listed.many.nl.replace('{list}', () => join(`en ${more} meer`, 'en')),
    en: listed.many.en.replace('{list}', () => join(`and ${more} more`, 'and')),
  };
}
