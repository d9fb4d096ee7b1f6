import type { JsonObject } from '../../model/json.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { usageOf } from '../schemas.ts';

const ZONELESS = new Set(['date-time-local', 'local-date-time', 'datetime-local']);
const UTC = /(Z|[+-]00:?00)$/i;
const ANY_ZONE = /(Z|[+-]\d\d:?\d\d)$/i;

export const rule = {
  id: 'adr-date-time-timezone',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/date-time/timezone',
  message: {
    nl: "'{value}' noemt geen tijdzone of in een antwoord een andere dan UTC; gebruik date-time, in antwoorden met Z.",
    en: "'{value}' names no time zone, or in an answer another than UTC; use date-time, in answers with Z.",
  },
  why: {
    nl: 'Een tijd zonder zone ligt voor elke lezer op een ander moment.',
    en: 'A time without a zone is another moment for each reader.',
  },
  check: ({ api, report }) => {
    const usage = usageOf(api);
    return {
      Schema(schemaObject, { location }) {
        const value = schemaObject as JsonObject;
        const format = String(value.format);
        if (ZONELESS.has(format)) report(location.child('format'), { value: format });
        if (format !== 'date-time') return;
        const allowed = usage(value).response ? UTC : ANY_ZONE;
        const examples = Array.isArray(value.examples) ? value.examples : [];
        for (const [place, text] of [
          [location.child('example'), value.example] as const,
          ...examples.map((example, index) => [location.child(['examples', index]), example] as const),
        ]) {
          if (typeof text === 'string' && /T/i.test(text) && !allowed.test(text))
            report(place, { value: text });
        }
      },
    };
  },
  cases: {
    good: [
      schema('Moment', "{type: string, format: date-time, example: '2026-03-01T12:00:00Z'}"),
      schema('Moment', "{type: string, format: date-time, examples: ['2026-03-01T12:00:00+00:00']}"),
    ],
    bad: [
      { document: schema('Moment', '{type: string, format: date-time-local}'), at: ['/format'] },
      {
        document: schema('Moment', "{type: string, format: date-time, example: '2026-03-01T12:00:00+01:00'}"),
        at: ['/example'],
      },
      {
        document: schema('Moment', "{type: string, format: date-time, examples: ['2026-03-01T12:00:00']}"),
        at: ['/examples/0'],
      },
    ],
  },
} satisfies LintRule;
