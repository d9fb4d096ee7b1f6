import { member } from '../../core/json.ts';
import { componentsOf } from '../../openapi/components.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'zgw-jwt-scheme',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "Het enige beveiligingsschema hoort JWT-Claims te zijn: type http, scheme bearer, bearerFormat JWT; '{name}' is dat niet.",
    en: "The one security scheme is to be JWT-Claims: type http, scheme bearer, bearerFormat JWT; '{name}' is not.",
  },
  why: {
    nl: 'Een applicatie meldt zich bij elke API van de standaard met hetzelfde token; een ander schema sluit haar buiten.',
    en: 'An application presents itself to every API of the standard with the same token; another scheme shuts it out.',
  },
  checkApi: ({ api, report }) => {
    const schemes = componentsOf(api.root, 'securitySchemes');
    for (const [name, scheme] of schemes) {
      const { value } = api.resolve(scheme) ?? scheme;
      const isJwt =
        member(value, 'type') === 'http' &&
        String(member(value, 'scheme')).toLowerCase() === 'bearer' &&
        member(value, 'bearerFormat') === 'JWT';
      if (name !== 'JWT-Claims' || !isJwt) report(scheme, { name });
    }
    if (schemes.length === 0) report(placeOfField(api.root, 'components'), { name: '–' });
  },
  cases: {
    good: [components('securitySchemes: {JWT-Claims: {type: http, scheme: bearer, bearerFormat: JWT}}')],
    bad: [
      {
        document: components('securitySchemes: {JWT-Claims: {type: http, scheme: basic}}'),
        at: ['/securitySchemes/JWT-Claims'],
      },
      {
        document: components('securitySchemes: {sleutel: {type: apiKey, in: header, name: X-Api-Key}}'),
        at: ['/securitySchemes/sleutel'],
      },
      { document: components('schemas: {}'), at: [''] },
    ],
  },
} satisfies LintRule;
