import semver from 'semver';
import { isString, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { Comparison } from '../diff/comparison.ts';
import { pairBy, pairOperations } from '../diff/pair.ts';
import type { SideView } from '../diff/sides.ts';
import { mayFollow, nextOf } from '../openapi/status.ts';
import { childEntries, childNode, dereference, keyword } from '../vocabulary/tree.ts';
import type { DecisionProblem } from './model.ts';

/** Statuses that cannot come after the one that was: of the document, of operations and of named schemas. */
export function statusProblems({ old, next }: Comparison): DecisionProblem[] {
  const operations = pairOperations(old.operations, next.operations).both;
  const schemas = pairBy(schemasOf(old), schemasOf(next), ({ name }) => name).both;
  return [
    ...(isNewLine(old, next)
      ? []
      : problemOf('info', childNode(old.root, 'info'), childNode(next.root, 'info'))),
    ...operations.flatMap(([before, after]) => problemOf(after.label, before.node, after.node)),
    ...schemas.flatMap(([before, after]) => problemOf(after.name, before.node, after.node)),
  ];
}

/** Whether the document is about another version than before: that one starts from the beginning. */
function isNewLine(old: SideView, next: SideView): boolean {
  const [from, to] = [old, next].map(({ root }) => {
    const info = childNode(root, 'info');
    const version = info && keyword(info, 'version');
    const read = semver.parse(isString(version) ? version : undefined);
    return read && `${read.major}.${read.minor}.${read.patch}`;
  });
  return from !== to && statusOf(childNode(next.root, 'info')) !== 'ingetrokken';
}

function schemasOf({ root, resolve }: SideView): { readonly name: string; readonly node: Node }[] {
  const components = childNode(root, 'components');
  return components
    ? childEntries(components, 'schemas').flatMap(([name, written]) => {
        const node = dereference(written, resolve);
        return node ? [{ name, node }] : [];
      })
    : [];
}

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
