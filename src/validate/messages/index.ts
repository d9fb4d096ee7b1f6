import type { SourceLocation } from '../../core/finding.ts';
import { isString, type Json, member } from '../../core/json.ts';
import type { Report } from '../../core/report.ts';
import { UserError } from '../../core/user-error.ts';
import { type Document, locate } from '../../source/index.ts';
import { parseMarked } from '../../source/parse.ts';
import { positionIn } from '../../source/positions.ts';
import { readText } from '../../source/text-file.ts';
import { entryOf } from '../recording/entry.ts';
import { reportOf } from '../report.ts';
import { validateRules } from '../rules.ts';
import { uncheckedSchemas } from '../unchecked.ts';
import { type Message, messageProblems } from './bare.ts';
import { createMessageChecker, type MessageChecker } from './checker.ts';
import { createCollection, messageFinding, type ProblemCollection, type RulesAt } from './collected.ts';
import { NOTHING, type Problem, problemWith } from './problems.ts';
import { checkRecordings, type RecordingOptions } from './recordings.ts';
import { MESSAGE_RULES } from './rules.ts';

export type { Message } from './bare.ts';
export type { RulesAt } from './collected.ts';

export interface MessageOptions extends RecordingOptions {
  /** Which business rules a problem touches (default: none is named). */
  readonly rulesAt?: RulesAt;
}

/** A file with one message: a body in JSON of an operation that is named, or an entry of an HTTP Archive. */
export interface MessageFile {
  /** A path; `-` is standard input. */
  readonly file: string;
  /** As {@link Message} names it; needed for a body. */
  readonly operation?: string;
  /** The body is that of the response with this status; without it, of the request. */
  readonly status?: number;
}

/**
 * Checks the messages of recordings (HTTP Archive) against a document, one exchange at a time.
 *
 * @param files paths; `-` is standard input
 * @throws UserError `unreadable` for a file that is no recording, `usage` for a server that is no URL
 */
export async function validateRecordings(
  document: Document,
  files: readonly string[],
  options: MessageOptions = {},
): Promise<Report> {
  const recorded = await checkRecordings(document, files, options);
  const { rulesAt = NO_RULES, against } = options;
  const { checker, found, known, repaired } = recorded;
  const unchecked = uncheckedSchemas(document, checker.validator);
  const findings = [...findingsOf(document, found, rulesAt), ...unchecked];
  const report = reportOf([document.label, ...files], findings, validateRules);
  if (!against) return report;
  const gone = findingsOf(against, repaired, rulesAt);
  return {
    ...report,
    inputs: [against.label, document.label, ...files],
    known: known.all().length,
    repaired: gone,
    rules: { ...reportOf([], gone, validateRules).rules, ...report.rules },
  };
}

/**
 * Checks bodies that a program has at hand.
 *
 * @throws UserError `usage` for an operation that the document does not have
 */
export async function validateMessage(
  document: Document,
  message: Message,
  options: Pick<MessageOptions, 'showsValues' | 'rulesAt'> = {},
): Promise<Report> {
  const checker = createMessageChecker(document, options);
  const problems = messageProblems(checker, message);
  const placeOf = ({ nodes: [node] }: Problem): SourceLocation =>
    locate(document, node?.file ?? document.root, node?.pointer ?? '');
  const findings = findingsOf(document, collected(problems, placeOf), options.rulesAt ?? NO_RULES);
  const unchecked = uncheckedSchemas(document, checker.validator);
  return reportOf([document.label], [...findings, ...unchecked], validateRules);
}

/**
 * Checks the message in a file.
 *
 * @throws UserError `unreadable` for a file that is no JSON; `usage` for a body without the operation that it is of, or
 *   an operation that the document does not have
 */
export async function validateMessageFile(
  document: Document,
  { file, operation, status }: MessageFile,
  options: MessageOptions = {},
): Promise<Report> {
  const name = file === '-' ? '<stdin>' : file;
  const text = readText(file, name);
  const { value, marks } = parseMarked(name, text);
  const placeAt = (pointer: string): SourceLocation => ({
    file: name,
    ...positionIn({ text, marks }, pointer),
    pointer,
  });
  const checker = createMessageChecker(document, options);
  const problems = isExchange(value)
    ? entryProblems(checker, value, placeAt(''))
    : messageProblems(checker, bodyOf(value, name, operation, status));
  const inBody = ({ pointer }: Problem): SourceLocation => placeAt(isExchange(value) ? '' : pointer);
  const findings = findingsOf(document, collected(problems, inBody), options.rulesAt ?? NO_RULES);
  const unchecked = uncheckedSchemas(document, checker.validator);
  return reportOf([document.label, name], [...findings, ...unchecked], validateRules);
}

const NO_RULES: RulesAt = () => [];

const isExchange = (value: Json): boolean =>
  isString(member(member(value, 'request'), 'method')) && isString(member(member(value, 'request'), 'url'));

function entryProblems(checker: MessageChecker, value: Json, place: SourceLocation): readonly Problem[] {
  const entry = entryOf(value, undefined, place);
  return 'broken' in entry
    ? [problemWith(MESSAGE_RULES.broken, { locus: {}, called: NOTHING, nodes: [] }, entry.broken)]
    : checker.check(entry.exchange).problems;
}

/** @throws UserError `usage` without an operation */
function bodyOf(value: Json, file: string, operation?: string, status?: number): Message {
  if (operation === undefined) {
    throw new UserError(
      'usage',
      {
        nl: `${file}: van welke operatie is dit de body?`,
        en: `${file}: of which operation is this the body?`,
      },
      {
        nl: 'Voeg --operation ID toe, en --status CODE voor de body van een antwoord.',
        en: 'Add --operation ID, and --status CODE for the body of a response.',
      },
    );
  }
  return status === undefined
    ? { operation, request: value }
    : { operation, response: { status, body: value } };
}

function collected(
  problems: readonly Problem[],
  placeOf: (problem: Problem) => SourceLocation,
): ProblemCollection {
  const collection = createCollection();
  for (const problem of problems) collection.add(problem, placeOf(problem), undefined);
  return collection;
}

const findingsOf = (
  document: Document,
  collection: ProblemCollection,
  rulesAt: RulesAt,
): Report['findings'] => collection.all().map(one => messageFinding(document, one, rulesAt));
