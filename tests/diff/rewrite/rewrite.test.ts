import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundle } from '../../../src/bundle/index.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import { ruleNamed } from '../../../src/diff/catalogue.ts';
import { compare } from '../../../src/diff/comparison.ts';
import { changeGroupsIn } from '../../../src/diff/diff.ts';
import { type Document, read } from '../../../src/source/index.ts';
import { document } from '../documents.ts';
import { chooser, REWRITES, UPGRADE } from './rewrites.ts';

/** `ZDS_DEEP=1` looks ten times as far, in the large documents too. */
const IS_DEEP = process.env.ZDS_DEEP === '1';

const CORPUS = path.resolve('../shared/corpus');
const HERE = existsSync(CORPUS);
if (!HERE) console.warn(`published documents are not rewritten, for want of ${CORPUS}`);
const PUBLISHED = [
  'besluiten/brc/1.1.0',
  'notificaties/nrc/1.0.1',
  ...(IS_DEEP ? ['documenten/drc/1.6.x/1.6.0', 'catalogi/ztc/1.3.x/1.3.2', 'zaken/zrc/1.7.x/1.7.0'] : []),
];
const APIS = ['besluiten', 'autorisaties', ...(IS_DEEP ? ['zaken', 'catalogi', 'documenten'] : [])];
/** What the large documents have and the small ones do not, once each. */
const ONE_OF_EACH = 'one of each kind';

const forms = (values: readonly string[], more: JsonObject = {}): JsonObject => ({
  oneOf: values.map(value => ({ $ref: `#/components/schemas/${value}` })),
  discriminator: { propertyName: 'soort', ...more },
});

const form = (kind: JsonObject, name: string): JsonObject => ({
  type: 'object',
  required: ['soort'],
  properties: { soort: kind, [name]: { type: 'string' } },
});

const oneOfEach = (): JsonObject => ({
  openapi: '3.1.0',
  info: { title: 'Een van elk', version: '1.0.0' },
  paths: {
    '/inhoud': {
      get: {
        responses: {
          200: {
            description: 'De bytes.',
            content: {
              'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
              'image/png': { schema: { type: 'string', contentEncoding: 'binary' } },
            },
          },
        },
      },
      post: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Keuze' } } } },
        responses: {
          200: {
            description: 'Gelukt',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    wijziging: { type: 'object', additionalProperties: {}, description: 'Alles mag erin.' },
                    genoemd: { $ref: '#/components/schemas/Genoemd' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Keuze: forms(['Kat', 'Hond']),
      Genoemd: forms(['Kat', 'Hond'], {
        mapping: { k: '#/components/schemas/Kat', h: '#/components/schemas/Hond' },
      }),
      Kat: form({ type: 'string' }, 'staart'),
      Hond: form({ $ref: '#/components/schemas/Soort' }, 'poot'),
      Soort: { type: 'string', enum: ['Hond', 'h', 'Kat', 'k'] },
    },
  },
});

const NAMES = [ONE_OF_EACH, ...APIS.map(api => `canonical ${api}`), ...(HERE ? PUBLISHED : [])];

const roots = new Map<string, JsonObject>();

beforeAll(async () => {
  roots.set(ONE_OF_EACH, oneOfEach());
  for (const api of APIS) {
    const { value } = await bundle(await read(path.resolve('spec/openapi.yaml')), { api });
    roots.set(`canonical ${api}`, value);
  }
  for (const name of HERE ? PUBLISHED : []) {
    const { files, root } = await read(path.join(CORPUS, name, 'openapi.yaml'), { allowOutside: true });
    roots.set(name, files.get(root)?.value as JsonObject);
  }
}, 120_000);

const textOf = ({ files }: Document): string => [...files.values()].map(({ text }) => text).join('\n');

/** The ways to write that changed a document at all. */
const rewritings = new Set<string>();

/**
 * A published document refers to others, which are not read here: that a reference leads nowhere on both sides is told,
 * however the document is spelt, and so is that nothing can be compared around it where that is spelt in another way.
 */
const wireFindings = (old: Document, next: Document): string[] =>
  changeGroupsIn(compare(old, next), '2026-01-01')
    .filter(({ rule }) => ruleNamed(rule).surface === 'wire' && rule !== 'reference-unresolved')
    .filter(({ rule }) => rule !== 'not-compared' || old.missing.length === 0)
    .map(
      ({ rule, names, verdicts, changes }) =>
        `${rule} ${names.join('+')}: ${verdicts.clients} ${verdicts.providers} at ${changes[0]?.old.pointer} ${changes[0]?.next.pointer}`,
    );

describe.each(NAMES)('rewrite: %s says the same on the wire', name => {
  const rootOf = (): JsonObject => roots.get(name) ?? {};

  it.each(REWRITES)('%s', (what, rewrite) => {
    const root = rootOf();
    for (let seed = 1; seed <= (IS_DEEP ? 10 : 1); seed += 1) {
      const rewritten = rewrite(root, chooser(seed));
      if (textOf(rewritten) !== JSON.stringify(root)) rewritings.add(what);
      expect(wireFindings(document(root), rewritten)).toEqual([]);
    }
  });

  it('in the other version of OpenAPI', async () => {
    const root = rootOf();
    const isOld = String(root.openapi).startsWith('3.0');
    const [, upgrade] = UPGRADE;
    const others: Document[] = isOld ? [upgrade(root, () => true)] : [];
    const { value } = await bundle(document(root), { openapi: isOld ? '3.1' : '3.0', force: true });
    for (const other of [...others, document(value)]) expect(wireFindings(document(root), other)).toEqual([]);
  });
});

it('each way to write was really another one, in some document', () => {
  expect(REWRITES.map(([what]) => what).filter(what => !rewritings.has(what))).toEqual([]);
});
