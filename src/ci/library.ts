import type { Json } from '../core/json.ts';
import type { Lang } from '../core/text.ts';
import type { DiffOptions } from '../diff/index.ts';
import type { LintOptions } from '../lint/index.ts';
import type { Format, ReporterOptions } from '../report/index.ts';
import type { CommentOutcome } from './comment.ts';
import type { Pipeline, Setup } from './init/index.ts';
import type { CiConfig, CiOptions, CiRun } from './model.ts';
import type { Environment } from './platform.ts';

export type { CommentOutcome } from './comment.ts';
export type { Pipeline, Setup } from './init/index.ts';
export type { CiConfig, CiDocument, CiOptions, CiRun, DocumentState, FailOn } from './model.ts';

/**
 * Judges what a change does to the documents of the repository around a folder: compares each with its base, then lints
 * it for what is new. Without a profile, that which fits each document.
 *
 * @throws UserError `usage` outside a repository, without a base or without documents; `unreadable` for a base that
 *   cannot be had
 */
export async function ci(
  folder: string,
  {
    config = {},
    diff = {},
    lint = {},
    ...options
  }: CiOptions & {
    readonly config?: CiConfig;
    readonly diff?: DiffOptions;
    readonly lint?: LintOptions;
  } = {},
): Promise<CiRun> {
  const { checkChange } = await import('./run.ts');
  const review = await import('../review/comparison.ts');
  const linter = await import('../lint/index.ts');
  const { readExceptions } = await import('../lint/engine/exceptions.ts');
  const { profileFor } = await import('./profile.ts');
  return checkChange(folder, config, options, {
    compare: async (old, next) => review.compareInFull(old, next, diff),
    lint: async (document, base) =>
      linter.lint(document, {
        profile: profileFor(document),
        exceptions: await readExceptions(document),
        ...lint,
        ...(base ? { base } : {}),
      }),
  });
}

/**
 * What makes `zds ci` work in the repository around a folder: the configuration and a pipeline. Writes nothing.
 *
 * @throws UserError `usage` where there is no document
 */
export async function setUp(folder: string, pipeline?: Pipeline): Promise<Setup> {
  const feature = await import('./init/index.ts');
  return feature.setUp(folder, pipeline);
}

/** Writes a run of {@link ci} in a format; `markdown` fits a comment of GitHub or GitLab. */
export async function renderCi(run: CiRun, format: Format, options: ReporterOptions): Promise<string> {
  const page = await import('./page/index.ts');
  return page.renderCi(run, format, options);
}

/** What GitHub reads of a run: the outputs of the step, and a text for its summary and its comment. */
export async function textsForGitHub(
  run: CiRun,
  options: {
    readonly lang: Lang;
    readonly environment: Environment;
    /** Where the report was written as JSON. */
    readonly report?: string | undefined;
    /** What tells this run from others of the same job, such as its folder. */
    readonly scope?: readonly string[];
  },
): Promise<{ readonly outputs: string; readonly marker: string; readonly comment: string }> {
  const { markerOf, outputsOf } = await import('./outputs.ts');
  const { ciMarkdown } = await import('./page/markdown.ts');
  const marker = markerOf(options.environment, options.scope ?? []);
  return { outputs: outputsOf(run, options.report), marker, comment: ciMarkdown(run, options.lang, marker) };
}

/**
 * Puts a comment on the pull request that GitHub runs for, over an earlier one that begins with the same marker.
 *
 * @param event what GITHUB_EVENT_PATH names, as JSON
 */
export async function putComment(
  comment: string,
  marker: string,
  environment: Environment,
  event: Json | undefined,
): Promise<CommentOutcome> {
  const feature = await import('./comment.ts');
  return feature.putComment(comment, marker, environment, event);
}
