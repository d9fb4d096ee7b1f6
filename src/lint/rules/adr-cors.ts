import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { schemaOfHeader } from '../topics/headers.ts';
import { exampleValues } from '../topics/moments.ts';
import { partsOf } from '../topics/schemas.ts';

/** The header can only be, or is shown as, `*`. */
function saysAnyone(api: Api, header: Node): boolean {
  const schema = schemaOfHeader(api, header);
  const parts = partsOf(api, schema);
  const shown = [header, ...parts].flatMap(holder => exampleValues(api, holder)).map(({ value }) => value);
  const set = parts.map(part => member(part.value, 'default'));
  return [...shown, ...set, ...facetsOf(api, schema).enumeration].includes('*');
}

export const rule = {
  id: 'adr-cors',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/transport/cors',
  message: {
    nl: "{operation} vraagt om inloggen en staat met '*' elke website toe; noem de toegelaten herkomsten.",
    en: "{operation} asks for a login and lets every website in with '*'; name the allowed origins.",
  },
  why: {
    nl: 'Elke website kan dan in de browser van een ingelogde gebruiker meelezen.',
    en: 'Any website can then read along in the browser of a user who is logged in.',
  },
  checkApi: ({ api, report }) => {
    for (const { label, kind, security, responses } of api.operations) {
      const isOpen = security.length === 0 || security.some(scheme => Object.keys(scheme).length === 0);
      if (kind !== 'path' || isOpen) continue;
      for (const { headers } of responses) {
        const header = headers.get('access-control-allow-origin');
        if (header && saysAnyone(api, header)) report(header, { operation: label });
      }
    }
  },
  cases: {
    good: [
      operation('GET /zaken', '{responses: {200: {headers: {Access-Control-Allow-Origin: {example: "*"}}}}}'),
    ],
    bad: [
      {
        document: operation(
          'GET /zaken',
          '{security: [{jwt: []}], responses: {200: {headers: {Access-Control-Allow-Origin: {schema: {enum: ["*"]}}}}}}',
        ),
        at: ['/responses/200/headers/Access-Control-Allow-Origin'],
      },
    ],
  },
} satisfies LintRule;
