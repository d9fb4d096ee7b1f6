import { list, wordsOf } from './words.ts';

/** Words that only the makers of a platform use. */
const PLATFORMS = list(`
  php asp aspx jsp jsf cgi cfm servlet dll exe wsdl sql mysql mssql postgres postgresql oracle mongodb
  hibernate tbl rowid django laravel wordpress dbid database tablename tableid primarykey foreignkey rownum
  mongo mariadb sqlite redis java dotnet aspnet aspnetmvc sharepoint tomcat drupal stacktrace
`);

/** The word in a text that names a platform, also when it is written as two (`rowId`). */
export function platformIn(text: string): string | undefined {
  const words = wordsOf(text);
  return words
    .flatMap((word, index) => [word, `${words[index - 1] ?? ''}${word}`])
    .find(word => PLATFORMS.has(word));
}

/** English words that are no Dutch ones as well; technical terms such as url and status are left out. */
const ENGLISH = list(`
  active address addresses amount appointment appointments birth book books building buildings car cars case cases
  category child children cities citizen citizens city comment comments companies company complaint complaints
  countries country created creation customer customers date decision decisions delivery department description
  district  employee employees end expires file files first gender height house household
  image images income invoice invoices length location locations message messages municipality name number
  order orders owner owners payment payments people permit permits person persons phone postal price property
  quantity reason report reports request requests resident residents size state street surname tax taxes
  total updated user users valid vehicle vehicles weight width year years zip
`);

/** True for a name with an English word in it; placeholders do not count. */
export const isEnglish = (name: string): boolean =>
  !name.includes('{') && wordsOf(name).some(word => ENGLISH.has(word));

/** Words that one language has and the other has not: `of`, `is` and `in` are words of both. */
const DUTCH_FUNCTION_WORDS =
  /\b(de|het|een|van|en|dat|die|niet|met|voor|op|te|wordt|worden|aan|bij|deze|als|naar|uit|om|zijn|alle|geef|geeft)\b/gi;

const ENGLISH_FUNCTION_WORDS =
  /\b(the|and|to|a|an|are|that|for|with|be|this|by|from|which|it|all|get|gets|returns?|retrieves?|lists?)\b/gi;

/** How many function words of each language a text has. */
export const functionWords = (text: string): { readonly dutch: number; readonly english: number } => ({
  dutch: text.match(DUTCH_FUNCTION_WORDS)?.length ?? 0,
  english: text.match(ENGLISH_FUNCTION_WORDS)?.length ?? 0,
});
