import { grouped } from '../core/group.ts';
import { join, type Pointer } from '../core/pointer.ts';
import type { Args } from '../core/text.ts';
import type { Document } from '../source/document.ts';
import { attributeLookup } from './attributes.ts';
import { type Backlog, codeOf, type Rule } from './backlog.ts';
import { type NamedOperation, operationsOf } from './operations.ts';
import type { LinkRule } from './rules.ts';

/** The backlog and the document, each link followed. */
export interface BacklogLinks {
  readonly operations: readonly NamedOperation[];
  readonly byId: ReadonlyMap<string, NamedOperation>;
  /** The rules in force that name an operation, by operationId. */
  readonly rulesOf: ReadonlyMap<string, readonly Rule[]>;
  readonly broken: readonly BrokenLink[];
}

/** A link that leads nowhere, or that only one of its two ends knows. */
export interface BrokenLink {
  readonly rule: LinkRule;
  readonly args: Args;
  readonly at:
    | { readonly file: 'stories' | 'rules'; readonly pointer: Pointer }
    | { readonly operation: NamedOperation };
}

/** Follows every link. Rules that are dropped or come later are not held against the document. */
export function follow(backlog: Backlog, document: Document): BacklogLinks {
  const operations = operationsOf(document);
  const byId = new Map(operations.map(operation => [operation.operationId, operation]));
  const rulesOf = grouped(
    backlog.rules.filter(isCurrent).flatMap(rule =>
      operationIdsOf(rule, operations)
        .filter(name => byId.has(name))
        .map((id): [string, Rule] => [id, rule]),
    ),
  );
  const broken = [
    ...fromStories(backlog, byId),
    ...fromRules(backlog, byId, attributeLookup(document)),
    ...fromOperations(backlog, operations, rulesOf),
  ];
  return { operations, byId, rulesOf, broken };
}

export const isCurrent = ({ state }: Rule): boolean => state === 'current';

/** The operationIds of a rule, with `*` written out. */
export const operationIdsOf = (rule: Rule, operations: readonly NamedOperation[]): readonly string[] =>
  rule.operations?.includes('*')
    ? operations.filter(({ api }) => api === rule.api).map(({ operationId }) => operationId)
    : (rule.operations ?? []);

function fromStories({ stories }: Backlog, byId: ReadonlyMap<string, NamedOperation>): BrokenLink[] {
  return stories.flatMap(({ id, operations = [] }, index) =>
    operations.flatMap((operation, place) =>
      byId.has(operation)
        ? []
        : [
            {
              rule: 'backlog-unknown-operation',
              args: { from: id, operation },
              at: { file: 'stories', pointer: join('/stories', index, 'operations', place) },
            } as const,
          ],
    ),
  );
}

function fromRules(
  { rules }: Backlog,
  byId: ReadonlyMap<string, NamedOperation>,
  hasAttribute: (attribute: string) => boolean,
): BrokenLink[] {
  return rules.flatMap((rule, index) => {
    if (!isCurrent(rule)) return [];
    const from = codeOf(rule);
    const at = (key: string, place: number) =>
      ({ file: 'rules', pointer: join('/rules', index, key, place) }) as const;
    const operations = (rule.operations ?? []).flatMap((operation, place) =>
      operation === '*' || byId.has(operation)
        ? []
        : [
            {
              rule: 'backlog-unknown-operation',
              args: { from, operation },
              at: at('operations', place),
            } as const,
          ],
    );
    const attributes = (rule.attributes ?? []).flatMap((attribute, place) =>
      hasAttribute(attribute)
        ? []
        : [
            {
              rule: 'backlog-unknown-attribute',
              args: { from, attribute },
              at: at('attributes', place),
            } as const,
          ],
    );
    return [...operations, ...attributes];
  });
}

function fromOperations(
  { rules }: Backlog,
  operations: readonly NamedOperation[],
  rulesOf: ReadonlyMap<string, readonly Rule[]>,
): BrokenLink[] {
  return operations.flatMap(operation => {
    const { operationId } = operation;
    const governing = new Set((rulesOf.get(operationId) ?? []).map(({ id }) => id));
    const named = operation.rules.flatMap((code): BrokenLink[] => {
      if (governing.has(code)) return [];
      const args = { operation: operationId, code };
      const rows = rules.filter(({ id }) => id === code);
      if (rows.length === 0) return [{ rule: 'backlog-unknown-rule', args, at: { operation } }];
      if (!rows.some(isCurrent)) return [{ rule: 'backlog-rule-not-in-force', args, at: { operation } }];
      return [{ rule: 'backlog-rule-one-sided', args: { ...args, file: 'rules.yaml' }, at: { operation } }];
    });
    const unnamed = [...governing].filter(code => !operation.rules.includes(code));
    const missing = unnamed.map(
      (code): BrokenLink => ({
        rule: 'backlog-rule-one-sided',
        args: { operation: operationId, code, file: 'x-zds-rules' },
        at: { operation },
      }),
    );
    return [...named, ...missing];
  });
}
