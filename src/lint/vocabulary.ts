import { wordsOf } from './words.ts';

/** Words that only the makers of a platform use. */
const PLATFORMS = new Set([
  ...[
    'php',
    'asp',
    'aspx',
    'jsp',
    'jsf',
    'cgi',
    'cfm',
    'servlet',
    'dll',
    'exe',
    'wsdl',
    'sql',
    'mysql',
    'mssql',
  ],
  ...[
    'postgres',
    'postgresql',
    'oracle',
    'mongodb',
    'hibernate',
    'tbl',
    'rowid',
    'django',
    'laravel',
    'wordpress',
  ],
]);

/** The word in a text that names a platform, also when it is written as two (`rowId`). */
export function platformIn(text: string): string | undefined {
  const words = wordsOf(text);
  return words.find((word, index) => PLATFORMS.has(word) || PLATFORMS.has(`${words[index - 1]}${word}`));
}

/** English words that are no Dutch ones as well; technical terms such as url and status are left out. */
const ENGLISH = new Set([
  ...[
    'address',
    'amount',
    'birth',
    'case',
    'cases',
    'city',
    'citizen',
    'company',
    'country',
    'customer',
    'date',
  ],
  ...[
    'decision',
    'decisions',
    'description',
    'employee',
    'file',
    'files',
    'house',
    'income',
    'invoice',
    'name',
  ],
  ...['number', 'order', 'orders', 'owner', 'payment', 'person', 'persons', 'phone', 'request', 'requests'],
  ...['street', 'surname', 'title', 'user', 'users', 'year'],
]);

/** True for a name with an English word in it; placeholders do not count. */
export const isEnglish = (name: string): boolean =>
  !name.includes('{') && wordsOf(name).some(word => ENGLISH.has(word));

const DUTCH_FUNCTION_WORDS =
  /\b(de|het|een|van|en|dat|die|niet|met|voor|op|te|wordt|worden|aan|bij|of|deze|als|naar|uit)\b/gi;

const ENGLISH_FUNCTION_WORDS =
  /\b(the|of|and|to|a|an|is|are|that|for|with|be|this|not|by|from|which|it|or|on)\b/gi;

/** How many function words of each language a text has. */
export const functionWords = (text: string): { readonly dutch: number; readonly english: number } => ({
  dutch: text.match(DUTCH_FUNCTION_WORDS)?.length ?? 0,
  english: text.match(ENGLISH_FUNCTION_WORDS)?.length ?? 0,
});
