import { pathItem, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isEnglish } from '../topics/vocabulary.ts';

export const rule = {
  id: 'adr-interface-language',
  severity: 'info',
  profiles: {},
  source: 'ADR /core/interface-language',
  message: {
    nl: "'{name}' is Engels; gebruik een Nederlandse naam, of de Engelse als dat de officiële term is.",
    en: "'{name}' is English; use a Dutch name, or the English one where that is the official term.",
  },
  why: {
    nl: 'Domeinbegrippen zijn in het Nederlands vastgelegd; een vertaling verschuift de betekenis.',
    en: 'Domain terms are laid down in Dutch; a translation shifts the meaning.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const { entry, segments } of api.paths)
        for (const segment of segments) if (isEnglish(segment)) report(entry, { name: segment });
    },
    SchemaProperties(properties, { location }) {
      for (const name of Object.keys(properties)) if (isEnglish(name)) report(location.child(name), { name });
    },
  }),
  cases: {
    good: [pathItem('/zaken/{caseId}', '{}'), schema('Zaak', '{properties: {status: {}, url: {}}}')],
    bad: [
      { document: pathItem('/cases', '{}'), at: [''] },
      { document: schema('Zaak', '{properties: {startDate: {}}}'), at: ['/properties/startDate'] },
    ],
  },
} satisfies LintRule;
