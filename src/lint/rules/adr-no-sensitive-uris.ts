import { isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import type { Api } from '../api.ts';
import { components, parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { keysInSchemas } from '../topics/queries.ts';
import { isSensitive } from '../topics/sensitive.ts';

/** Yes or no tells nobody's data, whatever it is about. */
const isFlag = (api: Api, schema: Node | undefined): boolean =>
  facetsOf(api, schema).types.join() === 'boolean';

export const rule = {
  id: 'adr-no-sensitive-uris',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /core/transport/no-sensitive-uris',
  message: {
    nl: "'{name}' zet gevoelige gegevens in het adres; stuur ze in een header of in de body.",
    en: "'{name}' puts sensitive data into the address; send them in a header or in the body.",
  },
  why: {
    nl: 'Adressen komen in logboeken, browsergeschiedenis en tussenliggende systemen terecht.',
    en: 'Addresses end up in logs, browser history and systems in between.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const [name, key] of keysInSchemas(api))
        if (isSensitive(name) && !isFlag(api, key)) report(key, { name });
    },
    Parameter(parameter, { location }) {
      const { name } = parameter;
      const isInUri = parameter.in === 'query' || parameter.in === 'path';
      const schema = childOf(api.nodeAt(location, parameter), 'schema');
      if (isInUri && isString(name) && isSensitive(name) && !isFlag(api, schema))
        report(location.child('name'), { name });
    },
    SecurityScheme(scheme, { location }) {
      if (scheme.type === 'apiKey' && scheme.in === 'query')
        report(location.child('name'), { name: String(scheme.name) });
    },
  }),
  cases: {
    good: [
      parameter('{in: query, name: zaaktype}'),
      parameter('{in: query, name: pageToken}'),
      parameter('{in: header, name: bsn}'),
      parameter('{in: query, name: heeftEmail, schema: {type: boolean}}'),
      parameter('{in: query, name: tokenType}'),
    ],
    bad: [
      { document: parameter('{in: query, name: rol__natuurlijkPersoon__inpBsn}'), at: ['/name'] },
      { document: parameter('{in: query, name: access_token}'), at: ['/name'] },
      {
        document: components('{securitySchemes: {sleutel: {type: apiKey, in: query, name: key}}}'),
        at: ['/securitySchemes/sleutel/name'],
      },
    ],
  },
} satisfies LintRule;
