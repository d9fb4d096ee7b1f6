import type { Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { isLessStable } from '../../openapi/status.ts';
import { childNode } from '../../vocabulary/tree.ts';
import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { partsWithStatus, statusOf } from '../topics/statuses.ts';

/** An operation that answers with a schema, each with a field of its own. */
const using = (operation: string, schema: string): string => `paths:
  /zaken:
    get: {${operation}, responses: {200: {description: Ja, content: {application/json: {schema: {$ref: '#/components/schemas/Zaak'}}}}}}
components: {schemas: {Zaak: {${schema}}}}`;

export const rule = {
  id: 'zds-status-dependency',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'x-zds-status',
  evidence: 'found',
  message: {
    nl: "'{name}' heeft status '{status}' en steunt op '{other}' met status '{lower}'; maak dat eerst even stabiel.",
    en: "'{name}' has status '{status}' and rests on '{other}' with status '{lower}'; make that as stable first.",
  },
  why: {
    nl: 'Wat vaststaat kan niet blijven staan als een deel ervan nog mag veranderen of verdwijnen.',
    en: 'What is fixed cannot stay as it is when a part of it may still change or go.',
  },
  check: ({ api, report }) => {
    const whole = statusOf(childNode(api.root, 'info')?.value);
    const check = (node: Node, name: string, status: string | undefined): void => {
      if (status === undefined) return;
      for (const part of partsWithStatus(node, api)) {
        const lower = statusOf(part.value);
        const other = part.pointer.split('/').at(-1) ?? '';
        if (isLessStable(lower, status)) report(node, { name, status, other, lower: lower ?? '' });
      }
    };
    return {
      Operation(value) {
        const found = api.operationOf(value);
        if (found) check(found.node, found.label, statusOf(found.value as unknown as Json) ?? whole);
      },
      Schema(value, { location, key }) {
        const status = statusOf(value as unknown as Json);
        if (status !== undefined) check(api.nodeAt(location, value), String(key), status);
      },
    };
  },
  cases: {
    good: [document(using('x-zds-status: concept', 'x-zds-status: beta'))],
    bad: [
      {
        document: document(using('x-zds-status: standaard', 'x-zds-status: concept')),
        at: ['/paths/~1zaken/get'],
      },
      {
        document: document(
          `info: {title: Zaken, version: 1.0.0, x-zds-status: standaard}\n${using('summary: Zaken', 'properties: {oud: {x-zds-status: ingetrokken}}')}`,
        ),
        at: ['/paths/~1zaken/get'],
      },
    ],
  },
} satisfies LintRule;
