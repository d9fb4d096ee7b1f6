/**
 * The library: what the command line does, for programs. Each function loads its feature when it is first called,
 * so a program pays only for what it uses. Findings come back as a {@link Report}; expected trouble is thrown as a
 * {@link UserError}, and everything else is a bug.
 *
 * @module
 */
import type { BacklogFormat, Coverage, PartyPage } from './backlog/index.ts';
import type { Bundle, BundleOptions } from './bundle/index.ts';
import type { Config } from './config/config.ts';
import type { JsonObject } from './core/json.ts';
import type { Report } from './core/report.ts';
import type { RuleInfo } from './core/rule.ts';
import type { Lang } from './core/text.ts';
import type { LintOptions } from './lint/index.ts';
import type { Format, ReporterOptions } from './report/index.ts';
import type { DocumentationOptions } from './review/documentation.ts';
import type { SiteProblem } from './site/check.ts';
import type { Document } from './source/document.ts';
import type { ReadOptions } from './source/read.ts';
import type { TypesOptions } from './types/index.ts';
import type { Validators } from './types/validators.ts';

export type { BacklogFormat, Coverage, PartyPage } from './backlog/index.ts';
export type { Bundle, BundleOptions } from './bundle/index.ts';
export * from './ci/library.ts';
export type { Config, ProfileName, SeverityChoice } from './config/config.ts';
export * from './core/index.ts';
export * from './diff/library.ts';
export type { LintOptions } from './lint/index.ts';
export { FORMATS, HISTORY_FORMATS } from './report/formats.ts';
export type { Format, ReporterOptions } from './report/index.ts';
export type { Conformance, TouchedOperation, TouchedRule } from './review/conformance.ts';
export type { HistoryStep } from './review/history.ts';
export {
  againstSupported,
  checkReleaseNote,
  conformanceOf,
  cutRelease,
  diff,
  draftDecisions,
  history,
  releaseNotes,
  renderConformance,
  renderHistory,
  renderReview,
  renderSupported,
  renderVerdict,
  review,
  validateMessage,
  validateRecordings,
} from './review/index.ts';
export type { ConformanceFormat } from './review/page/conformance-page.ts';
export type { Review, ReviewedChange, ReviewOptions } from './review/review.ts';
export type { SupportedVerdict } from './review/supported.ts';
export type { SiteProblem } from './site/check.ts';
export type { DocsOptions } from './site/index.ts';
export type { Document } from './source/document.ts';
export type { ReadOptions } from './source/read.ts';
export type { TypesOptions } from './types/index.ts';
export type { Validators } from './types/validators.ts';
export type { Message, MessageFile, MessageOptions } from './validate/index.ts';

/**
 * Reads a document: `-`, a file or folder, a released version, `REV:path` or `REV` in git, an https URL; without a
 * name the canonical document.
 *
 * @throws UserError `usage` for a name that fits nothing or two things, `unreadable` for one that cannot be read
 */
export async function read(name?: string, options?: ReadOptions): Promise<Document> {
  const source = await import('./source/read.ts');
  return source.read(name, options);
}

/**
 * A document from texts in memory, so that a program can have one judged that stands in no file.
 *
 * @param texts contents in YAML or JSON by path, such as `api.yaml`; references between them are followed
 * @param root path of the file with the OpenAPI Object; default: the first
 * @throws UserError `unreadable` when a text is no YAML, or the root no OpenAPI 3.x
 */
export async function documentOf(texts: Readonly<Record<string, string>>, root?: string): Promise<Document> {
  const source = await import('./source/document.ts');
  return source.documentOf(root ?? Object.keys(texts)[0] ?? '', texts, root);
}

/**
 * The configuration in a folder, `zds.config.yaml`; an empty one where there is no such file.
 *
 * @throws UserError `usage` with file, line and column for what its schema refuses
 */
export async function readConfig(folder: string): Promise<Config> {
  const config = await import('./config/config.ts');
  return config.readConfig(folder);
}

/** @throws UserError `usage`, a line for each rule in the configuration of a folder that no command has */
export async function refuseUnknownRules(folder: string, config: Config): Promise<void> {
  const feature = await import('./config/config.ts');
  feature.refuseUnknownRules(folder, config, await rules());
}

/** The newest released version in the checkout around a folder, or else, where that holds no standard, in this package. */
export async function latestRelease(folder: string): Promise<string | undefined> {
  const source = await import('./source/read.ts');
  const known = source.latestRelease(folder);
  return known ?? (source.findCanonical(folder) ? undefined : source.latestPackagedRelease());
}

