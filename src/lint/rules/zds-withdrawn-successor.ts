import { type Json, member } from '../../core/json.ts';
import { operation, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';

const NEEDED = ['x-successor', 'x-sunset'];

/** What something that is withdrawn does not say. */
const lacks = (value: Json): string[] =>
  member(value, 'x-zds-status') === 'ingetrokken'
    ? NEEDED.filter(name => saysNothing(member(value, name)))
    : [];

export const rule = {
  id: 'zds-withdrawn-successor',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'x-zds-status',
  message: {
    nl: "'{name}' is ingetrokken en noemt geen {missing}.",
    en: "'{name}' is withdrawn and names no {missing}.",
  },
  why: {
    nl: 'Wie erop bouwde, moet weten tot wanneer het blijft werken en wat ervoor in de plaats komt.',
    en: 'Whoever built on it has to know until when it goes on working, and what takes its place.',
  },
  check: ({ api, report }) => ({
    Operation(value, { location }) {
      const missing = lacks(value as unknown as Json).join(', ');
      const name = api.operationOf(value)?.label ?? '';
      if (missing !== '') report(location.child('x-zds-status'), { name, missing });
    },
    Parameter(value, { location }) {
      const missing = lacks(value as unknown as Json).join(', ');
      if (missing !== '') report(location.child('x-zds-status'), { name: String(value.name), missing });
    },
    Schema(value, { location, key }) {
      const missing = lacks(value as unknown as Json).join(', ');
      if (missing !== '') report(location.child('x-zds-status'), { name: String(key), missing });
    },
  }),
  cases: {
    good: [
      operation(
        'GET /zaken',
        "{x-zds-status: ingetrokken, x-successor: GET /dossiers, x-sunset: '2030-01-01'}",
      ),
      operation('GET /zaken', '{x-zds-status: experimenteel}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{x-zds-status: ingetrokken}'), at: ['/x-zds-status'] },
      {
        document: schema('Zaak', '{x-zds-status: ingetrokken, x-successor: Dossier}'),
        at: ['/x-zds-status'],
      },
    ],
  },
} satisfies LintRule;
