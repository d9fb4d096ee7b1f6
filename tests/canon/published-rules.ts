import { codeOf, type Rule } from '../../src/backlog/backlog.ts';

const ANSWER = ['statuses', 'code', 'field', 'scopes'] as const;

/** A row of `spec/backlog/published-rules.yaml`: what the published prose says of a numbered rule. */
export interface Published
  extends Pick<Rule, 'id' | 'occurrence' | 'statuses' | 'code' | 'field' | 'scopes'> {
  readonly kept?: string;
  readonly changed?: string;
  readonly by?: string;
  /** The part of the answer that the row in `by` changes. */
  readonly differs?: (typeof ANSWER)[number];
}

const keyOf = ({ id, occurrence }: Pick<Rule, 'id' | 'occurrence'>): string => `${id}/${occurrence ?? ''}`;

const QUOTED = /`([^`]+)`/g;

/** What our rule says otherwise than the published one, without a row that decides so. */
function differencesOf(row: Published, rule: Rule, decided: ReadonlySet<string>): readonly string[] {
  const { kept = '', by, differs } = row;
  const words = [...kept.matchAll(QUOTED)].map(([, word = '']) => word);
  return [
    ...ANSWER.filter(name => name !== differs && String(row[name] ?? '') !== String(rule[name] ?? '')),
    ...words.filter(word => !rule.statement?.includes(`\`${word}\``)).map(word => `lacks ${word}`),
    ...(by === undefined || decided.has(by) ? [] : [`no row ${by}`]),
  ].map(text => `${codeOf(rule)}: ${text}`);
}

/** Where rules and published prose differ, as `zrc-007: code`; a rule of our own is not compared. */
export function unlikePublished(
  rules: readonly Rule[],
  published: readonly Published[],
  decided: ReadonlySet<string>,
): readonly string[] {
  const ours = new Map(rules.map(rule => [keyOf(rule), rule]));
  const theirs = new Set(published.map(keyOf));
  return [
    ...published.flatMap(row => {
      const rule = ours.get(keyOf(row));
      return rule ? differencesOf(row, rule, decided) : [`${row.id}: is not there`];
    }),
    ...rules
      .filter(({ id, state }) => state === 'current' && !id.startsWith('zds-'))
      .filter(rule => !theirs.has(keyOf(rule)))
      .map(rule => `${codeOf(rule)}: is not published`),
  ];
}
