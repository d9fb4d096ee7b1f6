import { components, document, operation, parameter, pathItem, response, schema } from '../fragment.ts';
import type { LintRule } from '../rule.ts';

const GET = '{responses: {200: {description: Zaken}}}';

/** Examples of the rules that have no file of their own, for people and tests at once, by the id of the rule. */
export const engineCases: Readonly<Record<string, LintRule['cases']>> = {
  'adr-no-trailing-slash': {
    good: [pathItem('/zaken', `{get: ${GET}}`)],
    bad: [{ document: pathItem('/zaken/', `{get: ${GET}}`), at: [''] }],
  },
  'adr-servers-present': {
    good: [document('servers: [{url: https://api.example.nl/zaken/v1}]')],
    bad: [{ document: document('servers: []'), at: ['/servers'] }],
  },
  'oas-struct': {
    good: [operation('GET /zaken', GET)],
    bad: [
      {
        document: operation('GET /zaken', '{responses: {200: {description: Zaken}}, respons: {}}'),
        at: ['/respons'],
      },
      { document: parameter('{in: query, schema: {type: string}}'), at: [''] },
    ],
  },
  'oas-strict-refs': {
    good: [schema('Zaak', "{properties: {status: {$ref: '#/components/schemas/Zaak'}}}")],
    bad: [
      {
        document: document(
          "{info: {title: Zaken, version: 1.0.0, contact: {$ref: '#/x-contact'}}, x-contact: {name: Zaken}}",
        ),
        at: ['/info/contact/$ref'],
      },
    ],
  },
  'oas-ref-siblings': {
    good: [document("{openapi: 3.0.3, components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {}}}}")],
    bad: [
      {
        document: document(
          "{openapi: 3.0.3, components: {schemas: {A: {$ref: '#/components/schemas/B', maxLength: 5}, B: {}}}}",
        ),
        at: ['/components/schemas/A/maxLength'],
      },
    ],
  },
  'oas-nullable-type-sibling': {
    good: [document('{openapi: 3.0.3, components: {schemas: {Datum: {type: string, nullable: true}}}}')],
    bad: [
      {
        document: document('{openapi: 3.0.3, components: {schemas: {Datum: {nullable: true}}}}'),
        at: ['/components/schemas/Datum/nullable'],
      },
    ],
  },
  'oas-enum-type-mismatch': {
    good: [schema('Status', '{type: string, enum: [open, dicht]}')],
    bad: [{ document: schema('Status', '{type: string, enum: [open, 1]}'), at: ['/enum/1'] }],
  },
  'oas-duplicated-enum-values': {
    good: [schema('Status', '{type: string, enum: [open, dicht]}')],
    bad: [{ document: schema('Status', '{type: string, enum: [open, open]}'), at: ['/enum/1'] }],
  },
  'oas-mixed-number-range': {
    good: [schema('Bedrag', '{type: number, exclusiveMinimum: 0}')],
    bad: [
      {
        document: schema('Bedrag', '{type: number, minimum: 0, exclusiveMinimum: 0}'),
        at: ['/exclusiveMinimum'],
      },
    ],
  },
  'oas-required-properties-defined': {
    good: [schema('Zaak', '{type: object, required: [bronorganisatie], properties: {bronorganisatie: {}}}')],
    bad: [
      {
        document: schema('Zaak', '{type: object, required: [bron], properties: {bronorganisatie: {}}}'),
        at: ['/required/0'],
      },
    ],
  },
  'oas-valid-schema-examples': {
    good: [schema('Omschrijving', '{type: string, maxLength: 5, example: Kort}')],
    bad: [
      {
        document: schema('Omschrijving', '{type: string, maxLength: 5, example: Te lang}'),
        at: ['/example'],
      },
      { document: schema('Aantal', '{type: integer, default: veel}'), at: ['/default'] },
    ],
  },
  'oas-valid-media-type-examples': {
    good: [response('200', '{content: {application/json: {schema: {type: integer}, example: 3}}}')],
    bad: [
      {
        document: response('200', '{content: {application/json: {schema: {type: integer}, example: drie}}}'),
        at: ['/content/application~1json/example'],
      },
    ],
  },
  'oas-valid-parameter-examples': {
    good: [parameter('{name: pagina, in: query, schema: {type: integer}, example: 3}')],
    bad: [
      {
        document: parameter('{name: pagina, in: query, schema: {type: integer}, example: drie}'),
        at: ['/example'],
      },
    ],
  },
  'oas-example-value-or-external': {
    good: [response('200', '{content: {application/json: {examples: {een: {value: 1}}}}}')],
    bad: [
      {
        document: response(
          '200',
          '{content: {application/json: {examples: {een: {value: 1, externalValue: een.json}}}}}',
        ),
        at: ['/content/application~1json/examples/een/value'],
      },
    ],
  },
  'oas-operation-id-present': {
    good: [operation('GET /zaken', `{operationId: zaak_list, responses: {200: {description: Zaken}}}`)],
    bad: [{ document: operation('GET /zaken', GET), at: [''] }],
  },
  'oas-operation-id-unique': {
    good: [pathItem('/zaken', '{get: {operationId: zaak_list}, post: {operationId: zaak_create}}')],
    bad: [
      {
        document: pathItem('/zaken', '{get: {operationId: zaak}, post: {operationId: zaak}}'),
        at: ['/post/operationId'],
      },
    ],
  },
  'oas-operation-id-url-safe': {
    good: [operation('GET /zaken', '{operationId: zaak_list}')],
    bad: [{ document: operation('GET /zaken', '{operationId: lijst van zaken}'), at: ['/operationId'] }],
  },
  'oas-parameters-unique': {
    good: [operation('GET /zaken', '{parameters: [{name: page, in: query}, {name: page, in: header}]}')],
    bad: [
      {
        document: operation('GET /zaken', '{parameters: [{name: page, in: query}, {name: page, in: query}]}'),
        at: ['/parameters/1'],
      },
    ],
  },
  'oas-path-params-defined': {
    good: [
      pathItem('/zaken/{uuid}', '{get: {parameters: [{name: uuid, in: path, required: true}]}}'),
      // A callback of a callback of a callback is like any other operation.
      pathItem(
        '/zaken',
        `post: {callbacks: {a: {'{$url}/{$id}': {post: {callbacks: {b: {'{$url}': {post: {callbacks: {c: {'{$url}': {post: {}}}}}}}}}}}}}`,
      ),
    ],
    bad: [
      {
        document: pathItem('/zaken/{uuid}', '{get: {parameters: [{name: id, in: path, required: true}]}}'),
        at: ['/get/parameters', '/get/parameters/0/name'],
      },
      {
        document: pathItem('/zaken/{uuid}/{uuid}', '{parameters: [{name: uuid, in: path, required: true}]}'),
        at: [''],
      },
    ],
  },
  'oas-path-declaration': {
    good: [pathItem('/zaken/{uuid}', `{get: ${GET}}`)],
    bad: [{ document: pathItem('/zaken/{}', `{get: ${GET}}`), at: [''] }],
  },
  'oas-path-no-query': {
    good: [operation('GET /zaken', '{parameters: [{name: status, in: query}]}')],
    bad: [{ document: pathItem('/zaken?status=open', `{get: ${GET}}`), at: [''] }],
  },
  'oas-identical-paths': {
    good: [document(`paths: {'/zaken/{uuid}': {get: ${GET}}, '/rollen/{uuid}': {get: ${GET}}}`)],
    bad: [
      {
        document: document(`paths: {'/zaken/{uuid}': {get: ${GET}}, '/zaken/{id}': {put: ${GET}}}`),
        at: ['/paths/~1zaken~1{id}'],
      },
    ],
  },
  'oas-ambiguous-paths': {
    good: [document(`paths: {'/zaken/{uuid}': {get: ${GET}}, /rollen/actief: {get: ${GET}}}`)],
    bad: [
      {
        document: document(`paths: {'/{soort}/actief': {get: ${GET}}, '/zaken/{uuid}': {get: ${GET}}}`),
        at: ['/paths/~1zaken~1{uuid}'],
      },
    ],
  },
  'oas-server-trailing-slash': {
    good: [document('servers: [{url: https://api.example.nl/v1}]')],
    bad: [{ document: document('servers: [{url: https://api.example.nl/v1/}]'), at: ['/servers/0/url'] }],
  },
  'oas-server-variables-defined': {
    good: [document("servers: [{url: 'https://{host}/v1', variables: {host: {default: api.example.nl}}}]")],
    bad: [{ document: document("servers: [{url: 'https://{host}/v1'}]"), at: ['/servers/0/url'] }],
  },
  'oas-server-variables-enum': {
    good: [
      document(
        "servers: [{url: 'https://{host}/v1', variables: {host: {default: a.example.nl, enum: [a.example.nl]}}}]",
      ),
    ],
    bad: [
      {
        document: document(
          "servers: [{url: 'https://{host}/v1', variables: {host: {default: a.example.nl, enum: [b.example.nl]}}}]",
        ),
        at: ['/servers/0/variables/host/default'],
      },
    ],
  },
  'oas-component-names': {
    good: [components('schemas: {Zaak-Type: {type: object}}')],
    bad: [{ document: components('schemas: {Zaak Type: {type: object}}'), at: ['/schemas/Zaak Type'] }],
  },
  'oas-unused-components': {
    good: [schema('Zaak', '{type: object}')],
    bad: [{ document: components('schemas: {Zaak: {type: object}}'), at: ['/schemas/Zaak'] }],
  },
  'oas-tags-unique': {
    good: [document('tags: [{name: zaken}, {name: rollen}]')],
    bad: [{ document: document('tags: [{name: zaken}, {name: zaken}]'), at: ['/tags/1'] }],
  },
  'oas-tag-defined': {
    good: [document('{tags: [{name: zaken}], paths: {/zaken: {get: {tags: [zaken]}}}}')],
    bad: [
      {
        document: document('{tags: [{name: zaken}], paths: {/zaken: {get: {tags: [zaak]}}}}'),
        at: ['/paths/~1zaken/get/tags/0'],
      },
    ],
  },
  'oas-tag-description': {
    good: [document('tags: [{name: zaken, description: Wat bij een zaak hoort.}]')],
    bad: [{ document: document('tags: [{name: zaken}]'), at: ['/tags/0'] }],
  },
  'oas-operation-summary': {
    good: [operation('GET /zaken', '{summary: Zaken opvragen}')],
    bad: [{ document: operation('GET /zaken', GET), at: [''] }],
  },
  'oas-license': {
    good: [document('info: {title: Zaken, version: 1.0.0, license: {name: EUPL, identifier: EUPL-1.2}}')],
    bad: [
      {
        document: document('info: {title: Zaken, version: 1.0.0, license: {name: EUPL}}'),
        at: ['/info/license'],
      },
      {
        document: document("info: {title: Zaken, version: 1.0.0, license: {name: EUPL, url: ''}}"),
        at: ['/info/license'],
      },
    ],
  },
  'oas-array-parameter-serialization': {
    good: [parameter('{name: id, in: query, style: form, explode: false, schema: {type: array, items: {}}}')],
    bad: [{ document: parameter('{name: id, in: query, schema: {type: array, items: {}}}'), at: [''] }],
  },
  'zgw-operation-description': {
    good: [operation('GET /zaken', '{description: Geeft de zaken die de client mag lezen.}')],
    bad: [{ document: operation('GET /zaken', GET), at: [''] }],
  },
  'zgw-parameter-description': {
    good: [parameter('{name: status, in: query, description: De status die de zaken nu hebben.}')],
    bad: [{ document: parameter('{name: status, in: query}'), at: [''] }],
  },
  'sec-scopes-defined': {
    good: [scoped('zaken.lezen')],
    bad: [{ document: scoped('zaken.wissen'), at: ['/paths/~1zaken/get/security/0/login/0'] }],
  },
  'sec-safe-markdown': {
    good: [operation('GET /zaken', '{description: Alle **zaken**.}')],
    bad: [
      {
        document: operation(
          'GET /zaken',
          "{description: 'Alle zaken <script>stuur(document.cookie)</script>'}",
        ),
        at: ['/description'],
      },
    ],
  },
  'oas-refs-resolve': {
    good: [schema('Zaak', "{properties: {hoofdzaak: {$ref: '#/components/schemas/Zaak'}}}")],
    bad: [
      {
        document: schema('Zaak', "{properties: {hoofdzaak: {$ref: '#/components/schemas/Zaken'}}}"),
        at: ['/properties/hoofdzaak/$ref'],
      },
    ],
  },
  'oas-file-unread': {
    good: [schema('Zaak', '{type: object}')],
    bad: [
      {
        document: schema('Zaak', "{properties: {adres: {$ref: 'https://example.nl/adres.yaml#/Adres'}}}"),
        at: ['/properties/adres/$ref'],
      },
    ],
  },
  'oas-example-unjudged': {
    good: [schema('Bsn', "{type: string, pattern: '^[0-9]{9}$', example: '111222333'}")],
    bad: [
      {
        document: schema('Bsn', "{type: string, pattern: '^(?!0)[0-9]{9}$', example: '111222333'}"),
        at: ['/pattern'],
      },
    ],
  },
  'adr-doc-openapi': {
    good: [pathItem('/zaken', `{get: ${GET}}`)],
    bad: [
      {
        document: document(
          "paths: {/zaken: {get: {responses: {200: {$ref: '#/components/responses/Zaken'}}}}}",
        ),
        at: [''],
      },
    ],
  },
  'ignore-effective': {
    good: [document('info: {title: Zaken, version: 1.0.0}')],
    bad: [
      {
        document: document("info: {title: Zaken, version: 1.0.0, x-lint-ignore: {adr-semver: ''}}"),
        at: ['/info/x-lint-ignore/adr-semver'],
      },
    ],
  },
};

