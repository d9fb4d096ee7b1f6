import { childOf } from '../../source/index.ts';
import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { entriesOf } from '../topics/schemas.ts';

/** The fields of a Path Item Object, with the methods that RFC 9110 defines and the rule allows. */
const FIELDS = new Set([
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
  ...['$ref', 'summary', 'description', 'servers', 'parameters'],
]);

/** Methods without a field of their own, since OpenAPI 3.2.0 (section 4.9.1). */
const OTHERS = 'additionalOperations';

export const rule = {
  id: 'adr-http-methods',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/http-methods',
  message: {
    nl: "De methode '{method}' hoort niet bij een REST-API; gebruik get, post, put, patch of delete.",
    en: "The method '{method}' does not belong to a REST API; use get, post, put, patch or delete.",
  },
  why: {
    nl: 'Afnemers, caches en beveiliging kennen de betekenis van andere methoden niet.',
    en: 'Consumers, caches and security do not know the meaning of other methods.',
  },
  checkApi: ({ api, report }) => {
    // What stands beside the reference of a path is of the path too.
    const items = new Set(api.paths.flatMap(({ entry, node }) => [entry, node]));
    for (const item of items) {
      const methods = entriesOf(item).filter(([name]) => !FIELDS.has(name) && !name.startsWith('x-'));
      for (const [method, node] of [...methods, ...entriesOf(childOf(item, OTHERS))])
        if (method !== OTHERS) report(node, { method });
    }
  },
  cases: {
    good: [
      pathItem(
        '/zaken',
        '{get: {}, post: {}, put: {}, patch: {}, delete: {}, head: {}, options: {}, parameters: []}',
      ),
    ],
    bad: [
      { document: pathItem('/zaken', '{trace: {}}'), at: ['/trace'] },
      { document: pathItem('/zaken', '{get: {}, copy: {}}'), at: ['/copy'] },
      {
        document: pathItem('/zaken', '{get: {}, additionalOperations: {PURGE: {}}}'),
        at: ['/additionalOperations/PURGE'],
      },
    ],
  },
} satisfies LintRule;
