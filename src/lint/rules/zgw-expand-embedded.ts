import { isString } from '../../core/json.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { answerOf, itemOf, pathsOperations } from '../topics/resources.ts';
import { listedIn, propertiesOf, requiredOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-expand-embedded',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} neemt expand aan en {fout}; beschrijf elk uit te vouwen pad in een optioneel object _expand.',
    en: '{operation} takes expand and {fault}; describe each path to expand in an optional object _expand.',
  },
  why: {
    nl: 'Zonder _expand in het schema kent gegenereerde code de uitgevouwen resources niet en gooit zij ze weg.',
    en: 'Without _expand in the schema generated code does not know the expanded resources and throws them away.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const expand = operation.parameters.find(({ name }) => name === 'expand');
      const resource = itemOf(api, answerOf(operation));
      if (!expand || !resource) continue;
      const embedded = propertiesOf(api, resource).get('_expand');
      const keys = propertiesOf(api, embedded);
      const paths = facetsOf(api, listedIn(api, expand.schema)).enumeration.filter(isString);
      const missing = new Set(paths.map(path => path.split('.')[0] ?? '').filter(key => !keys.has(key)));
      const say = (fout: string, fault: string): void =>
        report(embedded ?? resource, { operation: operation.label, fout, fault });
      if (!embedded) say('antwoordt zonder _expand', 'answers without _expand');
      else if (missing.size > 0) say(`mist ${[...missing].join(', ')}`, `lacks ${[...missing].join(', ')}`);
      else if (requiredOf(api, resource).has('_expand')) say('verplicht _expand', 'requires _expand');
    }
  },
  cases: {
    good: [
      operation(
        'GET /zaken',
        '{parameters: [{in: query, name: expand}], responses: {200: {content: {application/json: {schema: {properties: {_expand: {}}}}}}}}',
      ),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken',
          '{parameters: [{in: query, name: expand}], responses: {200: {content: {application/json: {schema: {type: object}}}}}}',
        ),
        at: ['/responses/200/content/application~1json/schema'],
      },
    ],
  },
} satisfies LintRule;
