import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations, segmentsOf } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-tag-per-resource',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{operation} heeft niet één tag die gelijk is aan de resource '{resource}'; geef precies die tag.",
    en: "{operation} does not have one tag equal to the resource '{resource}'; give exactly that tag.",
  },
  why: {
    nl: 'Documentatie en gegenereerde code groeperen op tag; wie zoekt, zoekt op de resource.',
    en: 'Documentation and generated code group by tag; whoever looks, looks for the resource.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, label, path } of pathsOperations(api)) {
      const tags = childOf(node, 'tags');
      const names = itemsOf(tags).map(({ value }) => value);
      const [resource = ''] = segmentsOf(path);
      if (names.length !== 1 || names[0] !== resource) report(tags ?? node, { operation: label, resource });
    }
  },
  cases: {
    good: [operation('GET /zaken/{zaak_uuid}/besluiten', '{tags: [zaken]}')],
    bad: [
      { document: operation('GET /zaken', '{tags: [zaken, besluiten]}'), at: ['/tags'] },
      { document: operation('GET /zaken', '{responses: {}}'), at: [''] },
    ],
  },
} satisfies LintRule;
