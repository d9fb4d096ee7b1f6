import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { apisOf, type BundleOptions, bundle, writeBundle } from '../../src/bundle/index.ts';
import { isArray, isObject, type Json, type JsonObject, member } from '../../src/core/json.ts';
import { UserError } from '../../src/core/user-error.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';
import { archive } from './fixture.ts';
import { firstDifference } from './same-meaning.ts';

const keysOf = (value: Json | undefined): string[] => (isObject(value) ? Object.keys(value) : []);

const componentsOf = (value: JsonObject): Record<string, string[]> =>
  Object.fromEntries(
    keysOf(value.components).map(section => [section, keysOf(member(value.components, section))]),
  );

const textOf = async (document: Document, options?: BundleOptions): Promise<string> =>
  writeBundle((await bundle(document, options)).value, 'yaml');

async function errorOf(
  promise: Promise<unknown>,
): Promise<{ code: string; message: string; hint: string | undefined }> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.code, message: error.message, hint: error.hint?.en };
  }
  throw new Error('no error was thrown');
}

describe('the whole', () => {
  it('has its root fields and components in one order', async () => {
    const { value, missing, renamed } = await bundle(archive());
    expect({ root: keysOf(value), components: componentsOf(value), missing, renamed }).toEqual({
      root: [
        ...['openapi', 'info', 'x-zds-apis', 'servers', 'tags', 'x-tagGroups', 'security', 'paths'],
        ...['webhooks', 'components'],
      ],
      components: {
        headers: ['ETag'],
        parameters: ['pagina'],
        responses: ['Fout'],
        schemas: ['Boek', 'Fout', 'Lid'],
        securitySchemes: ['beheer', 'token'],
      },
      missing: [],
      renamed: [],
    });
  });

  it('says what the files say', async () => {
    const text = await textOf(archive());
    expect(firstDifference(archive(), documentOf('bundle', { 'b.yaml': text }))).toBeUndefined();
  });

  it.each(['yaml', 'json'] as const)('gives the same bytes when it is bundled again, as %s', async format => {
    const once = writeBundle((await bundle(archive())).value, format);
    const twice = writeBundle((await bundle(documentOf('b', { [`b.${format}`]: once }))).value, format);
    expect(twice).toBe(once);
  });

  it('leaves the document as it was', async () => {
    const document = archive();
    await bundle(document);
    expect(document.files).toEqual(archive().files);
  });

  it('quotes in YAML what YAML 1.1 would read as a date', async () => {
    expect(await textOf(archive())).toContain("const: '2020-01-01'");
  });

  it('drops an empty components object', async () => {
    const document = documentOf('d', {
      'd.yaml': 'openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths: {}',
    });
    expect(keysOf((await bundle(document)).value)).toEqual(['openapi', 'info', 'paths']);
  });
});

describe('references that lead nowhere', () => {
  const broken = () =>
    archive({ 'leden/schemas/Lid.yaml': "properties:\n  a: { $ref: '#/nope' }\n  b: { $ref: weg.yaml }" });

  it('are named with their places', async () => {
    expect(await errorOf(bundle(broken()))).toEqual({
      code: 'unreadable',
      message: [
        'archief: 2 references lead nowhere',
        "  leden/schemas/Lid.yaml:2:3: '#/nope' (looked for leden/schemas/Lid.yaml#/nope)",
        "  leden/schemas/Lid.yaml:3:3: 'weg.yaml' (looked for leden/schemas/weg.yaml)",
      ].join('\n'),
      hint: 'Add what is referred to, or fix the reference. Add the file, or fix the reference. --force bundles the rest and leaves these as they are.',
    });
  });

  it('stay as they are when forced, and the rest is bundled', async () => {
    const { value, missing } = await bundle(broken(), { force: true });
    expect({
      lid: member(member(value.components, 'schemas'), 'Lid'),
      missing: missing.map(({ ref }) => ref),
    }).toEqual({
      lid: { properties: { a: { $ref: 'Lid.yaml#/nope' }, b: { $ref: 'weg.yaml' } } },
      missing: ['#/nope', 'weg.yaml'],
    });
  });

  it('are counted when there are many', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const properties = names.map(name => `  ${name}: { $ref: '#/${name}' }`).join('\n');
    const { message } = await errorOf(
      bundle(archive({ 'leden/schemas/Lid.yaml': `properties:\n${properties}` })),
    );
    expect(message.split('\n').slice(-2)).toEqual([
      "  leden/schemas/Lid.yaml:6:3: '#/e' (looked for leden/schemas/Lid.yaml#/e)",
      '  and 2 more',
    ]);
  });
});

