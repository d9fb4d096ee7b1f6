import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { visitProperties } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-boolean-indicatie',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De boolean '{name}' begint niet met indicatie, is of heeft; noem hem bijvoorbeeld indicatieActief of isActief.",
    en: "The boolean '{name}' does not start with indicatie, is or heeft; call it for instance indicatieActief or isActief.",
  },
  why: {
    nl: "Aan de naam moet te zien zijn wat true betekent; bij 'publicatie' is dat te raden.",
    en: "The name has to show what true means; with 'publicatie' that is a guess.",
  },
  check: ({ api, report }) =>
    visitProperties(api, (name, entry) => {
      const isBoolean = facetsOf(api, entry).types.join() === 'boolean';
      // A filter key such as einddatum__isnull is named after its operator.
      if (isBoolean && !name.includes('__') && !/^(indicatie|is|heeft)(?![a-z])/.test(name))
        report(entry, { name });
    }),
  cases: {
    good: [
      schema(
        'Zaak',
        '{properties: {indicatieActief: {type: boolean}, isEinde: {type: boolean}, heeftDeelzaken: {type: boolean}}}',
      ),
    ],
    bad: [
      {
        document: schema('Zaak', '{properties: {actief: {type: boolean}, isolatie: {type: boolean}}}'),
        at: ['/properties/actief', '/properties/isolatie'],
      },
    ],
  },
} satisfies LintRule;
