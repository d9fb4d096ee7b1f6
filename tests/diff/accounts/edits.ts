import { isArray, isObject, type Json, type JsonObject, member } from '../../../src/core/json.ts';

/** The keys that lead to a place. */
type Path = readonly string[];

/** One node changed, added or removed. */
export interface Edit {
  readonly what: string;
  readonly path: Path;
  readonly next: Json;
}

/** Every place of a value but the whole. */
function placesIn(value: Json, path: Path = []): Path[] {
  const children = isArray(value) || isObject(value) ? Object.entries(value) : [];
  return children.flatMap(([key, child]) => {
    const own = [...path, key];
    return [own, ...placesIn(child ?? null, own)];
  });
}

const valueAt = (value: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>(
    (inner, key) => (isArray(inner) ? inner[Number(key)] : member(inner, key)),
    value,
  );

/** The value with what stands at a place rewritten; `undefined` leaves it out. */
function withAt(value: Json, [key, ...further]: Path, rewrite: (own: Json) => Json | undefined): Json {
  const change = (own: Json): Json | undefined =>
    further.length === 0 ? rewrite(own) : withAt(own, further, rewrite);
  if (isArray(value)) {
    return value.flatMap((item, index) => {
      const changed = String(index) === key ? change(item) : item;
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => [name, name === key && own !== undefined ? change(own) : own]),
  ) as JsonObject;
}

type Way = readonly [what: string, rewrite: (own: Json) => Json | undefined];

const NOTHING: readonly Way[] = [
  ['null', () => null],
  ['list', () => []],
  ['object', () => ({})],
];

/** What may become of a value of each kind. */
function waysOf(own: Json): readonly Way[] {
  const removed: Way = ['removed', () => undefined];
  if (typeof own === 'string') return [removed, ['longer', text => `${text}x`], ...NOTHING];
  if (typeof own === 'number') return [removed, ['more', value => Number(value) + 1], ...NOTHING];
  if (typeof own === 'boolean') return [removed, ['turned', value => !value], ...NOTHING];
  if (isArray(own)) {
    const [first] = own;
    const doubled: Way[] = first === undefined ? [] : [['doubled', () => [...own, first]]];
    return [removed, ...doubled, ['reversed', () => own.toReversed()], ...NOTHING];
  }
  if (!isObject(own)) return [removed, ...NOTHING];
  const [first] = Object.values(own);
  const twice: Way[] = first === undefined ? [] : [['twin', () => ({ ...own, tweeling: first })]];
  return [
    removed,
    ['extended', () => ({ ...own, 'x-nieuw': 1 })],
    ['described', () => ({ ...own, description: 'Nieuw' })],
    ['unknown', () => ({ ...own, onbekend: 'Nieuw' })],
    ...twice,
    ...NOTHING,
  ];
}

/** The edit with these numbers, counted round; `undefined` where it changes nothing. */
export function editAt(value: Json, place: number, way: number): Edit | undefined {
  const places = placesIn(value);
  const path = places[place % places.length];
  const own = path && valueAt(value, path);
  if (!path || own === undefined) return undefined;
  const ways = waysOf(own);
  const [what, rewrite] = ways[way % ways.length] ?? [];
  if (what === undefined || !rewrite) return undefined;
  const next = withAt(value, path, rewrite);
  return JSON.stringify(next) === JSON.stringify(value) ? undefined : { what, path, next };
}
