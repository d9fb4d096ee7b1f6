import { isString, type Json } from '../../core/json.ts';
import { operation, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysWhen } from '../topics/deprecation.ts';

export const rule = {
  id: 'adr-deprecation-schedule',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/deprecation-schedule',
  message: {
    nl: "'{name}' is verouderd verklaard zonder datum of opvolger; noem die in de beschrijving of in x-sunset.",
    en: "'{name}' is deprecated without a date or successor; name it in the description or in x-sunset.",
  },
  why: {
    nl: 'Zonder datum weet een afnemer niet hoeveel tijd hij heeft, zonder opvolger niet waarheen.',
    en: 'Without a date a consumer does not know how much time there is, without a successor not where to go.',
  },
  check: ({ api, report }) => ({
    Operation(value, { location }) {
      const found = api.operationOf(value);
      if (found?.value.deprecated !== true || saysWhen(found.value)) return;
      const isAnnounced = found.responses.some(
        ({ headers }) => headers.has('sunset') || headers.has('deprecation'),
      );
      if (!isAnnounced) report(location.child('deprecated'), { name: found.label });
    },
    Parameter(value, { location }) {
      if (value.deprecated === true && !saysWhen(value as unknown as Json))
        report(location.child('deprecated'), { name: String(value.name) });
    },
    Header(value, { location, key }) {
      if (value.deprecated === true && !saysWhen(value as unknown as Json))
        report(location.child('deprecated'), { name: String(key) });
    },
    SecurityScheme(value, { location, key }) {
      const { deprecated } = value as { readonly deprecated?: unknown };
      if (deprecated === true && !saysWhen(value as unknown as Json))
        report(location.child('deprecated'), { name: String(key) });
    },
    Schema(value, { location, key }) {
      const { deprecated, title } = value as { readonly deprecated?: unknown; readonly title?: unknown };
      if (deprecated === true && !saysWhen(value as unknown as Json))
        report(location.child('deprecated'), { name: isString(title as Json) ? String(title) : String(key) });
    },
  }),
  cases: {
    good: [
      operation('GET /zaken', '{deprecated: true, description: Vervalt per 2027-01-01}'),
      operation('GET /zaken', '{deprecated: true, responses: {200: {headers: {Sunset: {}}}}}'),
    ],
    bad: [
      {
        document: operation('GET /zaken', '{deprecated: true, description: Do not use.}'),
        at: ['/deprecated'],
      },
      {
        document: schema('Zaak', '{properties: {oud: {deprecated: true}}}'),
        at: ['/properties/oud/deprecated'],
      },
    ],
  },
} satisfies LintRule;
