import { member } from '../../core/json.ts';
import { placeOfField } from '../../openapi/parts.ts';
import { paths } from '../examples.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import {
  createsOf,
  groupsOf,
  isPlaceholder,
  pathsOperations,
  searchesOf,
  segmentsOf,
} from '../topics/resources.ts';

const HEADERS = ['X-Audit-Toelichting', 'X-NLX-Logrecord-ID'];
const WRITES = new Set(['post', 'put', 'patch', 'delete']);

export const rule = {
  id: 'zgw-audit-headers',
  severity: 'info',
  profiles: { zds: 'info' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} neemt {missing} niet aan als optionele tekst in een header; voeg dat toe.',
    en: '{operation} does not take {missing} as an optional string in a header; add that.',
  },
  why: {
    nl: 'Zonder die headers staat in het audittrail niet waarom iets veranderde, en is een bericht niet te volgen over organisaties heen.',
    en: 'Without these headers the audit trail does not say why something changed, and a message cannot be followed across organisations.',
  },
  checkApi: ({ api, report }) => {
    const groupOf = groupsOf(api);
    const operations = pathsOperations(api);
    // Only an API with an audit trail has something to write the explanation in.
    const audited = new Set(operations.filter(({ path }) => /\/audittrail$/.test(path)).map(groupOf));
    const reads = new Set(searchesOf(api));
    const creates = new Set(createsOf(api));
    for (const operation of operations) {
      const { node, method, label, parameters, path } = operation;
      // An action below a resource, such as publish, is no write of its own.
      const isAction = method === 'post' && isPlaceholder(segmentsOf(path).at(-2)) && !creates.has(operation);
      if (!WRITES.has(method) || reads.has(operation) || isAction || !audited.has(groupOf(operation)))
        continue;
      const isTaken = (header: string): boolean =>
        parameters.some(
          item =>
            item.in === 'header' &&
            item.name.toLowerCase() === header.toLowerCase() &&
            member(item.node.value, 'required') !== true,
        );
      const missing = HEADERS.filter(header => !isTaken(header)).join(', ');
      if (missing) report(placeOfField(node, 'parameters'), { operation: label, missing });
    }
  },
  cases: {
    good: [operation('POST /kanalen', '{responses: {}}')],
    bad: [
      {
        document: paths({ '/zaken': '{post: {}}', '/zaken/{zaak_uuid}/audittrail': '{get: {}}' }),
        at: ['/~1zaken/post'],
      },
    ],
  },
} satisfies LintRule;
