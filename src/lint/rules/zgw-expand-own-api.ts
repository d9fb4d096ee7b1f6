import { paths, resource, within } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { answerOf, groupsOf, isItemPath, itemOf, pathsOperations, unwrapped } from '../topics/resources.ts';
import { listedIn, propertiesOf } from '../topics/schemas.ts';

const expanding = (tag: string, name: string): string =>
  `{get: {tags: [${tag}], responses: {200: {content: {application/json: {schema: {$ref: "#/components/schemas/${name}"}}}}}}}`;

export const rule = {
  id: 'zgw-expand-own-api',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "_expand in de {api} API bevat '{name}' uit de {other} API; vouw alleen resources van de eigen API of van Catalogi uit.",
    en: "_expand in the {api} API holds '{name}' of the {other} API; expand only resources of the own API or of Catalogi.",
  },
  why: {
    nl: 'Een register dat bij een ander register moet ophalen, wordt traag en geeft fouten door die het niet kan verhelpen.',
    en: 'A register that has to fetch from another one becomes slow and passes on errors that it cannot fix.',
  },
  checkApi: ({ api, report }) => {
    const groupOf = groupsOf(api);
    const reads = pathsOperations(api).filter(({ method, path }) => method === 'get' && isItemPath(path));
    const owners = new Map(
      reads.flatMap(operation => {
        const [resource, group] = [itemOf(api, answerOf(operation)), groupOf(operation)];
        return resource && group !== undefined ? [[resource.value, { resource, group }] as const] : [];
      }),
    );
    for (const { resource, group } of owners.values()) {
      for (const [name, entry] of propertiesOf(api, propertiesOf(api, resource).get('_expand'))) {
        const target = unwrapped(api, listedIn(api, entry) ?? entry);
        const other = target && owners.get(target.value)?.group;
        if (other !== undefined && other !== group && other !== 'Catalogi')
          report(entry, { api: group, name, other });
      }
    }
  },
  cases: {
    good: [resource('{Read: {properties: {_expand: {properties: {hoofdzaak: {type: object}}}}}}')],
    bad: [
      {
        document: within(
          paths({
            '/zaken/{uuid}': expanding('zaken', 'Zaak'),
            '/besluiten/{uuid}': expanding('besluiten', 'Besluit'),
          }),
          '{x-tagGroups: [{name: Zaken, tags: [zaken]}, {name: Besluiten, tags: [besluiten]}], components: {schemas: {Besluit: {}, Zaak: {properties: {_expand: {properties: {besluit: {$ref: "#/components/schemas/Besluit"}}}}}}}}',
        ),
        at: ['#/components/schemas/Zaak/properties/_expand/properties/besluit'],
      },
    ],
  },
} satisfies LintRule;
