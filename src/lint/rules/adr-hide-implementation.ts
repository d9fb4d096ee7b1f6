import { parameter, pathItem, response, schema } from '../fragment.ts';
import type { LintRule, Where } from '../rule.ts';
import { platformIn } from '../topics/vocabulary.ts';

export const rule = {
  id: 'adr-hide-implementation',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/hide-implementation',
  message: {
    nl: "'{name}' verraadt met '{word}' hoe de API is gebouwd; kies een naam uit het domein.",
    en: "'{name}' reveals by '{word}' how the API is built; choose a name of the domain.",
  },
  why: {
    nl: 'Techniek in een naam blijft staan als de techniek verdwijnt, en helpt een aanvaller.',
    en: 'Technology in a name stays when the technology goes, and helps an attacker.',
  },
  check: ({ api, report }) => {
    const tell = (text: string, name: string, whereOf: () => Where): void => {
      const word = platformIn(text);
      if (word) report(whereOf(), { name, word });
    };
    return {
      Root() {
        for (const { template, entry, segments } of api.paths)
          tell(segments.join(' '), template, () => entry);
        const responses = api.operations.flatMap(operation => operation.responses);
        for (const [name, header] of responses.flatMap(({ headers }) => [...headers]))
          if (/^x-powered-by$|^server$/.test(name)) report(header, { name, word: name });
          else tell(name, name, () => header);
      },
      Parameter({ name }, { location }) {
        if (typeof name === 'string') tell(name, name, () => location.child('name'));
      },
      SchemaProperties(properties, { location }) {
        for (const name of Object.keys(properties)) tell(name, name, () => location.child(name));
      },
    };
  },
  cases: {
    good: [pathItem('/zaken', '{}')],
    bad: [
      { document: pathItem('/cgi-bin/zaken', '{}'), at: [''] },
      { document: schema('Zaak', '{properties: {rowId: {}}}'), at: ['/properties/rowId'] },
      { document: parameter('{in: header, name: X-Sql-Id}'), at: ['/name'] },
      { document: response('200', '{headers: {X-Powered-By: {}}}'), at: ['/headers/X-Powered-By'] },
    ],
  },
} satisfies LintRule;
