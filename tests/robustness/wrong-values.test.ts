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
