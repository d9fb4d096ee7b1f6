import type { Report } from '../../core/report.ts';
import { fill, type Lang } from '../../core/text.ts';
import { type Conclusion, type Format, REPORTERS } from '../../report/index.ts';
import { LABELS } from '../../report/labels.ts';
import type { Review } from '../model.ts';
import { reviewHtml } from './html.ts';
import { reviewJson } from './json.ts';
import { reviewMarkdown } from './markdown.ts';
import { reviewText } from './text.ts';

/** Writes a review in a format. SARIF carries what is decided as suppressed, with the reason. */
export function renderReview(
  review: Review,
  format: Format,
  {
    lang,
    color = false,
    width = 100,
  }: { readonly lang: Lang; readonly color?: boolean; readonly width?: number },
): string {
  if (format === 'text') return reviewText(review, lang, width, color);
  if (format === 'markdown') return reviewMarkdown(review, lang);
  if (format === 'html') return reviewHtml(review, lang);
  if (format === 'json') return reviewJson(review, withDecisions(review), lang);
  return REPORTERS[format](forPipelines(withDecisions(review), format, review), {
    lang,
    conclusion: conclusionOf(review, lang),
  });
}

/** What is decided on is annotated no more; SARIF and JUnit have it as suppressed, with its change. */
function forPipelines(report: Report, format: Format, { changes }: Review): Report {
  if (format !== 'github' && format !== 'codequality') return report;
  const open = changes.filter(({ state }) => state !== 'accepted').map(({ detail }) => detail.id);
  return { ...report, changes: (report.changes ?? []).filter(({ id }) => open.includes(id)) };
}

/** Steps that an annotation names. */
const MOST_STEPS = 10;

function conclusionOf({ mayMerge, sentence, versionText, nextSteps }: Review, lang: Lang): Conclusion {
  const left = nextSteps.length - MOST_STEPS;
  const steps = nextSteps.slice(0, MOST_STEPS).map(step => step[lang]);
  return {
    isGood: mayMerge,
    lines: [
      sentence[lang],
      versionText[lang],
      ...steps,
      ...(left > 0 ? [fill(LABELS.more[lang], { count: left })] : []),
    ],
  };
}

/** The report with the findings of accepted changes as suppressed; a finding that another change needs stays. */
function withDecisions({ report, changes }: Review): Report {
  const open = new Set(
    changes.filter(({ state }) => state !== 'accepted').flatMap(({ detail }) => detail.findings),
  );
  const accepted = changes.filter(({ state }) => state === 'accepted');
  const reasonOf = (fingerprint: string): string | undefined =>
    accepted.find(({ detail }) => detail.findings.includes(fingerprint))?.decision?.reason;
  const suppressed = report.findings.flatMap(finding => {
    const reason = open.has(finding.fingerprint) ? undefined : reasonOf(finding.fingerprint);
    return reason === undefined ? [] : [{ finding, by: 'decision', reason }];
  });
  const gone = new Set(suppressed.map(({ finding }) => finding));
  return {
    ...report,
    command: 'review',
    findings: report.findings.filter(finding => !gone.has(finding)),
    suppressed,
  };
}
