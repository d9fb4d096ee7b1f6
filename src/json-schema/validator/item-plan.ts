import { isObject, type Json } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { childNode, childNodes, idOf, isReference } from '../reading.ts';

/** Which items of an array a schema evaluates (JSON Schema 2020-12 Core, section 11.2), its schemas written for ajv. */
export interface ItemPlan {
  /** `items`, or an `unevaluatedItems` of its own: all of them. */
  readonly isWhole: boolean;
  /** So many items from the start. */
  readonly prefix: number;
  /** Those that satisfy this schema. */
  readonly contains?: Json;
  /** What is always asked of the same array. */
  readonly parts: readonly ItemPlan[];
  /** What counts only where the array satisfies a schema, and what counts where it does not. */
  readonly branches: readonly {
    readonly when: Json;
    readonly held: readonly ItemPlan[];
    readonly failed: readonly ItemPlan[];
  }[];
}

/** How the schemas of a plan are written. */
export interface PlanSchemas {
  readonly toTheLetter: (schema: Node) => Json;
  /** A branch of `anyOf` or `oneOf` of a schema. */
  readonly branch: (schema: Node, branch: Node) => Json;
}

const NOTHING: ItemPlan = { isWhole: false, prefix: 0, parts: [], branches: [] };

/** What a schema and all that speaks of the same array evaluate, as far as one can tell without the array. */
export function itemPlan(
  node: Node,
  resolve: Resolve,
  schemas: PlanSchemas,
  seen: ReadonlySet<string> = new Set(),
): ItemPlan {
  if (seen.has(idOf(node)) || !isObject(node.value)) return NOTHING;
  const known = new Set([...seen, idOf(node)]);
  const planOf = (inner: Node): ItemPlan => itemPlan(inner, resolve, schemas, known);
  const plansAt = (keyword: string): ItemPlan[] => {
    const inner = childNode(node, keyword);
    return inner ? [planOf(inner)] : [];
  };
  const target = isReference(node) ? resolve(node) : undefined;
  const [contains, test] = ['contains', 'if'].map(name => childNode(node, name));
  return {
    isWhole: ['items', 'unevaluatedItems'].some(name => childNode(node, name) !== undefined),
    prefix: childNodes(node, 'prefixItems').length,
    ...(contains && { contains: schemas.toTheLetter(contains) }),
    parts: [...childNodes(node, 'allOf'), ...(target ? [target] : [])].map(planOf),
    branches: [
      ...['anyOf', 'oneOf']
        .flatMap(name => childNodes(node, name))
        .map(branch => ({ when: schemas.branch(node, branch), held: [planOf(branch)], failed: [] })),
      ...(test
        ? [
            {
              when: schemas.toTheLetter(test),
              held: [planOf(test), ...plansAt('then')],
              failed: plansAt('else'),
            },
          ]
        : []),
    ],
  };
}

/** The indexes of the items that a plan evaluates. */
export function evaluatedItems(
  { isWhole, prefix, contains, parts, branches }: ItemPlan,
  items: readonly Json[],
  holds: (schema: Json, value: Json) => boolean,
): ReadonlySet<number> {
  const inner = [
    ...parts,
    ...branches.flatMap(({ when, held, failed }) => (holds(when, items) ? held : failed)),
  ];
  const own = [...items.keys()].filter(
    index => isWhole || index < prefix || (contains !== undefined && holds(contains, items[index] ?? null)),
  );
  return new Set([...own, ...inner.flatMap(part => [...evaluatedItems(part, items, holds)])]);
}
