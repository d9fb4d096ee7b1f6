import { placeOfField } from '../../openapi/parts.ts';
import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { answerOf, pathsOperations, shapeOf } from '../topics/resources.ts';
import { requiredOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-pagination-required',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'De pagina zegt niet dat {names} er altijd zijn; zet ze in required.',
    en: 'The page does not say that {names} are always there; put them in required.',
  },
  why: {
    nl: 'Zonder required moet elke afnemer rekening houden met een pagina zonder inhoud.',
    en: 'Without required every consumer has to allow for a page without contents.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const schema = answerOf(operation);
      if (!schema || shapeOf(api, schema) !== 'page') continue;
      const required = requiredOf(api, schema);
      const names = ['count', 'results'].filter(name => !required.has(name)).join(', ');
      if (names) report(placeOfField(schema, 'required'), { names });
    }
  },
  cases: {
    good: [
      response(
        '200',
        '{content: {application/json: {schema: {required: [count, results], properties: {count: {}, results: {}}}}}}',
      ),
    ],
    bad: [
      {
        document: response(
          '200',
          '{content: {application/json: {schema: {required: [count], properties: {count: {}, results: {}}}}}}',
        ),
        at: ['/content/application~1json/schema/required'],
      },
    ],
  },
} satisfies LintRule;
