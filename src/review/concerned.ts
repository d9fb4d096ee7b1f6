import type { Change } from '../core/change.ts';
import type { Comparison } from '../diff/comparison.ts';
import { operationIdOf } from '../openapi/parts.ts';
import type { ReviewedChange } from './model.ts';
import type { People } from './people.ts';
import { resourcesOf } from './resources.ts';

/** Who needs what a change reaches, and where that belongs: by the operations that carry its verdict. */
export type Concerned = Pick<ReviewedChange, 'stories' | 'parties' | 'resources'>;

export function concernedIn(comparison: Comparison, people: People): (change: Change) => Concerned {
  const resources = resourcesOf([comparison.next, comparison.old]);
  const all = [...comparison.next.operations, ...comparison.old.operations];
  return ({ operations }) => {
    const own = all.filter(({ label }) => operations.includes(label));
    return {
      ...people.of(own.flatMap(({ node }) => operationIdOf(node.value) ?? [])),
      resources: resources(operations),
    };
  };
}
