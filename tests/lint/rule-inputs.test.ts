import { everyInput, type RuleInput, schemas } from './rule-input.ts';

const answering = (content: string): string =>
  `paths: {/x: {get: {responses: {400: {description: Fout, content: {application/problem+json: {schema: ${content}}}}}}}}`;

/** What a rule says of a document that is easily misread: all places where it finds something, by their ends. */
const INPUTS: readonly RuleInput[] = [
  // All keys of a query in one parameter, since 3.2.
  [
    'adr-invalid-input',
    'openapi: 3.2.0\npaths: {/x: {get: {parameters: [{in: querystring, name: q, content: {a/b: {}}}], responses: {200: {description: Ja}}}}}',
    '/get/responses',
  ],
  [
    'adr-query-keys-camel-case',
    'openapi: 3.2.0\npaths: {/x: {get: {parameters: [{in: querystring, name: q_q, content: {a/b: {schema: {properties: {a_b: {}, c: {}}}}}}], responses: {}}}}',
    '/properties/a_b',
  ],
  [
    'adr-no-sensitive-uris',
    'openapi: 3.2.0\npaths: {/x: {get: {parameters: [{in: querystring, name: q, content: {a/b: {schema: {properties: {bsn: {type: string}, heeftBsn: {type: boolean}}}}}}], responses: {}}}}',
    '/properties/bsn',
  ],
  [
    'adr-http-methods',
    'openapi: 3.2.0\npaths: {/x: {additionalOperations: {PURGE: {responses: {}}}}}\nwebhooks: {x: {trace: {responses: {}}}}',
    '/additionalOperations/PURGE',
  ],
  [
    'adr-transport-tls',
    'openapi: 3.2.0\ncomponents: {securitySchemes: {o: {type: oauth2, oauth2MetadataUrl: "http://a.nl", flows: {}}}}',
    '/oauth2MetadataUrl',
  ],
  [
    'adr-deprecation-schedule',
    'openapi: 3.2.0\npaths: {/x: {get: {responses: {200: {description: Ja, headers: {X-Oud: {deprecated: true, schema: {}}}}}}}}\ncomponents: {securitySchemes: {o: {type: http, scheme: bearer, deprecated: true}}}',
    '/X-Oud/deprecated',
    '/o/deprecated',
  ],
  // A member counts where every form of the error has it.
  [
    'adr-problem-details',
    answering(
      '{allOf: [{oneOf: [{properties: {status: {}, title: {}, detail: {}}}, {properties: {a: {}}}]}]}',
    ),
    '/schema',
  ],
  [
    'adr-problem-details',
    answering(
      '{allOf: [{properties: {status: {}}}], oneOf: [{properties: {title: {}, detail: {}}}, {properties: {title: {}, detail: {}, a: {}}}]}',
    ),
  ],
  [
    'adr-problem-details',
    answering('{if: {}, then: {properties: {status: {}, title: {}, detail: {}}}}'),
    '/schema',
  ],
  // Several errors fit in a list, in a map, and in what is not described.
  ['adr-all-errors', answering('{properties: {title: {}, errors: {additionalProperties: {}}}}')],
  ['adr-all-errors', answering('{properties: {title: {}, errors: {}}}')],
  ['adr-all-errors', answering('{properties: {title: {}, errors: {items: {}}}}')],
  ['adr-all-errors', answering('{properties: {title: {}, error: {type: string}}}'), '/schema'],
  ...['{schema: {examples: ["*"]}}', '{content: {text/plain: {schema: {const: "*"}}}}'].map(
    header =>
      [
        'adr-cors',
        `security: [{k: []}]\npaths: {/x: {get: {responses: {200: {description: Ja, headers: {Access-Control-Allow-Origin: ${header}}}}}}}`,
        '/Access-Control-Allow-Origin',
      ] as const,
  ),
  // A time without a zone, wherever a value stands.
  [
    'adr-date-time-timezone',
    'openapi: 3.2.0\npaths: {/x: {get: {parameters: [{in: query, name: a, schema: {type: string, format: date-time}, example: "2026-01-01T00:00:00"}], responses: {200: {description: Ja, content: {application/json: {schema: {additionalProperties: {type: string, format: date-time}}, examples: {a: {dataValue: {k: "2026-01-01T00:00:00"}}}}}}}}}}',
    '/parameters/0/example',
    '/dataValue/k',
  ],
  [
    'adr-date-time-timezone',
    schemas(
      '{A: {type: string, format: date-time, default: "2026-01-01T00:00:00", enum: ["2026-01-01T00:00:00"]}}',
    ),
    '/A/default',
    '/A/enum/0',
  ],
  [
    'adr-date-time-format',
    schemas('{A: {properties: {isUpToDate: {type: string}, update: {type: string}}}}'),
  ],
  [
    'adr-naming-resources',
    'paths: {/change-requests: {}, /search-results: {}, /update-history: {}, /download-document: {}, /create-zaken: {}}',
    '/paths/~1download-document',
    '/paths/~1create-zaken',
  ],
  [
    'adr-naming-collections',
    "paths: {'/schemata/{id}': {}, '/fora/{id}': {}, '/zaak/{id}': {}}",
    '~1zaak~1{id}',
  ],
  [
    'adr-http-safety',
    'paths: {/a: {get: {operationId: updates, summary: Updates}}, /b: {get: {operationId: change_requests_index, summary: Change requests}}, /c: {get: {operationId: c, summary: Post opvragen}}, /d: {get: {operationId: d, summary: Update de zaak}}}',
    '~1d/get/summary',
  ],
  [
    'adr-http-response-code',
    'paths: {/a: {get: {responses: {205: {description: Ja, content: {a/b: {}}}}}}}',
    '/responses/205',
  ],
  // A required name is described around it, by a pattern, or as one of the others; under `not` it is to be absent.
  [
    'oas-required-properties-defined',
    schemas(`{
      A: {if: {properties: {z: {}}}, then: {required: [q]}, properties: {q: {}}}, B: {patternProperties: {a: {}}, required: [a]},
      C: {additionalProperties: {type: string}, required: [a]}, D: {not: {required: [a]}}, E: {properties: {a: {}}, allOf: [{anyOf: [{required: [a]}]}]},
      F: {properties: {a: {properties: {b: {}}, required: [c]}}}, not: {required: [e]}, G: {additionalProperties: true, required: [f]}}`),
    '/F/properties/a/required/0',
    '/not/required/0',
    '/G/required/0',
  ],
  [
    'oas-struct',
    `${schemas('{A: {required: {$ref: "#/x-list"}}, B: {enum: {$ref: "#/x-list"}}, C: {allOf: {$ref: "#/x-schemas"}}, D: {properties: {enum: {$ref: "#/components/schemas/E"}}}, E: {}}')}\nx-list: [a]\nx-schemas: [{}]`,
    '/A/required',
    '/B/enum',
    '/C/allOf',
  ],
  [
    'oas-valid-parameter-examples',
    'paths: {/x: {get: {responses: {200: {description: Ja, headers: {X-Aantal: {schema: {type: integer}, example: veel}}}}}}}',
    '/X-Aantal/example',
  ],
  [
    'oas-parameters-unique',
    'paths: {/x: {get: {parameters: [{in: header, name: X-A}, {in: header, name: x-a}, {in: query, name: x-a}], responses: {}}}}',
    '/parameters/1',
  ],
  [
    'oas-unused-components',
    'paths: {/x: {$ref: "#/components/pathItems/X"}}\ncomponents: {pathItems: {X: {}, Y: {}}, links: {L: {operationId: x}}, callbacks: {C: {}}}',
    '/pathItems/Y',
    '/links/L',
    '/callbacks/C',
  ],
  // A range of statuses has capitals, and a status begins with 1 to 5.
  ...['3.0.3', '3.1.0', '3.2.0'].map(
    version =>
      [
        'oas-struct',
        `openapi: ${version}\npaths: {/x: {get: {responses: {100: {description: a}, 2XX: {description: a}, 4xx: {description: a}, 599: {description: a}, 600: {description: a}, 20X: {description: a}, "99": {description: a}, default: {description: a}, x-a: {description: a}}}}}`,
        ...['responses/4xx', 'responses/600', 'responses/20X', 'responses/99'],
      ] as const,
  ),
  // What is no schema at all is told as that, and not as one that nobody uses.
  [
    'oas-unused-components',
    'components: {schemas: {type: object, A: {}, B: true, C: null, D: [A]}, parameters: {P: tekst, Q: {name: q, in: query, schema: {}}}}',
    ...['/schemas/A', '/schemas/B', '/parameters/Q'],
  ],
  // What a reference leads to is one object, by its place; the reference is wrong that takes it for another.
  ...['3.0.3', '3.1.0', '3.2.0'].map(
    version =>
      [
        'oas-struct',
        `openapi: ${version}\npaths: {/x: {get: {responses: {200: {$ref: "#/components/schemas/A"}, 201: {$ref: "#/components/responses/R"}, 202: {$ref: "#/components/schemas/A"}}, callbacks: {c: {$ref: "#/paths/~1x"}}}}}\ncomponents: {responses: {R: {$ref: "#/components/schemas/A"}}, schemas: {A: {properties: {a: {$ref: "#/components/parameters/P"}, b: {$ref: "#/x-b"}, c: {$ref: "#/components/schemas/A/properties/b"}}}, B: {discriminator: {propertyName: a, mapping: {x: "#/components/parameters/P"}}}, C: {$ref: "#/info"}, D: {properties: {$ref: "#/info"}}}, parameters: {P: {in: query, name: a, schema: {}}}}\nx-a: {$ref: "#/info"}\nx-b: {type: string}`,
        ...['responses/200/$ref', 'responses/202/$ref', 'callbacks/c/$ref', 'responses/R/$ref'],
        ...['properties/a/$ref', 'mapping/x', 'C/$ref', 'D/properties/$ref'],
      ] as const,
  ),
  // In an extension a `$ref` is what its author says.
  [
    'oas-strict-refs',
    'paths: {x-tags: {$ref: "#/x-a"}}\ninfo: {$ref: "#/x-a"}\nx-a: {title: a, version: 1.0.0, x-b: {$ref: "#/info"}}',
    '/info/$ref',
  ],
  // A discriminator names schemas; a reference into a component uses it; since 3.2 a requirement may be a URI.
  [
    'oas-unused-components',
    'openapi: 3.2.0\nsecurity: [{"#/components/securitySchemes/k": []}]\ncomponents: {securitySchemes: {k: {type: http, scheme: bearer}, l: {type: http, scheme: basic}}, schemas: {A: {properties: {a: {}}, discriminator: {propertyName: a, mapping: {b: B, c: "#/components/schemas/C/properties/d"}, defaultMapping: E}}, B: {}, C: {properties: {d: {}}}, E: {}, F: {properties: {f: {$ref: "#/components/schemas/A/properties/a"}}}}}',
    '/schemas/F',
    '/securitySchemes/l',
  ],
  // A link may send a client to another server.
  [
    'adr-transport-tls',
    'components: {links: {L: {operationId: a, server: {url: "http://{h}.nl", variables: {h: {default: a}}}}, M: {operationId: a, server: {url: "https://a.nl"}}}}',
    '/L/server/url',
  ],
  // A list that says nothing but what its items are.
  [
    'geo-geojson-request',
    'paths: {/x: {post: {requestBody: {content: {application/json: {schema: {items: {properties: {type: {enum: [Feature]}, geometry: {properties: {type: {}, coordinates: {}}}}}}}}}, responses: {}}}}',
    '/content',
  ],
  [
    'oas-example-value-or-external',
    'components: {examples: {A: {value: 0, externalValue: a.json}, B: {value: null, externalValue: b.json}, C: {externalValue: c.json}}}',
    '/A/value',
    '/B/value',
  ],
  ['sec-safe-pattern', schemas('{A: {patternProperties: {"^(a+)+$": {}}}}'), '/A/patternProperties/^(a+)+$'],
  [
    'zds-deprecation-data',
    'paths: {/x: {get: {responses: {200: {description: Ja, headers: {X-A: {description: DEPRECATED, schema: {}}}}}}}}',
    '/X-A',
  ],
  [
    'zds-lifecycle-data',
    'paths: {/x: {get: {responses: {200: {description: Ja, headers: {X-A: {x-sunset: morgen, schema: {}}}}}}}}',
    '/X-A/x-sunset',
  ],
  [
    'sec-scheme-defined',
    'openapi: 3.2.0\nsecurity: [{"#/components/securitySchemes/k": []}, {"#/components/securitySchemes/l": []}]\ncomponents: {securitySchemes: {k: {type: http, scheme: bearer}}}',
    '/security/1/#~1components~1securitySchemes~1l',
  ],
  ['oas-valid-regex', schemas('{A: {patternProperties: {"[": {}, "^a": {}}}}'), '/patternProperties/['],
  [
    'oas-component-names',
    'components: {pathItems: {a b: {}}, schemas: {c d: {$ref: "#/components/schemas/E"}, E: {}}}',
    '/pathItems/a b',
    '/schemas/c d',
  ],
];

everyInput(INPUTS);
