import { member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';
import { componentNameAt } from '../topics/names.ts';
import { answerOf, itemOf, pathsOperations } from '../topics/resources.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-schema-description',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Het schema {name} heeft geen eigen beschrijving; zeg in gewone woorden wat het voorstelt.',
    en: 'The schema {name} has no description of its own; say in plain words what it stands for.',
  },
  why: {
    nl: "Tekst die een raamwerk heeft achtergelaten, zoals 'serializer', zegt een lezer van de standaard niets.",
    en: "Text that a framework left behind, such as 'serializer', tells a reader of the standard nothing.",
  },
  check: ({ api, report }) => {
    const resources = new Set(pathsOperations(api).map(operation => itemOf(api, answerOf(operation))?.value));
    return visitSchemas(api, node => {
      const name = componentNameAt(node);
      if (name === undefined) return;
      const description = member(node.value, 'description');
      const isGenerated = /serializer|mixin|viewset|base class|queryset/i.test(String(description));
      if (isGenerated || (saysNothing(description) && resources.has(node.value)))
        report(placeOfField(node, 'description'), { name });
    });
  },
  cases: {
    good: [schema('Zaak', '{description: Een samenhangende hoeveelheid werk.}')],
    bad: [
      { document: schema('Zaak', '{type: object}'), at: [''] },
      {
        document: schema(
          'Zaak',
          '{description: Set gegevensgroepdata from validated nested data. Usage include the mixin on the ModelSerializer.}',
        ),
        at: ['/description'],
      },
    ],
  },
} satisfies LintRule;
