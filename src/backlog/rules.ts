import type { RuleInfo } from '../core/rule.ts';

const SOURCE = 'ZDS, spec/backlog';

/** What can be wrong with a link between the backlog and the document. */
const ROWS = [
  {
    id: 'backlog-unknown-operation',
    severity: 'error',
    message: {
      nl: "{from} noemt operatie '{operation}', die het document niet heeft",
      en: "{from} names operation '{operation}', which the document does not have",
    },
    why: {
      nl: 'Wie de operatie wijzigt of weghaalt, ziet niet welke partij haar nodig heeft.',
      en: 'Whoever changes or removes the operation does not see which party needs it.',
    },
  },
  {
    id: 'backlog-unknown-attribute',
    severity: 'error',
    message: {
      nl: "{from} noemt attribuut '{attribute}', dat het document niet heeft",
      en: "{from} names attribute '{attribute}', which the document does not have",
    },
    why: {
      nl: 'De regel gaat over iets wat een lezer niet kan vinden.',
      en: 'The rule is about something that a reader cannot find.',
    },
  },
  {
    id: 'backlog-unknown-rule',
    severity: 'error',
    message: {
      nl: "operatie '{operation}' noemt regel '{code}', die rules.yaml niet heeft",
      en: "operation '{operation}' names rule '{code}', which rules.yaml does not have",
    },
    why: {
      nl: 'Een leverancier zoekt een regel die nergens staat.',
      en: 'A vendor looks for a rule that stands nowhere.',
    },
  },
  {
    id: 'backlog-rule-not-in-force',
    severity: 'warning',
    message: {
      nl: "operatie '{operation}' noemt regel '{code}', die vervallen is of nog niet geldt",
      en: "operation '{operation}' names rule '{code}', which is dropped or not yet in force",
    },
    why: {
      nl: 'Een leverancier bouwt een controle die niet geldt.',
      en: 'A vendor builds a check that does not apply.',
    },
  },
  {
    id: 'backlog-rule-one-sided',
    severity: 'warning',
    message: {
      nl: "regel '{code}' en operatie '{operation}' horen bij elkaar, maar {file} zegt dat niet",
      en: "rule '{code}' and operation '{operation}' belong together, but {file} does not say so",
    },
    why: {
      nl: 'De regels bij de operatie en de operaties bij de regel vertellen twee verhalen.',
      en: 'The rules of the operation and the operations of the rule tell two stories.',
    },
  },
] as const satisfies readonly Omit<RuleInfo, 'kind' | 'source'>[];

export type LinkRule = (typeof ROWS)[number]['id'];

/** The catalogue rows of {@link checkBacklog}. */
export const backlogRules: readonly (RuleInfo & { readonly id: LinkRule })[] = ROWS.map(row => ({
  ...row,
  kind: 'backlog',
  source: SOURCE,
}));

export function rowOf(id: LinkRule): RuleInfo {
  const row = backlogRules.find(rule => rule.id === id);
  if (!row) throw new Error(`no row for ${id}`);
  return row;
}
