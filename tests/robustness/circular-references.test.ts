import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/core/json.ts';
import { bundle, diff, generateDocs, generateTypes, lint, UserError, validate } from '../../src/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** Each section of components: how an operation uses one of its members, and a path inside such a member. */
const SECTIONS: Readonly<
  Record<string, { readonly inside: string; readonly use: (ref: JsonObject) => JsonObject }>
> = {
  schemas: { inside: 'properties/x', use: schema => answer({ content: { 'application/json': { schema } } }) },
  responses: { inside: 'content/application~1json', use: ref => ({ get: { responses: { 200: ref } } }) },
  parameters: { inside: 'schema', use: ref => ({ get: { ...DONE, parameters: [ref] } }) },
  headers: { inside: 'schema', use: ref => answer({ headers: { X: ref } }) },
  requestBodies: { inside: 'content', use: ref => ({ post: { ...DONE, requestBody: ref } }) },
  examples: {
    inside: 'value',
    use: ref => answer({ content: { 'application/json': { schema: {}, examples: { e: ref } } } }),
  },
  links: { inside: 'parameters', use: ref => answer({ links: { l: ref } }) },
  callbacks: { inside: 'e', use: ref => ({ get: { ...DONE, callbacks: { c: ref } } }) },
  securitySchemes: { inside: 'flows', use: () => ({ get: { ...DONE, security: [{ A: [] }] } }) },
  pathItems: { inside: 'get', use: ref => ref },
  mediaTypes: { inside: 'schema', use: ref => answer({ content: { 'application/json': ref } }) },
};

const SELF = { $ref: '#/components/schemas/A' };

const DONE = { responses: { 204: { description: 'Gelukt' } } };

const answer = (response: JsonObject): JsonObject => ({
  get: { responses: { 200: { description: 'Gelukt', ...response } } },
});

/** The ways in which references come back to themselves: files beside `openapi.yaml`, and the members of the section. */
function circlesIn(section: string, inside: string): readonly Circle[] {
  const to = (path: string) => ({ $ref: `#/components/${section}/${path}` });
  const back = { $ref: `openapi.yaml#/components/${section}/A` };
  const root = `openapi.yaml#/components/${section}/A`;
  return [
    { way: 'to itself', members: { A: to('A') }, told: root },
    { way: 'to each other', members: { A: to('B'), B: to('A') }, told: root },
    { way: 'into itself', members: { A: to(`A/${inside}`) }, told: root },
    { way: 'through a parent', members: { A: to(`B/${inside}`), B: to('A') }, told: root },
    { way: 'by another file', members: { A: { $ref: 'o.yaml#/A' } }, other: { A: back }, told: root },
    {
      way: 'within another file',
      members: { A: { $ref: 'o.yaml#/A' } },
      other: { A: { $ref: `#/A/${inside}` } },
      told: 'o.yaml#/A',
    },
    {
      way: 'as another file',
      members: { A: { $ref: 'o.yaml' } },
      other: { $ref: 'o.yaml' },
      told: 'o.yaml#',
    },
  ];
}

interface Circle {
  readonly way: string;
  readonly members: JsonObject;
  readonly other?: JsonObject;
  /** The one reference that is told. */
  readonly told: string;
}

const documentWith = (section: string, use: (ref: JsonObject) => JsonObject, { members, other }: Circle) =>
  documentOf('openapi.yaml', {
    'openapi.yaml': JSON.stringify({
      openapi: '3.2.0',
      info: { title: 'Proef', version: '1.0.0' },
      paths: { '/a': use({ $ref: `#/components/${section}/A` }) },
      components: { [section]: members },
    }),
    ...(other ? { 'o.yaml': JSON.stringify(other) } : {}),
  });

type Found = Awaited<ReturnType<typeof lint>>['findings'];

const places = (findings: Found, rule: string): string[] =>
  findings.filter(finding => finding.rule === rule).map(({ new: at }) => `${at?.file}#${at?.pointer}`);

/** What a command says that makes something of the document: the place and no more. */
async function refusal(made: Promise<unknown>, say = headAndFiles): Promise<string> {
  const error = await made.then(
    () => undefined,
    caught => caught,
  );
  if (!(error instanceof UserError)) throw error ?? new Error('nothing was refused');
  return say(error);
}

function headAndFiles({ code, message }: UserError): string {
  const [head = '', ...lines] = message.split('\n');
  return `${code} ${head.replace(/^\S+ /, '')} ${lines.map(line => /^ *([^:]*):/.exec(line)?.[1]).join()}`;
}

