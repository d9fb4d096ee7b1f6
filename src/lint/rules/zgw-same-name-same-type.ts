import type { Node } from '../../core/node.ts';
import { components } from '../fragment.ts';
import type { LintRule, Visitor } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { componentNameAt } from '../topics/names.ts';
import { propertiesIn } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

/** Names that mean nothing without the thing they belong to. */
const GENERAL = new Set(['type', 'status', 'code', 'waarde', 'name', 'naam', 'coordinates', 'resource']);

const TWO = 'schemas: {A: {properties: {x: {type: string}}}, B: {properties: {x: {type: integer}}}}';

type Use = { readonly entry: Node; readonly type: string; readonly owner: string };

export const rule = {
  id: 'zgw-same-name-same-type',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' is hier {is}, terwijl het in {other} {was} is; gebruik één type, of een andere naam.",
    en: "'{name}' is {is} here, while it is {was} in {other}; use one type, or another name.",
  },
  why: {
    nl: "Wie gegevens van verschillende API's naast elkaar legt, verwacht onder één naam één soort waarde.",
    en: 'Whoever puts data of several APIs side by side expects one kind of value under one name.',
  },
  check: ({ api, report }): Visitor => {
    const found = new Map<string, Use[]>();
    return {
      ...visitSchemas(api, node => {
        // What stands in allOf is of the component around it.
        const owner = componentNameAt({ ...node, pointer: node.pointer.replace(/(\/allOf\/\d+)+$/, '') });
        if (owner === undefined || /expand|zoek|patched/i.test(owner)) return;
        for (const [name, entry] of propertiesIn(node)) {
          const type = facetsOf(api, entry).types.join('|');
          const uses = found.get(name) ?? [];
          if (type && !GENERAL.has(name)) found.set(name, [...uses, { entry, type, owner }]);
        }
      }),
      Root: {
        leave() {
          for (const [name, uses] of found) {
            const count = ({ type }: Use): number => uses.filter(use => use.type === type).length;
            const usual = [...uses].sort((left, right) => count(right) - count(left))[0];
            const args = { name, was: usual?.type ?? '', other: usual?.owner ?? '' };
            for (const { entry, type } of uses) if (type !== args.was) report(entry, { ...args, is: type });
          }
        },
      },
    };
  },
  cases: {
    good: [components(TWO.replace('integer', '[string, "null"]'))],
    bad: [{ document: components(TWO), at: ['/schemas/B/properties/x'] }],
  },
} satisfies LintRule;
