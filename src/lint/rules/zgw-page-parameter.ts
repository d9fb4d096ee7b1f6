import type { Node } from '../../core/node.ts';
import { placeOfField } from '../../openapi/parts.ts';
import type { Api, Operation } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { answerOf, bodyOf, pathsOperations, shapeOf } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

/** Where a page asks for a parameter that is not there as an integer; `pageSize` may be absent, or both in a body. */
function faultAt(api: Api, { node, parameters, requestContent }: Operation, name: string): Node | undefined {
  const found = parameters.find(parameter => parameter.in === 'query' && parameter.name === name);
  const isOptional = name === 'pageSize' || propertiesOf(api, bodyOf(requestContent)).has(name);
  if (found ? facetsOf(api, found.schema).types.join() === 'integer' : isOptional) return undefined;
  return found?.schema ?? placeOfField(node, 'parameters');
}

export const rule = {
  id: 'zgw-page-parameter',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} antwoordt met een pagina en heeft geen geheel getal als queryparameter {name}; voeg die toe.',
    en: '{operation} answers with a page and has no integer query parameter {name}; add it.',
  },
  why: {
    nl: 'Zonder page komt een afnemer alleen via next verder, en kan hij niet naar een bepaalde pagina.',
    en: 'Without page a consumer can only follow next, and cannot reach a given page.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api).filter(item => shapeOf(api, answerOf(item)) === 'page')) {
      for (const name of ['page', 'pageSize']) {
        const fault = faultAt(api, operation, name);
        if (fault) report(fault, { operation: operation.label, name });
      }
    }
  },
  cases: {
    good: [
      operation(
        'GET /zaken',
        '{parameters: [{in: query, name: page, schema: {type: integer}}], responses: {200: {content: {application/json: {schema: {properties: {results: {}}}}}}}}',
      ),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken',
          '{responses: {200: {content: {application/json: {schema: {properties: {results: {}}}}}}}}',
        ),
        at: [''],
      },
      {
        document: operation(
          'GET /zaken',
          '{parameters: [{in: query, name: page, schema: {type: string}}], responses: {200: {content: {application/json: {schema: {properties: {results: {}}}}}}}}',
        ),
        at: ['/parameters/0/schema'],
      },
    ],
  },
} satisfies LintRule;
