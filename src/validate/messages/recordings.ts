import type { SourceLocation } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import type { Document } from '../../source/index.ts';
import { type Entry, entryOf } from '../recording/entry.ts';
import type { Exchange } from '../recording/exchange.ts';
import { itemsOf } from '../recording/har.ts';
import type { Item } from '../recording/scanner.ts';
import { type Checked, type CheckOptions, createMessageChecker, type MessageChecker } from './checker.ts';
import { type Collection, createCollection, keyOf } from './collected.ts';
import { NOTHING, type Problem, problemWith } from './problems.ts';
import { MESSAGE_RULES } from './rules.ts';

export interface RecordingOptions extends CheckOptions {
  /** An older version: what conforms to it and not to the document is found, and the rest is counted. */
  readonly against?: Document;
  /** Told of every exchange that has an operation. */
  readonly onExchange?: (exchange: Exchange, checked: Checked) => void;
}

/** What was found in recordings. */
export interface Recorded {
  readonly checker: MessageChecker;
  readonly found: Collection;
  /** Against an older version: what it refuses as well, and what only it refuses. */
  readonly known: Collection;
  readonly repaired: Collection;
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
  const [found, known, repaired] = [createCollection(), createCollection(), createCollection()];
  for (const file of files) {
    let [count, checked] = [0, 0];
    for await (const item of itemsOf(file)) {
      count += 1;
      const entry = readItem(file === '-' ? '<stdin>' : file, item);
      if ('broken' in entry) {
        found.add(problemWith(MESSAGE_RULES.broken, UNKNOWN, entry.broken), placeOf(file, item), item.number);
        continue;
      }
      const { exchange } = entry;
      const before = older?.check(exchange);
      const now = checker.check(exchange, before?.route);
      if (now.route.is !== 'elsewhere') checked += 1;
      if (now.route.is === 'operation') options.onExchange?.(exchange, now);
      const { fresh, same, gone } = apart(now.problems, before?.problems ?? []);
      for (const problem of fresh) found.add(problem, exchange.place, exchange.number);
      for (const problem of same) known.add(problem, exchange.place, exchange.number);
      for (const problem of gone) repaired.add(problem, exchange.place, exchange.number);
    }
    if (checked === 0) found.add(noneChecked(count), placeOf(file, { line: 1, column: 1 }), undefined);
  }
  return { checker, found, known, repaired };
}

const UNKNOWN = { locus: {}, called: NOTHING, nodes: [] };

function noneChecked(count: number): Problem {
  const reason: Text =
    count === 0
      ? { nl: 'de opname bevat geen uitwisselingen', en: 'the recording has no exchanges' }
      : {
          nl: `geen van de ${count} uitwisselingen hoort bij het document; --server zegt waar de API staat`,
          en: `none of the ${count} exchanges belongs to the document; --server tells where the API stands`,
        };
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

function readItem(file: string, item: Item): Entry {
  if (!item.bytes)
    return { broken: { nl: 'zij is groter dan 16 MiB', en: 'it is larger than 16 MiB' } };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(item.bytes);
    return entryOf(JSON.parse(text) as Json, item.number, placeOf(file, item));
  } catch (error) {
    if (error instanceof SyntaxError) return { broken: { nl: 'geen JSON', en: 'no JSON' } };
    if (error instanceof TypeError) return { broken: { nl: 'geen UTF-8', en: 'no UTF-8' } };
    throw error;
  }
}

/** What is wrong now only, then and now, and then only. */
function apart(now: readonly Problem[], before: readonly Problem[]) {
  const [nowKeys, beforeKeys] = [new Set(now.map(keyOf)), new Set(before.map(keyOf))];
  return {
    fresh: now.filter(problem => !beforeKeys.has(keyOf(problem))),
    same: now.filter(problem => beforeKeys.has(keyOf(problem))),
    gone: before.filter(problem => !nowKeys.has(keyOf(problem))),
  };
}
