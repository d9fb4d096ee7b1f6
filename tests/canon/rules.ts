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

/** Refusals that the text of an operation tells and that are no answer of it, as `status_create: 400`. */
export const untold = (operations: readonly NamedOperation[]): readonly string[] =>
  operations.flatMap(operation => {
    const answers = Object.keys(member(operation.node.value, 'responses') ?? {});
    const told = new Set(textOf(operation).match(/\b[45]\d\d\b/g));
    return [...told]
      .filter(status => !answers.includes(status))
      .map(status => `${operation.operationId}: ${status}`);
  });

const REFUSES = /\bweiger/;

/**
 * Operations of a rule that have no answer for who breaks it, as `zrc-016: status_create has no 400`. What is refused
 * without a status is 400, and 403 where the scope that a rule names is all that lacks (`zds-015`).
 */
export function unanswered(rules: readonly Rule[], operations: readonly NamedOperation[]): readonly string[] {
  const answers = new Map(
    operations.map(({ operationId, node }) => [
      operationId,
      Object.keys(member(node.value, 'responses') ?? {}),
    ]),
  );
  return rules.flatMap(rule => {
    const refusal = REFUSES.test(rule.statement ?? '') ? [400] : [];
    const withoutScope = rule.scopes ? [403] : [];
    const statuses = [...(rule.statuses ?? refusal), ...withoutScope].map(String);
    if (statuses.length === 0) return [];
    return (rule.operations ?? [])
      .filter(id => id !== '*' && !statuses.some(status => answers.get(id)?.includes(status)))
      .map(id => `${codeOf(rule)}: ${id} has no ${statuses.join(' or ')}`);
  });
}
