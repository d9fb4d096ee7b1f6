import { isArray, isObject, type Json } from '../core/json.ts';
import type { Document } from '../source/index.ts';
import { compare } from './comparison.ts';
import { type PhaseOptions, type Phases, phasesOf } from './phases.ts';

/** The phases of a comparison, in their order. */
export const PHASES = [
  'changes',
  'assessed',
  'grouped',
  'witnessed',
  'findings',
] as const satisfies readonly (keyof Phases)[];

export type Phase = (typeof PHASES)[number];

/** What a phase of a comparison gives, as JSON: a node of a document is written as file and pointer. */
export function explainPhase(old: Document, next: Document, phase: Phase, options: PhaseOptions = {}): Json {
  const phases = phasesOf(compare(old, next), options);
  return withoutNodes(JSON.parse(JSON.stringify(phases[phase]())) as Json);
}

/** A node has a dialect and a place; what stands there can be looked up. */
function withoutNodes(value: Json): Json {
  if (isArray(value)) return value.map(withoutNodes);
  if (!isObject(value)) return value;
  const { file, pointer, dialect, origin } = value;
  if (typeof file === 'string' && typeof pointer === 'string' && dialect !== undefined)
    return origin === undefined ? `${file}#${pointer}` : withoutNodes(origin);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inner === undefined ? inner : withoutNodes(inner)]),
  );
}
