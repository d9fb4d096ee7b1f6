import { parameter } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'oas-ignored-header-parameters',
  severity: 'warning',
  profiles: { oas: 'warning', zds: 'warning' },
  source: 'https://spec.openapis.org/oas/v3.1.1#parameter-object',
  message: {
    nl: "De header '{name}' telt in OpenAPI niet mee; beschrijf hem met mediatypen of met security.",
    en: "The header '{name}' does not count in OpenAPI; describe it by media types or by security.",
  },
  why: {
    nl: 'Gereedschap negeert de header; wat ervan verlangd wordt komt niet over.',
    en: 'Tools ignore the header; what is asked of it does not come across.',
  },
  check: ({ report }) => ({
    Parameter(parameter, { location }) {
      const { name } = parameter;
      if (parameter.in === 'header' && /^(accept|content-type|authorization)$/i.test(String(name)))
        report(location.child('name'), { name: String(name) });
    },
    // Of an answer, and of a part of a form (OpenAPI 3.1, sections 4.8.17 and 4.8.15).
    HeadersMap(headers, { location }) {
      for (const name of Object.keys(headers))
        if (/^content-type$/i.test(name)) report(location.child(name), { name });
    },
  }),
  cases: {
    good: [parameter('{in: header, name: Accept-Crs}'), parameter('{in: query, name: accept}')],
    bad: [{ document: parameter('{in: header, name: content-type}'), at: ['/name'] }],
  },
} satisfies LintRule;
