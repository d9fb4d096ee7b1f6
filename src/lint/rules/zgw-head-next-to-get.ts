import type { Operation } from '../api.ts';
import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { isItemPath, operationAt, successesOf } from '../topics/resources.ts';

/** What a caller sends and gets back beside a body; `expand` and `fields` only shape the body. */
function signatureOf(operation: Operation): string[] {
  const sent = operation.parameters.filter(({ name }) => name !== 'expand' && name !== 'fields');
  const headers = successesOf(operation).flatMap(response => [...response.headers.keys()]);
  return [...sent.map(item => (item.in === 'header' ? item.name.toLowerCase() : item.name)), ...headers];
}

export const rule = {
  id: 'zgw-head-next-to-get',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} geeft een ETag en heeft geen HEAD ernaast met dezelfde parameters en headers; verschil: {missing}.',
    en: '{operation} gives an ETag and has no HEAD beside it with the same parameters and headers; difference: {missing}.',
  },
  why: {
    nl: 'Met HEAD vraagt een afnemer of iets veranderd is, zonder de hele resource op te halen.',
    en: 'With HEAD a consumer asks whether something changed, without fetching the whole resource.',
  },
  checkApi: ({ api, report }) => {
    for (const path of api.paths.filter(({ template }) => isItemPath(template))) {
      const get = operationAt(path, 'get');
      const head = operationAt(path, 'head');
      if (!get || !successesOf(get).some(({ headers }) => headers.has('etag'))) continue;
      const own = new Set(head && signatureOf(head));
      const missing = head
        ? signatureOf(get)
            .filter(name => !own.has(name))
            .join(', ')
        : 'HEAD';
      if (missing) report((head ?? get).node, { operation: get.label, missing });
    }
  },
  cases: {
    good: [operation('GET /applicaties/{uuid}', '{responses: {200: {}}}')],
    bad: [
      { document: operation('GET /zaken/{uuid}', '{responses: {200: {headers: {ETag: {}}}}}'), at: [''] },
      {
        document: pathItem(
          '/zaken/{uuid}',
          '{get: {parameters: [{in: header, name: If-None-Match}], responses: {200: {headers: {ETag: {}}}}}, head: {responses: {200: {}}}}',
        ),
        at: ['/head'],
      },
    ],
  },
} satisfies LintRule;
