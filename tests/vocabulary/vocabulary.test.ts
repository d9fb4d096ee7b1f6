import { describe, expect, it } from '@jest/globals';
import { DATA_KEYS, fieldsAfter, NAME_MAPS, partsOf, rebuild } from '../../src/vocabulary/openapi.ts';
import { ANNOTATIONS, keywordsWhere, SUBSCHEMAS } from '../../src/vocabulary/schema.ts';

const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('the vocabulary', () => {
  it('knows which keys hold names, and which hold data', () => {
    expect(sorted(NAME_MAPS)).toEqual(
      sorted([
        ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'],
        ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes'],
        ...['links', 'callbacks', 'pathItems', 'mediaTypes', 'paths', 'webhooks', 'x-webhooks'],
        ...['content', 'encoding', 'variables', 'additionalOperations'],
      ]),
    );
    expect(sorted(DATA_KEYS)).toEqual(
      sorted(['example', 'default', 'const', 'enum', 'value', 'dataValue', 'required', 'security', 'scopes']),
    );
  });

  it('knows which keywords hold schemas, and which only describe', () => {
    expect(SUBSCHEMAS.map(([name, holds]) => `${name} ${holds}`)).toEqual([
      ...['allOf list', 'anyOf list', 'oneOf list', 'not schema', 'if schema', 'then schema', 'else schema'],
      ...['dependentSchemas map', 'properties map', 'patternProperties map', 'items schema'],
      ...[
        'additionalProperties schema',
        'contains schema',
        'propertyNames schema',
        'unevaluatedItems schema',
      ],
      ...['unevaluatedProperties schema', 'contentSchema schema', 'prefixItems list', '$defs map'],
      'definitions map',
    ]);
    expect(sorted(ANNOTATIONS)).toEqual(
      sorted([
        ...['title', 'summary', 'description', '$comment', 'default', 'deprecated'],
        ...['example', 'examples', 'externalDocs', 'xml'],
      ]),
    );
  });

  it('knows what came in 3.2', () => {
    expect(fieldsAfter('3.1', 'pathItem')).toEqual(['query', 'additionalOperations']);
    expect(fieldsAfter('3.1', 'mediaType')).toEqual(['itemSchema', 'itemEncoding', 'prefixEncoding']);
    expect(fieldsAfter('3.1', 'components')).toEqual(['mediaTypes']);
    expect(fieldsAfter('3.0', 'openapi')).toEqual(['webhooks']);
    expect(keywordsWhere(({ since, holds }) => since === '3.1' && holds === 'map')).toEqual([
      ...['dependentSchemas', 'patternProperties', '$defs', 'definitions'],
    ]);
  });

  it('walks into what holds objects, and never into data', () => {
    const operation = { security: [{ basic: [] }], responses: { 200: {} }, servers: [{ url: '/' }] };
    expect(partsOf('operation', operation)).toEqual([
      { kind: 'response', path: ['responses', '200'] },
      { kind: 'server', path: ['servers', '0'] },
    ]);
    const kinds: string[] = [];
    rebuild(
      'mediaType',
      { schema: { enum: [{ items: {} }], items: {} }, example: { schema: {} } },
      (kind, value) => {
        kinds.push(kind);
        return value;
      },
    );
    expect(kinds).toEqual(['schema', 'schema', 'mediaType']);
  });
});
