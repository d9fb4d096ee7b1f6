import { describe, expect, it } from '@jest/globals';
import { isArray, type Json, type JsonObject } from '../../src/core/json.ts';
import { lint } from '../../src/index.ts';
import { COMMANDS, crash, documentWith, EVERY_KIND, SLOW } from './every-kind.ts';

/** What may stand by mistake where something else is meant. */
const WRONG: readonly Json[] = [null, 0, '', [], {}, true];

/** Every place in a value. */
function placesIn(value: Json, at: readonly string[] = []): (readonly string[])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    at,
    ...inside.flatMap(([name, child]) => (child === undefined ? [] : placesIn(child, [...at, name]))),
  ];
}

const valueIn = (at: readonly string[]): Json =>
  at.reduce<Json>((value, token) => (value as JsonObject)[token] ?? null, EVERY_KIND);

function replaced(value: Json, [token, ...rest]: readonly string[], by: Json): Json {
  if (token === undefined) return by;
  if (isArray(value))
    return value.map((item, index) => (String(index) === token ? replaced(item, rest, by) : item));
  const holder = value as JsonObject;
  return { ...holder, [token]: replaced(holder[token] ?? null, rest, by) };
}

/**
 * A whole run takes minutes: every run of the tests takes one wrong value at each place, in turn, and one
 * command for each; `test:deep` takes all.
 */
const places = placesIn(EVERY_KIND).flatMap((at, place) =>
  WRONG.map((by, turn) => ({ at, by, index: place * WRONG.length + turn })).filter(
    ({ index }) => process.env.ZDS_DEEP !== undefined || index % WRONG.length === place % WRONG.length,
  ),
);

describe('a wrong value at any place is a sentence or a finding, and never a crash', () => {
  const names = Object.keys(COMMANDS);
  it.each(names)('%s', async name => {
    const run = COMMANDS[name] ?? lint;
    const share = process.env.ZDS_DEEP ? 1 : names.length * (SLOW.has(name) ? 4 : 1);
    const tried = places.filter((_, index) => index % share === names.indexOf(name) % share);
    const crashes: string[] = [];
    for (const { at, by } of tried) {
      const found = await crash(async () => run(documentWith(replaced(EVERY_KIND, at, by))));
      if (found !== undefined) crashes.push(`/${at.join('/')} = ${JSON.stringify(by)}: ${found}`);
    }
    expect(crashes).toEqual([]);
    expect(tried.length).toBeGreaterThan(SLOW.has(name) ? 7 : 30);
  });

  it.each(names)('%s, with a reference to what stood there', async name => {
    const run = COMMANDS[name] ?? lint;
    const wholes = placesIn(EVERY_KIND).filter(at => at.length > 0 && typeof valueIn(at) === 'object');
    const share = process.env.ZDS_DEEP ? 1 : names.length * (SLOW.has(name) ? 4 : 1);
    const tried = wholes.filter((_, index) => index % share === names.indexOf(name) % share);
    const crashes: string[] = [];
    for (const at of tried) {
      const moved = replaced(EVERY_KIND, at, { $ref: '#/x-elders' }) as JsonObject;
      const document = documentWith({ ...moved, 'x-elders': valueIn(at) });
      const found = await crash(async () => run(document));
      if (found !== undefined) crashes.push(`/${at.join('/')}: ${found}`);
    }
    expect(crashes).toEqual([]);
    expect(tried.length).toBeGreaterThan(0);
  });

  it.each(['3.0.3', '3.1.0', '3.2.0'])('lint survives a list behind a reference in %s', async openapi => {
    const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const { findings } = await lint(
      documentWith({
        openapi,
        info: { title: 'T', version: '1.0.0' },
        paths: {},
        components: {
          schemas: {
            A: { type: 'object', required: ['z'], allOf: [to('B')] },
            B: { type: 'object', allOf: to('C/allOf') },
            C: { allOf: [{ type: 'object', properties: { a: { type: 'string' } } }] },
          },
        },
      }),
      { profile: 'oas' },
    );
    const told = findings.filter(({ rule }) => rule === 'oas-strict-refs');
    expect(told.map(({ new: at }) => at?.pointer)).toEqual(['/components/schemas/B/allOf/$ref']);
  });

  it.each([
    ['/components/schemas/Zaak/allOf', ['components', 'schemas', 'Zaak', 'allOf'], 'x'],
    ['/components/schemas/Deel/oneOf', ['components', 'schemas', 'Deel', 'oneOf'], {}],
    ['/servers/0/variables/omgeving', ['servers', '0', 'variables', 'omgeving'], null],
    ['/servers/0/variables/omgeving/enum', ['servers', '0', 'variables', 'omgeving', 'enum'], {}],
    ['/tags', ['tags'], 'x'],
    ['/tags', ['tags'], [null]],
    ['/servers', ['servers'], [null]],
  ])('lint tells it where it stands: %s', async (_, at, by) => {
    const { findings } = await lint(documentWith(replaced(EVERY_KIND, at, by)), { profile: 'oas' });
    const struct = findings
      .filter(({ rule }) => rule === 'oas-struct')
      .map(({ new: place }) => place?.pointer);
    expect(struct.some(pointer => pointer?.startsWith(`/${at.join('/')}`))).toBe(true);
  });
});

describe('a version that is written in another way', () => {
  it.each(['3.0', '3.1', '3.2', '3.1.0-rc1', '3.1.x', 3.1])(
    'is one finding for every command: %j',
    async openapi => {
      const document = documentWith({ openapi, info: { title: 'Proef', version: '1.0.0' }, paths: {} });
      for (const [name, run] of Object.entries(COMMANDS))
        expect([name, await crash(async () => run(document))]).toEqual([name, undefined]);
      const { findings } = await lint(document, { profile: 'oas' });
      expect(findings.map(({ rule }) => rule)).toEqual(['oas-spec-version-supported', 'oas-license']);
    },
  );
});
