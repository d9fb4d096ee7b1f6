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

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Infinitives and imperatives that are no everyday noun as well (besluiten, vragen and plannen are). */
const VERBS = list(`
  aanmaken aanmelden aanpassen aanvragen accepteren afhandelen afmelden afronden afsluiten afwijzen annuleren
  archiveren beantwoorden beeindigen bekijken berekenen bevestigen bewerken bijwerken blokkeren controleren
  deblokkeren exporteren genereren goedkeuren heropenen importeren indienen inloggen intrekken invoeren koppelen
  kopieren lezen muteren ontgrendelen ontkoppelen ophalen opschorten opslaan opvragen opzoeken publiceren
  raadplegen registreren samenvoegen sluiten splitsen toevoegen toewijzen tonen uitloggen uitvoeren valideren
  vergrendelen verlengen versturen verwerken verwijderen verzenden wijzigen zoeken
  aanmaak annuleer archiveer bereken bevestig bewaar exporteer genereer importeer koppel maak publiceer
  registreer sluit toon valideer verleng verstuur verwerk verwijder voeg wijzig zoek
  accept activate add apply approve archive assign calculate cancel close complete copy create deactivate delete
  disable download edit enable execute fetch find generate get insert invoke list lock login logout modify move
  patch process publish put read register reject remove reopen reset resume retrieve run save search send set
  submit suspend sync synchronize transfer unlock unpublish update upload validate verify
`);

/** The verb in a path segment, at its start or end: `zaak-sluiten`, `getZaken`. */
export function verbIn(segment: string): string | undefined {
  const words = wordsOf(segment);
  return [words[0], words.at(-1)].find(word => word !== undefined && VERBS.has(word));
}

/** Verbs that change something: no name for a safe method. */
const CHANGES = list(`
  aanmaken aanpassen bewerken bijwerken maak muteren opslaan toevoegen verwijder verwijderen voeg wijzig wijzigen
  add change create delete destroy edit insert modify patch put remove replace save update
`);

const READS = list(`
  bekijk controleer download geef haal lees list lezen ophalen opvragen raadpleeg raadplegen toon tonen zoek zoeken
  check fetch find get head headers list read retrieve search show view
`);

/** True for a name that promises a change and no reading: `zaak_create`, not `getUpdate`. */
export function speaksOfChange(name: string): string | undefined {
  const words = wordsOf(name);
  return words.some(word => READS.has(word)) ? undefined : words.find(word => CHANGES.has(word));
}

/** The first word of a sentence, where it is a verb that changes something. */
export function startsWithChange(sentence: string): string | undefined {
  const [first] = wordsOf(sentence);
  return first !== undefined && CHANGES.has(first) ? first : undefined;
}

const IRREGULAR_PLURALS = list('data media musea criteria politici technici crises indices stadia');

/** Singular, though they end as a plural does. */
const SINGULARS = list(`
  adres afwas alias analyses as basis bias bonus bos bus campus cursus eis examen fonds gas gegeven gids glas haven
  huis index kans kas klas les leven mens oogst plaats prijs proces reis status succes teken virus voorschot wapen
  wagen woonplaats werkplaats standplaats ligplaats terras tennis tekens kompas radius corpus thesaurus congres
`);

/** True where the last word of a segment ends as a Dutch plural does. */
export function looksPlural(segment: string): boolean {
  const word = wordsOf(segment).at(-1) ?? '';
  if (IRREGULAR_PLURALS.has(word)) return true;
  const isSingular = [...SINGULARS].some(singular =>
    singular.length > 3 ? word.endsWith(singular) : word === singular,
  );
  return !isSingular && /(en|s)$/.test(word);
}
