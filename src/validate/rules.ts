import type { RuleInfo } from '../core/rule.ts';
import { MESSAGE_RULES } from './messages/rules.ts';

const SCHEMA_OBJECT = 'OpenAPI 3.1.0, section 4.8.24';

export const invalidExample = {
  id: 'example-invalid',
  kind: 'validate',
  severity: 'error',
  message: {
    nl: 'Het voorbeeld voldoet niet aan zijn schema: {nl}',
    en: 'The example does not fit its schema: {en}',
  },
  why: {
    nl: 'Wie bouwt, begint bij het voorbeeld. Klopt dat niet, dan bouwt hij iets wat het register weigert.',
    en: 'Developers start from the example. If it is wrong, they build what the register refuses.',
  },
  source: 'OpenAPI 3.1.0, section 4.8.14',
} as const satisfies RuleInfo;

export const invalidDefault = {
  id: 'default-invalid',
  kind: 'validate',
  severity: 'error',
  message: {
    nl: 'De standaardwaarde voldoet niet aan haar schema: {nl}',
    en: 'The default does not fit its schema: {en}',
  },
  why: {
    nl: 'Wat een register zelf invult als een aanroeper niets zegt, zou het van een aanroeper weigeren.',
    en: 'What a register fills in where a caller says nothing, it would refuse from a caller.',
  },
  source: SCHEMA_OBJECT,
} as const satisfies RuleInfo;

export const hiddenExample = {
  id: 'example-direction',
  kind: 'validate',
  severity: 'warning',
  message: {
    nl: "Het voorbeeld toont {at}, dat met '{flag}' niet in een {nl} hoort",
    en: "The example shows {at}, which '{flag}' keeps out of a {en}",
  },
  why: {
    nl: 'Het voorbeeld leert lezers iets mee te sturen wat de andere kant negeert of weigert.',
    en: 'The example teaches readers to send what the other side ignores or refuses.',
  },
  source: SCHEMA_OBJECT,
} as const satisfies RuleInfo;

export const unjudged = {
  id: 'example-unjudged',
  kind: 'validate',
  severity: 'warning',
  message: {
    nl: 'Hier kan niets aan getoetst worden: {nl}',
    en: 'Nothing can be held against this: {en}',
  },
  why: {
    nl: 'Wat niet getoetst kan worden, kan fout zijn zonder dat iemand het merkt.',
    en: 'What cannot be judged can be wrong without anyone noticing.',
  },
  source: 'JSON Schema 2020-12 validation, section 6.3.3',
} as const satisfies RuleInfo;

/** The catalogue rows of this feature. */
export const validateRules: readonly RuleInfo[] = [
  ...[invalidExample, invalidDefault, hiddenExample, unjudged],
  ...Object.values(MESSAGE_RULES),
];
