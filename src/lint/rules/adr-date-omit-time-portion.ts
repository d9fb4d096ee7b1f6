import { parameter, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { endsInDate, shapeOf } from '../topics/dates.ts';
import { visitNamed } from '../topics/named.ts';

export const rule = {
  id: 'adr-date-omit-time-portion',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/date-time/date-omit-time-portion',
  message: {
    nl: "'{name}' heet een datum en heeft formaat date-time; gebruik formaat date, of een naam met tijdstip.",
    en: "'{name}' is called a date and has format date-time; use format date, or a name that says it is a time.",
  },
  why: {
    nl: 'Met een verzonnen tijd en tijdzone erbij valt een datum elders op de dag ervoor.',
    en: 'With an invented time and zone a date falls on the day before elsewhere.',
  },
  check: ({ api, report }) =>
    visitNamed(api, ({ name, at, schema: written }) => {
      if (
        endsInDate(name) &&
        shapeOf(api, written).formats.some(format => /^(local-)?date-time/.test(format))
      )
        report(at, { name });
    }),
  cases: {
    good: [
      schema('Zaak', '{properties: {startdatum: {type: string, format: date}}}'),
      schema('Zaak', '{properties: {tijdstipBetaling: {type: string, format: date-time}}}'),
      schema('Zaak', '{properties: {laatsteUpdate: {type: string, format: date-time}}}'),
    ],
    bad: [
      {
        document: schema('Zoek', '{properties: {wijzigingsdatumVanaf: {type: string, format: date-time}}}'),
        at: ['/properties/wijzigingsdatumVanaf'],
      },
      {
        document: schema('Zaak', '{properties: {laatsteBetaaldatum: {type: string, format: date-time}}}'),
        at: ['/properties/laatsteBetaaldatum'],
      },
      {
        document: parameter('{in: query, name: expirationdate, schema: {type: string, format: date-time}}'),
        at: ['/name'],
      },
    ],
  },
} satisfies LintRule;
