import { describe, expect, it } from '@jest/globals';
import { isArray, type Json, type JsonObject } from '../../src/core/json.ts';
import { bundle, diff, generateDocs, generateTypes, lint, writeBundle } from '../../src/index.ts';
import { documentOf } from '../../src/source/index.ts';
import { COMMANDS, crash, documentWith, EVERY_KIND, SLOW } from './every-kind.ts';

/** Names that an object of JavaScript has, or has not, whatever the document says; and no name at all. */
const NAMES = ['hasOwnProperty', '__proto__', 'constructor', 'toString', ''];

/** Every object with something in it, by the path to it. */
function holdersIn(value: Json, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value);
  return [
    ...(isArray(value) || inside.length === 0 ? [] : [at]),
    ...inside.flatMap(([name, child]) => (child === undefined ? [] : holdersIn(child, [...at, name]))),
  ];
}

/** The same with the first member of the object at a path under another name, or there as well. */
function renamed(value: Json, [token, ...rest]: readonly string[], name: string, isCopy: boolean): Json {
  if (isArray(value))
    return value.map((item, index) => (String(index) === token ? renamed(item, rest, name, isCopy) : item));
  const entries = Object.entries(value as JsonObject);
  if (token === undefined)
    return Object.fromEntries([[name, entries[0]?.[1]], ...entries.slice(isCopy ? 0 : 1)]);
  return Object.fromEntries(
    entries.map(([key, child = null]) => [key, key === token ? renamed(child, rest, name, isCopy) : child]),
  );
}

/** All take minutes: every run of the tests takes some, `test:deep` all. */
const SHARE = 60;

describe('a member of any name is data', () => {
  const commands = Object.keys(COMMANDS);
  const all = holdersIn(EVERY_KIND).flatMap((at, place) =>
    NAMES.map((name, index) => ({ at, name, isCopy: (place + index) % 2 === 0 })),
  );

  it.each(commands)('for %s', async command => {
    const run = COMMANDS[command] ?? lint;
    const share = process.env.ZDS_DEEP ? 1 : SHARE * (SLOW.has(command) ? 4 : 1);
    const tried = all.filter((_, index) => index % share === commands.indexOf(command) % share);
    const crashes: string[] = [];
    for (const { at, name, isCopy } of tried) {
      const found = await crash(async () => run(documentWith(renamed(EVERY_KIND, at, name, isCopy))));
      if (found !== undefined) crashes.push(`/${at.join('/')} + '${name}': ${found}`);
    }
    expect(crashes).toEqual([]);
    expect(tried.length).toBeGreaterThan(SLOW.has(command) ? 2 : 10);
  });

  it('and a valid one where every member is so named', async () => {
    const part = { type: 'object', properties: { hasOwnProperty: { type: 'string' } } };
    const schemas = { hasOwnProperty: { allOf: [{ ...part, required: ['hasOwnProperty'] }, part] } };
    const valid = { openapi: '3.1.0', info: { title: 'Proef', version: '1.0.0' }, components: { schemas } };
    const { findings } = await lint(documentWith(valid), { profile: 'oas' });
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['oas-license', 'oas-unused-components']);
  });

  const named = (name: string): Json => ({
    openapi: '3.1.0',
    info: { title: 'Proef', version: '1.0.0', [name]: 'x' },
    tags: [{ name }],
    paths: {
      '/a': {
        get: {
          operationId: name,
          tags: [name],
          parameters: [{ name: 'p', in: 'query', schema: { type: 'string', format: name } }],
          responses: { 200: { $ref: `#/components/responses/${name}` }, [name]: { description: 'Anders' } },
        },
      },
    },
    components: {
      responses: {
        [name]: {
          description: 'Gelukt',
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
        },
      },
      schemas: {
        [name]: {
          allOf: [
            { type: 'object', properties: { [name]: { type: 'integer', format: name } }, required: [name] },
            { type: 'object', properties: { [name]: { type: 'integer', [name]: 'x' } } },
          ],
          [name]: 'x',
        },
      },
    },
  });

  it.each(NAMES.filter(name => name !== ''))('as name of everything at once: %s', async name => {
    const document = documentWith(JSON.parse(JSON.stringify(named('NAME')).replaceAll('NAME', name)));
    const { findings } = await lint(document, { profile: 'oas' });
    expect(findings.filter(({ rule }) => rule === 'oas-struct').map(({ new: at }) => at?.pointer)).toContain(
      `/info/${name}`,
    );
    const { value } = await bundle(document);
    for (const format of ['json', 'yaml'] as const) {
      const again = documentOf('b', { b: await writeBundle(value, format) });
      expect((await diff(document, again)).findings).toEqual([]);
    }
    expect(await generateTypes(document)).toContain(name);
    expect((await generateDocs(document)).size).toBeGreaterThan(1);
  });

  /** Schemas that compare whole values, each with examples that fit and examples that do not. */
  const compared = (name: string): JsonObject => {
    const one = (value: Json): Json => JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
    const schemas = {
      Enum: [{ enum: [one(1), one({ a: 2 })] }, [one(1), one({ a: 2 })], [one(3), one({ a: 3 }), {}]],
      Const: [{ const: [one('x')] }, [[one('x')]], [[one('y')], [{}]]],
      Unique: [
        { uniqueItems: true },
        [[one(1), one(2)]],
        [
          [one(1), one(1)],
          [one({}), one({})],
        ],
      ],
    } as const;
    return Object.fromEntries(
      Object.entries(schemas).flatMap(([kind, [schema, right, wrong]]) => [
        [`${kind}Right`, { ...schema, examples: right }],
        [`${kind}Wrong`, { ...schema, examples: wrong }],
      ]),
    );
  };

  it.each(Object.getOwnPropertyNames(Object.prototype))('in values that are compared: %s', async name => {
    const parameter = (of: string): JsonObject => ({ name: of, in: 'query', schema: {}, [name]: 'x' });
    const document = documentWith({
      openapi: '3.1.0',
      info: { title: 'Proef', version: '1.0.0' },
      paths: { '/a': { parameters: [parameter('p'), parameter('q')] } },
      components: { schemas: compared(name) },
    });
    const { findings } = await lint(document, { profile: 'oas' });
    const at = (rule: string) =>
      findings.filter(one => one.rule === rule).map(({ new: place }) => place?.pointer ?? '');
    expect(at('oas-struct').sort()).toEqual([0, 1].map(index => `/paths/~1a/parameters/${index}/${name}`));
    const wrong = ['Const', 'Enum', 'Unique'].flatMap(kind => {
      const { examples } = compared(name)[`${kind}Wrong`] as { examples: Json[] };
      return examples.map((_, index) => `/components/schemas/${kind}Wrong/examples/${index}`);
    });
    expect(at('oas-valid-schema-examples').sort()).toEqual(wrong);
  });
});
