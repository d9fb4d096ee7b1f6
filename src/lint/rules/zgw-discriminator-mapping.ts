import { childOf } from '../../source/index.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { entriesOf } from '../topics/schemas.ts';
import { visitSchemas } from '../topics/visits.ts';

export const rule = {
  id: 'zgw-discriminator-mapping',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Deze discriminator heeft geen mapping; noem per waarde het schema.',
    en: 'This discriminator has no mapping; name the schema for each value.',
  },
  why: {
    nl: 'Zonder mapping geldt de schemanaam als waarde, en die staat niet op de lijn.',
    en: 'Without a mapping the schema name counts as the value, and that is not what travels.',
  },
  check: ({ api, report }) =>
    visitSchemas(api, node => {
      const discriminator = childOf(node, 'discriminator');
      if (discriminator && entriesOf(childOf(discriminator, 'mapping')).length === 0) report(discriminator);
    }),
  cases: {
    good: [schema('Rol', '{discriminator: {propertyName: soort, mapping: {a: "#/components/schemas/Rol"}}}')],
    bad: [{ document: schema('Rol', '{discriminator: {propertyName: soort}}'), at: ['/discriminator'] }],
  },
} satisfies LintRule;
