import type { Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import { itemsOf } from '../../vocabulary/tree.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const CODE = /\b(?:zrc|drc|ztc|brc|ac|nrc)-\d{3}\b/g;

export const rule = {
  id: 'zgw-rules-named',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'De beschrijving noemt regel {code} en x-zds-rules van {operation} niet; zet de regel daarbij.',
    en: 'The description names rule {code} and x-zds-rules of {operation} does not; add the rule there.',
  },
  why: {
    nl: 'Wie bouwt of toetst zoekt regels per operatie op; een regel die nergens hangt, wordt niet gebouwd en niet getest.',
    en: 'Whoever builds or tests looks rules up by operation; a rule that hangs nowhere is neither built nor tested.',
  },
  check: ({ api, report }) => {
    const listed = (value: Json) =>
      itemsOf(api.child({ ...api.root, value }, 'x-zds-rules')).map(item => String(item.value));
    const known = new Set(api.operations.flatMap(({ value }) => listed(value)));
    const compare = (node: Node, own: ReadonlySet<string>, operation: string): void => {
      const description = childOf(node, 'description');
      if (!description || known.size === 0) return;
      for (const [code] of String(description.value).matchAll(CODE))
        if (!own.has(code)) report(description, { code, operation });
    };
    return {
      Operation(value) {
        const operation = api.operationOf(value);
        if (operation) compare(operation.node, new Set(listed(operation.value)), operation.label);
      },
      Schema(value, { location }) {
        compare(api.nodeAt(location, value), known, '*');
      },
    };
  },
  cases: {
    good: [
      operation('POST /zaken', '{description: Bestaat (zrc-001)., x-zds-rules: [zrc-001]}'),
      operation('POST /zaken', '{description: Bestaat (zrc-001).}'),
    ],
    bad: [
      {
        document: operation('POST /zaken', '{description: Uniek (zrc-002)., x-zds-rules: [zrc-001]}'),
        at: ['/description'],
      },
    ],
  },
} satisfies LintRule;
