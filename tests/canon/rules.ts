import type { Rule } from '../../src/backlog/backlog.ts';
import { codeOf } from '../../src/backlog/backlog.ts';
import type { NamedOperation } from '../../src/backlog/operations.ts';
import { isString, member } from '../../src/core/json.ts';

/** The name that a statement uses for an attribute: the last part of `Schema.group.attribute`. */
const nameOf = (attribute: string): string => attribute.split('.').at(-1) ?? attribute;

/** What a row lists and its statement does not say, as `zrc-001: 400`. */
export function unsaid(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(rule => {
    const { statement = '' } = rule;
    const words = [...(rule.statuses ?? []).map(String), ...(rule.code ? [rule.code] : [])];
    const quoted = [
      ...(rule.attributes ?? []).map(nameOf),
      ...(rule.scopes ?? []),
      ...(rule.field ? [rule.field] : []),
    ];
    return [
      ...words.filter(word => !statement.includes(word)),
      ...quoted.filter(word => !statement.includes(`\`${word}\``)),
    ].map(word => `${codeOf(rule)}: ${word}`);
  });
}

/** Rules in force without a statement or without evidence. */
export const incomplete = (rules: readonly Rule[]): readonly string[] =>
  rules.filter(({ statement, evidence }) => !statement || !evidence).map(codeOf);

const CODE = /\b(?:zrc|drc|ztc|brc|ac|zds)-\d{3}[a-z]?\b/g;

const textOf = ({ node }: NamedOperation): string => {
  const text = member(node.value, 'description');
  return isString(text) ? text : '';
};

/**
 * Codes that an operation lists and its text does not name, or that its text names and it does not list. A rule of
 * the whole API need not come back in each text.
 */
export function unlike(
  operations: readonly NamedOperation[],
  general: ReadonlySet<string>,
): readonly string[] {
  return operations.flatMap(operation => {
    const said = new Set(textOf(operation).match(CODE));
    const listed = new Set(operation.rules);
    return [
      ...[...listed]
        .filter(code => !said.has(code) && !general.has(code))
        .map(code => `${operation.operationId}: text lacks ${code}`),
      ...[...said]
        .filter(code => !listed.has(code))
        .map(code => `${operation.operationId}: x-zds-rules lacks ${code}`),
    ];
  });
}