/** Whether the checkout around a folder holds the standard; elsewhere that of this package stands for it. */
export const holdsStandard = async (folder: string): Promise<boolean> =>
  (await import('./source/read.ts')).findCanonical(folder) !== undefined;

/** The released versions in the checkout around a folder, or else inside this package, oldest first. */
export const releasedVersions = async (folder: string): Promise<readonly string[]> =>
  (await import('./source/read.ts')).releasedVersions(folder);

/** Judges one document by the rules of a profile (default `zds`). */
export async function lint(document: Document, options?: LintOptions): Promise<Report> {
  const feature = await import('./lint/index.ts');
  return feature.lint(document, options);
}

/** The exceptions beside a document, `exceptions.yaml`; `undefined` where there is no such file. */
export async function readExceptions(document: Document): Promise<LintOptions['exceptions']> {
  const feature = await import('./lint/engine/exceptions.ts');
  return feature.readExceptions(document);
}

/** New texts, by file, for what can be fixed mechanically of what {@link lint} reports with the same options. */
export async function fix(document: Document, options?: LintOptions): Promise<ReadonlyMap<string, string>> {
  const feature = await import('./lint/index.ts');
  return feature.fix(document, options);
}

/**
 * One file with everything that the document, or one API of it, reaches.
 *
 * @throws UserError `unreadable` when a reference leads nowhere and `force` is not set, `usage` for an unknown API
 */
export async function bundle(document: Document, options?: BundleOptions): Promise<Bundle> {
  const feature = await import('./bundle/index.ts');
  return feature.bundle(document, options);
}

/** A bundle as text: the same bytes for the same document. */
export async function writeBundle(value: JsonObject, format: 'yaml' | 'json'): Promise<string> {
  const feature = await import('./bundle/index.ts');
  return feature.writeBundle(value, format);
}

/** TypeScript types of a document, or of one API of it. */
export async function generateTypes(
  document: Document,
  options: Omit<BundleOptions, 'flatten'> & TypesOptions = {},
): Promise<string> {
  const { value } = await bundle(document, { ...options, flatten: true });
  const feature = await import('./types/index.ts');
  return feature.generateTypes(value, options);
}

/**
 * Code that checks values at run time, of a document or of one API of it: `isZaakCreate(value): value is ZaakCreate` and
 * `problemsOfZaakCreate(value)` for each schema and each body.
 *
 * @param types the module with the types of the same document, as the declarations import it: `./zaken.js`
 */
export async function generateValidators(
  document: Document,
  types: string,
  options: Omit<BundleOptions, 'flatten' | 'openapi'> = {},
): Promise<Validators> {
  const inJsonSchema = document.version.startsWith('3.0') ? ({ openapi: '3.1' } as const) : {};
  const { value } = await bundle(document, { ...options, flatten: true, ...inJsonSchema });
  const feature = await import('./types/validators.ts');
  return feature.generateValidators(value, types);
}

/** The documentation of a document: contents by path below the output folder. */
export async function generateDocs(
  document: Document,
  options?: DocumentationOptions,
): Promise<Map<string, string>> {
  const documentation = await import('./review/documentation.ts');
  return documentation.documentationOf(document, options);
}

/**
 * What is wrong with a site that {@link generateDocs} made: links that lead nowhere, anchors that stand twice on a page,
 * parts that would come from elsewhere, and files that are too large to open fast.
 */
export async function checkDocs(files: ReadonlyMap<string, string>): Promise<SiteProblem[]> {
  const site = await import('./site/check.ts');
  return site.checkSite(files);
}

/** Holds every example of a document against its schema. */
export async function validate(document: Document): Promise<Report> {
  const feature = await import('./validate/index.ts');
  return feature.validateExamples(document);
}

/** The catalogue: every rule that any command can report, and the questions that only a reviewer can answer. */
export async function rules(): Promise<readonly RuleInfo[]> {
  const [diff, lint, validate, backlog, release, decisions, ci] = await Promise.all([
    import('./diff/index.ts'),
    import('./lint/index.ts'),
    import('./validate/index.ts'),
    import('./backlog/index.ts'),
    import('./release/index.ts'),
    import('./review/rules.ts'),
    import('./ci/rules.ts'),
  ]);
  return [
    ...diff.diffRules(),
    ...lint.lintRules(),
    ...validate.validateRules,
    ...backlog.backlogRules,
    ...release.releaseRules,
    ...decisions.reviewRules,
    ...ci.ciRules,
    ...lint.manualRules,
  ];
}

/** Writes a report in a format. */
export async function render(report: Report, format: Format, options: ReporterOptions): Promise<string> {
  const { REPORTERS } = await import('./report/index.ts');
  return REPORTERS[format](report, options);
}

