import type { Finding } from '../../core/finding.ts';
import { messageOf } from '../../core/wording.ts';
import { shortFile } from '../../report/cards.ts';
import { escapeMarkup } from '../../report/markup.ts';
import type { Review } from '../model.ts';
import type { ExampleCount, Quality } from '../quality.ts';
import { block, code, fold, paragraph, say, table } from './markup.ts';
import { WORDS } from './words.ts';

/** Rows that stand open. */
const MOST_ROWS = 5;

/** What the head adds and mends by the rules of lint, and how many examples fit before and after. */
export function qualityBlock({ quality, base, head }: Review): string {
  if (!quality) return block('kwaliteit', WORDS.quality, paragraph(WORDS.notJudgedQuality));
  const { lint, examples } = quality;
  const counts = table(
    [WORDS.what, WORDS.was, WORDS.proposed],
    [
      [say(WORDS.examples), countOf(examples.base), countOf(examples.head)],
      [
        `${say(WORDS.lintAdded)} (${say(WORDS.profile)} ${escapeMarkup(lint.profile)})`,
        '',
        `+${lint.added.length}`,
      ],
      [say(WORDS.lintRepaired), `−${lint.repaired.length}`, ''],
    ],
  );
  return block(
    'kwaliteit',
    WORDS.quality,
    counts +
      findingsHtml('+', lint.added, lint, head.label) +
      findingsHtml('−', lint.repaired, lint, base.label),
  );
}

const countOf = ({ valid, all }: ExampleCount): string => `${valid}/${all}`;

function findingsHtml(
  sign: string,
  findings: readonly Finding[],
  { rules }: Quality['lint'],
  label: string,
): string {
  if (findings.length === 0) return '';
  const message = (finding: Finding, lang: 'nl' | 'en'): string => messageOf({ rules }, finding, lang);
  const rows = findings.map(finding => {
    const place = finding.new;
    return [
      `${sign} ${code(finding.rule)}`,
      say({ nl: message(finding, 'nl'), en: message(finding, 'en') }),
      code(place ? `${shortFile(place.file)}:${place.line}` : label),
    ];
  });
  const head = [WORDS.rule, WORDS.what, WORDS.where];
  const folded = rows.slice(MOST_ROWS);
  return (
    table(head, rows.slice(0, MOST_ROWS)) +
    (folded.length > 0 ? fold(`+${folded.length}`, table(head, folded)) : '')
  );
}
