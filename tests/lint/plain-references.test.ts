import { describe, expect, test } from '@jest/globals';
import {
  BaseResolver,
  makeDocumentFromString,
  normalizeTypes,
  type Document as ParsedFile,
  resolveDocument,
} from '@redocly/openapi-core';
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

const part = makeDocumentFromString('Deel: {type: string}\n', 'deel.yaml');

const plain = (...files: readonly ReturnType<typeof makeDocumentFromString>[]) =>
  plainReferences(new Map(files.map(file => [file.source.absoluteRef, file])), (_, file) => file);

/** Knows one file beside the document. */
class Parts extends BaseResolver {
  override resolveExternalRef(_: string | null, ref: string): string {
    return ref;
  }
  override async resolveDocument<T>(): Promise<ParsedFile<T>> {
    return part as ParsedFile<T>;
  }
}

describe('references that are plain pointers in their files', () => {
  test.each([
    ['their own', "{$ref: '#/components/schemas/Zaak'}"],
    ['another', "{$ref: 'deel.yaml#/Deel'}"],
  ])('lead to %s where openapi-core says', async (_, deel) => {
    const file = document(`{properties: {deel: ${deel}, x-y: {type: string}}}`);
    const { Root } = normalizeTypes(typesFor('oas3_0'));
    if (!Root) throw new Error('no root');
    const theirs = await resolveDocument({
      rootDocument: file,
      rootType: Root,
      externalRefResolver: new Parts(),
    });
    expect(plain(file, part)).toEqual(theirs);
  });

  test.each([
    ['a reference to a reference', "{$ref: '#/components/schemas/Getal'}"],
    ['one that leads nowhere', "{properties: {deel: {$ref: '#/components/schemas/Geen'}}}"],
    ['one through a reference', "{properties: {deel: {$ref: '#/paths/~1zaken/get/parameters/0/schema'}}}"],
    ['a file that was not read', "{properties: {deel: {$ref: 'elders.yaml#/Deel'}}}"],
    ['a name of a schema', '{discriminator: {propertyName: soort, mapping: {rol: Rol}}}'],
    ['an anchor', '{$anchor: zaak}'],
  ])('are left to openapi-core where there is %s', (_, zaak) => {
    expect(plain(document(zaak), part)).toBeUndefined();
  });
});
