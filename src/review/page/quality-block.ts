import type { Finding } from '../../core/finding.ts';
import { groupedBy } from '../../core/group.ts';
import type { Lang, Text } from '../../core/text.ts';
import { messageOf } from '../../core/wording.ts';
import { shortFile } from '../../report/cards.ts';
import { escapeMarkup } from '../../report/markup.ts';
import { inBothWithCode } from '../../report/say.ts';
import type { Review } from '../model.ts';
import type { ExampleCount, Quality } from '../quality.ts';
import { block, code, facts, fold, paragraph, say, table } from './markup.ts';
import { WORDS } from './words.ts';

/** Rows that stand open. */
const MOST_ROWS = 5;

/** What the head adds and fixes by the rules of lint, and how many examples fit before and after. */
export function qualityBlock({ quality, base, head }: Review): string {
  if (!quality) return block('kwaliteit', WORDS.quality, paragraph(WORDS.notJudgedQuality));
  const { lint, examples } = quality;
  const counts = facts([
    [WORDS.examples, `${countOf(examples.base)} → ${countOf(examples.head)}`],
    [WORDS.lintAdded, `${lint.added.length} (${say(WORDS.profile)} ${escapeMarkup(lint.profile)})`],
    [WORDS.lintRepaired, `${lint.repaired.length}`],
  ]);
  return block(
    'kwaliteit',
    WORDS.quality,
    counts +
      findingsHtml('+', lint.added, lint, head.label) +
      findingsHtml('−', lint.repaired, lint, base.label),
  );
}

/** Lint and examples in a line; what was not judged is said. */
export function qualityText({ quality }: Pick<Review, 'quality'>): Text {
  if (!quality) return WORDS.notJudgedQuality;
  const { lint, examples } = quality;
  const write = (lang: Lang): string =>
    [
      `${WORDS.lintAdded[lang]}: ${lint.added.length}`,
      `${WORDS.lintRepaired[lang]}: ${lint.repaired.length}`,
      `${WORDS.examples[lang]}: ${countOf(examples.base)} → ${countOf(examples.head)}`,
    ].join(' · ');
  return { nl: write('nl'), en: write('en') };
}

const countOf = ({ valid, all }: ExampleCount): string => `${valid}/${all}`;

/** Message and place. */
const isLong = (column: number): boolean => column > 1;

/** A row for each rule, the one with most places first; the first place stands in it. */
function findingsHtml(
  sign: string,
  findings: readonly Finding[],
  { rules }: Quality['lint'],
  label: string,
): string {
  if (findings.length === 0) return '';
  const byRule = groupedBy(findings, ({ rule }) => rule);
  const message = (finding: Finding, lang: 'nl' | 'en'): string => messageOf({ rules }, finding, lang);
  const rows = [...byRule.values()]
    .sort((one, other) => other.length - one.length)
    .map(group => {
      const [first] = group;
      const place = first.new ? `${shortFile(first.new.file)}:${first.new.line}` : label;
      return [
        `${sign} ${code(first.rule)}`,
        `${group.length} ×`,
        inBothWithCode({ nl: message(first, 'nl'), en: message(first, 'en') }),
        code(place),
      ];
    });
  const head = [WORDS.rule, WORDS.count, WORDS.what, WORDS.firstPlace];
  const folded = rows.slice(MOST_ROWS);
  return (
    table(head, rows.slice(0, MOST_ROWS), isLong) +
    (folded.length > 0 ? fold(`+${folded.length}`, table(head, folded, isLong)) : '')
  );
}
