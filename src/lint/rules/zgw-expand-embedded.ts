import { isString } from '../../model/json.ts';
import { facetsOf } from '../facets.ts';
import { operation } from '../fragment.ts';
import { answerOf, itemOf, pathsOperations } from '../resources.ts';
import type { LintRule } from '../rule.ts';
import { propertiesOf, requiredOf } from '../schemas.ts';

export const rule = {
  id: 'zgw-expand-embedded',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} neemt expand aan en {fout}.',
    en: '{operation} takes expand and {fault}.',
  },
  why: {
    nl: 'Zonder _expand in het schema kent gegenereerde code de uitgevouwen resources niet en gooit zij ze weg.',
    en: 'Without _expand in the schema generated code does not know the expanded resources and throws them away.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const operation of pathsOperations(api)) {
        const expand = operation.parameters.find(({ name }) => name === 'expand');
        const resource = itemOf(api, answerOf(operation));
        if (!expand || !resource) continue;
        const embedded = propertiesOf(api, resource).get('_expand');
        const keys = propertiesOf(api, embedded);
        const paths = facetsOf(api, api.child(expand.schema, 'items')).enumeration.filter(isString);
        const missing = [...new Set(paths.flatMap(path => path.split('.')[0] ?? []))].filter(
          key => !keys.has(key),
        );
        const say = (fout: string, fault: string): void =>
          report(embedded ?? resource, { operation: operation.label, fout, fault });
        if (!embedded)
          say('antwoordt zonder _expand; voeg dat object toe', 'answers without _expand; add that object');
        else if (missing.length > 0)
          say(`_expand mist ${missing.join(', ')}`, `_expand lacks ${missing.join(', ')}`);
        else if (requiredOf(api, resource).has('_expand'))
          say('maakt _expand verplicht; maak het optioneel', 'requires _expand; make it optional');
      }
    },
  }),
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
