import colors from 'picocolors';
import { counted } from '../../core/plural.ts';
import { inert, visible } from '../../core/visible.ts';
import { REPORTERS, type ReporterOptions } from '../../report/index.ts';
import type { CiDocument, CiRun } from '../model.ts';
import { asideLines, baseLine, headline, stateLine, verdictLine } from './sentences.ts';
import { DOCUMENTS, UNCHANGED, WORDS } from './words.ts';

/** A run at a terminal or in a log: each document with its changes and what lint adds; how it ends stands last. */
export function ciText(run: CiRun, options: ReporterOptions): string {
  const { lang } = options;
  const paint = colors.createColors(options.color ?? false);
  const unchanged = run.documents.filter(({ state }) => state === 'unchanged').length;
  const colour = run.outcome === 'fine' ? paint.green : paint.red;
  const parts = [
    `zds ci: ${counted(run.documents.length, DOCUMENTS, lang)}, ${baseLine(run, lang)}`,
    ...run.documents
      .filter(({ state }) => state !== 'unchanged')
      .map(document => documentText(document, options, paint.bold)),
    ...(unchanged > 0 ? [counted(unchanged, UNCHANGED, lang)] : []),
    ...asideLines(run, lang),
    `${colour(headline(run, lang))} · ${verdictLine(run, lang)}`,
  ];
  return inert(`${parts.join('\n\n')}\n`);
}

function documentText(
  document: CiDocument,
  options: ReporterOptions,
  bold: (text: string) => string,
): string {
  const { file, state, diff, lint } = document;
  const head = `${bold(visible(file))}: ${stateLine(document, options.lang)}`;
  const parts = [
    { report: diff, word: WORDS.compared },
    { report: lint, word: state === 'changed' ? WORDS.lintNew : WORDS.lintAll },
  ].flatMap(({ report, word }) =>
    report === undefined ? [] : [bold(`${word[options.lang]}:`), REPORTERS.text(report, options).trimEnd()],
  );
  return [head, ...parts].join('\n\n');
}
