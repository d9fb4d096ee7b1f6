import { isString, member } from '../../core/json.ts';
import { join } from '../../core/pointer.ts';
import type { Operation } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { promisesChange, speaksOfChange } from '../topics/words.ts';

/** What in an operation does not go with a safe method: its key, and what it does there. */
function changesIn({
  method,
  value,
}: Operation): { readonly key: string; readonly wat: string; readonly what: string }[] {
  const { operationId, summary } = value;
  const isSafe = method !== 'delete';
  const word = isSafe && isString(operationId) && speaksOfChange(operationId);
  const promised = isSafe && isString(summary) && promisesChange(summary);
  return [
    ...(member(value, 'requestBody') === undefined
      ? []
      : [{ key: 'requestBody', wat: 'heeft een body', what: 'has a request body' }]),
    ...(word
      ? [{ key: 'operationId', wat: `noemt in het kenmerk '${word}'`, what: `says '${word}' in its id` }]
      : []),
    ...(promised
      ? [
          {
            key: 'summary',
            wat: `belooft '${promised}' in de samenvatting`,
            what: `promises '${promised}' in its summary`,
          },
        ]
      : []),
  ];
}

export const rule = {
  id: 'adr-http-safety',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /core/http-safety',
  message: {
    nl: '{operation} {wat}; kies een andere methode of haal dit weg.',
    en: '{operation} {what}; choose another method or remove this.',
  },
  why: {
    nl: 'Een cache, zoekrobot of herhaalde aanroep voert een veilige methode ongevraagd nog eens uit.',
    en: 'A cache, crawler or retry performs a safe method again without being asked.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of api.operations) {
      const { kind, method, node, label } = operation;
      if (kind !== 'path' || !['get', 'head', 'delete'].includes(method)) continue;
      for (const { key, wat, what } of changesIn(operation))
        report({ file: node.file, pointer: join(node.pointer, key) }, { operation: label, wat, what });
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{operationId: zaak_list, summary: Geef de gewijzigde zaken}'),
      operation('GET /zaken', '{operationId: getUpdate, summary: Status van het verwijderen}'),
      operation('DELETE /zaken/{id}', '{operationId: zaak_delete, summary: Verwijder een zaak}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{requestBody: {content: {}}}'), at: ['/requestBody'] },
      { document: operation('DELETE /zaken/{id}', '{requestBody: {content: {}}}'), at: ['/requestBody'] },
      { document: operation('GET /zaken', '{operationId: zaak_create}'), at: ['/operationId'] },
      { document: operation('GET /zaken', '{summary: Verwijder alle zaken}'), at: ['/summary'] },
      { document: operation('GET /zaken', '{summary: Een zaak verwijderen}'), at: ['/summary'] },
    ],
  },
} satisfies LintRule;
