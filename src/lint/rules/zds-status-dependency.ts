import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { isLessStable } from '../../openapi/status.ts';
import { childNode, idOf, isReference } from '../../vocabulary/tree.ts';
import { document } from '../fragment.ts';
import type { LintRule, RuleContext } from '../rule.ts';

const STATUS = 'x-zds-status';

const statusOf = (value: Json | undefined): string | undefined => {
  const status = member(value, STATUS);
  return isString(status) ? status : undefined;
};

/** The nearest parts with a status of their own that a part holds or refers to. */
function partsWithStatus(root: Node, api: RuleContext['api']): Node[] {
  const seen = new Set<string>();
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (seen.has(idOf(node))) return;
    seen.add(idOf(node));
    if (idOf(node) !== idOf(root) && statusOf(node.value) !== undefined) {
      found.push(node);
      return;
    }
    const target = isReference(node) ? api.resolve(node) : undefined;
    if (target) visit(target);
    const { value } = node;
    const keys = isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];
    for (const key of keys) {
      const child = childNode(node, key);
      if (child && typeof child.value === 'object') visit(child);
    }
  };
  visit(root);
  return found;
}

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
    const judge = (node: Node, name: string, status: string | undefined): void => {
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
        if (found) judge(found.node, found.label, statusOf(found.value as unknown as Json) ?? whole);
      },
      Schema(value, { location, key }) {
        const status = statusOf(value as unknown as Json);
        if (status !== undefined) judge(api.nodeAt(location, value), String(key), status);
      },
    };
  },
  cases: {
    good: [
      document(`paths:
  /zaken:
    get:
      x-zds-status: concept
      responses: {200: {description: Zaak, content: {application/json: {schema: {$ref: '#/components/schemas/Zaak'}}}}}
components: {schemas: {Zaak: {x-zds-status: beta}}}`),
    ],
    bad: [
      {
        document: document(`paths:
  /zaken:
    get:
      x-zds-status: standaard
      responses: {200: {description: Zaak, content: {application/json: {schema: {$ref: '#/components/schemas/Zaak'}}}}}
components: {schemas: {Zaak: {x-zds-status: concept}}}`),
        at: ['/paths/~1zaken/get'],
      },
      {
        document: document(`info: {title: Zaken, version: 1.0.0, x-zds-status: standaard}
paths:
  /zaken:
    get:
      responses: {200: {description: Zaak, content: {application/json: {schema: {$ref: '#/components/schemas/Zaak'}}}}}
components: {schemas: {Zaak: {properties: {oud: {x-zds-status: ingetrokken}}}}}`),
        at: ['/paths/~1zaken/get'],
      },
    ],
  },
} satisfies LintRule;
