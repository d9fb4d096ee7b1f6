/** The words of a name in lower case: `inpBsn__in` is `inp bsn in`, `zaak-sluiten` is `zaak sluiten`. */
export function wordsOf(name: string): readonly string[] {
  const words = known.get(name) ?? split(name);
  known.set(name, words);
  return words;
}

/** Many rules ask after the same names. */
const known = new Map<string, readonly string[]>();

const split = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word => word.toLowerCase());

/** Words as a set, for tables that read like text. */
export const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Infinitives and imperatives that are no everyday noun as well (aanvragen, besluiten, boeken and plannen are). */
const VERBS = list(`
  aanleveren aanmaken aanmelden aanpassen aansluiten afhandelen afmelden afronden afsluiten afwijzen
  beantwoorden beeindigen behandelen bekijken beoordelen berekenen bestellen betalen bevestigen bevragen bewerken
  bijwerken checken doorsturen downloaden goedkeuren herstellen heropenen hernoemen indienen inloggen inschrijven
  intrekken invoeren inzien koppelen lezen melden nummeren ondertekenen ontgrendelen ontkoppelen openen ophalen
  opschorten opslaan opvragen opzeggen opzoeken overdragen printen raadplegen samenvoegen sluiten splitsen starten
  stoppen toekennen toevoegen toewijzen tonen uitloggen uitschrijven uitvoeren uploaden vaststellen vergrendelen
  verlengen verplaatsen versturen verwerken verwijderen verzenden weigeren wijzigen wissen zoeken
  aanmaak accepteer activeer annuleer archiveer bekijk bereken bestel betaal bevestig bewaar blokkeer controleer
  corrigeer deactiveer exporteer geef genereer haal herstart heropen importeer kopieer koppel lees maak meld
  ontgrendel publiceer raadpleeg registreer sluit start stuur toon valideer vergrendel verleng verplaats verstuur
  verwerk verwijder verzend voeg wijzig wis zoek
  accept activate add apply approve archive assign authenticate authorize calculate cancel change clone close
  complete confirm convert copy create deactivate delete disable download edit enable execute fetch find generate
  get insert invoke list lock login logout make merge modify move notify patch pause pay perform process publish
  put read refresh register reject remove renew reopen reset restart resume retrieve revoke run save search send
  set show stop submit subscribe suspend sync synchronize transfer trigger unlock unpublish unsubscribe update
  upload validate verify
`);

/** Plurals that end as the infinitives of borrowed verbs do: registreren, valideren. */
const NOUNS_IN_EREN =
  /(ieren|kinderen|goederen|volkeren|kalveren|bladeren|lammeren|liederen|beenderen|runderen|hoenderen|eieren|kleren|wateren|gemoederen)$/;

const isVerb = (word: string): boolean =>
  VERBS.has(word) || (word.length > 7 && /eren$/.test(word) && !NOUNS_IN_EREN.test(word));

/** Verbs that are nouns too, and open the name of a thing: `change-requests`, `search-results`, `transfer-orders`. */
const NOUNS_TOO = list(`
  access archive change copy download fetch lock login logout move order patch pay pause process publish read register
  release reset run save search set sync transfer trigger update upload
`);

/** The verb in a path segment, at its start or end: `zaak-sluiten`, `getZaken`. */
export function verbIn(segment: string): string | undefined {
  const words = wordsOf(segment);
  const [first = ''] = words;
  const isName = words.length > 1 && NOUNS_TOO.has(first) && looksPlural(segment);
  return [isName ? undefined : first, words.at(-1)].find(word => word !== undefined && isVerb(word));
}

/** Verbs that change something, as infinitives, which may end a sentence too. */
const INFINITIVES = list(`
  aanmaken aanpassen annuleren bewerken bijwerken muteren opslaan registreren toevoegen verwijderen wijzigen wissen
`);

/** The same in a form that starts a sentence or stands in an id: no name for a safe method. */
const CHANGES = list(`
  annuleer annuleert creeer creeert creëer creëert maak maakt registreer registreert verwijder verwijdert voeg voegt
  wijzig wijzigt wis wist
  add adds cancel cancels change changes create creates delete deletes destroy edit edits erase insert inserts
  modify modifies patch post put remove removes replace replaces save saves update updates
`);

const changes = (word: string): boolean => CHANGES.has(word) || INFINITIVES.has(word);

const READS = list(`
  bekijk controleer download geef haal lees list lezen ophalen opvragen raadpleeg raadplegen toon tonen zoek zoeken
  check fetch find get head headers list read retrieve search show view
`);

/** What is named after a change and is none: `changeRequests`, `patch panel`. */
const AFTER_NOUN =
  /^(requests?|orders?|logs?|history|list|feed|events?|notes?|sets?|codes?|dates?|status|types?|numbers?|panels?|box|offices?|index)$/;

