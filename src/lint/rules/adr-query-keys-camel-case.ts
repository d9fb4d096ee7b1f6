import { childOf } from '../../source/index.ts';
import { components, parameter, pathItem } from '../fragment.ts';
import type { LintRule, Where } from '../rule.ts';
import { inCamelCase } from '../topics/casing.ts';
import { keysInSchemas, spreadsMembers } from '../topics/queries.ts';

/** Keys that the geo module itself writes with a hyphen. */
const EXEMPT = new Set(['bbox-crs', 'filter-crs']);

export const rule = {
  id: 'adr-query-keys-camel-case',
  severity: 'error',
  profiles: { adr: 'error', zds: 'info' },
  source: 'ADR /core/query-keys-camel-case',
  message: {
    nl: "De querysleutel '{name}' is niet in lowerCamelCase; schrijf hem als '{better}'.",
    en: "The query key '{name}' is not in lowerCamelCase; write it as '{better}'.",
  },
  why: {
    nl: 'Sleutels met één schrijfwijze zijn te raden en botsen niet met namen in programmeertalen.',
    en: 'Keys in one spelling can be guessed and do not clash with names in programming languages.',
  },
  check: ({ api, report }) => {
    const check = (name: unknown, where: Where): void => {
      if (typeof name === 'string' && !EXEMPT.has(name) && !/^\$?[a-z][a-zA-Z0-9]*$/.test(name))
        report(where, { name, better: inCamelCase(name) });
    };
    return {
      Root() {
        for (const [name, key] of keysInSchemas(api)) check(name, key);
      },
      Parameter(parameter, { location }) {
        const node = api.nodeAt(location, parameter);
        if (parameter.in === 'query' && !spreadsMembers(api, node, childOf(node, 'schema')))
          check(parameter.name, location.child('name'));
      },
      SecurityScheme(scheme, { location }) {
        if (scheme.type === 'apiKey' && scheme.in === 'query') check(scheme.name, location.child('name'));
      },
    };
  },
  cases: {
    good: [
      parameter('{in: query, name: zaakType}'),
      parameter('{in: query, name: $filter}'),
      parameter('{in: header, name: X-Trace}'),
      parameter('{in: query, name: bbox-crs}'),
    ],
    bad: [
      { document: parameter('{in: query, name: zaak_type}'), at: ['/name'] },
      {
        document: pathItem('/zaken', '{parameters: [{in: query, name: Zaaktype}]}'),
        at: ['/parameters/0/name'],
      },
      {
        document: components('{securitySchemes: {sleutel: {type: apiKey, in: query, name: api_key}}}'),
        at: ['/securitySchemes/sleutel/name'],
      },
    ],
  },
} satisfies LintRule;
