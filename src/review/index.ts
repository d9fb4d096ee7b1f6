/** What the library has of comparing, judging and releasing: each function loads its part when it is first called. */
import type { Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { jsonText } from '../core/visible.ts';
import type { DiffOptions } from '../diff/index.ts';
import type { Format, ReporterOptions } from '../report/index.ts';
import type { Document } from '../source/index.ts';
import type { Message, MessageFile, MessageOptions } from '../validate/index.ts';
import type { Conformance } from './conformance.ts';
import type { DecisionPolicy } from './decisions/decided-change.ts';
import type { HistoryStep } from './history.ts';
import type { ConformanceFormat } from './page/conformance-page.ts';
import type { HistoryFormat } from './page/history.ts';
import type { CutOptions } from './release-conditions.ts';
import type { Review, ReviewOptions } from './review.ts';
import type { SupportedVerdict } from './supported.ts';

/** What changed between two documents, for clients and for providers, with the evidence. */
export async function diff(old: Document, next: Document, options?: DiffOptions): Promise<Report> {
  const review = await import('./comparison.ts');
  return review.compareInFull(old, next, options);
}

/** Whether a change of the standard may be merged, as which version, and who must still act. */
export async function review(base: Document, head: Document, options?: ReviewOptions): Promise<Review> {
  const feature = await import('./review.ts');
  return feature.review(base, head, options);
}

/**
 * What a document means to whoever builds on each release that `releases/support.yaml` calls supported.
 *
 * @throws UserError `usage` where no release is supported
 */
export async function againstSupported(
  next: Document,
  folder: string,
  options?: DiffOptions,
): Promise<SupportedVerdict[]> {
  const feature = await import('./supported.ts');
  return feature.againstSupported(next, folder, options);
}

/** Writes those verdicts: a table version × verdict, or JSON. */
export async function renderSupported(
  verdicts: readonly SupportedVerdict[],
  format: 'text' | 'markdown' | 'json',
  lang: Lang,
): Promise<string> {
  if (format === 'json') return `${jsonText(verdicts)}\n`;
  const feature = await import('./supported.ts');
  return feature.supportedTable(verdicts, lang, format);
}

/**
 * A draft decision for each change of a report that somebody has to decide on, as YAML for a person to complete.
 *
 * @param deciders as they are configured: each of them has a position to write
 */
export async function draftDecisions(report: Report, deciders?: Partial<DecisionPolicy>): Promise<string> {
  const page = await import('./page/draft.ts');
  const decisions = await import('./decisions/decided-change.ts');
  return page.draftsOf(report.changes ?? [], decisions.decidersOf(deciders).roles);
}

/** Writes a review in one of {@link FORMATS}. */
export async function renderReview(data: Review, format: Format, options: ReporterOptions): Promise<string> {
  const page = await import('./page/index.ts');
  return page.renderReview(data, format, options);
}

/** A review in few lines, for who edits: the sentence, the version, the titles of the changes. */
export async function renderVerdict(
  data: Review,
  {
    lang,
    width = 100,
    color = false,
  }: { readonly lang: Lang; readonly width?: number; readonly color?: boolean },
): Promise<string> {
  const page = await import('./page/text.ts');
  return page.verdictInShort(data, lang, width, color);
}

/** What changed from each document to the next, and whether each version number fits that. */
export async function history(documents: readonly Document[], options?: DiffOptions): Promise<HistoryStep[]> {
  const feature = await import('./history.ts');
  return feature.historyOf(documents, options);
}

/** Writes a timeline in one of {@link HISTORY_FORMATS}. */
export async function renderHistory(
  steps: readonly HistoryStep[],
  format: HistoryFormat,
  options: { readonly lang: Lang; readonly width?: number },
): Promise<string> {
  const page = await import('./page/history.ts');
  return page.renderHistory(steps, format, options);
}

/** What changed since the latest release in the checkout around a folder, as Markdown. */
export async function releaseNotes(document: Document, folder: string, lang: Lang): Promise<string> {
  const publication = await import('./publication.ts');
  return publication.releaseNotes(document, folder, lang);
}

/**
 * The files of a new release, by path below the folder of releases, and the new checksums.
 *
 * @throws UserError `usage` when the version is not semver, is not that of the document, or is there already, and when
 *   lint finds errors, a decision is missing, the number is too low or the note is contradicted
 */
export async function cutRelease(
  document: Document,
  version: string,
  folder: string,
  notes?: string,
  options?: CutOptions,
): Promise<ReadonlyMap<string, string>> {
  const publication = await import('./publication.ts');
  return publication.cutRelease(document, version, folder, notes, options);
}

/**
 * Checks the messages of recordings, such as browsers and proxies save them (HTTP Archive, HAR), against a document: one
 * exchange at a time, so that a recording of any size takes little memory.
 *
 * @param files paths; `-` is standard input
 * @throws UserError `unreadable` for a file that is no recording, `usage` for a server that is no URL
 */
export async function validateRecordings(
  document: Document,
  files: readonly string[],
  options?: MessageOptions,
): Promise<Report> {
  const conformance = await import('./conformance.ts');
  return conformance.validateRecordings(document, files, options);
}

/**
 * Checks one message: bodies as parsed JSON against the operation that is named, or what a file holds, which is such a
 * body or an entry of an HTTP Archive.
 *
 * @throws UserError `unreadable` for a file that is no JSON; `usage` for a body without an operation, or with one that
 *   the document does not have
 */
export async function validateMessage(
  document: Document,
  message: Message | MessageFile,
  options?: MessageOptions,
): Promise<Report> {
  const conformance = await import('./conformance.ts');
  return conformance.validateMessage(document, message, options);
}

/** Which operations, statuses and business rules recordings touch, and which they never touch. */
export async function conformanceOf(
  document: Document,
  files: readonly string[],
  options?: MessageOptions,
): Promise<Conformance> {
  const conformance = await import('./conformance.ts');
  return conformance.conformanceOf(document, files, options);
}

/** Writes that down. */
export async function renderConformance(
  data: Conformance,
  format: ConformanceFormat,
  lang: Lang,
): Promise<string> {
  const page = await import('./page/conformance-page.ts');
  return page.CONFORMANCE_WRITERS[format](data, lang);
}

/** A note written by hand, held against what changed since the latest release in the checkout around a folder. */
export async function checkReleaseNote(
  document: Document,
  folder: string,
  note: { readonly file: string; readonly text: string },
): Promise<Report> {
  const publication = await import('./publication.ts');
  return publication.checkReleaseNote(document, folder, note);
}