/** The words of a name or sentence without those that stand for a thing: a lone plural, or one before such a noun. */
function wordsOfDoing(text: string): readonly string[] {
  const words = wordsOf(text);
  if (words.length === 1 && /[^s]s$/.test(words[0] ?? '')) return [];
  return words.filter((word, index) => !(NOUNS_TOO.has(word) && AFTER_NOUN.test(words[index + 1] ?? '')));
}

/** True for a name that promises a change and no reading: `zaak_create`, not `getUpdate`. */
export function speaksOfChange(name: string): string | undefined {
  const words = wordsOfDoing(name);
  return words.some(word => READS.has(word)) ? undefined : words.find(changes);
}

/** The verb that changes something, where a sentence starts with it or is one such as `Zaak aanmaken`. */
export function promisesChange(sentence: string): string | undefined {
  const words = wordsOfDoing(sentence);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  // `Post opvragen`: the noun, in a sentence with a verb of its own.
  if (changes(first) && !(first === 'post' && READS.has(last))) return first;
  return INFINITIVES.has(last) &&
    !words.some(word => READS.has(word)) &&
    !/^(te|het|van|om)$/.test(words.at(-2) ?? '')
    ? last
    : undefined;
}

const IRREGULAR_PLURALS = list(
  'children crss data media musea criteria people politici technici crises indices stadia',
);

/** Singular, though they end as a plural does; the last words of compounds too. */
const SINGULARS = list(`
  adres advies afwas alias atlas beurs bewijs bias canvas citizen congres deken examen fiets fonds gegeven gids glas
  grens haven inkomen keuken klas koers kompas laken leven loods molen plaats prijs proces reeks screen succes teken
  terras toets token varken verlies vermogen wagen wapen
`);

/** The same, but plurals end in them: motoren, molens, examens. */
const WHOLE_SINGULARS = list('bos dans gas jas kans kas lens les mens mes pas tas tennis toren wens');

/** Endings that no plural has: status, vonnis, huis, basis, address; but apis, taxis and menus. */
const SINGULAR_ENDING = /([^a]us|(n|u|e|s|x|t|l|a|v|f)is|ss)$/;

const NOT_SINGULAR = /(menus|taxis)$/;

/** Latin and Greek plurals: catalogi, technici, criteria, centra. */
const LATIN_PLURAL =
  /((og|ic|umn|ul|di|oc|cle|ung)i|data|mata|\bfora|oria|teria|usea|ycea|nasia|centra|mina|[xnt]ima|randa|renda|denda|[^p]edia|adia|odia)$/;

/** What may follow the noun that a segment is about: `zaken-per-status`, `adressen-uitgebreid`. */
const PREPOSITIONS = list('per van in met zonder voor bij op naar uit by of with without for from on to');

const ADDED = /(uitgebreid|beperkt|compact|volledig|samengevat|beknopt|actueel|extended|compact|full)$/;

/** The word that a segment is about, where others follow it or are written on to it. */
function headOf(segment: string): string {
  const words = wordsOf(segment.normalize('NFD').replace(/\p{M}/gu, ''));
  const split = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
  const before = split > 0 ? words.slice(0, split) : words;
  const last = before.at(-1) ?? '';
  if (before.length > 1 && ADDED.exec(last)?.[0] === last) return before.at(-2) ?? last;
  // Written together: `stemresultatenperfractie`, `adressenuitgebreid`.
  return /^(.{3,}(?:en|s))(?:per[a-z]{3,}|uitgebreid|beperkt|compact)$/.exec(last)?.[1] ?? last;
}

/** Nouns that stand for many by themselves and have no plural that anybody writes; the last words of compounds too. */
const COLLECTIVE = list(`
  apparatuur content correspondentie feedback geschiedenis hardware historie history informatie information inhoud
  inventory literatuur nieuws personeel software staff
`);

/** An abbreviation that cannot be read as a word: of what it stands for nobody can say here. */
const isAbbreviation = (word: string): boolean => /^[b-df-hj-np-tv-xz]{2,5}$/.test(word);

/** True where the noun that a segment is about ends as a Dutch or English plural does, or stands for many without one. */
export function looksPlural(segment: string): boolean {
  const word = headOf(segment);
  if (IRREGULAR_PLURALS.has(word) || LATIN_PLURAL.test(word) || isAbbreviation(word)) return true;
  if ([...COLLECTIVE].some(noun => word.endsWith(noun))) return true;
  const isSingular =
    (SINGULAR_ENDING.test(word) && !NOT_SINGULAR.test(word)) ||
    WHOLE_SINGULARS.has(word) ||
    [...SINGULARS].some(singular => word.endsWith(singular));
  return !isSingular && /(en|s)$/.test(word);
}

/** What the Design Rules call a search over resources, with or without underscore; in Dutch the noun is the infinitive. */
const SEARCHES = list('search zoek zoeken');

/** True for `/search`, `/zoek` and `/address-search` as last part of a path (ADR /core/resource-operations). */
export const isSearch = (segment = ''): boolean => SEARCHES.has(wordsOf(segment).at(-1) ?? '');
