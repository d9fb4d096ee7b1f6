import { placeOfField } from '../../openapi/parts.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations, searchesOf } from '../topics/resources.ts';

const READING = /\b(lezen|consumeren|publiceren)\b/;

export const rule = {
  id: 'zgw-scope-matches-method',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} vraagt {scopes}; vraag voor lezen een leesrecht, en voor schrijven een ander recht dan lezen.',
    en: '{operation} asks {scopes}; ask a reading scope for reads, and another scope than reading for writes.',
  },
  why: {
    nl: 'Een applicatie die alleen leest krijgt anders rechten om te wijzigen, of kan wijzigen met een leesrecht.',
    en: 'An application that only reads gets rights to change otherwise, or can change things with a reading scope.',
  },
  checkApi: ({ api, report }) => {
    const searches = new Set(searchesOf(api));
    for (const operation of pathsOperations(api)) {
      const { node, method, label, security } = operation;
      const scopes = security.flatMap(requirement => [requirement['JWT-Claims'] ?? []].flat()).map(String);
      if (scopes.length === 0) continue;
      const reads = method === 'get' || method === 'head' || searches.has(operation);
      const fits = reads
        ? scopes.some(scope => READING.test(scope))
        : scopes.some(scope => !/\.lezen$/.test(scope));
      if (!fits) report(placeOfField(node, 'security'), { operation: label, scopes: scopes.join(', ') });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{security: [{JWT-Claims: [zaken.lezen]}]}'),
      operation('POST /zaken/_zoek', '{security: [{JWT-Claims: [zaken.lezen]}]}'),
      operation('POST /zaken', '{security: [{JWT-Claims: [zaken.aanmaken]}]}'),
    ],
    bad: [
      {
        document: operation('GET /zaken', '{security: [{JWT-Claims: [zaken.bijwerken]}]}'),
        at: ['/security'],
      },
      { document: operation('POST /zaken', '{security: [{JWT-Claims: [zaken.lezen]}]}'), at: ['/security'] },
    ],
  },
} satisfies LintRule;
