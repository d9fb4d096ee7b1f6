import type { SourceLocation } from '../../core/finding.ts';
import { type Counted, counted } from '../../core/plural.ts';
import type { Text } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import { entryOf, type RecordedEntry } from '../recording/entry.ts';
import type { RecordedExchange } from '../recording/exchange.ts';
import { itemsOf } from '../recording/har.ts';
import type { Item } from '../recording/scanner.ts';
import { type Checked, type CheckOptions, createMessageChecker, type MessageChecker } from './checker.ts';
import { createCollection, keyOf, type ProblemCollection } from './collected.ts';
import { NOTHING, type Problem, problemWith } from './problems.ts';
import { MESSAGE_RULES } from './rules.ts';

export interface RecordingOptions extends CheckOptions {
  /** An older version: what conforms to it and not to the document is found, and the rest is counted. */
  readonly against?: Document;
  /** Told of every exchange that has an operation. */
  readonly onExchange?: (exchange: RecordedExchange, checked: Checked) => void;
}

/** What was found in recordings. */
export interface Recorded {
  readonly checker: MessageChecker;
  readonly found: ProblemCollection;
  /** Against an older version: what it refuses as well, and what only it refuses. */
  readonly known: ProblemCollection;
  readonly repaired: ProblemCollection;
}

/**
 * Checks each exchange of recordings, one at a time.
 *
 * @param files paths of HTTP Archives; `-` is standard input
 * @throws UserError `unreadable` for a file that is none
 */
export async function checkRecordings(
  document: Document,
  files: readonly string[],
  options: RecordingOptions,
): Promise<Recorded> {
  const checker = createMessageChecker(document, options);
  const older = options.against && createMessageChecker(options.against, options);
  const collections = { found: createCollection(), known: createCollection(), repaired: createCollection() };
  for (const file of files) {
    let [count, checked, broken] = [0, 0, 0];
    for await (const item of itemsOf(file)) {
      const place = placeOf(file, item);
      const entry = 'value' in item.content ? entryOf(item.content.value, item.number, place) : item.content;
      const compared = compareEntry(entry, checker, older, options.onExchange);
      count += 1;
      checked += Number(compared.isChecked);
      broken += Number('broken' in entry);
      collect(collections, compared, place, item.number);
    }
    if (checked === 0)
      collections.found.add(noneChecked(count, broken), placeOf(file, { line: 1, column: 1 }), undefined);
  }
  return { checker, ...collections };
}

/** What an exchange has against the document, and against an older version of it. */
interface Compared {
  readonly isChecked: boolean;
  readonly found: readonly Problem[];
  readonly known: readonly Problem[];
  readonly repaired: readonly Problem[];
}

const NONE = { known: [], repaired: [] };

function compareEntry(
  entry: RecordedEntry,
  checker: MessageChecker,
  older: MessageChecker | undefined,
  onExchange: RecordingOptions['onExchange'],
): Compared {
  if ('broken' in entry) {
    const broken = problemWith(MESSAGE_RULES.broken, UNKNOWN, entry.broken);
    return { ...NONE, isChecked: false, found: [broken] };
  }
  const before = older?.check(entry.exchange);
  const now = checker.check(entry.exchange, before?.route);
  if (now.route.is === 'operation') onExchange?.(entry.exchange, now);
  const found = before ? apart(now.problems, before.problems) : { ...NONE, found: now.problems };
  return { isChecked: now.route.is !== 'elsewhere', ...found };
}

function collect(
  collections: Pick<Recorded, 'found' | 'known' | 'repaired'>,
  compared: Compared,
  place: SourceLocation,
  number: number,
): void {
  for (const kind of ['found', 'known', 'repaired'] as const)
    for (const problem of compared[kind]) collections[kind].add(problem, place, number);
}

const UNKNOWN = { locus: {}, called: NOTHING, nodes: [] };

const NONE_BELONGS: Counted = {
  nl: {
    one: 'de ene uitwisseling hoort niet bij het document; --server zegt waar de API staat',
    other: 'geen van de {count} uitwisselingen hoort bij het document; --server zegt waar de API staat',
  },
  en: {
    one: 'the one exchange does not belong to the document; --server tells where the API stands',
    other: 'none of the {count} exchanges belongs to the document; --server tells where the API stands',
  },
};

function noneChecked(count: number, broken: number): Problem {
  const reason: Text =
    count === broken
      ? {
          nl: `de opname bevat geen uitwisselingen${count > 0 ? ' die te lezen zijn' : ''}`,
          en: `the recording has no exchanges${count > 0 ? ' that can be read' : ''}`,
        }
      : { nl: counted(count, NONE_BELONGS, 'nl'), en: counted(count, NONE_BELONGS, 'en') };
  return problemWith(MESSAGE_RULES.noneChecked, UNKNOWN, reason);
}

const placeOf = (
  file: string,
  { line, column, number }: Pick<Item, 'line' | 'column'> & { readonly number?: number },
): SourceLocation => ({
  file: file === '-' ? '<stdin>' : file,
  line,
  column,
  pointer: number === undefined ? '' : `/log/entries/${number - 1}`,
});

/** What is wrong now only, then and now, and then only. */
function apart(now: readonly Problem[], before: readonly Problem[]): Omit<Compared, 'isChecked'> {
  const [nowKeys, beforeKeys] = [new Set(now.map(keyOf)), new Set(before.map(keyOf))];
  return {
    found: now.filter(problem => !beforeKeys.has(keyOf(problem))),
    known: now.filter(problem => beforeKeys.has(keyOf(problem))),
    repaired: before.filter(problem => !nowKeys.has(keyOf(problem))),
  };
}
