import { components, parameter, response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'adr-stateless',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/stateless',
  message: {
    nl: "'{name}' gaat in een cookie mee en wijst op een sessie op de server; laat elk verzoek op zichzelf staan.",
    en: "'{name}' travels in a cookie and suggests a session on the server; let each request stand by itself.",
  },
  why: {
    nl: 'Met toestand op de server kan een verzoek niet naar elke instantie en niet worden herhaald.',
    en: 'With state on the server a request cannot go to any instance and cannot be repeated.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const header of pathsOperations(api).flatMap(({ responses }) =>
        responses.flatMap(({ headers }) => headers.get('set-cookie') ?? []),
      ))
        report(header, { name: 'Set-Cookie' });
    },
    Parameter(parameter, { location }) {
      if (
        parameter.in === 'cookie' ||
        (parameter.in === 'header' && /^cookie$/i.test(String(parameter.name)))
      )
        report(location.child('in'), { name: String(parameter.name) });
    },
    SecurityScheme(scheme, { location }) {
      if (scheme.type === 'apiKey' && scheme.in === 'cookie')
        report(location.child('in'), { name: String(scheme.name) });
    },
  }),
  cases: {
    good: [
      parameter('{in: header, name: X-Sessie}'),
      response('200', '{headers: {ETag: {}}}'),
      components('{securitySchemes: {jwt: {type: http, scheme: bearer}}}'),
    ],
    bad: [
      { document: parameter('{in: cookie, name: JSESSIONID}'), at: ['/in'] },
      { document: response('200', '{headers: {Set-Cookie: {}}}'), at: ['/headers/Set-Cookie'] },
      {
        document: components('{securitySchemes: {sessie: {type: apiKey, in: cookie, name: sid}}}'),
        at: ['/securitySchemes/sessie/in'],
      },
    ],
  },
} satisfies LintRule;
