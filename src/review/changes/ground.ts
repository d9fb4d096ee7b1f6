import type { Change } from '../../core/change.ts';
import type { Audience, Finding } from '../../core/finding.ts';
import type { Report } from '../../core/report.ts';
import type { Text } from '../../core/text.ts';
import { STATED_RULES } from '../../diff/rules/index.ts';

/** The rule that a verdict rests on, where it is stated and not worked out. */
export function groundOf(report: Report, finding: Finding, audience: Audience): Pick<Change, 'ground'> {
  const rule = report.rules[finding.rule];
  if (!rule) return {};
  const why = whyOf(finding, audience) ?? (isStated(rule.id) ? rule.why : undefined);
  return { ground: { id: rule.id, source: rule.source, ...(why ? { why } : {}) } };
}

const isStated = (id: string): boolean => STATED_RULES.some(row => row.id === id);

/**
 * Why the verdict of a rule of schemas is stated for this case: what is written at the rule tells why its gravest case
 * breaks, and that is not this one.
 */
function whyOf({ rule, announced }: Finding, audience: Audience): Text | undefined {
  if (announced?.isPast && rule.endsWith('-removed')) return IN_TIME;
  const reason = ONE_SIDED[`${rule} ${audience}`];
  if (reason) return reason;
  if (!MEMBER_RULES.test(rule)) return undefined;
  if (audience === 'providers') return rule.endsWith('-added') ? NOT_YET : undefined;
  return rule.endsWith('-removed') ? NO_MORE : undefined;
}

const MEMBER_RULES = /^(property|header)-(added|removed)$/;

/** Rules of schemas that tell of something that one side does not look at, by the side that finds it so. */
const ONE_SIDED: Readonly<Record<string, Text>> = {
  'parameter-added providers': {
    nl: 'Bestaande implementaties kennen de parameter niet en doen er niets mee.',
    en: 'Existing implementations do not know the parameter and do nothing with it.',
  },
  'parameter-removed clients': {
    nl: 'Wie de parameter nog stuurt, merkt dat er niets meer mee gebeurt.',
    en: 'Whoever still sends the parameter finds that nothing is done with it any more.',
  },
  'read-only-set clients': {
    nl: 'Wat een client hier stuurt, slaat de server niet meer op.',
    en: 'What a client sends here is no longer taken in by the server.',
  },
};

const IN_TIME: Text = {
  nl: 'Dit was aangekondigd, en de dag is voorbij.',
  en: 'This was announced, and the day has passed.',
};

const NOT_YET: Text = {
  nl: 'Bestaande implementaties geven dit nog niet.',
  en: 'Existing implementations do not give this yet.',
};

const NO_MORE: Text = {
  nl: 'Wie dit las, krijgt het misschien niet meer.',
  en: 'Whoever read this may not get it any more.',
};
