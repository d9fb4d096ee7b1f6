import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import {
  answerOf,
  collectionsOf,
  isPlaceholder,
  missingFromPage,
  operationAt,
  searchesOf,
  segmentsOf,
  shapeOf,
} from '../topics/resources.ts';

const LINK = '{type: [string, "null"], format: uri}';

export const rule = {
  id: 'zgw-pagination-form',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Dit antwoord van een lijst is geen pagina met count (integer), next en previous (uri of null) en results (array); het mist {missing}.',
    en: 'This list answer is no page of count (integer), next and previous (uri or null) and results (array); it lacks {missing}.',
  },
  why: {
    nl: 'Afnemers bladeren met één stuk code door alle lijsten; een afwijkende lijst levert hun maar een deel, of een fout.',
    en: 'Consumers page through all lists with one piece of code; a different list gives them a part only, or an error.',
  },
  checkApi: ({ api, report }) => {
    const lists = collectionsOf(api).flatMap(path => operationAt(path, 'get') ?? []);
    for (const operation of [...lists, ...searchesOf(api)]) {
      const schema = answerOf(operation);
      const shape = shapeOf(api, schema);
      if (!schema) continue;
      // Bare lists below a resource are short, and published so: audittrail, zaakeigenschappen, besluiten.
      if (shape === 'list' && segmentsOf(operation.path).some(isPlaceholder)) continue;
      const missing = missingFromPage(api, schema).join(', ');
      if (missing) report(schema, { missing });
    }
  },
  cases: {
    good: [
      resource(
        `{List: {properties: {count: {type: integer}, next: ${LINK}, previous: ${LINK}, results: {type: array}}}, Read: {}}`,
      ),
    ],
    bad: [
      { document: resource('{List: {type: array}, Read: {}}'), at: ['/List'] },
      { document: resource('{List: {properties: {results: {}}}, Read: {}}'), at: ['/List'] },
    ],
  },
} satisfies LintRule;
