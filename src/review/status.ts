import semver from 'semver';
import { isString, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { Comparison } from '../diff/comparison.ts';
import { pairBy, pairOperations } from '../diff/pair.ts';
import type { SideView } from '../diff/sides.ts';
import { appliedOnCondition } from '../json-schema/in-place.ts';
import { componentsBehind } from '../openapi/components.ts';
import { infoText } from '../openapi/info.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
import { mayFollow, nextOf } from '../openapi/status.ts';
import { childEntries, childNode, dereference } from '../vocabulary/tree.ts';
import type { DecisionProblem } from './model.ts';

/**
 * Statuses that cannot come after the one that was: of the document, of operations and their parameters, and of named
 * schemas and their attributes.
 */
export function statusProblems({ old, next }: Comparison): DecisionProblem[] {
  const operations = pairOperations(old.operations, next.operations).both;
  const schemas = pairBy(schemasOf(old), schemasOf(next), ({ name }) => name).both;
  return [
    ...(isNewLine(old, next)
      ? []
      : problemOf('info', childNode(old.root, 'info'), childNode(next.root, 'info'))),
    ...operations.flatMap(([before, after]) => problemOf(after.label, before.node, after.node)),
    ...operations.flatMap(([before, after]) => problemsIn(insideOf(before, old), insideOf(after, next))),
    ...schemas.flatMap(([before, after]) => problemOf(after.name, before.node, after.node)),
    ...schemas.flatMap(([before, after]) =>
      problemsIn(attributesOf(before.name, before.node), attributesOf(after.name, after.node)),
    ),
  ];
}

/** A part of the contract, and what a message calls it. */
interface Named {
  readonly name: string;
  readonly node: Node;
}

const problemsIn = (olds: readonly Named[], nexts: readonly Named[]): DecisionProblem[] =>
  pairBy(olds, nexts, ({ name }) => name).both.flatMap(([before, after]) =>
    problemOf(after.name, before.node, after.node),
  );

/** The parameters of an operation, and the attributes that its bodies say themselves. */
const insideOf = (
  { label, parameters, body, answers }: ComparableOperation,
  { resolve }: SideView,
): Named[] => [
  ...parameters.map(({ name, place, node }) => ({
    name: `${label} · ${name} (${place})`,
    node: dereference(node, resolve) ?? node,
  })),
  ...(body?.media ?? []).flatMap(({ schema }) => (schema ? attributesOf(label, schema) : [])),
  ...answers.flatMap(({ status, media }) =>
    media.flatMap(({ schema }) => (schema ? attributesOf(`${label} ${status}`, schema) : [])),
  ),
];

/** The attributes that a schema says itself, at any depth: what it refers to has a name of its own. */
const attributesOf = (name: string, node: Node): Named[] => [
  ...childEntries(node, 'properties').flatMap(([own, child]) => [
    { name: `${name} · ${own}`, node: child },
    ...attributesOf(`${name} · ${own}`, child),
  ]),
  ...appliedOnCondition(node).flatMap(part => attributesOf(name, part)),
  ...[childNode(node, 'items')].flatMap(items => (items ? attributesOf(name, items) : [])),
];

/** Whether the document is about another version than before: that one starts from the beginning. */
function isNewLine(old: SideView, next: SideView): boolean {
  const [from, to] = [old, next].map(({ root }) => {
    const read = semver.parse(infoText(root.value, 'version'));
    return read && `${read.major}.${read.minor}.${read.patch}`;
  });
  return from !== to && statusOf(childNode(next.root, 'info')) !== 'ingetrokken';
}

const schemasOf = ({ root, resolve }: SideView): Named[] =>
  componentsBehind(resolve, root, 'schemas').map(([name, node]) => ({ name, node }));

function statusOf(node: Node | undefined): string | undefined {
  const status = node && member(node.value, 'x-zds-status');
  return isString(status) ? status : undefined;
}

function problemOf(name: string, old: Node | undefined, next: Node | undefined): DecisionProblem[] {
  const [was, now] = [statusOf(old), statusOf(next)];
  if (was === undefined || now === undefined || mayFollow(was, now)) return [];
  const then = nextOf(was);
  return [
    {
      rule: 'status-transition',
      text: {
        nl: `${name}: na status '${was}' kan niet '${now}' komen; wel: ${then.join(', ') || 'niets meer'}`,
        en: `${name}: '${now}' cannot come after status '${was}'; what can: ${then.join(', ') || 'nothing any more'}`,
      },
    },
  ];
}
