import type { Report } from '../../core/report.ts';
import type { Lang } from '../../core/text.ts';
import { jsonText } from '../../core/visible.ts';
import { forPrograms, withMessage } from '../../report/json.ts';
import { placesOnce } from '../../report/places-once.ts';
import type { Review } from '../model.ts';
import type { Quality } from '../quality.ts';

/** For programs; `zds schema review` prints the JSON Schema of it. Each change stands in `changes`, once. */
export function reviewJson(review: Review, decided: Report, lang: Lang): string {
  const { report: _, quality, changes: reviewed, ...rest } = review;
  const { changes: __, ...report } = forPrograms(decided, lang);
  const written = placesOnce(decided);
  const changes = reviewed.map(one => ({ ...one, detail: written(one.detail) }));
  const body = { ...rest, changes, ...(quality ? { quality: qualityJson(quality, lang) } : {}), report };
  return `${jsonText(body)}\n`;
}

function qualityJson({ lint: { profile, added, repaired, rules }, examples }: Quality, lang: Lang) {
  const told = (findings: typeof added) => findings.map(finding => withMessage({ rules }, finding, lang));
  return { lint: { profile, added: told(added), repaired: told(repaired) }, examples };
}
