import { jsonText } from '../../core/visible.ts';
import { type Format, REPORTERS, type ReporterOptions } from '../../report/index.ts';
import type { CiDocument, CiRun } from '../model.ts';
import { ciHtml } from './html.ts';
import { ciMarkdown } from './markdown.ts';
import { ciText } from './text.ts';

/** Writes a run in a format. */
export function renderCi(run: CiRun, format: Format, options: ReporterOptions): string {
  if (format === 'text') return ciText(run, options);
  if (format === 'markdown') return ciMarkdown(run, options.lang);
  if (format === 'html') return ciHtml(run, options.lang);
  if (format === 'json') return ciJson(run, options);
  return REPORTERS[format](run.report, options);
}

/** The run without the joint report, which its documents hold in parts, and without paths of this machine. */
function ciJson({ report: _, read: __, ...run }: CiRun, options: ReporterOptions): string {
  const written = (document: CiDocument) => {
    const { diff, lint, trouble, ...rest } = document;
    return {
      ...rest,
      ...(trouble ? { trouble: trouble[options.lang] } : {}),
      ...(diff ? { diff: JSON.parse(REPORTERS.json(diff, options)) as unknown } : {}),
      ...(lint ? { lint: JSON.parse(REPORTERS.json(lint, options)) as unknown } : {}),
    };
  };
  return `${jsonText({ ...run, documents: run.documents.map(written) })}\n`;
}
