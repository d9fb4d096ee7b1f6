import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkExampleSources } from '../topics/described.ts';

/** What is asked of examples and defaults. */
export const examplesRules: readonly BuiltinRule[] = [
  {
    id: 'oas-valid-schema-examples',
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#schema-object',
    message: {
      nl: "'{name}' voldoet niet aan het schema waar het in staat: {uitleg}",
      en: "'{name}' does not satisfy the schema it stands in: {detail}",
    },
    why: {
      nl: 'Wie het voorbeeld of de standaardwaarde overneemt krijgt een fout terug.',
      en: 'Whoever copies the example or default gets an error back.',
    },
  },
  {
    id: 'oas-valid-media-type-examples',
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#media-type-object',
    message: {
      nl: 'Het voorbeeld voldoet niet aan zijn schema: {uitleg}',
      en: 'The example does not satisfy its schema: {detail}',
    },
    why: {
      nl: 'Wie het voorbeeld overneemt krijgt een fout terug.',
      en: 'Whoever copies the example gets an error back.',
    },
  },
  {
    id: 'oas-valid-parameter-examples',
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#parameter-object',
    message: {
      nl: 'Het voorbeeld van de parameter of header voldoet niet aan zijn schema: {uitleg}',
      en: 'The example of the parameter or header does not satisfy its schema: {detail}',
    },
    why: {
      nl: 'Wie het voorbeeld overneemt krijgt een fout terug.',
      en: 'Whoever copies the example gets an error back.',
    },
  },
  {
    id: 'oas-example-unjudged',
    severity: 'info',
    profiles: { oas: 'info', adr: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#example-object',
    message: {
      nl: 'Voorbeelden zijn hier niet volledig beoordeeld: {uitleg}.',
      en: 'Examples were not judged in full here: {detail}.',
    },
    why: {
      nl: 'Een voorbeeld dat niet is beoordeeld is niet goed en niet fout: wie het overneemt, weet het pas daarna.',
      en: 'An example that was not judged is neither right nor wrong: whoever copies it only knows afterwards.',
    },
  },
  {
    id: 'oas-example-value-or-external',
    check: checkExampleSources,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#example-object',
    message: {
      nl: "Een voorbeeld heeft 'value' of 'externalValue', niet allebei; kies er één.",
      en: "An example has 'value' or 'externalValue', not both; choose one.",
    },
    why: {
      nl: 'Het is niet te zien welk van de twee het voorbeeld is.',
      en: 'It cannot be seen which of the two is the example.',
    },
  },
];
