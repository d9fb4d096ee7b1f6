import { shapeOf, soundsLikeTime } from '../dates.ts';
import { parameter, schema } from '../fragment.ts';
import { visitNamed } from '../named.ts';
import type { LintRule } from '../rule.ts';

/** Accepted here; that a local date-time lacks a zone is for adr-date-time-timezone to tell. */
const FORMATS = new Set(['date', 'date-time', 'time-local', 'date-time-local', 'local-date-time']);

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
  check: ({ api, report }) =>
    visitNamed(api, ({ name, at, schema: written }) => {
      const { types, formats, isEnumerated, isComposite } = shapeOf(api, written);
      const [odd] = formats.filter(format => !FORMATS.has(format));
      if (formats.includes('time')) report(at, { name, wat: 'formaat time', what: 'format time' });
      else if (!soundsLikeTime(name) || isEnumerated || isComposite || types.has('boolean')) return;
      else if (types.has('integer') || types.has('number'))
        report(at, { name, wat: 'een getal als type', what: 'a number as type' });
      else if (formats.some(format => FORMATS.has(format))) return;
      else if (odd) report(at, { name, wat: `formaat ${odd}`, what: `format ${odd}` });
      else report(at, { name, wat: 'geen formaat', what: 'no format' });
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {startdatum: {type: string, format: date}, doorlooptijd: {type: string}}}',
      ),
      schema('Zaak', '{properties: {update: {type: string}, datumkenmerk: {type: string}}}'),
      schema('Zaak', '{properties: {opening: {type: string, format: time-local}}}'),
      schema('Zaak', '{properties: {geboortedatum: {type: object}, isDatumBekend: {type: boolean}}}'),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {startdatum: {type: string}}}'),
        at: ['/properties/startdatum'],
      },
      {
        document: schema('Zaak', '{properties: {createdAt: {type: integer}}}'),
        at: ['/properties/createdAt'],
      },
      {
        document: schema('Zaak', '{properties: {begin: {type: string, format: time}}}'),
        at: ['/properties/begin'],
      },
      { document: parameter('{in: query, name: startdatum__gt, schema: {type: string}}'), at: ['/name'] },
    ],
  },
} satisfies LintRule;
