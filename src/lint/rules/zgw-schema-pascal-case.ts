import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { namedInPascalCase } from '../topics/casing.ts';

export const rule = {
  id: 'zgw-schema-pascal-case',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De schemanaam '{name}' is geen UpperCamelCase; noem het schema {better}.",
    en: "The schema name '{name}' is not UpperCamelCase; call it {better}.",
  },
  why: {
    nl: 'Generatoren maken van schemanamen klassen; afwijkende namen botsen of krijgen per taal een andere spelling.',
    en: 'Generators turn schema names into classes; other spellings clash or come out differently in each language.',
  },
  check: namedInPascalCase('Schema'),
  cases: {
    good: [
      components(
        'schemas: {ZaakEigenschap: {type: object}, GeoJSONGeometry: {properties: {type: {type: string}}}}',
      ),
    ],
    bad: [
      {
        document: components('schemas: {zaakEigenschap: {}, Zaak_Type: {}}'),
        at: ['/schemas/zaakEigenschap', '/schemas/Zaak_Type'],
      },
    ],
  },
} satisfies LintRule;
