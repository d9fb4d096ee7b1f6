import { join } from '../../core/pointer.ts';
import { schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'zgw-no-url-refs',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De verwijzing '{ref}' gaat naar het internet; neem het deel op in het document.",
    en: "The reference '{ref}' goes to the internet; take the part into the document.",
  },
  why: {
    nl: 'Wat achter een URL staat kan verdwijnen of veranderen, en dan verandert de standaard zonder versie.',
    en: 'What stands behind a URL can vanish or change, and then the standard changes without a version.',
  },
  check: ({ document: { files }, report }) => ({
    Root() {
      for (const { key, references } of files.values()) {
        for (const { ref, pointer } of references) {
          if (/^https?:\/\//i.test(ref)) report({ file: key, pointer: join(pointer, '$ref') }, { ref });
        }
      }
    },
  }),
  cases: {
    good: [schema('Zaak', '{properties: {hoofdzaak: {$ref: "#/components/schemas/Zaak"}}}')],
    bad: [
      {
        document: schema('Zaak', '{properties: {fout: {$ref: "https://zds.example/fout.yaml"}}}'),
        at: ['/properties/fout/$ref'],
      },
    ],
  },
} satisfies LintRule;
