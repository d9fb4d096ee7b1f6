import { isString, member } from '../../core/json.ts';
import { join } from '../../core/pointer.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { promisesChange, speaksOfChange } from '../topics/words.ts';

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
  check: ({ api, report }) => ({
    Root() {
      for (const { node, label, method, kind, value } of api.operations) {
        if (kind !== 'path' || !['get', 'head', 'delete'].includes(method)) continue;
        const tell = (key: string, wat: string, what: string): void =>
          report({ file: node.file, pointer: join(node.pointer, key) }, { operation: label, wat, what });
        if (member(value, 'requestBody') !== undefined)
          tell('requestBody', 'heeft een body', 'has a request body');
        if (method === 'delete') continue;
        const { operationId, summary } = value;
        const word = isString(operationId) ? speaksOfChange(operationId) : undefined;
        if (word) tell('operationId', `noemt in het kenmerk '${word}'`, `says '${word}' in its id`);
        const promised = isString(summary) ? promisesChange(summary) : undefined;
        if (promised)
          tell(
            'summary',
            `belooft '${promised}' in de samenvatting`,
            `promises '${promised}' in its summary`,
          );
      }
    },
  }),
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
