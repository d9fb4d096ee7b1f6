import { childOf } from '../../source/index.ts';
import { components } from '../fragment.ts';
import { componentNameAt } from '../names.ts';
import type { LintRule } from '../rule.ts';
import { propertiesOf, requiredOf } from '../schemas.ts';

const PARTS = ['name', 'code', 'reason'];

export const rule = {
  id: 'zgw-validatiefout-shape',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'ValidatieFout {fout}.',
    en: 'ValidatieFout {fault}.',
  },
  why: {
    nl: 'Zonder de lijst met fouten per attribuut kan een formulier niet aanwijzen wat er mis is.',
    en: 'Without the list of errors per attribute a form cannot point at what is wrong.',
  },
  check: ({ api, report }) => ({
    Schema(value, { location }) {
      const node = api.nodeAt(location, value);
      if (componentNameAt(node) !== 'ValidatieFout') return;
      const list = propertiesOf(api, node).get('invalidParams');
      const items = propertiesOf(api, api.child(list, 'items'));
      const missing = PARTS.filter(name => !items.has(name)).join(', ');
      if (!list)
        report(childOf(node, 'properties') ?? node, {
          fout: 'mist invalidParams; voeg die lijst toe',
          fault: 'lacks invalidParams; add that list',
        });
      else if (missing)
        report(list, {
          fout: `mist in invalidParams ${missing}; voeg dat toe`,
          fault: `lacks ${missing} in invalidParams; add that`,
        });
      if (list && !requiredOf(api, node).has('invalidParams')) {
        report(childOf(node, 'required') ?? node, {
          fout: 'maakt invalidParams niet verplicht; zet dat in required',
          fault: 'does not require invalidParams; put it in required',
        });
      }
    },
  }),
  cases: {
    good: [
      components(
        'schemas: {ValidatieFout: {required: [invalidParams], properties: {invalidParams: {type: array, items: {properties: {name: {}, code: {}, reason: {}}}}}}}',
      ),
    ],
    bad: [
      {
        document: components('schemas: {ValidatieFout: {properties: {title: {}}}}'),
        at: ['/schemas/ValidatieFout/properties'],
      },
      {
        document: components(
          'schemas: {ValidatieFout: {required: [title], properties: {invalidParams: {type: array, items: {properties: {name: {}}}}}}}',
        ),
        at: ['/schemas/ValidatieFout/required', '/schemas/ValidatieFout/properties/invalidParams'],
      },
    ],
  },
} satisfies LintRule;
