import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { answerOf, isItemPath, itemOf, pathsOperations } from '../topics/resources.ts';
import { propertiesOf } from '../topics/schemas.ts';

export const rule = {
  id: 'zgw-self-url',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: 'De resource van {operation} heeft geen alleen-lezen url van format uri; voeg die toe.',
    en: 'The resource of {operation} has no read-only url of format uri; add one.',
  },
  why: {
    nl: 'Andere resources verwijzen met die URL; zonder moet een afnemer haar zelf in elkaar zetten.',
    en: 'Other resources refer by that URL; without it a consumer has to put it together.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const { label, method, path } = operation;
      // An entry of an audit trail is told by its uuid; nothing refers to it.
      if (method !== 'get' || !isItemPath(path) || path.includes('/audittrail/')) continue;
      const resource = itemOf(api, answerOf(operation));
      const url = propertiesOf(api, resource).get('url');
      const { readOnly, format } = facetsOf(api, url);
      if (resource && !(url && readOnly && format === 'uri')) report(url ?? resource, { operation: label });
    }
  },
  cases: {
    good: [resource('Read: {properties: {url: {type: string, format: uri, readOnly: true}}}')],
    bad: [
      { document: resource('Read: {properties: {naam: {}}}'), at: ['/Read'] },
      {
        document: resource('Read: {properties: {url: {type: string, format: uri}}}'),
        at: ['/Read/properties/url'],
      },
    ],
  },
} satisfies LintRule;
