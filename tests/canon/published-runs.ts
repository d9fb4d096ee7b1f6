import type { Deviation } from './deviations.ts';
import { hold, type PublishedApi, type Run } from './published.ts';

/** `spec/backlog/published-runs.yaml`, of which `npm run pages` makes a table. */
export const RUNS_FILE = new URL('../../spec/backlog/published-runs.yaml', import.meta.url);

/** The last release from before the published contracts were compared by a test. */
export const BEFORE = '2.0.0-alpha.3';

export type Runs = [PublishedApi, Run][];

const lineOf = (rows: readonly Deviation[], [api, { breaking, risk, places }]: Runs[number]): string => {
  const { undeclared } = hold(
    places.map(({ key }) => key),
    rows,
  );
  return `  ${api}: { breaking: ${breaking}, risk: ${risk}, places: ${places.length}, undeclared: ${undeclared.length} }`;
};

/** The file, as it is written. */
export const runsText = (before: Runs, after: Runs, rows: readonly Deviation[]): string =>
  [
    '# Wat zds diff vindt tussen elk gepubliceerd contract van ZGW 1.7 en het deel van die API: in een eerdere uitgave',
    '# (from, before) en nu (after). Geteld door tests/canon; niet met de hand te wijzigen.',
    '# breaking, risk: bevindingen; places: plaatsen die iemand raken of kunnen raken; undeclared: zonder rij.',
    '',
    `from: ${BEFORE}`,
    'before:',
    ...before.map(run => lineOf(rows, run)),
    'after:',
    ...after.map(run => lineOf(rows, run)),
    '',
  ].join('\n');
