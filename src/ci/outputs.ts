import type { CiRun } from './model.ts';
import type { Environment } from './platform.ts';

/**
 * What later steps of a workflow read, as GITHUB_OUTPUT has it: a line each, and a value of more lines between marks
 * that nobody can guess.
 *
 * @param report where the report was written as JSON, if it was
 */
export function outputsOf({ verdict, breaking, outcome }: CiRun, report?: string): string {
  const values = {
    outcome,
    'verdict-clients': verdict.clients,
    'verdict-providers': verdict.providers,
    bump: verdict.bump,
    breaking: String(breaking),
    ...(report === undefined ? {} : { report }),
  };
  return Object.entries(values)
    .map(([name, value]) => {
      if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
      const mark = `zds_${crypto.randomUUID()}`;
      return `${name}<<${mark}\n${value}\n${mark}\n`;
    })
    .join('');
}

/**
 * The line by which the comment of a job is found again: one for each workflow, job, folder and choice of documents,
 * so that two of them do not overwrite each other.
 */
export function markerOf(environment: Environment, scope: readonly string[]): string {
  const { GITHUB_WORKFLOW: workflow = '', GITHUB_JOB: job = '' } = environment;
  const parts = [workflow, job, ...scope].filter(part => part !== '');
  // A comment of HTML ends at `-->`.
  const name = parts
    .join('/')
    .replaceAll(/[^\p{L}\p{N} ./_*-]/gu, '_')
    .replaceAll('--', '__');
  return `<!-- zds:${name} -->`;
}
