import type { BuiltinRule } from '../engine/builtin-rule.ts';
import {
  checkNullableTypes,
  checkNumberRanges,
  checkRepeatedValues,
  checkValueTypes,
} from '../topics/keywords.ts';
import { checkRequired } from '../topics/required.ts';

/** What is asked of Schema Objects. */
export const schemasRules: readonly BuiltinRule[] = [
  {
    id: 'oas-nullable-type-sibling',
    check: checkNullableTypes,
    looks: 'around',
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.0.4#schema-object',
    message: {
      nl: "'nullable' staat hier zonder 'type' en heeft dan geen betekenis; voeg het type toe.",
      en: "'nullable' stands here without 'type' and then means nothing; add the type.",
    },
    why: {
      nl: 'Het ene gereedschap laat null toe en het andere niet.',
      en: 'One tool lets null pass and another does not.',
    },
  },
  {
    id: 'oas-enum-type-mismatch',
    check: checkValueTypes,
    looks: 'around',
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-enum',
    message: {
      nl: 'De waarde op plaats {name} past niet bij het type van het schema; verbeter de waarde of het type.',
      en: 'The value at {name} does not fit the type of the schema; fix the value or the type.',
    },
    why: {
      nl: "Zo'n waarde kan nooit geldig zijn.",
      en: 'Such a value can never be valid.',
    },
  },
  {
    id: 'oas-duplicated-enum-values',
    check: checkRepeatedValues,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-enum',
    message: {
      nl: 'Een waarde in de opsomming staat er dubbel in; laat er één staan.',
      en: 'A value of the enumeration is listed twice; keep one.',
    },
    why: {
      nl: 'Codegeneratoren maken er twee gelijke constanten van en lopen vast.',
      en: 'Code generators make two equal constants of it and fail.',
    },
  },
  {
    id: 'oas-mixed-number-range',
    check: checkNumberRanges,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-maximum',
    message: {
      nl: 'Een gewone en een exclusieve grens staan naast elkaar; houd er één over.',
      en: 'A plain and an exclusive bound stand side by side; keep one.',
    },
    why: {
      nl: 'De lezer ziet niet welke van de twee grenzen geldt.',
      en: 'The reader cannot see which of the two bounds holds.',
    },
  },
  {
    id: 'oas-required-properties-defined',
    check: checkRequired,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-required',
    message: {
      nl: "Het verplichte attribuut '{name}' staat niet bij de attributen; beschrijf het of haal het uit 'required'.",
      en: "The required property '{name}' is not among the properties; describe it or take it out of 'required'.",
    },
    why: {
      nl: 'Niemand weet wat er in een verplicht veld zonder beschrijving moet staan.',
      en: 'Nobody knows what belongs in a required field that is not described.',
    },
  },
];
