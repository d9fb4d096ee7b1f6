import { placeOfField } from '../../openapi/parts.ts';
import { paths } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { schemaOfHeader } from '../topics/headers.ts';
import { createsOf } from '../topics/resources.ts';

export const rule = {
  id: 'zgw-location-header',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} maakt een resource aan en mist {missing}; antwoord met 201 en een header Location van format uri.',
    en: '{operation} creates a resource and lacks {missing}; answer 201 with a Location header of format uri.',
  },
  why: {
    nl: 'Uit Location weet een afnemer waar de nieuwe resource staat, zonder het antwoord te hoeven lezen.',
    en: 'From Location a consumer knows where the new resource is, without having to read the answer.',
  },
  checkApi: ({ api, report }) => {
    for (const { node, label, responses } of createsOf(api)) {
      const created = responses.find(({ status }) => status === '201');
      const location = created?.headers.get('location');
      const where = created?.node ?? placeOfField(node, 'responses');
      if (!created) report(where, { operation: label, missing: '201' });
      else if (!location) report(where, { operation: label, missing: 'Location' });
      else if (facetsOf(api, schemaOfHeader(api, location)).format !== 'uri')
        report(location, { operation: label, missing: 'format: uri' });
    }
  },
  cases: {
    good: [
      paths({
        '/zaken': '{post: {responses: {201: {headers: {Location: {schema: {type: string, format: uri}}}}}}}',
        '/zaken/{uuid}': '{}',
      }),
      paths({ '/zaken/_zoek': '{post: {responses: {200: {}}}}' }),
    ],
    bad: [
      {
        document: paths({ '/zaken': '{post: {responses: {200: {}}}}', '/zaken/{uuid}': '{}' }),
        at: ['/~1zaken/post/responses'],
      },
      {
        document: paths({
          '/zaken': '{post: {responses: {201: {headers: {location: {schema: {type: string}}}}}}}',
          '/zaken/{uuid}': '{}',
        }),
        at: ['/~1zaken/post/responses/201/headers/location'],
      },
    ],
  },
} satisfies LintRule;
