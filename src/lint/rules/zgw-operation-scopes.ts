import { placeOfField } from '../../openapi/parts.ts';
import { document, operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-operation-scopes',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} noemt geen scope onder JWT-Claims; zeg welke scopes toegang geven.',
    en: '{operation} names no scope under JWT-Claims; say which scopes give access.',
  },
  why: {
    nl: 'Zonder scope weet een beheerder niet welke rechten een applicatie nodig heeft, en een leverancier niet wat hij moet afdwingen.',
    en: 'Without a scope an administrator does not know what rights an application needs, nor a vendor what to enforce.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, label, security } of pathsOperations(api)) {
      const scopes = security.flatMap(requirement => requirement['JWT-Claims'] ?? []);
      if (scopes.length === 0) report(placeOfField(node, 'security'), { operation: label });
    }
  },
  cases: {
    good: [
      operation('HEAD /zaken', '{security: [{JWT-Claims: [zaken.lezen]}]}'),
      document('security: [{JWT-Claims: [zaken.lezen]}]\npaths: {/zaken: {get: {responses: {}}}}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{responses: {}}'), at: [''] },
      { document: operation('GET /zaken', '{security: [{JWT-Claims: []}]}'), at: ['/security'] },
    ],
  },
} satisfies LintRule;
