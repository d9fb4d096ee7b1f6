import type { JsonObject } from '../../src/core/json.ts';

/** A small description with what a page can meet: groups, cycles, variants, both webhooks and markup that is hostile. */
export const EXAMPLE: JsonObject = {
  openapi: '3.1.0',
  info: {
    title: 'Dossiers & <b>meer</b>',
    version: '2.0.0-alpha.1',
    'x-zds-status': 'alfa',
    description: [
      'De dossiers van een gemeente die niet bestaat.',
      '',
      '<script>globalThis.hacked = true</script> [klik](javascript:alert(1)) [pad](../elders.html)',
      '![plaatje](https://plaatjes.example/a.png) <img src=x onerror="globalThis.hacked = true">',
      '',
      '## Kop in een tekst',
      '',
      '| kolom | waarde |',
      '| --- | --- |',
      '| een | twee |',
    ].join('\n'),
  },
  servers: [{ url: 'https://{host}/dossiers/v2', variables: { host: { default: 'api.voorbeeld.example' } } }],
  tags: [{ name: 'dossiers', description: 'Wat er over een dossier bekend is.' }, { name: 'meldingen' }],
  'x-tagGroups': [
    { name: 'Dossiers', description: 'De API voor dossiers.', tags: ['dossiers'] },
    { name: 'Overig', tags: ['meldingen'] },
  ],
  security: [{ token: [] }],
  paths: {
    '/dossiers': {
      get: {
        operationId: 'dossier_list',
        summary: 'Dossiers opvragen',
        tags: ['dossiers'],
        parameters: [
          { $ref: '#/components/parameters/Soort' },
          { name: 'page', in: 'query', required: true, schema: { type: 'integer', minimum: 1, example: 3 } },
        ],
        responses: { 200: page('Dossier'), 400: { $ref: '#/components/responses/Ongeldig' } },
      },
      post: {
        operationId: 'dossier_create',
        summary: 'Een dossier aanmaken',
        tags: ['dossiers'],
        'x-zds-rules': ['dos-001', 'dos-404'],
        security: [{ token: ['dossiers.aanmaken', 'dossiers.beheren'] }],
        requestBody: {
          required: true,
          content: { 'application/json': { ...schema('DossierRequest'), ...namedExamples() } },
        },
        responses: {
          201: { description: 'Aangemaakt.', content: { 'application/json': schema('Dossier') } },
        },
      },
    },
    '/dossiers/_zoek': {
      post: {
        operationId: 'dossier__zoek',
        summary: 'Dossiers zoeken',
        tags: ['dossiers'],
        requestBody: {
          content: {
            'application/json': { schema: { type: 'object', properties: { term: { type: 'string' } } } },
          },
        },
        responses: { 200: page('Dossier') },
      },
    },
    '/dossiers/{uuid}': {
      parameters: [{ name: 'uuid', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      get: {
        operationId: 'dossier_retrieve',
        summary: 'Een dossier opvragen',
        tags: ['dossiers'],
        responses: {
          200: {
            description: 'Gelukt.',
            headers: { ETag: { schema: { type: 'string' } } },
            content: { 'application/json': schema('Dossier') },
          },
          304: { description: 'Niet gewijzigd.' },
        },
      },
      patch: {
        operationId: 'dossier_partial_update',
        summary: 'Een dossier bijwerken',
        deprecated: true,
        tags: ['dossiers'],
        requestBody: {
          content: {
            'application/merge-patch+json': schema('DossierKern'),
            'application/json': schema('DossierKern'),
          },
        },
        responses: { 200: { description: 'Gelukt.', content: { 'application/json': schema('Dossier') } } },
      },
    },
    '/los': { get: { responses: { default: { description: 'Wat dan ook.' } } } },
  },
  webhooks: {
    melding: {
      post: {
        operationId: 'melding_ontvangen',
        summary: 'Een melding ontvangen',
        tags: ['meldingen'],
        requestBody: { content: { 'application/json': schema('Persoon') } },
        responses: { 204: { description: 'Ontvangen.' } },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    parameters: {
      Soort: {
        name: 'soort',
        in: 'query',
        description: 'Filter op soort.',
        schema: { $ref: '#/components/schemas/SoortEnum' },
      },
    },
    responses: {
      Ongeldig: {
        description: 'Het verzoek klopt niet.',
        content: {
          'application/problem+json': {
            ...schema('Fout'),
            example: {
              code: 'invalid',
              title: 'Ongeldig',
              invalidParams: [{ name: 'soort', code: 'unknown', reason: 'Onbekend.' }],
            },
          },
        },
      },
    },
    schemas: {
      DossierKern: {
        type: 'object',
        properties: {
          url: { type: 'string', format: 'uri', readOnly: true, maxLength: 1000 },
          geheim: { type: 'string', writeOnly: true },
          omschrijving: {
            type: 'string',
            maxLength: 40,
            description: 'Waar het **over** gaat. <i>Kort</i>.',
          },
          soort: { $ref: '#/components/schemas/SoortEnum' },
          begin: { type: ['string', 'null'], format: 'date' },
          'vreemde "naam" <x>': { type: 'boolean' },
          kenmerken: { type: 'array', maxItems: 9, items: { $ref: '#/components/schemas/Kenmerk' } },
          dossier: { type: 'string', format: 'uri' },
          deelVan: { $ref: '#/components/schemas/Dossier' },
          betrokkene: { $ref: '#/components/schemas/Betrokkene' },
          knoop: { $ref: '#/components/schemas/Knoop' },
        },
      },
      Dossier: {
        description: 'Een dossier.',
        'x-zds-model': { model: 'RGBZ', objecttype: 'DOSSIER' },
        allOf: [{ $ref: '#/components/schemas/DossierKern' }],
        required: ['url', 'omschrijving'],
      },
      DossierRequest: {
        allOf: [{ $ref: '#/components/schemas/DossierKern' }],
        required: ['url', 'geheim', 'omschrijving'],
      },
      SoortEnum: {
        type: 'string',
        enum: ['open', 'dicht'],
        'x-enumDescriptions': { open: 'Er wordt aan gewerkt.', dicht: 'Klaar.' },
      },
      Kenmerk: {
        type: 'object',
        required: ['sleutel'],
        properties: { sleutel: { type: 'string' }, bron: { const: 'x' } },
      },
      Betrokkene: {
        oneOf: [{ $ref: '#/components/schemas/Persoon' }, { $ref: '#/components/schemas/Bedrijf' }],
        discriminator: { propertyName: 'soort', mapping: { mens: '#/components/schemas/Persoon' } },
      },
      Persoon: { type: 'object', properties: { soort: { type: 'string' }, naam: { type: 'string' } } },
      Bedrijf: { type: 'object', properties: { soort: { type: 'string' }, nummer: { type: 'integer' } } },
      Knoop: {
        type: 'object',
        properties: {
          kinderen: { type: 'array', items: { $ref: '#/components/schemas/Knoop' } },
          zelf: { $ref: '#/components/schemas/Spiegel' },
        },
      },
      Spiegel: { oneOf: [{ $ref: '#/components/schemas/Spiegel' }, { type: 'null' }] },
      spiegel: { type: 'string' },
      Kwijt: { $ref: '#/components/schemas/NietHier' },
      Fout: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          title: { type: 'string' },
          invalidParams: {
            type: 'array',
            items: { type: 'object', properties: { name: { type: 'string' } } },
          },
        },
      },
    },
  },
};

function schema(name: string): JsonObject {
  return { schema: { $ref: `#/components/schemas/${name}` } };
}

function page(name: string): JsonObject {
  const results = { type: 'array', items: { $ref: `#/components/schemas/${name}` } };
  const body = { type: 'object', required: ['results'], properties: { count: { type: 'integer' }, results } };
  return { description: 'Een pagina.', content: { 'application/json': { schema: body } } };
}

function namedExamples(): JsonObject {
  const value = { omschrijving: '</code></pre><script>globalThis.hacked = true</script>', geheim: "it's" };
  return { examples: { eerste: { summary: 'Het eerste dossier', value } } };
}

export const BACKLOG = {
  rules: [
    {
      id: 'dos-001',
      title: 'De omschrijving is *uniek* <u>overal</u>',
      statement: 'Komt `omschrijving` al voor, dan volgt 400 <i>en niets anders</i>.',
      operations: ['dossier_create'],
      attributes: ['Dossier.omschrijving'],
      statuses: [400],
    },
    { id: 'dos-002', title: 'Vervallen', attributes: ['Dossier.omschrijving'], state: 'dropped' },
  ],
  stories: [
    { id: 'gz-1', title: 'Een dossier beginnen', party: 'Voorbeeldgemeente', operations: ['dossier_create'] },
  ],
};
