import { wordsOf } from './words.ts';

const WORDS = new Set([
  ...['bsn', 'burgerservicenummer', 'voornaam', 'voornamen', 'achternaam', 'geslachtsnaam', 'roepnaam'],
  ...['firstname', 'lastname', 'surname', 'fullname', 'familienaam', 'persoonsnaam', 'personname', 'ssn'],
  ...['geboortedatum', 'birthdate', 'birthday', 'mailadres', 'pincode', 'passphrase'],
  ...['email', 'emailadres', 'emailaddress', 'telefoonnummer', 'iban', 'rekeningnummer'],
  ...['token', 'password', 'passwd', 'wachtwoord', 'secret', 'geheim', 'jwt', 'apikey'],
]);

const PAIRS = new Set([
  'first name',
  'last name',
  'full name',
  'birth date',
  'of birth',
  'geboorte datum',
  'given name',
  'family name',
  'person name',
  'volledige naam',
  'naam persoon',
  'e mail',
  'api key',
]);

/** A token that marks a place in a list says nothing about anyone. */
const HARMLESS_TOKENS = new Set(['page', 'next', 'continuation', 'sync', 'cursor', 'previous']);

/** What a name ends in that is about something sensitive and does not hold it: `tokenType`. */
const ABOUT = /^(type|soort|status|verplicht|required|versie|version)$/;

/** True for a name that stands for personal data or a secret, also as a part: `inpBsn`, `e-mail`. */
export function isSensitive(name: string): boolean {
  const words = wordsOf(name);
  if (ABOUT.test(words.at(-1) ?? '')) return false;
  return words.some((word, index) => {
    const before = words[index - 1] ?? '';
    if (word === 'token' && HARMLESS_TOKENS.has(before)) return false;
    return WORDS.has(word) || PAIRS.has(`${before} ${word}`);
  });
}
