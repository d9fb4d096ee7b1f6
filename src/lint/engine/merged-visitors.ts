import type { Oas3Visitor } from '@redocly/openapi-core';

type Visit = (node: unknown, ctx: unknown, parents: unknown, context: unknown) => void;

/** What one rule does on the nodes of one type, without visitors nested in it. */
interface Flat {
  readonly enter?: Visit;
  readonly leave?: Visit;
}

/**
 * Visitors of many rules as one. openapi-core makes a new context for each visitor on each node, which costs more
 * than what most rules do there; none of ours needs its own, as they report through their rule's context.
 *
 * A document may have a number or null where an object belongs: `oas-struct` tells that, and the visitors get to see
 * objects and lists only.
 *
 * @returns the merged visitor first, then the parts that nest visitors, as they were
 */
export function mergeVisitors(visitors: readonly Oas3Visitor[]): Oas3Visitor[] {
  const byType = new Map<string, { enter: Visit[]; leave: Visit[] }>();
  const nested: Oas3Visitor[] = [];
  for (const visitor of visitors) {
    for (const [type, visit] of Object.entries(visitor) as [string, unknown][]) {
      const flat = flatten(type, visit);
      if (!flat) {
        nested.push({ [type]: visit } as Oas3Visitor);
        continue;
      }
      const known = byType.get(type) ?? { enter: [], leave: [] };
      byType.set(type, known);
      if (flat.enter) known.enter.push(flat.enter);
      if (flat.leave) known.leave.push(flat.leave);
    }
  }
  const merged = [...byType].map(([type, { enter, leave }]) => [
    type,
    { enter: inTurn(enter), leave: inTurn(leave) },
  ]);
  return [Object.fromEntries(merged) as Oas3Visitor, ...nested];
}

function flatten(type: string, visit: unknown): Flat | undefined {
  if (type === 'ref') return undefined;
  if (typeof visit === 'function') return { enter: visit as Visit };
  const isFlat = Object.keys(Object(visit)).every(key => key === 'enter' || key === 'leave');
  return isFlat ? (visit as Flat) : undefined;
}

const inTurn =
  (visits: readonly Visit[]): Visit =>
  (node, ctx, parents, context) => {
    if (typeof node !== 'object' || node === null) return;
    for (const visit of visits) visit(node, ctx, parents, context);
  };
