import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkParameterDescriptions } from '../topics/described.ts';
import { checkListParameters } from '../topics/list-parameters.ts';
import { checkHeaderNames } from '../topics/operation-names.ts';
import { checkParametersUnique } from '../topics/path-items.ts';

/** What is asked of Parameter Objects. */
export const parametersRules: readonly BuiltinRule[] = [
  {
    id: 'oas-parameters-unique',
    check: checkParametersUnique,
    checkApi: checkHeaderNames,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: 'Dezelfde parameter staat twee keer in de lijst; laat er één staan.',
      en: 'The same parameter is listed twice; keep one.',
    },
    why: {
      nl: 'Het is niet te zien welke van de twee geldt.',
      en: 'It cannot be seen which of the two holds.',
    },
  },
  {
    id: 'oas-array-parameter-serialization',
    check: checkListParameters,
    severity: 'info',
    profiles: { oas: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#style-values',
    message: {
      nl: "De lijstparameter zegt niet hoe de waarden in het verzoek staan; voeg 'style' en 'explode' toe.",
      en: "The list parameter does not say how its values are written in the request; add 'style' and 'explode'.",
    },
    why: {
      nl: 'De een schrijft a=1,2 en de ander a=1&a=2.',
      en: 'One writes a=1,2 and another a=1&a=2.',
    },
  },
  {
    id: 'zgw-parameter-description',
    check: checkParameterDescriptions,
    severity: 'warning',
    profiles: { zds: 'warning' },
    source: 'ZGW',
    message: {
      nl: "De parameter '{parameter}' heeft geen beschrijving; zeg wat de waarde betekent.",
      en: "The parameter '{parameter}' has no description; say what the value means.",
    },
    why: {
      nl: 'De naam alleen zegt niet hoe er wordt gefilterd.',
      en: 'The name alone does not tell how it filters.',
    },
  },
];
