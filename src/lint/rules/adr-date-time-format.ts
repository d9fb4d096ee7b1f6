import { member } from '../../core/json.ts';
import { parameter, schema } from '../fragment.ts';
import type { LintRule, Visitor } from '../rule.ts';
import { formatFault, isInterval, TIME_FORMAT } from '../topics/dates.ts';
import { nameAbove, visitNamed } from '../topics/named.ts';

export const rule = {
  id: 'adr-date-time-format',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/date-time/format',
  message: {
    nl: "'{name}' is een datum of tijd en heeft {wat}; gebruik een tekst met formaat date, date-time of time-local.",
    en: "'{name}' is a date or time and has {what}; use a string with format date, date-time or time-local.",
  },
  why: {
    nl: 'Zonder formaat leest de een 03-04-2026 en de ander 2026-04-03.',
    en: 'Without a format one reads 03-04-2026 and another 2026-04-03.',
  },
  check: ({ api, report }): Visitor => ({
    ...visitNamed(api, ({ name, at, schema: written, holder }) => {
      const texts = ['description', 'example'].map(key => member(holder?.value, key));
      const fault = holder && isInterval(name, ...texts) ? undefined : formatFault(api, name, written);
      if (fault) report(at, { name, ...fault });
    }),
    Schema({ format }, { location }) {
      if (format === 'time')
        report(location.child('format'), { name: nameAbove(location.pointer), ...TIME_FORMAT });
    },
  }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {startdatum: {type: string, format: date}, doorlooptijd: {type: string}}}',
      ),
      schema('Zaak', '{properties: {update: {type: string}, datumFormaat: {type: string}}}'),
      schema('Zaak', '{properties: {opening: {type: string, format: time-local}}}'),
      schema('Zaak', '{properties: {geboortedatum: {type: object}, isDatumBekend: {type: boolean}}}'),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {startdatum: {type: string}}}'),
        at: ['/properties/startdatum'],
      },
      {
        document: schema('Zaak', '{properties: {expiresAt: {type: integer}, dateOfBirth: {type: string}}}'),
        at: ['/properties/expiresAt', '/properties/dateOfBirth'],
      },
      {
        document: schema('Loket', '{properties: {open: {type: array, items: {type: string, format: time}}}}'),
        at: ['/properties/open/items/format'],
      },
      {
        document: parameter('{in: query, name: startdatum__gt, content: {a/b: {schema: {type: string}}}}'),
        at: ['/name'],
      },
    ],
  },
} satisfies LintRule;
