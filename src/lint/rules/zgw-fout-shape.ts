import { childOf } from '../../source/index.ts';
import { components } from '../fragment.ts';
import { componentNameAt } from '../names.ts';
import type { LintRule } from '../rule.ts';
import { propertiesOf, requiredOf } from '../schemas.ts';

const NAMES = ['type', 'code', 'title', 'status', 'detail', 'instance'];

export const rule = {
  id: 'zgw-fout-shape',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'Fout {fout}.',
    en: 'Fout {fault}.',
  },
  why: {
    nl: 'Zonder code kan software een fout niet herkennen, en zonder instance vindt de beheerder haar niet terug.',
    en: 'Without code software cannot tell an error, and without instance the operator cannot find it.',
  },
  check: ({ api, report }) => ({
    Schema(value, { location }) {
      const node = api.nodeAt(location, value);
      if (componentNameAt(node) !== 'Fout') return;
      const properties = propertiesOf(api, node);
      const required = requiredOf(api, node);
      const absent = NAMES.filter(name => !properties.has(name)).join(', ');
      const optional = NAMES.filter(name => name !== 'type' && !required.has(name)).join(', ');
      if (absent)
        report(childOf(node, 'properties') ?? node, {
          fout: `mist ${absent}; voeg dat toe`,
          fault: `lacks ${absent}; add that`,
        });
      if (optional)
        report(childOf(node, 'required') ?? node, {
          fout: `maakt ${optional} niet verplicht; zet dat in required`,
          fault: `does not require ${optional}; put that in required`,
        });
    },
  }),
  cases: {
    good: [
      components(
        'schemas: {Fout: {required: [code, title, status, detail, instance], properties: {type: {}, code: {}, title: {}, status: {}, detail: {}, instance: {}}}}',
      ),
      components(
        'schemas: {Basis: {required: [code, title, status, detail, instance], properties: {type: {}, code: {}, title: {}, status: {}, detail: {}, instance: {}}}, Fout: {allOf: [{$ref: "#/components/schemas/Basis"}]}}',
      ),
    ],
    bad: [
      {
        document: components(
          'schemas: {Fout: {required: [code, title, status, detail], properties: {type: {}, code: {}, title: {}, status: {}, detail: {}, instance: {}}}}',
        ),
        at: ['/schemas/Fout/required'],
      },
      {
        document: components(
          'schemas: {Fout: {required: [code, title, status, detail, instance], properties: {code: {}}}}',
        ),
        at: ['/schemas/Fout/properties'],
      },
    ],
  },
} satisfies LintRule;
