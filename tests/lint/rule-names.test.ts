import { everyInput, type RuleInput, schemas } from './rule-input.ts';

/** Rules on names, urls, versions, tags and security, each with what is right and what is wrong in one document. */
const INPUTS: readonly RuleInput[] = [
  [
    'acc-token-header-only',
    'components: {securitySchemes: {a: {type: apiKey, in: query, name: token}, b: {type: apiKey, in: header, name: X-Key}, c: {$ref: "#/components/securitySchemes/d"}, d: {type: apiKey, in: cookie, name: sid}}}',
    '/a/in',
    '/d/in',
  ],
  ['adr-semver', 'info: {title: a, version: "1.0.0-rc.1+build.5"}'],
  ['adr-semver', 'info: {title: a, version: "01.0.0"}', '/info/version'],
  ['adr-semver', 'info: {title: a, version: "v1.0.0"}', '/info/version'],
  [
    'adr-path-segments-kebab-case',
    'paths: {"/a-b/{c_d}": {}, /aB: {}, /a--b: {}, /a1: {}, /1a: {}, /_zoek: {}, /openapi.json: {}, /a_b: {}}',
    '~1aB',
    '~1a--b',
    '~1a_b',
  ],
  ['adr-no-trailing-slash', 'paths: {/: {}, /a/: {}, "/a/{b}/": {}, /c: {}}', '/paths/~1a~1', '~1a~1{b}~1'],
  [
    'adr-doc-openapi-contact',
    'info: {title: a, version: 1.0.0, contact: {name: " ", url: "https://a.nl", email: a@a.nl}}',
    '/info/contact',
  ],
  [
    'adr-version-header',
    'paths: {/a: {get: {responses: {200: {description: a, headers: {api-version: {schema: {}}}}, 404: {$ref: "#/components/responses/N"}}}}}\ncomponents: {responses: {N: {description: n}}}',
    '/components/responses/N',
  ],
  [
    'adr-uri-version',
    'servers: [{url: "https://a.nl/api/v1"}, {url: "https://a.nl/{v}", variables: {v: {default: v1}}}, {url: "https://a.nl/v1.1"}]',
    '2/url',
  ],
  [
    'oas-path-params-defined',
    'paths: {"/a/{b}": {parameters: [{$ref: "#/components/parameters/B"}], get: {responses: {}}}, "/c/{d}": {get: {parameters: [{in: path, name: e, required: true, schema: {}}], responses: {}}}}\ncomponents: {parameters: {B: {in: path, name: b, required: true, schema: {}}}}',
    '~1c~1{d}/get/parameters',
    '/parameters/0/name',
  ],
  ['oas-identical-paths', 'paths: {"/a/{b}": {}, "/a/{c}": {}, "/a/{b}/d": {}, "/e/{b}": {}}', '~1a~1{c}'],
  ['oas-path-no-query', 'paths: {"/a?b=c": {}, /a: {}}', '~1a?b=c'],
  [
    'oas-operation-id-unique',
    'paths: {/a: {get: {operationId: a, responses: {}}, post: {operationId: A, responses: {}}}, /b: {get: {operationId: a, responses: {}}}}',
    '~1b/get/operationId',
  ],
  [
    'oas-tag-defined',
    'tags: [{name: a}]\npaths: {/x: {get: {tags: [a, b], responses: {}}, post: {responses: {}}, put: {tags: [], responses: {}}}}',
    '/get/tags/1',
  ],
  ['oas-tags-unique', 'tags: [{name: a}, {name: A}, {name: a}]', '/tags/2'],
  [
    'oas-server-variables-enum',
    'servers: [{url: "https://{a}.nl/{b}", variables: {a: {default: x, enum: []}, b: {default: y, enum: [z]}}}]',
    '/a/enum',
    '/b/default',
  ],
  [
    'oas-server-trailing-slash',
    'servers: [{url: "/"}, {url: "https://a.nl/"}]\npaths: {/x: {servers: [{url: "https://b.nl/v1/"}]}}',
    '/servers/1/url',
    '~1x/servers/0/url',
  ],
  [
    'oas-enum-type-mismatch',
    schemas(
      '{A: {type: integer, enum: [1, 1.0, "2"]}, B: {type: string, nullable: true, enum: [a]}, C: {enum: [1, a]}}',
    ),
    '/A/enum/2',
  ],
  ['oas-duplicated-enum-values', schemas('{A: {enum: [a, b, a]}, B: {enum: [1, "1"]}}'), '/A/enum/2'],
  [
    'sec-no-basic-auth',
    'components: {securitySchemes: {a: {type: http, scheme: Basic}, b: {type: http, scheme: bearer}}}',
    '/a/scheme',
  ],
  [
    'sec-no-implicit-flow',
    'components: {securitySchemes: {a: {type: oauth2, flows: {implicit: {authorizationUrl: "https://a.nl", scopes: {}}, authorizationCode: {authorizationUrl: "https://a.nl", tokenUrl: "https://a.nl", scopes: {}}}}}}',
    '/flows/implicit',
  ],
  [
    'sec-scopes-defined',
    'security: [{o: [a, b]}]\ncomponents: {securitySchemes: {o: {$ref: "#/components/securitySchemes/p"}, p: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://a.nl", scopes: {a: x}}}}}}',
    '/security/0/o/1',
  ],
  [
    'sec-safe-markdown',
    'info: {title: a, version: 1.0.0, description: "Zie <a href=\\"javascript:x()\\">a</a>"}\ntags: [{name: a, description: "`<script>` is code"}]',
    '/info/description',
  ],
  [
    'zgw-property-camel-case',
    schemas('{A: {allOf: [{properties: {a_b: {}, aB: {}, _expand: {}}}]}}'),
    '/a_b',
  ],
  [
    'zgw-no-redundant-title',
    schemas('{Zaak: {properties: {naam: {title: Naam}, code: {title: De code}}}}'),
    '/naam/title',
  ],
  [
    'zgw-uuid-path-parameter',
    'paths: {"/a/{uuid}": {get: {parameters: [{in: path, name: uuid, required: true, schema: {type: string}}, {in: query, name: uuid, schema: {type: string}}], responses: {}}}}',
    '0/schema',
  ],
];

everyInput(INPUTS);
