import { childOf } from '../../source/index.ts';
import type { Operation } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { saysNothing } from '../topics/described.ts';
import { isItemPath, pathsOperations, segmentsOf } from '../topics/resources.ts';

/** The endings that fit an operation, the usual one first. */
function endingsOf({ method, path }: Operation): string[] {
  const last = segmentsOf(path).at(-1) ?? '';
  if (method === 'get') return isItemPath(path) ? ['retrieve', 'read'] : ['list', 'consumer', 'download'];
  if (method === 'post') return last === '_zoek' ? ['_zoek'] : ['create', 'publish', 'lock', 'unlock'];
  if (method === 'delete') return ['destroy', 'delete'];
  const endings: Readonly<Record<string, string>> = {
    head: 'headers',
    put: 'update',
    patch: 'partial_update',
  };
  return [endings[method] ?? method];
}

export const rule = {
  id: 'zgw-operation-id-pattern',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De operationId '{id}' past niet bij {operation}; schrijf resource_{ending}, zoals zaak_{ending}.",
    en: "The operationId '{id}' does not fit {operation}; write resource_{ending}, such as zaak_{ending}.",
  },
  why: {
    nl: 'Generatoren maken er methodenamen van; met een vaste vorm vindt een programmeur ze zonder te zoeken.',
    en: 'Generators turn it into method names; with one form a programmer finds them without looking.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const id = childOf(operation.node, 'operationId');
      if (!id || saysNothing(id.value)) continue;
      const endings = endingsOf(operation);
      const [, ending] =
        /^[a-z0-9]+(?:_[a-z0-9]+)*?_(_zoek|partial_update|[a-z]+)$/.exec(String(id.value)) ?? [];
      if (endings.includes(ending ?? '')) continue;
      report(id, { id: String(id.value), operation: operation.label, ending: endings[0] ?? '' });
    }
  },
  cases: {
    good: [
      operation('PATCH /zaken/{uuid}', '{operationId: zaak_partial_update}'),
      operation('POST /zaken/_zoek', '{operationId: zaak__zoek}'),
      operation('GET /zaken/{zaak_uuid}/audittrail', '{operationId: zaak_audittrail_list}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{operationId: getZaken}'), at: ['/operationId'] },
      { document: operation('DELETE /zaken', '{operationId: zaak_update}'), at: ['/operationId'] },
    ],
  },
} satisfies LintRule;
