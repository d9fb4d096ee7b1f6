import { pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

/** The fields of a Path Item Object, with the methods that RFC 9110 defines and the rule allows. */
const FIELDS = new Set([
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options'],
  ...['$ref', 'summary', 'description', 'servers', 'parameters'],
]);

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
  check: ({ report }) => ({
    PathItem(item, { location }) {
      for (const method of Object.keys(item)) {
        if (!FIELDS.has(method) && !method.startsWith('x-')) report(location.child(method), { method });
      }
    },
  }),
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
    ],
  },
} satisfies LintRule;
