import { isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { lastToken } from '../../core/pointer.ts';
import { type Alternative, declaredNames, memberOf } from '../algebra/alternative.ts';
import { normalise } from '../algebra/normalise.ts';
import { keyword } from '../reading.ts';
import type { Workspace } from '../workspace.ts';

/** What belongs together of two lists, and what is left on either side. */
export interface Pairing<T> {
  readonly both: readonly (readonly [old: T, next: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs the alternatives of one type: those that look most like each other first. What looks like nothing on the
 * other side is a branch that was added or removed.
 */
export function pairAlternatives(
  space: Workspace,
  olds: readonly Alternative[],
  nexts: readonly Alternative[],
): Pairing<Alternative> {
  const [only, other] = [olds[0], nexts[0]];
  if (olds.length === 1 && nexts.length === 1 && only && other)
    return { both: [[only, other]], removed: [], added: [] };
  const scored = olds.flatMap((old, index) =>
    nexts.map((next, twin) => ({
      old,
      next,
      score: likeness(space, old, next) + (index === twin ? 0.5 : 0),
    })),
  );
  const both: [Alternative, Alternative][] = [];
  const taken = new Set<Alternative>();
  for (const { old, next, score } of scored.sort((left, right) => right.score - left.score)) {
    if (score < 2 || taken.has(old) || taken.has(next)) continue;
    both.push([old, next]);
    taken.add(old).add(next);
  }
  return {
    both,
    removed: olds.filter(old => !taken.has(old)),
    added: nexts.filter(next => !taken.has(next)),
  };
}

function likeness(space: Workspace, old: Alternative, next: Alternative): number {
  const name = branchName(old.branch);
  const named = name !== undefined && name === branchName(next.branch) ? 4 : 0;
  if (old.type !== 'object')
    return named + (JSON.stringify(old.facets) === JSON.stringify(next.facets) ? 3 : 0);
  // A name that a flag hides on one side is the same name all the same.
  const [ours, theirs] = [old, next].map(side => new Set([...declaredNames(side), ...side.hidden]));
  if (!ours || !theirs) return named;
  const shared = [...ours].filter(member => theirs.has(member));
  const areBare = ours.size === 0 && theirs.size === 0;
  const overlap = areBare ? 1 : shared.length / Math.max(ours.size, theirs.size);
  const alikeFacets = JSON.stringify(old.facets) === JSON.stringify(next.facets) ? 1 : 0;
  return (
    named + alikeFacets + 3 * overlap + (shared.some(member => sameChoice(space, old, next, member)) ? 8 : 0)
  );
}

/** Both allow the same single value for a name: what tells branches apart. */
function sameChoice(space: Workspace, old: Alternative, next: Alternative, name: string): boolean {
  const [one, other] = [old, next].map(side => normalise(space, memberOf(side, name)));
  const [value, twin] = [one, other].map(form =>
    form?.length === 1 && form[0]?.values?.length === 1 ? form[0].values[0] : undefined,
  );
  return value !== undefined && JSON.stringify(value) === JSON.stringify(twin);
}

/** What people call a branch: its component, or its title. */
export function branchName(branch: Node | undefined): string | undefined {
  if (!branch) return undefined;
  const reference = keyword(branch, '$ref');
  if (isString(reference)) return lastToken(reference);
  const title = keyword(branch, 'title');
  return isString(title) ? title : undefined;
}
