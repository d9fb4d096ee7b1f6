import { isObject, member } from '../../model/json.ts';
import { join } from '../../model/pointer.ts';
import { createsOne } from '../creates.ts';
import { operation, pathItem } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

export const rule = {
  id: 'adr-http-response-code',
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  source: 'ADR /core/http-response-code',
  message: {
    nl: '{operation} {wat}.',
    en: '{operation} {what}.',
  },
  why: {
    nl: 'Software beslist op de statuscode; een verkeerde of te grove code stuurt haar de verkeerde kant op.',
    en: 'Software decides by the status code; a wrong or coarse one sends it the wrong way.',
  },
  check: ({ api, report }) => ({
    Root() {
      for (const item of api.operations) {
        const { node, label, kind, responses } = item;
        if (kind !== 'path' || !isObject(member(node.value, 'responses'))) continue;
        const codes = responses.map(({ status }) => status.toUpperCase());
        const tell = (key: string, wat: string, what: string): void =>
          report(
            { file: node.file, pointer: join(node.pointer, 'responses', key) },
            { operation: label, wat, what },
          );
        if (!codes.some(code => /^(101|[23]..)$/.test(code)))
          report(api.child(node, 'responses') ?? node, {
            operation: label,
            wat: 'noemt geen geslaagd antwoord (2xx of 3xx); voeg het toe',
            what: 'lists no successful answer (2xx or 3xx); add it',
          });
        for (const { status, content } of responses)
          if ((status === '204' || status === '304') && content.length > 0)
            tell(
              status,
              `geeft bij ${status} inhoud; haal die weg`,
              `gives content with ${status}; remove it`,
            );
        if (createsOne(api, item) && codes.includes('200') && !codes.some(code => /^20[1-4]$/.test(code)))
          tell(
            '200',
            'maakt iets aan en antwoordt 200; gebruik 201',
            'creates something and answers 200; use 201',
          );
        const failures = codes.filter(code => /^([45]..|DEFAULT)$/.test(code));
        if (failures.length > 0 && failures.every(code => /^(DEFAULT|[45]XX|500)$/.test(code)))
          tell(
            responses.find(({ status }) => status.toUpperCase() === failures[0])?.status ?? '',
            'vat alle fouten in één code samen; noem ze afzonderlijk (400, 404, …)',
            'folds all failures into one code; list them one by one (400, 404, …)',
          );
      }
    },
  }),
  cases: {
    good: [
      operation('GET /zaken', '{responses: {200: {}, 404: {}, default: {}}}'),
      pathItem('/zaken', '{post: {responses: {201: {}}}}'),
    ],
    bad: [
      { document: operation('GET /zaken', '{responses: {404: {}}}'), at: ['/responses'] },
      {
        document: operation('DELETE /zaken/{id}', '{responses: {204: {content: {text/plain: {}}}}}'),
        at: ['/responses/204'],
      },
      {
        document: operation('POST /zaken', '{operationId: zaak_create, responses: {200: {}}}'),
        at: ['/responses/200'],
      },
      {
        document: operation('GET /zaken', '{responses: {200: {}, default: {}}}'),
        at: ['/responses/default'],
      },
    ],
  },
} satisfies LintRule;
