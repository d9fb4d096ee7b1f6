import type { Api, Operation, PathEntry } from '../api.ts';
import { paths } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { bodyOf, isItemPath, operationAt } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

/** The changes of a resource that do not take its lock. */
const openUpdates = (api: Api, item: PathEntry): Operation[] =>
  ['put', 'patch']
    .flatMap(method => operationAt(item, method) ?? [])
    .filter(({ requestContent }) => !propertiesOf(api, bodyOf(requestContent)).has('lock'));

/** The lock and unlock of a resource, where it has one of the two. */
function lacking(api: Api, item: PathEntry): string[] | undefined {
  const actions = ['lock', 'unlock'].map(name => ({
    name,
    path: api.paths.find(({ template }) => template === `${item.template}/${name}`),
  }));
  if (actions.every(({ path }) => path === undefined)) return undefined;
  return actions.filter(({ path }) => !operationAt(path, 'post')).map(({ name }) => `POST ${name}`);
}

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
  checkApi: ({ api, report }) => {
    for (const item of api.paths.filter(({ template }) => isItemPath(template))) {
      const missing = lacking(api, item);
      if (!missing) continue;
      if (missing.length > 0) report(item.entry, { path: item.template, missing: missing.join(', ') });
      for (const { method, node } of openUpdates(api, item))
        report(node, { path: item.template, missing: `lock (${method.toUpperCase()})` });
    }
  },
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
