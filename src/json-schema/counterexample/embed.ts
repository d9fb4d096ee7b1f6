import type { Json } from '../../core/json.ts';
import { patternSamples } from '../../regex/samples.ts';
import { type Alternative, declaredNames, itemOf, memberOf } from '../algebra/alternative.ts';
import { isEmpty } from '../algebra/includes.ts';
import { normalise } from '../algebra/normalise.ts';
import { ANYTHING, type Position } from '../reading.ts';
import type { Workspace } from '../workspace.ts';
import { complete, extraNames, fill, preferencesOf } from './sample.ts';

/**
 * Whole values of `place` that hold `leaf` at the end of a row of steps, and are else as `wish` has them. Steps are names;
 * `[]` is an item, `[2]` the item of that index, `{}` a member that nothing names, `{p}` one whose name matches p.
 */
export function* embed(
  space: Workspace,
  place: Position,
  wish: Position,
  steps: readonly string[],
  leaf: Json,
): Generator<Json> {
  const [step, ...further] = steps;
  if (step === undefined) {
    yield leaf;
    return;
  }
  const type = step.startsWith('[') ? 'array' : 'object';
  const around = type === 'array' ? arraysAround : objectsAround;
  for (const alternative of place.length === 0 ? [] : normalise(space, place)) {
    if (alternative.type !== type) continue;
    for (const hoped of preferencesOf(space, wish, type))
      yield* around(space, alternative, hoped, step, further, leaf);
  }
}

function* arraysAround(
  space: Workspace,
  alternative: Alternative,
  hoped: Alternative | undefined,
  step: string,
  further: readonly string[],
  leaf: Json,
): Generator<Json> {
  const index = step === '[]' ? 0 : Number(step.slice(1, -1));
  const wish = hoped ? itemOf(hoped, index) : ANYTHING;
  const upTo = { ...alternative, facets: { minItems: index }, contains: [] };
  for (const inner of embed(space, itemOf(alternative, index), wish, further, leaf)) {
    const before = fill(space, upTo, undefined, [], 0) ?? [];
    const array = fill(space, alternative, hoped, [...before.slice(0, index), inner], 0);
    if (array) yield array;
  }
}

function* objectsAround(
  space: Workspace,
  alternative: Alternative,
  hoped: Alternative | undefined,
  step: string,
  further: readonly string[],
  leaf: Json,
): Generator<Json> {
  const name = nameFor(space, alternative, step);
  if (name === undefined || isEmpty(space, memberOf(alternative, name))) return;
  const wish = hoped ? memberOf(hoped, name) : ANYTHING;
  for (const inner of embed(space, memberOf(alternative, name), wish, further, leaf)) {
    const given = new Map([[name, inner]]);
    const object = complete(space, alternative, hoped, given, 0);
    if (object !== undefined) yield object;
    // Another branch may let it pass, unless a member that may be left out says which branch is meant.
    for (const [telling, value] of choicesIn(space, alternative, name)) {
      const told = complete(space, alternative, hoped, new Map([...given, [telling, value]]), 0);
      if (told !== undefined) yield told;
    }
  }
}

/** So many members, and values of each, tell which branch is meant. */
const MOST_TELLING = 4;

/** Members of which all values are listed and that need not be there, each with some of its values. */
function choicesIn(space: Workspace, alternative: Alternative, except: string): [string, Json][] {
  if (!alternative.branch) return [];
  return [...declaredNames(alternative)]
    .filter(name => name !== except && !alternative.required.has(name))
    .flatMap(name => {
      const form = normalise(space, memberOf(alternative, name));
      const isListed = form.length > 0 && form.every(({ type, values }) => values && type !== 'boolean');
      return isListed ? [[name, form.flatMap(({ values }) => values ?? [])] as const] : [];
    })
    .slice(0, MOST_TELLING)
    .flatMap(([name, values]) => values.slice(0, MOST_TELLING).map((value): [string, Json] => [name, value]));
}

function nameFor(space: Workspace, alternative: Alternative, step: string): string | undefined {
  if (!step.startsWith('{')) return step;
  if (step !== '{}') return patternSamples(step.slice(1, -1))[0];
  return extraNames(space, alternative, 1).find(name => !declaredNames(alternative).has(name));
}
