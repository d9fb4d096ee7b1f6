import type { DifferenceReason } from '../../core/report.ts';
import { messageOf } from '../../core/wording.ts';
import { shortFile } from '../../report/cards.ts';
import { allConventions } from '../../report/conventions.ts';
import { REASON_WORDS } from '../../report/labels.ts';
import { escapeMarkup } from '../../report/markup.ts';
import type { Review, ReviewedDocument } from '../model.ts';
import { block, code, facts, foldedBullets, say } from './markup.ts';
import { WORDS } from './words.ts';

/** Items of a list that stand open. */
const MOST_ITEMS = 3;

/** What was compared, by what, and what the verdicts rest on: with the same of each comes the same review. */
export function originBlock(review: Review): string {
  const { base, head, tool, policy, today } = review;
  return block(
    'herkomst',
    WORDS.origin,
    facts([
      [WORDS.was, documentHtml(base)],
      [WORDS.proposed, documentHtml(head)],
      [WORDS.tool, escapeMarkup(`zds ${tool.version}`)],
      [WORDS.policy, String(policy)],
      [WORDS.day, escapeMarkup(today)],
      [WORDS.conventions, conventionsHtml(review)],
      [WORDS.gaps, gapsHtml(review)],
      [WORDS.equivalent, equivalentHtml(review)],
    ]),
  );
}

const documentHtml = ({ label, title, version, hash, files }: ReviewedDocument): string =>
  `${code(shortFile(label))} · ${escapeMarkup(`${title} ${version}`)} · ${files} ${say(WORDS.files)} · sha256 ${code(hash)}`;

/** Conventions that a verdict rests on, each with its sentence. */
function conventionsHtml({ report, changes }: Review): string {
  const used = allConventions({ ...report, changes: changes.map(({ detail }) => detail) });
  return used.length === 0 ? say(WORDS.noConventions) : foldedBullets(used.map(say), 7);
}

/** Findings that nothing proves, among them those of places that were not compared. */
function gapsHtml({ report }: Review): string {
  const unproved = report.findings
    .filter(({ evidence }) => evidence?.is === 'unproved')
    .map(finding => say({ nl: messageOf(report, finding, 'nl'), en: messageOf(report, finding, 'en') }));
  return unproved.length === 0 ? say(WORDS.noGaps) : foldedBullets(unproved, MOST_ITEMS);
}

/** What is written differently without a finding, counted by the reason. */
function equivalentHtml({ report: { equivalent = [] } }: Review): string {
  const counts = new Map<DifferenceReason, number>();
  for (const { reason } of equivalent) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return say(WORDS.none);
  return [...counts].map(([reason, count]) => `${count} × ${say(REASON_WORDS[reason])}`).join(', ');
}