/** Examples of rules that look at more than one file, as the tests read them: a comment names each file. */
export const examplesOfFiles: Readonly<Record<string, { readonly bad: string; readonly good: string }>> = {
  'oas-component-name-unique': {
    bad: `# openapi.yaml
components: {schemas: {Status: {type: string}, Zaak: {$ref: 'zaken.yaml#/components/schemas/Status'}}}
# zaken.yaml
components: {schemas: {Status: {type: object}}}`,
    good: `# openapi.yaml
components: {schemas: {Status: {type: string}, Zaak: {$ref: 'zaken.yaml#/components/schemas/Zaakstatus'}}}
# zaken.yaml
components: {schemas: {Zaakstatus: {type: object}}}`,
  },
  'exception-count': {
    bad: `# openapi.yaml
info: {title: Zaken, version: '1.2'}
# exceptions.yaml
- {rule: adr-semver, selector: '**', reason: Zo gepubliceerd., places: 2}`,
    good: `# openapi.yaml
info: {title: Zaken, version: '1.2'}
# exceptions.yaml
- {rule: adr-semver, selector: '**', reason: Zo gepubliceerd., places: 1}`,
  },
};

/** An operation that asks for a scope of a flow with one scope. */
function scoped(scope: string): ReturnType<typeof document> {
  const flow =
    '{clientCredentials: {tokenUrl: https://login.example.nl, scopes: {zaken.lezen: Zaken lezen}}}';
  return document(
    `{paths: {/zaken: {get: {security: [{login: [${scope}]}]}}}, components: {securitySchemes: {login: {type: oauth2, flows: ${flow}}}}}`,
  );
}
