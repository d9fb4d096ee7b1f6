import { groupedBy } from '../../core/group.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Visitor } from '../rule.ts';
import type { At, Visit, Visits } from './typed-walk.ts';

/** One thing to do. */
export interface Action {
  /** A type, `PARENT/TYPE`, `any` or `ref`. */
  readonly on: string;
  readonly when: 'enter' | 'leave';
  readonly visit: Visit;
}

/** A function of a visitor, as rules have them: of a value, and where it stands. */
type Act = (node: object, at: At) => unknown;

/** What a visitor does: on a type, before or after what it holds, or on a type directly inside another. */
export const actionsOf = (visitor: Visitor): Action[] =>
  Object.entries(visitor).flatMap(([type, acts]: [string, unknown]) => {
    const parts = typeof acts === 'function' ? [['enter', acts]] : Object.entries(Object(acts));
    return parts.map(([name, act]): Action => {
      if (typeof act !== 'function') throw new Error(`a visitor of ${name} stands too deep inside ${type}`);
      const visit = onObjects(act as Act);
      return name === 'enter' || name === 'leave'
        ? { on: type, when: name, visit }
        : { on: `${type}/${name}`, when: 'enter', visit };
    });
  });

/** A document may have a number or null where an object belongs: `oas-struct` tells that, and no rule gets to see it. */
const onObjects =
  (act: Act): Visit =>
  at => {
    if (typeof at.node === 'object' && at.node !== null) act(at.node, at);
  };

/**
 * What all rules do, by type.
 *
 * @param besideReferences whether a reference with keywords beside it is visited too, as the schema that it is since 3.1
 * (OpenAPI 3.1.0, section 4.8.24; JSON Schema core, section 8.2.3.1)
 */
export function visitsOf(actions: readonly Action[], besideReferences: boolean): Visits {
  const of = (on: string, when: Action['when']): Visit[] =>
    actions.flatMap(action => (action.on === on && action.when === when ? [action.visit] : []));
  const byType = (some: readonly Action[]): Map<string, Visit[]> =>
    new Map([...groupedBy(some, ({ on }) => on)].map(([on, group]) => [on, group.map(({ visit }) => visit)]));
  const beside = besideReferences ? [besideReference(of('any', 'enter'), actions)] : [];
  return {
    any: of('any', 'enter'),
    enter: byType(actions.filter(({ on, when }) => when === 'enter' && !on.includes('/'))),
    leave: byType(actions.filter(({ when }) => when === 'leave')),
    inside: byType(actions.filter(({ on }) => on.includes('/'))),
    reference: [...of('ref', 'enter'), ...beside],
    afterReference: of('ref', 'leave'),
  };
}

function besideReference(ofAny: readonly Visit[], actions: readonly Action[]): Visit {
  const ofSchema = actions.filter(({ on }) => on === 'Schema').map(({ visit }) => visit);
  return at => {
    if (at.type.name !== 'Schema' || Object.keys(Object(at.node)).length < 2) return;
    const { $ref: _, ...node } = at.node as JsonObject;
    // Among the fields of a Schema Object there is no `$ref`.
    for (const visit of ofAny) visit({ ...at, node });
    for (const visit of ofSchema) visit(at);
  };
}