describe('what looks like a reference', () => {
  const minimal = (rest: string) =>
    documentOf('d', { 'd.yaml': `openapi: 3.1\ninfo: { title: t }\npaths: {}\n${rest}` });

  it('is left alone in extensions and in external examples', async () => {
    const extension = { $ref: 'http://[' };
    const examples = {
      E: { externalValue: 'http://localhost:1/x.json' },
      F: { externalValue: '/etc/hostname' },
    };
    const { value } = await bundle(
      minimal(`x-a: ${JSON.stringify(extension)}\ncomponents: ${JSON.stringify({ examples })}`),
    );
    expect(value).toEqual({
      openapi: '3.1.0',
      info: { title: 't' },
      'x-a': extension,
      paths: {},
      components: { examples },
    });
  });

  it('and leads in a circle is refused', async () => {
    const circle = minimal(
      'components:\n  schemas:\n    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }',
    );
    expect(await errorOf(bundle(circle, { force: true }))).toEqual({
      code: 'unreadable',
      message:
        "d: 1 reference leads nowhere\n  d.yaml:6:5: '#/components/schemas/B' (looked for #/components/schemas/B)",
      hint: 'Where references come back to themselves, let one of them say what it stands for.',
    });
  });
});

describe('names', () => {
  it('of two different components are numbered by first use, and told', async () => {
    const clash = archive({
      'leden/schemas/Lid.yaml': 'properties: { fout: { $ref: Fout.yaml } }',
      'leden/schemas/Fout.yaml': 'type: string',
    });
    const { value, renamed } = await bundle(clash);
    expect(renamed).toEqual([{ from: 'Fout', to: 'Fout-2' }]);
    expect(componentsOf(value).schemas).toEqual(['Boek', 'Fout', 'Fout-2', 'Lid']);
    expect(value).toEqual((await bundle(clash)).value);
  });

  it('may be the same where the content is', async () => {
    const same = archive({
      'leden/schemas/Lid.yaml': 'properties: { fout: { $ref: Fout.yaml } }',
      'leden/schemas/Fout.yaml': 'type: object\nproperties: { code: { type: string } }',
    });
    expect(componentsOf((await bundle(same)).value).schemas).toEqual(['Boek', 'Fout', 'Lid']);
  });

  /** Two whole documents whose schemas X and Y have the same names, refer to each other, and differ in Y. */
  const foreign = (property: string, other: string) => `
openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /a:
    get:
      responses:
        '200': { description: d, content: { application/json: { schema: { $ref: '${other}#/components/schemas/X' } } } }
        '201': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/X' } } } }
components:
  schemas:
    X: { type: object, properties: { y: { $ref: '#/components/schemas/Y' } } }
    Y: { type: object, properties: { x: { $ref: '#/components/schemas/X' }, ${property}: { type: string } } }
`;

  it('of another OpenAPI document get a number where they are taken, and nothing is mixed up', async () => {
    const document = documentOf('d', { 'a.yaml': foreign('p', 'b.yaml'), 'b.yaml': foreign('q', '') });
    const { value, renamed } = await bundle(document);
    const bundled = documentOf('b', { 'b.yaml': writeBundle(value, 'yaml') });
    expect({
      renamed,
      schemas: componentsOf(value).schemas,
      difference: firstDifference(document, bundled),
    }).toEqual({
      renamed: [
        { from: 'X', to: 'X-2' },
        { from: 'Y', to: 'Y-2' },
      ],
      schemas: ['X', 'X-2', 'Y', 'Y-2'],
      difference: undefined,
    });
  });

  it('come from the file in a revision too', async () => {
    const document = archive();
    const files = new Map(
      [...document.files].map(([key, file]) => [`main:${key}`, { ...file, key: `main:${key}` }]),
    );
    const inGit: Document = {
      ...document,
      root: `main:${document.root}`,
      files,
      locateFile: (from, file) => `main:${document.locateFile(from.slice('main:'.length), file)}`,
    };
    expect((await bundle(inGit)).value).toEqual((await bundle(archive())).value);
  });
});

