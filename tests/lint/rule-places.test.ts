import { expect, it } from '@jest/globals';
import { platformIn } from '../../src/lint/topics/vocabulary.ts';
import { everyInput, type RuleInput, schemas } from './rule-input.ts';

/** The same fault at places that a rule easily passes: behind a reference, in allOf, in prose, beside a null. */
const INPUTS: readonly RuleInput[] = [
  [
    'oas-array-parameter-serialization',
    'paths: {/x: {get: {parameters: [{in: query, name: a, schema: {type: array}}, {in: query, name: b, style: form, explode: true, schema: {type: array}}, {in: query, name: c, schema: {allOf: [{type: array}]}}, {in: query, name: d, schema: {type: [array, "null"]}}, {in: header, name: e, schema: {$ref: "#/components/schemas/L"}}, {in: query, name: f, schema: {type: string}}, {in: query, name: g, schema: {anyOf: [{type: string}, {items: {}}]}}, {in: query, name: h, content: {a/b: {schema: {type: array}}}}], responses: {}}}}\n' +
      schemas('{L: {type: array}}'),
    ...['parameters/0', 'parameters/2', 'parameters/3', 'parameters/4', 'parameters/6'],
  ],
  [
    'zds-lifecycle-data',
    schemas(
      '{A: {properties: {oud: {$ref: "#/components/schemas/O"}, nieuw: {}}}, O: {deprecated: true, x-renamed-to: nieuw}, B: {properties: {oud: {allOf: [{$ref: "#/components/schemas/O"}]}}}}',
    ),
    '/B/properties/oud',
  ],
  [
    'zds-lifecycle-data',
    schemas(
      '{A: {allOf: [{$ref: "#/components/schemas/Basis"}, {properties: {nieuw: {}}}]}, Basis: {properties: {oud: {deprecated: true, x-renamed-to: nieuw}, ander: {deprecated: true, x-renamed-to: weg}}}}',
    ),
    '/Basis/properties/ander',
  ],
  [
    'sec-no-internal-host',
    'info: {title: a, version: 1.0.0, description: "Draai het op http://localhost:8000; de echte staat op http://10.1.2.3/x"}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://login.intern/t", scopes: {}}}}}}',
    '/info/description',
    '/tokenUrl',
  ],
  [
    'sec-no-internal-host',
    'info: {title: a, version: 1.0.0, description: "Zie https://www.local.nl, https://internal.example en https://172.15.0.1"}',
  ],
  [
    'zds-deprecation-data',
    'paths: {/x: {get: {summary: "[deprecated] x", responses: {}}, put: {summary: "Oude zaken (verouderd)", responses: {}}, post: {summary: "De (verouderde) zaken", description: "`deprecated` zegt of iets weg gaat", responses: {}}}}',
    '/get',
    '/put',
  ],
  [
    'adr-date-time-timezone',
    'paths: {/x: {get: {responses: {200: {description: a, content: {a/b: {schema: {type: string, format: date-time}, examples: {a: {value: "2020-01-01 00:00:00Z"}, b: {value: "2020-01-01T00:00:00z"}, c: {value: "2020-01-01T00:00:00.000Z"}, d: {value: "2020-01-01T00:00:00-00:00"}, e: {value: "2020-01-01 00:00:00"}, f: {value: "<tijd>"}}}}}}}}}',
    ...['a/value', 'b/value', 'd/value', 'e/value'],
  ],
  [
    'adr-publish-openapi',
    'security: [{}, {k: []}]\npaths: {/openapi.json: {get: {responses: {}}}, /openapi.yaml: {get: {security: [{k: []}], responses: {}}}}',
    '~1openapi.yaml/get',
  ],
  // Members of an object in a query are keys of it; its own name is none, but where they are written together.
  [
    'adr-query-keys-camel-case',
    'paths: {/x: {get: {parameters: [{in: query, name: q_q, schema: {type: object, properties: {c_d: {}, e: {}}}}, {in: query, name: r_r, explode: false, schema: {type: object, properties: {f_g: {}}}}, {in: query, name: s_s, style: deepObject, schema: {type: object, properties: {h_i: {}}}}], responses: {}}}}',
    ...['/properties/c_d', '1/name', '2/name'],
  ],
  [
    'adr-no-sensitive-uris',
    'paths: {/x: {get: {parameters: [{in: query, name: filter, schema: {allOf: [{type: object, properties: {bsn: {type: string}}}]}}], responses: {}}}}',
    '/properties/bsn',
  ],
  ['adr-naming-collections', "paths: {'/categorieën/{id}': {}, '/idee/{id}': {}}", '~1idee~1{id}'],
];

it('a name that is written as two words is told as a whole', () => {
  expect(['rowId', 'X-Sql-Id', '/zaken/tabel'].map(platformIn)).toEqual(['rowid', 'sql', undefined]);
});

everyInput(INPUTS);
