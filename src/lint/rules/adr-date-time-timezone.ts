import { isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { response, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { exampleMoments, faultOf, momentsSet, momentsShown, NO_ZONE, ZONELESS } from '../topics/moments.ts';
import { usageOf } from '../topics/schemas.ts';

export const rule = {
  id: 'adr-date-time-timezone',
  severity: 'error',
  profiles: { adr: 'error', zds: 'error' },
  source: 'ADR /core/date-time/timezone',
  asks: {
    nl: 'Een tijdstip noemt zijn tijdzone, en staat in een antwoord in UTC.',
    en: 'A date-time names its time zone, and is in UTC in an answer.',
  },
  message: {
    nl: "'{value}' {wat}.",
    en: "'{value}' {what}.",
  },
  why: {
    nl: 'Een tijd zonder zone ligt voor elke lezer op een ander moment.',
    en: 'A time without a zone is another moment for each reader.',
  },
  check: ({ api, report }) => {
    const check = (moments: readonly Node[], isAnswer: () => boolean): void => {
      for (const moment of moments) {
        const fault = faultOf(moment, isAnswer);
        if (fault) report(moment, { value: String(moment.value), ...fault.says }, fault.level);
      }
    };
    return {
      Root() {
        const { sent, answered } = exampleMoments(api);
        check(sent, () => false);
        check(answered, () => true);
      },
      Schema(value, { location }) {
        const node = api.nodeAt(location, value);
        if (isString(value.format) && ZONELESS.has(value.format))
          report(location.child('format'), { value: value.format, ...NO_ZONE });
        const moments = [...momentsShown(api, node, node), ...momentsSet(api, node)];
        check(moments, () => usageOf(api)(value).response);
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
        document: schema('Moment', "{type: string, format: date-time, examples: ['2026-03-01T12:00:00']}"),
        at: ['/examples/0'],
      },
      {
        document: schema(
          'Moment',
          "{type: string, format: date-time, examples: ['2026-03-01t12:00:00Z', '2026-03-01T12:00:00-00:00']}",
        ),
        at: ['/examples/0', '/examples/1'],
      },
      {
        document: response(
          '200',
          `content: {a/b: {schema: {items: {properties: {van: {format: date-time}}}},
            examples: {een: {value: [{van: '2026-03-01T12:00:00+01:00'}]}}}}`,
        ),
        at: ['/content/a~1b/examples/een/value/0/van'],
      },
    ],
  },
} satisfies LintRule;