describe('a slice', () => {
  it('stands alone', async () => {
    const { value } = await bundle(archive(), { api: 'leden' });
    const { paths, components, ...root } = value;
    expect({ root, paths: keysOf(paths), components: componentsOf(value) }).toEqual({
      root: {
        openapi: '3.1.0',
        info: {
          title: 'Leden API',
          version: '2.0.0',
          description: 'Alles',
          license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
        },
        'x-zds-apis': { Leden: { title: 'Leden API' } },
        servers: [{ url: 'https://archief.example/leden/v1' }],
        tags: [{ name: 'leden', description: 'De leden' }],
        'x-tagGroups': [{ name: 'Leden', tags: ['leden'] }],
        security: [{ token: [] }],
      },
      paths: ['/leden'],
      components: {
        headers: ['ETag'],
        responses: ['Fout'],
        schemas: ['Fout', 'Lid'],
        securitySchemes: ['beheer', 'token'],
      },
    });
  });

  it('leaves out operations of others on a shared path, and keeps servers that differ', async () => {
    const shared = archive({
      'boeken/paths/boeken.yaml':
        'get: { tags: [boeken], responses: {} }\npost: { tags: [leden], responses: {} }\nservers: [{ url: /x }]',
    });
    const { value } = await bundle(shared, { api: 'LEDEN' });
    expect(value.paths).toMatchObject({
      '/boeken': { post: { tags: ['leden'], responses: {} }, servers: [{ url: '/x' }] },
      '/leden': { servers: [{ url: 'https://archief.example/leden/v1' }] },
    });
    expect(keysOf(member(value.paths, '/boeken'))).toEqual(['post', 'servers']);
  });

  it('of all APIs together is the whole', async () => {
    const whole = (await bundle(archive())).value;
    const slices = await Promise.all(['Boeken', 'Leden'].map(api => bundle(archive(), { api })));
    for (const section of ['paths', 'webhooks'] as const) {
      expect(new Set(slices.flatMap(({ value }) => keysOf(value[section])))).toEqual(
        new Set(keysOf(whole[section])),
      );
    }
    const union: Record<string, string[]> = {};
    for (const { value } of slices) {
      for (const [section, names] of Object.entries(componentsOf(value))) {
        union[section] = [...new Set([...(union[section] ?? []), ...names])].sort();
      }
    }
    expect(union).toEqual(componentsOf(whole));
  });

  it('looks behind the reference of a path item, among other methods, and at webhooks of either name', async () => {
    const document = documentOf('d', {
      'd.yaml': `
openapi: 3.2.0
info: { title: t, version: '1' }
x-tagGroups: [{ name: A, tags: [a] }, { name: B, tags: [b] }]
paths:
  /shared: { $ref: '#/components/pathItems/Shared', delete: { tags: [b], responses: {} }, parameters: [{ name: q, in: query, schema: {} }] }
  /own: { $ref: '#/components/pathItems/Own' }
webhooks: { changed: { $ref: '#/components/pathItems/Own' } }
x-webhooks: { made: { post: { tags: [a], responses: {} } }, gone: { post: { tags: [b], responses: {} } } }
components:
  pathItems:
    Shared:
      parameters: [{ name: p, in: query, schema: {} }]
      get: { tags: [a], responses: {} }
      additionalOperations: { COPY: { tags: [a], responses: {} }, MOVE: { tags: [b], responses: {} } }
    Own: { put: { tags: [a], responses: {} } }
`,
    });
    const { value } = await bundle(document, { api: 'a' });
    const { paths, webhooks, 'x-webhooks': older, components } = value;
    expect({ paths, webhooks, older, components: keysOf(member(components, 'pathItems')) }).toEqual({
      paths: {
        '/shared': {
          parameters: [
            { name: 'p', in: 'query', schema: {} },
            { name: 'q', in: 'query', schema: {} },
          ],
          get: { tags: ['a'], responses: {} },
          additionalOperations: { COPY: { tags: ['a'], responses: {} } },
        },
        '/own': { $ref: '#/components/pathItems/Own' },
      },
      webhooks: { changed: { $ref: '#/components/pathItems/Own' } },
      older: { made: { post: { tags: ['a'], responses: {} } } },
      components: ['Own'],
    });
  });

  it('that is unknown names what there is', async () => {
    expect(await errorOf(bundle(archive(), { api: 'zaken' }))).toEqual({
      code: 'usage',
      message: "no API 'zaken' in x-tagGroups",
      hint: 'There is: Boeken, Leden.',
    });
  });

  it('keeps the alternatives that only name their parent', async () => {
    const document = documentOf('d', {
      'd.yaml': `
openapi: 3.0.3
info: { title: t, version: '1' }
x-tagGroups: [{ name: A, tags: [a] }]
paths:
  /a:
    get:
      tags: [a]
      responses:
        '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Dier' } } } }
components:
  schemas:
    Dier: { type: object, properties: { soort: { type: string } }, discriminator: { propertyName: soort, mapping: { v: Vis } } }
    Hond: { allOf: [{ $ref: '#/components/schemas/Dier' }] }
    Los: { type: string }
    Vis: { type: object }
`,
    });
    expect(componentsOf((await bundle(document, { api: 'a' })).value)).toEqual({
      schemas: ['Dier', 'Hond', 'Vis'],
    });
  });
});