const cases = Object.entries(SECTIONS).flatMap(([section, { inside, use }]) =>
  circlesIn(section, inside).map(circle => ({ section, use, circle, name: `${section} ${circle.way}` })),
);

describe('references that come back to themselves', () => {
  it.each(cases)('are one finding for every command: $name', async ({ section, use, circle }) => {
    const document = documentWith(section, use, circle);
    const [file] = circle.told.split('#');
    const { findings } = await lint(document, { profile: 'oas' });
    const compared = await diff(document, document);
    const validated = await validate(document);
    const refused = `unreadable 1 reference leads nowhere ${file}`;
    expect({
      lint: places(findings, 'oas-refs-resolve'),
      struct: places(findings, 'oas-struct'),
      diff: compared.findings.map(({ rule, new: at }) => `${rule} ${at?.file}#${at?.pointer}`),
      bump: compared.verdict?.bump,
      validate: validated.findings.map(({ rule, new: at }) => `${rule} ${at?.file}#${at?.pointer}`),
      bundle: await refusal(bundle(document)),
      force: await refusal(bundle(document, { force: true })),
      types: await refusal(generateTypes(document)),
      docs: await refusal(generateDocs(document)),
    }).toEqual({
      lint: [`${circle.told}/$ref`],
      struct: [],
      diff: [`reference-circular ${circle.told}`],
      bump: 'none',
      validate: [`example-unjudged ${circle.told}/$ref`],
      bundle: refused,
      force: refused,
      types: refused,
      docs: refused,
    });
  });

  it('a pointer may pass through more than one reference', async () => {
    const document = documentOf('a.yaml', {
      'a.yaml': JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Proef', version: '1.0.0' },
        paths: {},
        components: {
          schemas: {
            A: { $ref: '#/components/schemas/B/properties/x' },
            B: { $ref: '#/components/schemas/C' },
            C: { $ref: '#/components/schemas/D' },
            D: { type: 'object', properties: { x: { type: 'string' } } },
          },
        },
      }),
    });
    expect(document.missing).toEqual([]);
  });
});

describe('a reference where OpenAPI has none', () => {
  const holder = (schemas: JsonObject, info: JsonObject = {}): string =>
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Proef', version: '1.0.0', ...info },
      paths: {},
      components: { schemas },
    });
  const to = (name: string) => ({ type: 'object', description: { $ref: `#/components/schemas/${name}` } });

  it.each([
    ['the whole document', holder({}, { description: { $ref: '#' } }), 'a.yaml:1:62'],
    ['the schema around it', holder({ A: to('A') }), 'a.yaml:1:120'],
    ['a schema that holds one to it', holder({ A: to('B'), B: to('A') }), 'a.yaml:1:120'],
  ])('to %s is told by its place', async (_, text, place) => {
    const document = documentOf('a.yaml', { 'a.yaml': text });
    for (const make of [bundle, generateTypes, generateDocs])
      expect(await refusal(make(document), ({ message }) => message)).toBe(
        `${place}: the structure is not that of OpenAPI, so it cannot be bundled`,
      );
    const { findings } = await lint(document, { profile: 'oas' });
    expect(places(findings, 'oas-struct')[0]).toContain('/description');
  });
});

/** Each keyword by which a schema leads to others, leading back to the schema that it stands in. */
const BACK: readonly JsonObject[] = [
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map(name => ({ [name]: [SELF, { type: 'object' }] })),
  ...['items', 'additionalProperties', 'not', 'if', 'contains', 'propertyNames', 'unevaluatedItems'].map(
    name => ({
      [name]: SELF,
    }),
  ),
  ...['properties', 'patternProperties', 'dependentSchemas'].map(name => ({ [name]: { a: SELF } })),
];

it.each(BACK)('a schema that holds itself as %j is walked wherever a message has it', async keyword => {
  const content = { schema: SELF };
  const answers = (type: string) => ({ description: 'Antwoord', content: { [type]: content } });
  const document = documentOf('openapi.yaml', {
    'openapi.yaml': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Proef', version: '1.0.0' },
      paths: {
        '/a': {
          get: {
            parameters: [{ name: 'b', in: 'query', ...content }],
            responses: { 200: answers('application/json'), 400: answers('application/problem+json') },
          },
          patch: {
            requestBody: { content: { 'application/json': content } },
            responses: { default: answers('*/*') },
          },
        },
      },
      components: { schemas: { A: { type: 'object', ...keyword } } },
    }),
  });
  const { findings } = await lint(document, { profile: 'zds' });
  expect(findings.length).toBeGreaterThan(0);
  await Promise.all([bundle(document), generateDocs(document), validate(document)]);
  expect((await diff(document, document)).findings).toEqual([]);
});
