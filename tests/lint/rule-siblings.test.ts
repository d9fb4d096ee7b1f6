import { everyInput, type RuleInput, schemas } from './rule-input.ts';

const body = (schema: string): string =>
  `paths: {/zaken: {post: {requestBody: {content: {application/json: {schema: ${schema}}}}, responses: {}}}}`;

const props = (text: string): string => schemas(`{Zaak: {type: object, properties: ${text}}}`);

/** What stands beside the examples of a rule: the same said otherwise, and what only looks like it. */
const INPUTS: readonly RuleInput[] = [
  [
    'oas-schema-type-mismatch',
    schemas(
      '{A: {type: string, minContains: 1, unevaluatedItems: false, dependentRequired: {a: [b]}, propertyNames: {}, unevaluatedProperties: false, dependentSchemas: {}}}',
    ),
    'minContains',
    'unevaluatedItems',
    'dependentRequired',
    'propertyNames',
    'unevaluatedProperties',
    'dependentSchemas',
  ],
  ['oas-schema-type-mismatch', schemas('{A: {type: integer, contentEncoding: base64}}'), 'contentEncoding'],
  [
    'oas-schema-type-mismatch',
    schemas(
      '{A: {type: [object, array], items: {}, properties: {}, maxContains: 3}, B: {type: "null", items: {}}}',
    ),
  ],
  ['oas-schema-format-known', schemas('{A: {type: integer, format: unixtime}}')],
  [
    'oas-http-verb-in-path',
    'paths: {"/zaken/{id}/options": {}, /head-offices: {}, /patch-panels: {}, /post-codes: {}, /zaken/post-zaak: {}, /get-zaken: {}, /zaken/delete: {}}',
    '~1post-zaak',
    '~1get-zaken',
    '~1delete',
  ],
  [
    'oas-ignored-header-parameters',
    'paths: {/x: {get: {responses: {200: {description: Ja, headers: {content-type: {schema: {}}, ETag: {schema: {}}}}}}}}',
    '/content-type',
  ],
  [
    'oas-server-example',
    'servers: [{url: "https://{t}.example.com/api", variables: {t: {default: a}}}, {url: "https://{host}:{port}/a", variables: {host: {default: example.com}, port: {default: "1"}}}, {url: "https://api.example.com:{port}/", variables: {port: {default: "1"}}}, {url: "https://example.com./"}]',
    '0/url',
    '2/url',
    '3/url',
  ],
  [
    'sec-closed-request-objects',
    body(
      '{type: object, properties: {a: {type: object, unevaluatedProperties: false}, b: {type: object, additionalProperties: {description: Alles}}, c: {type: object, unevaluatedProperties: true}, d: {type: object, enum: [{}]}, e: {type: object, if: {properties: {x: {}}}, then: {properties: {y: {}}}}}}',
    ),
    '/b/additionalProperties',
    '/c/unevaluatedProperties',
  ],
  [
    'sec-array-bounded',
    body(
      '{type: object, properties: {a: {type: array, prefixItems: [{}], items: false}, b: {type: array, const: [1]}, c: {type: array, uniqueItems: true, items: {enum: [a, b]}}, d: {type: array, items: {enum: [a, b]}}}}',
    ),
    '/d',
  ],
  [
    'sec-string-bounded',
    body(
      '{type: object, properties: {a: {type: string, format: hostname}, b: {type: string, format: iri-reference}, c: {type: string, format: idn-email}, d: {type: string, format: date-time-local}, e: {type: string, contentEncoding: base64}, f: {type: string, format: html}}}',
    ),
    '/f',
  ],
  [
    'sec-number-bounded',
    body(
      '{type: object, properties: {a: {type: integer, const: 3}, b: {type: [integer, "null"], minimum: 1}, c: {allOf: [{type: integer, minimum: 1}], exclusiveMaximum: 9}}}',
    ),
    '/b',
  ],
  [
    'sec-password-format',
    props(
      '{wachtwoord: {type: [string, "null"]}, wachtwoordUrl: {type: string}, isWachtwoord: {type: boolean}}',
    ),
    '/wachtwoord',
  ],
  [
    'sec-callback-https',
    body(
      '{type: object, properties: {callbackUrl: {$ref: "#/components/schemas/U"}, callbacks: {type: array}, webhook_uri: {type: string}}}',
    ) +
      '\n' +
      schemas('{U: {type: string, format: uri, pattern: "^https://"}}'),
    '/webhook_uri',
  ],
  [
    'sec-operation-secured',
    'openapi: 3.2.0\npaths: {/x: {query: {responses: {}}, additionalOperations: {LOCK: {responses: {}}}}, /openapi.json: {get: {responses: {}}}}',
    '/query',
    '/LOCK',
  ],
  [
    'sec-write-not-anonymous',
    'openapi: 3.2.0\nsecurity: [{}]\npaths: {/x: {query: {responses: {}}, post: {responses: {}}, additionalOperations: {LOCK: {responses: {}}}}}\nwebhooks: {x: {post: {responses: {}}}}',
    '/post',
  ],
  [
    'sec-401-403',
    'security: [{k: []}]\npaths: {/x: {get: {responses: {4XX: {description: x}}}, put: {responses: {default: {description: x}}}, post: {security: [], responses: {}}, patch: {responses: {"401": {description: x}}}}}',
    '/patch/responses',
  ],
  [
    'sign-payload',
    'paths: {/x: {post: {parameters: [{in: header, name: X-Hub-Signature-256, schema: {type: string}}, {in: header, name: X-Signature-Version, schema: {type: string}}, {in: query, name: signature, schema: {}}], responses: {}}}}',
    'parameters/0',
  ],
  [
    'enc-jwe',
    'paths: {/x: {post: {requestBody: {content: {application/jose+json; v=1: {schema: {}}, application/JOSE: {}, application/json: {schema: {properties: {ciphertext: {}}}}}}, responses: {}}}}',
    'application~1JOSE',
  ],
  [
    'oas-content-on-head',
    'paths: {/x: {head: {responses: {200: {description: a, content: {}}, 404: {$ref: "#/components/responses/N"}}}}}\ncomponents: {responses: {N: {description: n, content: {a/b: {}}}}}',
    '/404',
  ],
  [
    'acc-oauth2-delegation',
    'components: {securitySchemes: {a: {$ref: "#/components/securitySchemes/b"}, b: {type: http, scheme: Bearer}}}',
    '/securitySchemes',
  ],
  [
    'acc-oauth2-delegation',
    'components: {securitySchemes: {b: {type: http, scheme: bearer}, c: {type: openIdConnect, openIdConnectUrl: "https://a.nl"}}}',
  ],
  [
    'adr-security-headers',
    'paths: {/x: {get: {responses: {200: {description: a, headers: {Strict-Transport-Security: {schema: {}}}}, 404: {description: b}}}}}\nwebhooks: {x: {post: {responses: {200: {description: a}}}}}',
    '/404',
  ],
  [
    'adr-resource-operations',
    'paths: {"/zaken/{id}/sluiten": {post: {responses: {}}}, "/zaken/{id}/_sluiten": {post: {responses: {}}}, "/zaken/{id}/besluiten": {post: {responses: {}}}, "/zaken/{id}/sluiten/": {get: {responses: {}}}}',
    '{id}~1sluiten',
  ],
  [
    'conv-property-camel-case',
    props('{_links: {}, "@context": {}, _embedded: {}, a_b: {}, x-a: {}, zaakB: {}}'),
    '/a_b',
    '/x-a',
  ],
  [
    'zgw-delete-204',
    'paths: {"/x/{id}": {delete: {responses: {2XX: {description: a}}}}, "/y/{id}": {delete: {responses: {2XX: {description: a, content: {a/b: {}}}}}}}',
    '~1y~1{id}/delete/responses/2XX/content',
  ],
  [
    'zgw-location-header',
    'paths: {/x: {post: {responses: {201: {description: a, headers: {Location: {content: {text/plain: {schema: {type: string, format: uri}}}}}}}}}, "/x/{id}": {}}',
  ],
  [
    'zgw-duration-format',
    props(
      '{bewaartermijn: {type: array, items: {type: string, format: duration}}, termijn: {type: [string, "null"], format: duration}, doorlooptijd: {type: integer}, termijnen: {type: array}}',
    ),
    '/doorlooptijd',
  ],
  [
    'zgw-server-root',
    'servers: [{url: "https://a.nl/zaken/api/v{m}", variables: {m: {default: "2"}}}, {url: "https://a.nl/zaken"}]\npaths: {/x: {post: {responses: {}, callbacks: {k: {"{$request.body#/u}": {servers: [{url: "https://client.nl"}], post: {responses: {}}}}}}}}',
    '/servers/1/url',
  ],
  [
    'zgw-license-eupl',
    'info: {title: x, version: 1.0.0, license: {name: European Union Public Licence 1.2}}',
  ],
  [
    'zgw-license-eupl',
    'info: {title: x, version: 1.0.0, license: {name: EUPL, url: "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12"}}',
  ],
  [
    'zgw-license-eupl',
    'info: {title: x, version: 1.0.0, license: {name: "EUPL-1.1; overgang naar 1.2"}}',
    '/license',
  ],
  [
    'zgw-allof-objects',
    schemas(
      '{A: {allOf: [{$ref: "#/components/schemas/B"}, {if: {properties: {a: {const: 1}}}, then: {required: [b]}}, {if: {properties: {a: {const: 2}}}, then: {required: [c]}}, {required: [a]}]}, B: {type: object}}',
    ),
    '/allOf/3',
  ],
  [
    'zgw-matching-enum-descriptions',
    schemas('{A: {const: a, x-enumDescriptions: {a: A}}, B: {enum: [a, null], x-enumDescriptions: {b: B}}}'),
    '/B/x-enumDescriptions',
  ],
  [
    'zgw-download-binary',
    'paths: {"/x/{id}/download": {get: {responses: {200: {description: a, content: {Application/Octet-Stream; q=1: {schema: {type: string, format: binary}}}}}}}}',
  ],
  [
    'zgw-head-next-to-get',
    'paths: {"/x/{id}": {get: {parameters: [{in: header, name: If-None-Match, schema: {}}], responses: {200: {description: a, headers: {ETag: {}}}}}, head: {parameters: [{in: header, name: if-none-match, schema: {}}], responses: {200: {description: a, headers: {etag: {}}}}}}}',
  ],
  [
    'zgw-etag-header',
    'paths: {"/x/{id}": {get: {parameters: [{in: query, name: If-None-Match, schema: {}}], responses: {200: {description: a, headers: {ETag: {schema: {}}}}}}}}',
    '/get',
  ],
  [
    'zgw-not-modified',
    'paths: {"/x/{id}": {get: {parameters: [{in: query, name: If-None-Match, schema: {}}], responses: {200: {description: a}}}}}',
  ],
  [
    'zgw-crs-headers',
    'paths: {/x: {get: {parameters: [{in: query, name: Accept-Crs, schema: {enum: [EPSG:4326]}}], responses: {200: {description: a, content: {application/json: {schema: {properties: {geometrie: {properties: {type: {}, coordinates: {}}}}}}}}}}}}',
    '/parameters',
  ],
  [
    'zgw-rsin-bsn-format',
    props(
      '{heeftBsn: {type: boolean}, rsin: {type: integer}, inpBsn: {type: [string, "null"], pattern: "^[0-9]{9}$"}, bsn: {type: string, maxLength: 9}}',
    ),
    '/rsin',
    '/bsn',
  ],
  [
    'zgw-discriminator-targets',
    'openapi: 3.2.0\n' +
      schemas(
        '{A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {b: B}, defaultMapping: Weg}}, B: {type: object, properties: {t: {}}}}',
      ),
    '/defaultMapping',
  ],
  [
    'zds-withdrawn-successor',
    'paths: {/x: {get: {parameters: [{in: query, name: q, x-zds-status: ingetrokken, schema: {}}], responses: {}}}}',
    '/x-zds-status',
  ],
  [
    'zgw-no-numeric-ids',
    'paths: {"/x/{id}": {get: {parameters: [{in: path, name: id, required: true, content: {text/plain: {schema: {type: integer}}}}], responses: {}}}}',
    '/type',
  ],
  [
    'zgw-nullable-meaning',
    props(
      '{a: {type: [string, "null"], description: Naam.}, b: {oneOf: [{type: string}, {type: "null"}], description: Naam.}, c: {enum: [x, null], description: Naam.}, d: {type: [string, "null"], description: Leeg als onbekend.}}',
    ),
    '/a',
    '/b',
    '/c',
  ],
  [
    'zgw-no-read-only-items',
    // What stands beside a reference counts since 3.1.
    'openapi: 3.1.0\n' +
      schemas(
        '{A: {type: array, items: {$ref: "#/components/schemas/B", readOnly: true}}, B: {type: string, readOnly: true}}',
      ),
    '/items/readOnly',
  ],
  [
    'zgw-enum-snake-case',
    schemas(
      '{A: {enum: [zeer_geheim, Openbaar, "", null, "EPSG:4326"]}, B: {type: array, items: {enum: [A-b]}}}',
    ),
    '/A/enum',
    '/items/enum',
  ],
  [
    'zgw-json-only',
    'paths: {/x: {post: {requestBody: {content: {application/merge-patch+json: {}, text/csv: {}, multipart/form-data: {}, "application/json; charset=utf-8": {}}}, responses: {}}}}',
    'text~1csv',
  ],
  [
    'zgw-boolean-indicatie',
    props(
      '{issue: {type: boolean}, isActief: {type: boolean}, heeft_x: {type: boolean}, indicatie: {type: [boolean, "null"]}, istVoll: {type: boolean}}',
    ),
    '/issue',
    '/istVoll',
  ],
  [
    'zgw-required-string-min-length',
    schemas(
      '{A: {required: [a, b, c], properties: {a: {type: string}, b: {$ref: "#/components/schemas/S"}, c: {type: string, contentEncoding: base64}}}, S: {type: string, minLength: 1}}',
    ),
    '/a',
    '/c',
  ],
  [
    'zgw-problem-json',
    'paths: {/x: {get: {responses: {4xx: {description: a}, DEFAULT: {description: a}, default: {description: a}}}}}',
    '/4xx',
    '/default',
  ],
  [
    'geo-bbox-crs-query-parameter',
    'paths: {/x: {parameters: [{in: query, name: bbox, schema: {}}], get: {responses: {}}, post: {parameters: [{in: query, name: BBOX-CRS, schema: {}}], responses: {}}}}',
    'parameters/0',
  ],
  [
    'geo-default-crs',
    'paths: {/x: {get: {parameters: [{in: query, name: crs, schema: {type: string, default: "urn:ogc:def:crs:OGC:1.3:CRS84"}}, {in: query, name: bbox-crs, schema: {default: "http://www.opengis.net/def/crs/EPSG/0/28992"}}], responses: {}}}}',
    '1/schema/default',
  ],
  [
    'geo-preferred-crs',
    'paths: {/x: {get: {parameters: [{in: query, name: crs, schema: {enum: ["urn:ogc:def:crs:EPSG::28992"]}}, {in: query, name: bbox-crs, schema: {enum: ["EPSG:4326"]}}, {in: query, name: filter-crs, schema: {type: array, items: {enum: ["EPSG:4326"]}}}], responses: {}}}}',
    '1/schema/enum',
  ],
  // Behind a reference and in allOf.
  [
    'zgw-ordering-parameter',
    'paths: {/x: {get: {parameters: [{in: query, name: ordering, schema: {allOf: [{type: array, items: {enum: [a]}}]}}], responses: {}}}}',
  ],
  [
    'zgw-property-description',
    schemas(
      '{A: {properties: {a: {$ref: "#/components/schemas/B"}, b: {allOf: [{description: Ja.}]}, c: {$ref: "#/components/schemas/A"}}}, B: {type: string}}',
    ),
    '/a',
  ],
  [
    'zgw-same-name-same-type',
    schemas(
      '{A: {allOf: [{properties: {x: {type: string}}}]}, B: {properties: {x: {type: string}}}, C: {allOf: [{properties: {x: {type: integer}}}]}}',
    ),
    '/C/allOf/0/properties/x',
  ],
  [
    'adr-transport-tls',
    schemas(
      '{A: {properties: {callbackUrl: {$ref: "#/components/schemas/U"}}}, U: {example: "http://a.nl"}}',
    ),
    '/U/example',
  ],
];

everyInput(INPUTS);
