import { describe, expect, test } from '@jest/globals';
import { BaseResolver, makeDocumentFromString, normalizeTypes, resolveDocument } from '@redocly/openapi-core';
import { plainReferences } from '../../src/lint/engine/plain-references.ts';
import { typesFor } from '../../src/source/openapi-core.ts';

const document = (zaak: string) =>
  makeDocumentFromString(
    `openapi: 3.0.3
info: {title: Zaken, version: 1.0.0}
paths:
  /zaken:
    get:
      parameters: [{$ref: '#/components/parameters/pagina'}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Zaak'}}}}
components:
  parameters:
    pagina: {name: pagina, in: query, schema: {$ref: '#/components/schemas/Getal'}}
  schemas:
    Getal: {type: integer}
    Zaak: ${zaak}
    Rol:
      discriminator: {propertyName: soort, mapping: {zaak: '#/components/schemas/Zaak'}}
      oneOf: [{$ref: '#/components/schemas/Zaak'}]
`,
    'zaken.yaml',
  );

describe('references that are plain pointers in one file', () => {
  test('lead where openapi-core says', async () => {
    const file = document("{properties: {deel: {$ref: '#/components/schemas/Zaak'}, x-y: {type: string}}}");
    const { Root } = normalizeTypes(typesFor('oas3_0'));
    if (!Root) throw new Error('no root');
    const theirs = await resolveDocument({
      rootDocument: file,
      rootType: Root,
      externalRefResolver: new BaseResolver(),
    });
    expect(plainReferences(file)).toEqual(theirs);
  });

  test.each([
    ['a reference to a reference', "{$ref: '#/components/schemas/Getal'}"],
    ['one that leads nowhere', "{properties: {deel: {$ref: '#/components/schemas/Geen'}}}"],
    ['one through a reference', "{properties: {deel: {$ref: '#/paths/~1zaken/get/parameters/0/schema'}}}"],
    ['another file', "{properties: {deel: {$ref: 'deel.yaml#/Deel'}}}"],
    ['a name of a schema', '{discriminator: {propertyName: soort, mapping: {rol: Rol}}}'],
    ['an anchor', '{$anchor: zaak}'],
  ])('are left to openapi-core where there is %s', (_, zaak) => {
    expect(plainReferences(document(zaak))).toBeUndefined();
  });
});
