import type { Node } from '../../core/node.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { operation, parameter, schema } from '../fragment.ts';
import type { LintRule, Visitor } from '../rule.ts';
import { lostNames, wrongFields, wrongValues } from '../topics/lifecycle.ts';
import { mayHold } from '../topics/texts.ts';
import { visitParts } from '../topics/visits.ts';

export const rule = {
  id: 'zds-lifecycle-data',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'RFC 8594',
  message: {
    nl: "Bij '{name}' klopt '{field}' niet: het hoort bij iets dat verouderd is, een datum is een dag, een nieuwe naam bestaat.",
    en: "At '{name}' '{field}' cannot be: it belongs to what is deprecated, a date is a day, a new name is there.",
  },
  why: {
    nl: 'Een aankondiging die niet te lezen is, kondigt niets aan: verdwijnt het toch, dan breekt een client onverwacht.',
    en: 'An announcement that cannot be read announces nothing: when it goes all the same, a client breaks by surprise.',
  },
  check: ({ api, document, report }): Visitor => {
    const parts: Node[] = [];
    const look = (part: Node, name: string): void => {
      parts.push(part);
      for (const field of wrongFields(part.value)) report(placeOfField(part, field), { name, field });
      for (const value of wrongValues(part.value))
        report(placeOfField(part, 'x-deprecated-values'), { name: value, field: 'x-deprecated-values' });
    };
    const leave = (): void => {
      for (const { holder, name } of mayHold(document, /x-renamed-to/) ? lostNames(api, parts) : [])
        report(placeOfField(placeOfField(holder, 'properties'), name), { name, field: 'x-renamed-to' });
    };
    return { ...visitParts(api, look), Root: { leave } };
  },
  cases: {
    good: [
      operation('GET /zaken', "{deprecated: true, x-sunset: '2030-01-01', x-successor: GET /dossiers}"),
      schema('Zaak', '{properties: {oud: {deprecated: true, x-renamed-to: nieuw}, nieuw: {}}}'),
      schema(
        'Zaak',
        '{allOf: [{properties: {nieuw: {}}}, {properties: {oud: {deprecated: true, x-renamed-to: nieuw}}}]}',
      ),
      schema(
        'Soort',
        "{enum: [a, b], x-deprecated-values: [{value: b, x-sunset: '2030-01-01', x-renamed-to: a}]}",
      ),
    ],
    bad: [
      { document: operation('GET /zaken', "{x-sunset: '2030-01-01'}"), at: ['/x-sunset'] },
      { document: operation('GET /zaken', '{deprecated: true, x-sunset: ooit}'), at: ['/x-sunset'] },
      {
        document: operation('GET /zaken', "{deprecated: true, x-sunset: '2026-02-31'}"),
        at: ['/x-sunset'],
      },
      {
        document: schema(
          'Soort',
          "{enum: [a, b], x-deprecated-values: [{value: b, x-sunset: '2027-02-29T00:00:00Z'}]}",
        ),
        at: ['/x-deprecated-values'],
      },
      {
        document: parameter('{name: a, in: query, deprecated: true, x-successor: 3}'),
        at: ['/x-successor'],
      },
      {
        document: schema('Zaak', '{properties: {oud: {deprecated: true, x-renamed-to: nieuw}}}'),
        at: ['/properties/oud'],
      },
      { document: schema('Soort', '{enum: [a], x-deprecated-values: [b]}'), at: ['/x-deprecated-values'] },
    ],
  },
} satisfies LintRule;
