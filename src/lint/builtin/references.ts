import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkReferencePlaces, checkReferenceSiblings } from '../topics/references.ts';

/** What is asked of Reference Objects. */
export const referencesRules: readonly BuiltinRule[] = [
  {
    id: 'oas-strict-refs',
    check: checkReferencePlaces,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#reference-object',
    message: {
      nl: "Op deze plaats laat OpenAPI geen '$ref' toe; schrijf het deel uit of verwijs een niveau dieper.",
      en: "OpenAPI allows no '$ref' in this place; write the part out or refer one level deeper.",
    },
    why: {
      nl: 'Niet elk gereedschap volgt een verwijzing waar de specificatie er geen noemt.',
      en: 'Not every tool follows a reference where the specification names none.',
    },
  },
  {
    id: 'oas-ref-siblings',
    check: checkReferenceSiblings,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.0.4#reference-object',
    message: {
      nl: "'{name}' staat naast een '$ref' en telt daar niet; verwijder het of verplaats het naar het doel.",
      en: "'{name}' stands beside a '$ref' and does not count there; remove it or move it to the target.",
    },
    why: {
      nl: 'Wat naast een verwijzing staat wordt in OpenAPI 3.0 genegeerd; de lezer rekent er toch op.',
      en: 'What stands beside a reference is ignored in OpenAPI 3.0; the reader counts on it all the same.',
    },
  },
];
