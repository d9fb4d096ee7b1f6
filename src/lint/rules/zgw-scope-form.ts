import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const SCOPE = /^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/;

/** Alternatives are written between brackets with a bar. */
const alternativesOf = (scope: string): string[] =>
  /^\(.*\)$/.test(scope)
    ? scope
        .slice(1, -1)
        .split('|')
        .map(part => part.trim())
    : [scope];

export const rule = {
  id: 'zgw-scope-form',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De scope '{scope}' is niet component.actie; schrijf bijvoorbeeld zaken.lezen, of (zaken.lezen | zaken.bijwerken).",
    en: "The scope '{scope}' is not component.action; write for instance zaken.lezen, or (zaken.lezen | zaken.bijwerken).",
  },
  why: {
    nl: 'De scope staat letterlijk in de Autorisaties API; met een typefout krijgt niemand toegang.',
    en: 'The scope stands literally in the Autorisaties API; with a slip in it nobody gets access.',
  },
  check: ({ api, report }) => ({
    SecurityRequirement(value, { location }) {
      const node = api.nodeAt(location, value);
      for (const scope of itemsOf(childOf(node, 'JWT-Claims'))) {
        if (!alternativesOf(String(scope.value)).every(part => SCOPE.test(part)))
          report(scope, { scope: String(scope.value) });
      }
    },
  }),
  cases: {
    good: [
      operation(
        'GET /zaken',
        '{security: [{JWT-Claims: [zaken.statussen.toevoegen, (zaken.lezen | zaken.geforceerd-bijwerken)]}]}',
      ),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken',
          '{security: [{JWT-Claims: [lezen, zaken:lezen, (zaken.lezen zaken.schrijven)]}]}',
        ),
        at: ['/security/0/JWT-Claims/0', '/security/0/JWT-Claims/1', '/security/0/JWT-Claims/2'],
      },
    ],
  },
} satisfies LintRule;
