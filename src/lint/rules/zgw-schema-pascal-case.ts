import { components } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { componentNameAt, PASCAL_CASE } from '../topics/names.ts';

export const rule = {
  id: 'zgw-schema-pascal-case',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De schemanaam '{name}' is geen UpperCamelCase; noem het schema bijvoorbeeld ZaakEigenschap.",
    en: "The schema name '{name}' is not UpperCamelCase; call it for instance ZaakEigenschap.",
  },
  why: {
    nl: 'Generatoren maken van schemanamen klassen; afwijkende namen botsen of krijgen per taal een andere spelling.',
    en: 'Generators turn schema names into classes; other spellings clash or come out differently in each language.',
  },
  check: ({ api, report }) => ({
    Schema(value, { location }) {
      const node = api.nodeAt(location, value);
      const name = componentNameAt(node);
      if (name !== undefined && !PASCAL_CASE.test(name)) report(node, { name });
    },
  }),
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
