import type { Finding, Locus } from './finding.ts';
import type { Report } from './report.ts';
import type { RuleInfo } from './rule.ts';
import { type Args, fill, type Lang, type Text } from './text.ts';
import { visible } from './visible.ts';

/** The sentence of a finding in a language: one line, whatever a document put into it. */
export function messageOf(report: Pick<Report, 'rules'>, finding: Finding, lang: Lang): string {
  const rule = report.rules[finding.rule];
  if (!rule) throw new Error(`the report names rule ${finding.rule} and does not carry its row`);
  return visible(
    fill(sentenceFor(rule, finding.args)[lang], shortened(named(rule, finding.args, lang), lang)),
  );
}

/** What a rule says in general: of one thing, its placeholders as they are. */
export const templateOf = (rule: RuleInfo, lang: Lang): string =>
  (rule.asks ?? rule.message)[lang].replace(/\{\w+\|([^|}]*)\|[^|}]*\}/g, '$1');

function sentenceFor({ message, forms }: RuleInfo, { was, now, required }: Args): Text {
  if (required !== undefined) return forms?.required ?? message;
  if (was === undefined && now !== undefined) return forms?.added ?? message;
  return was !== undefined && now === undefined ? (forms?.removed ?? message) : message;
}

/** The values of a finding as people call them. */
function named({ words }: RuleInfo, args: Args, lang: Lang): Args {
  if (!words) return args;
  const say = (value: Args[string]): Args[string] =>
    typeof value === 'string'
      ? value
          .split(' | ')
          .map(one => words[one]?.[lang] ?? one)
          .join(OR[lang])
      : value;
  return { ...args, was: say(args.was), now: say(args.now) };
}

const OR: Text = { nl: ' of ', en: ' or ' };

const MORE: Text = { nl: 'en {count} meer', en: 'and {count} more' };

/** A sentence names so many; the arguments of the finding keep them all. */
const MOST_NAMED = 5;

function shortened(args: Args, lang: Lang): Args {
  const entries = Object.entries(args).map(([name, value]) => {
    if (typeof value !== 'object' || value.length <= MOST_NAMED + 1) return [name, value] as const;
    const more = fill(MORE[lang], { count: value.length - MOST_NAMED });
    return [name, [...value.slice(0, MOST_NAMED), more]] as const;
  });
  return Object.fromEntries(entries);
}

/** A place in the contract in one line: `POST /zaken request body verlenging.reden`. */
export function locusOf(locus: Locus): string {
  const property = locus.property?.join('.').replaceAll('.[]', '[]');
  return visible(
    [locus.operation, locus.message, locus.status, locus.mediaType, locus.part, property]
      .filter(word => word !== undefined && word !== '')
      .join(' '),
  );
}
