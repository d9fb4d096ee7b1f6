import { paths } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { bodyOf, isItemPath, operationAt } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-lock-flow',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{path} kan vergrendeld worden, maar {missing} ontbreekt; geef lock, unlock en het attribuut lock bij wijzigen.',
    en: '{path} can be locked, but {missing} is missing; give lock, unlock and the property lock in changes.',
  },
  why: {
    nl: 'Zonder het hele stel schrijven twee medewerkers over elkaar heen, of blijft een document voorgoed op slot.',
    en: 'Without the whole set two people overwrite each other, or a document stays locked for good.',
  },
  evidence: 'resource',
  check: ({ api, report }) => ({
    Root() {
      for (const item of api.paths.filter(({ template }) => isItemPath(template))) {
        const actions = ['lock', 'unlock'].map(name =>
          api.paths.find(({ template }) => template === `${item.template}/${name}`),
        );
        if (actions.every(action => action === undefined)) continue;
        const [lock, unlock] = actions.map(action => operationAt(action, 'post'));
        const updates = ['put', 'patch'].flatMap(method => operationAt(item, method) ?? []);
        const open = updates.filter(
          ({ requestContent }) => !propertiesOf(api, bodyOf(requestContent)).has('lock'),
        );
        const missing = [...(lock ? [] : ['POST lock']), ...(unlock ? [] : ['POST unlock'])];
        if (missing.length > 0) report(item.entry, { path: item.template, missing: missing.join(', ') });
        for (const { method, node } of open)
          report(node, { path: item.template, missing: `lock (${method.toUpperCase()})` });
      }
    },
  }),
  cases: {
    good: [
      paths({
        '/documenten/{uuid}':
          '{put: {requestBody: {content: {application/json: {schema: {properties: {lock: {}}}}}}}}',
        '/documenten/{uuid}/lock': '{post: {}}',
        '/documenten/{uuid}/unlock': '{post: {}}',
      }),
    ],
    bad: [
      {
        document: paths({ '/documenten/{uuid}': '{put: {}}', '/documenten/{uuid}/lock': '{post: {}}' }),
        at: ['/~1documenten~1{uuid}', '/~1documenten~1{uuid}/put'],
      },
    ],
  },
} satisfies LintRule;
