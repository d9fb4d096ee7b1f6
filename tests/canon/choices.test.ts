import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { bundle } from '../../src/bundle/index.ts';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../src/core/json.ts';
import { read } from '../../src/source/index.ts';
import { generateTypes } from '../../src/types/index.ts';

const document = await read('spec/openapi.yaml');
/** Every schema with `oneOf` below a value, with the pointer to it. */
function choicesIn(value: Json, at = ''): { readonly at: string; readonly schema: JsonObject }[] {
  if (isArray(value)) return value.flatMap((item, index) => choicesIn(item, `${at}/${index}`));
  if (!isObject(value)) return [];
  const own = isArray(value.oneOf) ? [{ at, schema: value }] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, child = null]) => choicesIn(child, `${at}/${key}`)),
  ];
}

/** What a generator misses in a choice: a value that no mapping leads to a branch, or a branch that none leads to. */
function unmapped({ oneOf, discriminator }: JsonObject): readonly string[] {
  const mapping = member(discriminator, 'mapping');
  const targets = Object.values(isObject(mapping) ? mapping : {});
  const branches = (isArray(oneOf) ? oneOf : []).map(branch => member(branch, '$ref') ?? null);
  return [
    ...branches.filter(branch => !targets.includes(branch)).map(branch => `no value for ${branch}`),
    ...targets
      .filter(target => target !== undefined && !branches.includes(target))
      .map(target => `no branch ${target}`),
  ];
}

describe('a choice tells generators what chooses', () => {
  it('in the whole of the standard, as 3.0', async () => {
    // The APIs are slices of the whole: tests/bundle holds them to that.
    const { value } = await bundle(document, { openapi: '3.0' });
    const seen = choicesIn(value).map(({ at, schema }) => {
      expect({ at, missing: unmapped(schema) }).toEqual({ at, missing: [] });
      return at;
    });
    expect(seen).toContain('/components/schemas/RolKeuze');
    expect(seen).toContain('/components/schemas/ZaakObjectKeuze');
  });

  it('and a branch without a value is seen', () => {
    const oneOf = [{ $ref: '#/a' }, { $ref: '#/b' }];
    expect(unmapped({ oneOf })).toEqual(['no value for #/a', 'no value for #/b']);
    const discriminator = { propertyName: 'soort', mapping: { a: '#/a', c: '#/c' } };
    expect(unmapped({ oneOf, discriminator })).toEqual(['no value for #/b', 'no branch #/c']);
  });
});

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es5.d.ts'],
  skipDefaultLibCheck: true,
};

function errorsOf(text: string): readonly string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const getSourceFile: typeof host.getSourceFile = (name, version) =>
    name === 'types.ts' ? ts.createSourceFile(name, text, version) : host.getSourceFile(name, version);
  return ts
    .getPreEmitDiagnostics(ts.createProgram(['types.ts'], OPTIONS, { ...host, getSourceFile }))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '');
}

describe('the chosen branch is not swallowed by the core', () => {
  const types = bundle(document, { api: 'zaken' }).then(({ value }) => generateTypes(value));
  const using = async (lines: string): Promise<readonly string[]> => errorsOf(`${await types}\n${lines}`);

  it('a program reads the attributes of the kind that it asked for', async () => {
    expect(
      await using(`export const bsn = (rol: Rol): string | undefined =>
  rol.betrokkeneType === 'natuurlijk_persoon' ? rol.betrokkeneIdentificatie?.inpBsn : undefined;`),
    ).toEqual([]);
  });

  it('and not those of another kind', async () => {
    const errors = await using(`export const bsn = (rol: Rol): unknown =>
  rol.betrokkeneType === 'medewerker' ? rol.betrokkeneIdentificatie?.inpBsn : undefined;`);
    expect(errors.filter(isString).map(text => /Property '(\w+)' does not exist/.exec(text)?.[1])).toEqual([
      'inpBsn',
    ]);
  });
});
