import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkComponentNames, checkNamesUnique } from '../topics/names.ts';
import { checkUnusedComponents } from '../topics/unused.ts';

/** What is asked of Components Objects. */
export const componentsRules: readonly BuiltinRule[] = [
  {
    id: 'oas-component-names',
    checkApi: checkComponentNames,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#components-object',
    message: {
      nl: "De naam '{name}' heeft tekens die OpenAPI niet toelaat; gebruik letters, cijfers, punt, - en _.",
      en: "The name '{name}' has characters that OpenAPI does not allow; use letters, digits, dot, - and _.",
    },
    why: {
      nl: "Verwijzingen naar zo'n naam werken niet overal.",
      en: 'References to such a name do not work everywhere.',
    },
  },
  {
    id: 'oas-component-name-unique',
    check: checkNamesUnique,
    severity: 'info',
    profiles: { oas: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#components-object',
    message: {
      nl: "De naam '{name}' staat in meer dan één bestand; geef het ene deel een andere naam.",
      en: "The name '{name}' stands in more than one file; give one of the parts another name.",
    },
    why: {
      nl: 'Een bundel moet dan een naam verzinnen.',
      en: 'A bundle then has to invent a name.',
    },
  },
  {
    id: 'oas-unused-components',
    check: checkUnusedComponents,
    looks: 'file',
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#components-object',
    message: {
      nl: "Niets verwijst naar '{name}'; gebruik het of verwijder het.",
      en: "Nothing refers to '{name}'; use it or remove it.",
    },
    why: {
      nl: 'De lezer zoekt naar een betekenis die er niet is.',
      en: 'The reader looks for a meaning that is not there.',
    },
  },
];