/** JSON Schemas (2020-12) of the files that are read and the outputs that are written, by name. */
export async function schemas(): Promise<Readonly<Record<string, unknown>>> {
  const [{ CONFIG_SCHEMA }, { REPORT_SCHEMA }, { EXCEPTIONS_SCHEMA }, backlog] = await Promise.all([
    import('./config/schema.ts'),
    import('./report/schema.ts'),
    import('./lint/engine/exceptions-schema.ts'),
    import('./backlog/index.ts'),
  ]);
  const named = Object.entries(backlog.BACKLOG_SCHEMAS).map(
    ([file, schema]) => [`backlog-${file}`, schema] as const,
  );
  const [decisions, { REVIEW_SCHEMA }] = await Promise.all([
    import('./review/decisions/schema.ts'),
    import('./review/schema.ts'),
  ]);
  const { FIRST_STEPS_SCHEMA } = await import('./review/guides/first-steps.ts');
  const { CONFORMANCE_SCHEMA } = await import('./review/conformance-schema.ts');
  const { SUPPORT_SCHEMA } = await import('./release/index.ts');
  const { CI_SCHEMA } = await import('./ci/schema.ts');
  const { coverage, party } = backlog.BACKLOG_OUTPUT_SCHEMAS;
  return {
    config: CONFIG_SCHEMA,
    report: REPORT_SCHEMA,
    review: REVIEW_SCHEMA,
    ci: CI_SCHEMA,
    exceptions: EXCEPTIONS_SCHEMA,
    proposal: decisions.REVIEW_PROPOSAL_SCHEMA,
    decision: decisions.DECISION_SCHEMA,
    support: SUPPORT_SCHEMA,
    'first-steps': FIRST_STEPS_SCHEMA,
    'validate-coverage': CONFORMANCE_SCHEMA,
    ...Object.fromEntries(named),
    backlog: coverage,
    'backlog-party': party,
  };
}

/** Every format that a backlog can be written in. */
export const BACKLOG_FORMATS = ['text', 'json', 'markdown'] as const satisfies BacklogFormat[];

/**
 * Parties × stories × operations of the backlog beside a document, and the proposals beside it, ranked by value.
 *
 * @throws UserError `unreadable` when there is no backlog, `usage` with file, line and column for what is wrong in it
 */
export async function backlogCoverage(document: Document): Promise<Coverage> {
  const feature = await import('./backlog/index.ts');
  const backlog = await feature.backlogOf(document);
  return feature.coverageOf(backlog, document, await feature.proposalsOf(document, backlog));
}

/**
 * All that the backlog beside a document says of one party.
 *
 * @throws UserError `usage` for a name that the backlog does not have; otherwise as {@link backlogCoverage}
 */
export async function describeParty(document: Document, name: string): Promise<PartyPage> {
  const feature = await import('./backlog/index.ts');
  return feature.pageOf(await feature.backlogOf(document), document, name);
}

/**
 * The pages "from ZGW 1.7 to ZDS 2.0" of the document whose backlog has the differences, by file name: one for each
 * API, and `README.md` that leads to them. In CommonMark, in Dutch.
 *
 * @throws UserError `unreadable` when a file of the backlog is not there, `usage` with file, line and column for what
 *   is wrong in one
 */
export async function describeMigration(document: Document): Promise<ReadonlyMap<string, string>> {
  const [backlog, migration] = await Promise.all([
    import('./backlog/index.ts'),
    import('./migration/index.ts'),
  ]);
  return migration.migrationPages(document, await backlog.backlogOf(document));
}

/** Writes a coverage, or the page of a party. */
export async function renderBacklog(
  data: Coverage | PartyPage,
  format: BacklogFormat,
  lang: Lang,
): Promise<string> {
  const feature = await import('./backlog/index.ts');
  return feature.renderBacklog(data, format, lang);
}

/** A finding for every link between the backlog and its document that leads nowhere, or that one end does not know. */
export async function checkBacklog(document: Document): Promise<Report> {
  const feature = await import('./backlog/index.ts');
  return feature.checkBacklog(await feature.backlogOf(document), document);
}

/** Whether the releases in a folder are as they were frozen. */
export async function checkReleases(folder: string): Promise<Report> {
  const feature = await import('./release/index.ts');
  return feature.checkReleases(folder);
}

/** Where the checkout around the working directory keeps its releases: a path from there, such as `spec/releases`. */
export const releasesFolder = async (): Promise<string> =>
  (await import('./source/read.ts')).releasesFolder(process.cwd());
