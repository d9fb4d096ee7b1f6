import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Lang } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';

/**
 * A finding in one line, where nothing else says what it is about: the title of its change, where that tells of one
 * event and whole, else its sentence after the subject of its change.
 */
export function toldOf(report: Report, finding: Finding, lang: Lang): string {
  const sentence = messageOf(report, finding, lang);
  const own = report.changes?.filter(({ findings }) => findings.includes(finding.fingerprint)) ?? [];
  const [change, ...others] = own;
  if (!change) return sentence;
  const title = change.title[lang];
  const isWhole = others.length === 0 && change.events.length === 1 && !title.endsWith('…');
  if (isWhole) return title;
  const subject = change.subject[lang];
  const again = `${subject.split(' · ').at(-1)}: `;
  return `${subject}: ${sentence.startsWith(again) ? sentence.slice(again.length) : sentence}`;
}