describe('the standard', () => {
  if (!existsSync('spec/openapi.yaml')) {
    it.skip('skipped: spec/openapi.yaml is not there', () => {});
    console.warn('tests/bundle: spec/openapi.yaml is not there, so it is not bundled');
    return;
  }

  it('says the same in one file, and its slices are the whole', async () => {
    const document = await read('spec/openapi.yaml');
    const { value } = await bundle(document);
    const apis = apisOf(value);
    const bundled = documentOf('b', { 'b.yaml': writeBundle(value, 'yaml') });
    const slices = await Promise.all(apis.map(async api => (await bundle(bundled, { api })).value));
    const union = (names: (slice: JsonObject) => readonly string[]): string[] =>
      [...new Set(slices.flatMap(names))].sort();
    const named = (of: JsonObject): string[] =>
      Object.entries(componentsOf(of)).flatMap(([section, names]) => names.map(name => `${section}/${name}`));
    expect(firstDifference(document, bundled)).toBeUndefined();
    expect(apis).toEqual(['Zaken', 'Documenten', 'Catalogi', 'Besluiten', 'Autorisaties', 'Notificaties']);
    expect(union(slice => keysOf(slice.paths))).toEqual(keysOf(value.paths).sort());
    expect(union(slice => keysOf(slice.webhooks))).toEqual(keysOf(value.webhooks).sort());
    expect(union(named)).toEqual(named(value).sort());
    expect(slices.map(({ servers }) => isArray(servers) && servers.length)).toEqual(apis.map(() => 1));
  }, 60_000);
});

describe('real documents', () => {
  const corpus = path.resolve('../shared/corpus');
  const samples = ['besluiten/brc/1.1.0', 'notificaties/nrc/1.0.1'];
  if (!existsSync(corpus)) {
    it.skip('skipped: ../shared/corpus is not there', () => {});
    console.warn('tests/bundle: ../shared/corpus is not there, so no real documents are bundled');
    return;
  }

  it.each(samples)('%s says the same in one file', async name => {
    const document = await read(path.join(corpus, name, 'openapi.yaml'), { allowOutside: true });
    const text = await textOf(document);
    const bundled = documentOf('bundle', { 'b.yaml': text });
    expect({
      difference: firstDifference(document, bundled),
      outside: [...bundled.files.values()]
        .flatMap(({ references }) => references)
        .filter(({ ref }) => !ref.startsWith('#')),
      missing: bundled.missing,
      again: (await textOf(bundled)) === text,
    }).toEqual({ difference: undefined, outside: [], missing: [], again: true });
  });

  it('with dangling references are refused, and bundled when forced', async () => {
    const document = await read(path.join(corpus, 'zaken/zrc/dangling-refs/openapi.yaml'));
    expect((await errorOf(bundle(document))).code).toBe('unreadable');
    expect((await bundle(document, { force: true })).missing).toEqual(document.missing);
  });
});
